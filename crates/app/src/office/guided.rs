//! Guided forms: an act as labelled fields, made from the same description as the text ([`statement::form`]).
//!
//! A form is a view of a text. What is filled in is written into that text, which keeps its comments and whatever the form
//! does not show; so one may go from form to text and back. The text then goes to the same use case as any other text, and
//! a form can say nothing that the text could not.

mod choices;
mod fill;
mod nodes;
mod text;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};
use statement::file::toml_to_json;
use statement::form::{Form, Forms};

use super::{Acting, Office, OfficeError};

pub use choices::{Choices, named};
pub use nodes::{Node, PLACE, Row, What};
pub use statement::form::{Field, Kind};

/// Fields as they were sent, by name.
pub type Sent = HashMap<String, String>;

/// Most entries of one list in a form; the text takes more.
pub const ROWS_MAX: usize = 500;

/// The forms of all acts. They follow from the program alone.
static FORMS: LazyLock<Forms> = LazyLock::new(Forms::read);

/// An act as a form.
#[derive(Clone, Debug)]
pub struct Guided {
    /// Name of the act.
    pub act: &'static str,
    /// The identifier of the statement.
    pub id: String,
    /// The fields of the act.
    pub nodes: Vec<Node>,
    /// The text of which it is a view.
    pub text: String,
    /// What there is to choose from.
    pub choices: Choices,
}

/// What is done to the lists of a form before it is shown again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A further entry at the end of the list at a path.
    Add(String),
    /// Without the entry at a path.
    Remove(String),
}

/// The forms of all acts.
pub fn forms() -> &'static Forms {
    &FORMS
}

/// The name of the act in a text; `None` where there is no form for it.
pub fn act_of(text: &str) -> Option<&'static str> {
    Some(form_of(&tree(text)?)?.act)
}

/// The text with what was sent in its form.
pub fn filled(text: &str, sent: &Sent) -> String {
    changed(text, sent, None)
}

/// The same, with an entry of a list taken away if that is the change.
pub fn changed(text: &str, sent: &Sent, change: Option<&Change>) -> String {
    let Some(old) = tree(text) else { return text.to_owned() };
    let Some(form) = form_of(&old) else { return text.to_owned() };
    let without = match change {
        Some(Change::Remove(path)) => Some(path.as_str()),
        _ => None,
    };
    let wanted = fill::fill(form, &old, sent, without);
    text::write(text, &old, &wanted, form)
}

/// A text that begins an act with some of its fields filled in.
pub fn begun(act: &str, signer: &str, id: &str, fields: &Map<String, Value>) -> Option<String> {
    let form = FORMS.get(act)?;
    let text = format!(
        "# {}\n\nid = \"{id}\"        # unique among the statements of your party\nsigner = \"{signer}\"\n\n[act]\ntype = \"{act}\"\n",
        form.title
    );
    let old = tree(&text)?;
    let mut wanted = old.clone();
    wanted.get_mut("act")?.as_object_mut()?.extend(fields.clone());
    Some(text::write(&text, &old, &wanted, form))
}

impl Office {
    /// A text as a form, in a language. `change` lengthens a list by one empty entry.
    ///
    /// # Errors
    /// [`OfficeError::NoForm`] when the text is not one act in TOML: it is to be mended as text first.
    pub fn guided(&self, text: &str, change: Option<&Change>, language: &str) -> Result<Guided, OfficeError> {
        let tree = tree(text).ok_or(OfficeError::NoForm)?;
        let form = form_of(&tree).ok_or(OfficeError::NoForm)?;
        let more = match change {
            Some(Change::Add(path)) => Some(path.as_str()),
            _ => None,
        };
        let nodes = nodes::nodes(form, &tree, more);
        let state = self.app().state();
        let choices = Choices::of(state.registry(), &nodes, language);
        let id = tree.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Guided { act: form.act, id, nodes, text: text.to_owned(), choices })
    }

    /// The text with which a form for an act begins: nothing but its name, signer and a new identifier.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn empty_form(&self, acting: &Acting, act: &str) -> Result<Option<String>, OfficeError> {
        let id = self.new_id(act)?;
        Ok(begun(act, acting.officer().party.as_str(), &id, &Map::new()))
    }
}

/// The tree of a text that a form can show: one statement with an act.
pub(super) fn tree(text: &str) -> Option<Map<String, Value>> {
    let tree = if text.trim_start().starts_with('{') {
        serde_json::from_str(text).ok()?
    } else {
        toml_to_json(text)?
    };
    tree.get("act")?.is_object().then_some(tree)
}

fn form_of(tree: &Map<String, Value>) -> Option<&'static Form> {
    FORMS.get(tree.get("act")?.get("type")?.as_str()?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
