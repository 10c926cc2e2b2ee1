//! The formal check of a text while it is written, and the former text beside it (Rec. L annex B, annex C 3.3; CRO-05).
//!
//! It is the check of the rule `objective.formal-elements` itself, on a text that is in no log yet. A part that cannot be
//! read yet is left out of it and named.

use law::rules::objective::formal_elements::{Element, Presence};
use model::{InstrumentId, LogIndex};
use registry::content;
use serde_json::Value;
use statement::act::Elements;

use super::Office;
use super::guided::tree;

/// Parts that are left out before the check gives up: one that is written has a few.
const UNREADABLE_MAX: usize = 50;

/// What the formal check finds, and what differs from the former text.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The draft on record whose text it is, for an act that names one; `None` for the text that is written here.
    pub draft: Option<u32>,
    /// Every element of annex B, in its order.
    pub elements: Vec<CheckedElement>,
    /// Parts that cannot be read yet: where, and why.
    pub unreadable: Vec<(String, String)>,
    /// The former text, where there is one.
    pub former: Option<Former>,
}

/// An element of annex B in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedElement {
    /// Its name, as in findings.
    pub name: &'static str,
    /// Whether it is there.
    pub presence: Presence,
    /// The paragraph that asks for it.
    pub paragraph: &'static str,
    /// The field of the form in which it is written.
    pub field: &'static str,
}

/// The former text of the same procedure, and what differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Former {
    /// Number of the draft; `None` for the text of the call.
    pub draft: Option<u32>,
    /// Its statement.
    pub at: LogIndex,
    /// What differs, element by element.
    pub differences: Vec<Differs>,
}

/// A part of an element that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// The element, as in findings.
    pub element: &'static str,
    /// The part of it, such as the number of a requirement; else empty.
    pub part: String,
    /// The former text; `None` where it was added.
    pub before: Option<String>,
    /// The text now; `None` where it was removed.
    pub after: Option<String>,
}

impl Checked {
    /// How many elements are missing.
    pub fn missing(&self) -> usize {
        self.elements.iter().filter(|element| element.presence == Presence::Missing).count()
    }
}

impl Office {
    /// Checks the text of an act that carries the elements of annex B, or the draft on record that an act agrees on, submits
    /// or establishes; `None` for any other.
    pub fn check_text(&self, text: &str) -> Option<Checked> {
        let act = tree(text)?.remove("act")?;
        match act.get("type")?.as_str()? {
            "call.made" | "draft.filed" => {
                let mut unreadable = Vec::new();
                let elements = readable(act.get("elements").cloned().unwrap_or_default(), &mut unreadable);
                let former = self.former(&act, &elements);
                Some(Checked { draft: None, elements: check(&elements), unreadable, former })
            }
            "draft.agreed" | "objective.submitted" | "objective.established" => self.on_record(&act),
            _ => None,
        }
    }

    /// The check of the draft that an act names.
    fn on_record(&self, act: &Value) -> Option<Checked> {
        let id: InstrumentId = act.get("procedure")?.as_str()?.parse().ok()?;
        let number = act.get("draft")?.as_u64()?;
        let state = self.app().state();
        let registry = state.registry();
        let found = procedure::procedure(registry, &id, self.app().clock().today(), registry.knowledge())?;
        let filed =
            found.drafts.iter().map(|draft| draft.filed).find(|filed| u64::from(filed.draft) == number)?;
        let elements = check(&filed.elements);
        Some(Checked { draft: Some(filed.draft), elements, unreadable: Vec::new(), former: None })
    }

    /// The draft before this one, or the text of the call.
    fn former(&self, act: &Value, elements: &Elements) -> Option<Former> {
        if act.get("type")?.as_str()? != "draft.filed" {
            return None;
        }
        let id: InstrumentId = act.get("procedure")?.as_str()?.parse().ok()?;
        let state = self.app().state();
        let registry = state.registry();
        let day = self.app().clock().today();
        let found = procedure::procedure(registry, &id, day, registry.knowledge())?;
        let number = act.get("draft").and_then(Value::as_u64).unwrap_or(u64::MAX);
        let before = found.drafts.iter().rev().find(|draft| u64::from(draft.filed.draft) < number);
        let (draft, at, text) = match (before, &found.call) {
            (Some(draft), _) => (Some(draft.filed.draft), draft.at, &draft.filed.elements),
            (None, Some(call)) => (None, call.at, &call.made.elements),
            (None, None) => return None,
        };
        let differences = procedure::differences(text, elements).into_iter().map(|found| Differs {
            element: found.element.as_str(),
            part: found.part,
            before: found.before,
            after: found.after,
        });
        Some(Former { draft, at, differences: differences.collect() })
    }
}

/// Every element of a text.
fn check(elements: &Elements) -> Vec<CheckedElement> {
    let content = content(elements);
    let checked = |element: &Element| CheckedElement {
        name: element.as_str(),
        presence: content.presence(*element),
        paragraph: element.paragraph(),
        field: field_of(*element),
    };
    Element::ALL.iter().map(checked).collect()
}

/// The elements, without the parts that cannot be read.
fn readable(mut written: Value, unreadable: &mut Vec<(String, String)>) -> Elements {
    if written.is_null() {
        return Elements::default();
    }
    for _ in 0..UNREADABLE_MAX {
        let error = match serde_path_to_error::deserialize::<_, Elements>(&written) {
            Ok(elements) => return elements,
            Err(error) => error,
        };
        let path = error.path().to_string();
        unreadable.push((format!("act.elements.{path}"), error.inner().to_string()));
        if !remove(&mut written, &path) {
            break;
        }
    }
    Elements::default()
}

/// Takes away what stands at a path such as `requirements[1].form`; of a list, the whole entry.
fn remove(value: &mut Value, path: &str) -> bool {
    let pointer = format!("/{}", path.replace('[', "/").replace(']', "").replace('.', "/"));
    let Some((parent, key)) = pointer.rsplit_once('/') else { return false };
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) if parent.is_empty() || fields.contains_key(key) => {
            let inner = parent.rsplit_once('/').is_some_and(|(_, place)| place.parse::<usize>().is_ok());
            // An entry without one of its fields says nothing that can be counted.
            if inner { remove_entry(value, parent) } else { fields.remove(key).is_some() }
        }
        Some(Value::Array(_)) => remove_entry(value, &pointer),
        _ => false,
    }
}

fn remove_entry(value: &mut Value, pointer: &str) -> bool {
    let Some((list, place)) = pointer.rsplit_once('/') else { return false };
    let entries = value.pointer_mut(list).and_then(Value::as_array_mut);
    match (entries, place.parse::<usize>()) {
        (Some(entries), Ok(place)) if place < entries.len() => {
            entries.remove(place);
            true
        }
        _ => false,
    }
}

/// The field of the form in which an element is written.
fn field_of(element: Element) -> &'static str {
    match element {
        Element::Scope => "act.elements.scope",
        Element::Purposes => "act.elements.purposes",
        Element::Requirements => "act.elements.requirements",
        Element::Standards | Element::ConditionsOfUse => "act.elements.standards",
        Element::Procedures | Element::ProcedureContents => "act.elements.procedures",
        Element::Choice => "act.elements.choice",
        Element::Evidence => "act.elements.evidence",
        Element::Bodies => "act.elements.bodies",
        Element::Competence => "act.elements.competence",
        Element::Surveillance => "act.elements.surveillance",
        Element::NonConforming => "act.elements.protection.non_conforming",
        Element::NonConformingDeclared => "act.elements.protection.non_conforming_declared",
        Element::Endangering => "act.elements.protection.endangering",
        Element::EndangeringDeclared => "act.elements.protection.endangering_declared",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::office::guided::forms;

    #[test]
    fn every_element_is_written_in_a_field_that_the_form_has() {
        for act in ["call.made", "draft.filed"] {
            let form = forms().get(act).unwrap();
            for element in Element::ALL {
                let path = field_of(*element).strip_prefix("act.").unwrap();
                assert!(form.find(path).is_some(), "{act}: {path}");
            }
        }
    }

    #[test]
    fn a_part_that_cannot_be_read_is_named_and_the_rest_is_checked() {
        let mut unreadable = Vec::new();
        let written = json!({
            "scope": "kettles", "purposes": ["safety", "beauty"], "evidence": "all",
            "requirements": [
                { "number": "R1", "text": "cold", "form": "performance" },
                { "number": "R2", "form": "performance" },
                { "number": "R3", "text": "dry", "form": "poetry" },
            ],
        });
        let elements = readable(written, &mut unreadable);
        assert_eq!(
            (elements.scope.as_str(), elements.purposes.len(), elements.requirements.len()),
            ("kettles", 1, 1)
        );
        let named: Vec<_> = unreadable.iter().map(|(path, _)| path.as_str()).collect();
        assert!(named.contains(&"act.elements.evidence") && named.len() == 4, "{unreadable:?}");
        assert_eq!(readable(json!("nothing"), &mut unreadable), Elements::default());
        assert_eq!(readable(Value::Null, &mut unreadable), Elements::default());
    }
}
