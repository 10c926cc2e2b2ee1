//! Guided forms: a page of its own for an act that people write often, beside the text that serves for every act.
//!
//! A guided form makes the same text and hands it to the same use case ([`app::office::Office::write`]), so it can say
//! nothing that the text could not. To add one: a page in this folder, its route in the table of `desk.rs`, and its line
//! here.

/// Pages of guided forms below the desk, by the name of their act.
const GUIDED: &[(&str, &str)] = &[];

/// The page of the guided form of an act, below the desk.
pub(super) fn page_of(act: &str) -> Option<&'static str> {
    GUIDED.iter().find(|(name, _)| *name == act).map(|(_, page)| *page)
}
