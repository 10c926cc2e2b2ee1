//! A standard: its editions, what replaced what, who adopted it, which acts refer to it.

use model::Date;

use super::Record;

/// The page of a standard.
#[derive(Clone, Debug, PartialEq)]
pub struct StandardView {
    /// Facts and tables.
    pub record: Record,
    /// Editions in the order of publication.
    pub succession: Vec<EditionView>,
}

/// An edition in the picture of the succession.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionView {
    /// Dated reference.
    pub reference: String,
    /// Day of publication.
    pub published: Date,
    /// First day on which it is no longer in force, if superseded or withdrawn by the day asked.
    pub ended: Option<Date>,
    /// State on the day: `in_force`, `superseded`, `withdrawn`, `upcoming`.
    pub state: &'static str,
    /// References that take its place.
    pub replaced_by: Vec<String>,
    /// Last day of a transition during which it is still good.
    pub transition_until: Option<Date>,
}
