//! Finding a code of the Harmonized System by words, inside a form: one field that offers as one types, and a button for those
//! without a script.

use std::borrow::Cow;

use app::headings::{self, Heading};
use app::office::guided::{Kind, forms};
use model::HsCode;

use super::view::{Fields, field};

/// What somebody looked for in a field, where it was not one code.
pub(super) struct LookedFor {
    /// The field of the codes.
    pub(super) path: String,
    /// The words.
    pub(super) words: String,
    /// What they may mean.
    pub(super) found: Vec<Heading>,
}

/// The name of the field for words beside a field of codes.
pub(super) fn field_for_words(path: &str) -> String {
    format!("find:{path}")
}

impl LookedFor {
    /// Puts what was looked for into the field of codes, if it is one code: `argument` is the field, with the code behind a
    /// colon where it was chosen. Answers what there is to choose from otherwise.
    pub(super) fn take(
        fields: &mut Cow<'_, Fields>,
        act: Option<&str>,
        argument: &str,
        language: &str,
    ) -> Option<Self> {
        let (path, chosen) = argument.split_once(':').unwrap_or((argument, ""));
        let words = match chosen {
            "" => field(fields, &field_for_words(path)).trim().to_owned(),
            chosen => chosen.to_owned(),
        };
        let found = headings::find(&words, language);
        // A code, or a code with its name as it is offered.
        let written = words.split_whitespace().next().and_then(|first| first.parse::<HsCode>().ok());
        let code = written.or_else(|| match &found[..] {
            [only] => Some(only.code),
            _ => None,
        });
        match code {
            Some(code) => {
                add(fields.to_mut(), path, code.as_str(), takes_one(act, path));
                None
            }
            None => Some(Self { path: path.to_owned(), words, found }),
        }
    }
}

/// Whether a field of an act takes one code; others take any number.
fn takes_one(act: Option<&str>, path: &str) -> bool {
    let form = act.and_then(|act| forms().get(act));
    let known = form.and_then(|form| form.find(path.strip_prefix("act.")?));
    known.is_some_and(|known| known.kind == Kind::Commodity)
}

/// Adds a code behind those that are there, or puts it in their place.
fn add(fields: &mut Fields, path: &str, code: &str, alone: bool) {
    let codes = fields.entry(path.to_owned()).or_default();
    if alone {
        *codes = code.to_owned();
    } else if !codes.split_whitespace().any(|known| known == code) {
        *codes = format!("{codes} {code}").trim().to_owned();
    }
}
