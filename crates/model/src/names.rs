//! Names and titles in several languages.

use std::collections::BTreeMap;

/// A text in one or more languages, keyed by BCP 47 language (`en`, `fr`, `zh`). English may stand alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    /// A text in English only.
    pub fn english(text: &str) -> Self {
        Self(BTreeMap::from([("en".to_owned(), text.to_owned())]))
    }

    /// The text in a language, else in English, else in whichever comes first, else empty.
    pub fn in_language(&self, language: &str) -> &str {
        let found = self.0.get(language).or_else(|| self.0.get("en")).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_english() {
        let mut text = Text::english("toaster");
        assert_eq!(text.in_language("fr"), "toaster");
        text.0.insert("fr".into(), "grille-pain".into());
        assert_eq!(text.in_language("fr"), "grille-pain");
        assert_eq!(Text::default().in_language("fr"), "");
    }
}
