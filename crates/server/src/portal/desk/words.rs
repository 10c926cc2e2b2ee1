//! What acts and their fields are called, from `translations/<language>/acts.toml`.
//!
//! English help is what the examples of the acts say; other languages translate it sentence by sentence, so that a test can
//! say what is missing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::portal::texts::Language;

/// The words of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Names of fields, by their name on the wire; in English, those that are not plain words.
    #[serde(default)]
    fields: BTreeMap<String, String>,
    /// Terms of closed lists, by the term on the wire; in English, those that are not plain words.
    #[serde(default)]
    terms: BTreeMap<String, String>,
    /// What acts do, by name; in English the examples say it.
    #[serde(default)]
    titles: BTreeMap<String, String>,
    /// Help, by what it says in English.
    #[serde(default)]
    help: BTreeMap<String, String>,
}

/// The words of a language.
pub(super) fn of(language: Language) -> &'static Words {
    static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| Language::ALL.iter().map(|l| read(*l)).collect());
    &WORDS[language as usize]
}

impl Words {
    /// The name of a field.
    pub(super) fn field(&self, name: &str) -> String {
        said(&self.fields, name)
    }

    /// A term of a closed list.
    pub(super) fn term(&self, term: &str) -> String {
        said(&self.terms, term)
    }

    /// What an act does, in one sentence.
    pub(super) fn title(&self, act: &str) -> String {
        let english = || app::office::guided::forms().get(act).map(|form| form.title.clone());
        let title = self.titles.get(act).cloned().or_else(english).unwrap_or_else(|| act.to_owned());
        // A title of one sentence has no full stop.
        if title.contains(". ") { title } else { title.trim_end_matches('.').to_owned() }
    }

    /// Help, from what it says in English.
    pub(super) fn help(&self, english: &str) -> String {
        self.help.get(english).map_or(english, String::as_str).to_owned()
    }
}

/// As the table says it, else as plain words.
fn said(table: &BTreeMap<String, String>, name: &str) -> String {
    table.get(name).cloned().unwrap_or_else(|| name.replace(['_', '-'], " "))
}

fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../../../../translations/en/acts.toml"),
        Language::French => include_str!("../../../../../translations/fr/acts.toml"),
    }
}

fn read(language: Language) -> Words {
    // A test reads every table; a page with plain words is better than none.
    toml::from_str(source(language)).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use app::office::guided::{Kind, forms};

    use super::*;

    #[derive(Default)]
    struct Used {
        fields: BTreeSet<String>,
        terms: BTreeSet<String>,
        titles: BTreeSet<String>,
        help: BTreeSet<String>,
    }

    impl Used {
        fn kind(&mut self, kind: &Kind) {
            match kind {
                Kind::Choice(terms) => self.terms.extend(terms.iter().cloned()),
                Kind::List(entry) => self.kind(entry),
                Kind::Table(fields) => fields.iter().for_each(|field| self.field(field)),
                Kind::OneOf(variants) => {
                    self.terms.extend(variants.iter().map(|(name, _)| name.clone()));
                    variants.iter().flat_map(|(_, fields)| fields).for_each(|field| self.field(field));
                }
                _ => {}
            }
        }

        fn field(&mut self, field: &app::office::guided::Field) {
            self.fields.insert(field.name.clone());
            if !field.help.is_empty() {
                self.help.insert(field.help.clone());
            }
            self.kind(&field.kind);
        }
    }

    fn used() -> Used {
        let mut used = Used::default();
        for form in forms().iter() {
            used.titles.insert(form.act.to_owned());
            form.fields.iter().for_each(|field| used.field(field));
        }
        used
    }

    fn keys(table: &BTreeMap<String, String>) -> BTreeSet<String> {
        table.keys().cloned().collect()
    }

    #[test]
    fn every_table_of_words_reads_and_says_nothing_that_no_form_asks() {
        let used = used();
        for language in Language::ALL {
            let words: Words = toml::from_str(source(*language)).unwrap();
            for (table, used) in [
                (&words.fields, &used.fields),
                (&words.terms, &used.terms),
                (&words.titles, &used.titles),
                (&words.help, &used.help),
            ] {
                let unused: Vec<_> = keys(table).difference(used).cloned().collect();
                assert!(unused.is_empty(), "{language:?}, unused: {unused:#?}");
            }
        }
    }

    #[test]
    fn every_field_term_and_help_of_every_form_is_said_in_french() {
        let (words, used) = (of(Language::French), used());
        let missing = |table: &BTreeMap<String, String>, used: &BTreeSet<String>| {
            used.difference(&keys(table)).cloned().collect::<Vec<_>>()
        };
        let all = [
            ("fields", missing(&words.fields, &used.fields)),
            ("terms", missing(&words.terms, &used.terms)),
            ("titles", missing(&words.titles, &used.titles)),
            ("help", missing(&words.help, &used.help)),
        ];
        let count: usize = all.iter().map(|(_, missing)| missing.len()).sum();
        assert!(count == 0, "{all:#?}");
    }
}
