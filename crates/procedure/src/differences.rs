//! Differences between two texts, element by element.

use law::rules::objective::formal_elements::Element;
use statement::act::Elements;

/// One part of one element that differs. At least one side is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The element of annex B.
    pub element: Element,
    /// The part of it, where it has parts: the number of a requirement, a standard, a procedure; else empty.
    pub part: String,
    /// The former text; `None` where the part was added.
    pub before: Option<String>,
    /// The later text; `None` where the part was removed.
    pub after: Option<String>,
}

/// What differs from one text to another: changed and removed parts in the order of the former, then added ones, by
/// element in the order of annex B.
pub fn differences(before: &Elements, after: &Elements) -> Vec<Difference> {
    let (before, after) = (parts(before), parts(after));
    let mut found = Vec::new();
    for part in &before {
        let same = after.iter().find(|other| other.is(part));
        if same.is_none_or(|same| same.text != part.text) {
            found.push(part.difference(Some(&part.text), same.map(|same| &same.text)));
        }
    }
    for part in after.iter().filter(|part| !before.iter().any(|other| other.is(part))) {
        found.push(part.difference(None, Some(&part.text)));
    }
    found.sort_by_key(|difference| difference.element);
    found
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The element of annex B.
    pub element: Element,
    /// The part of it, where it has parts: the number of a requirement, a standard, a procedure; else empty.
    pub key: String,
    /// What it says. Terms of closed lists stand in their wire form.
    pub text: String,
}

impl Part {
    fn is(&self, other: &Part) -> bool {
        self.element == other.element && self.key == other.key
    }

    fn difference(&self, before: Option<&String>, after: Option<&String>) -> Difference {
        Difference {
            element: self.element,
            part: self.key.clone(),
            before: before.cloned(),
            after: after.cloned(),
        }
    }
}

/// A text as parts, in the order of annex B. What is empty is no part.
pub fn parts(e: &Elements) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut add = |element, key: &str, text: String| {
        if !text.is_empty() {
            parts.push(Part { element, key: key.to_owned(), text });
        }
    };
    add(Element::Scope, "", e.scope.clone());
    if let Some(products) = &e.products {
        let codes =
            |list: &[model::HsCode]| list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let except = if products.except.is_empty() {
            String::new()
        } else {
            format!(" - {}", codes(&products.except))
        };
        add(
            Element::Scope,
            "HS",
            format!("{} ({}){except}", codes(&products.hs), products.hs_edition.year()),
        );
    }
    add(Element::Purposes, "", e.purposes.iter().map(|p| p.as_str()).collect::<Vec<_>>().join(", "));
    for r in &e.requirements {
        add(Element::Requirements, &r.number, joined(&[&r.text, r.form.as_str(), &r.hazard]));
    }
    for s in &e.standards {
        let exclusive = if s.exclusive { "exclusive" } else { "" };
        let until = s.former_edition_until.map(|day| day.to_string()).unwrap_or_default();
        let text = joined(&[s.standard.as_str(), exclusive, &s.section, &until, &s.requirements.join(", ")]);
        add(Element::Standards, s.standard.as_str(), text);
        add(Element::ConditionsOfUse, s.standard.as_str(), s.conditions.clone());
    }
    add(Element::Standards, "", e.no_standards.clone());
    add(Element::Standards, "presumption", if e.presumption { "yes".into() } else { String::new() });
    for p in &e.procedures {
        add(Element::Procedures, p.procedure.as_str(), p.procedure.to_string());
        add(Element::ProcedureContents, p.procedure.as_str(), p.contents.clone());
    }
    add(Element::Procedures, "stricter", e.stricter.clone());
    add(Element::Choice, "", e.choice.clone());
    add(Element::Evidence, "", e.evidence.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", "));
    add(Element::Bodies, "", e.bodies.clone());
    e.competence.iter().for_each(|criterion| add(Element::Competence, criterion, criterion.clone()));
    add(Element::Surveillance, "", e.surveillance.clone());
    add(Element::NonConforming, "", e.protection.non_conforming.clone());
    add(Element::NonConformingDeclared, "", e.protection.non_conforming_declared.clone());
    add(Element::Endangering, "", e.protection.endangering.clone());
    add(Element::EndangeringDeclared, "", e.protection.endangering_declared.clone());
    parts.sort_by_key(|part| part.element);
    parts
}

fn joined(texts: &[&str]) -> String {
    texts.iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use statement::Act;
    use statement::file::{Format, read};

    use super::*;

    fn example() -> Elements {
        let text = statement::template("draft.filed").unwrap();
        match read(text, Format::Toml, None).unwrap().remove(0).payload.act {
            Act::DraftFiled(draft) => draft.elements,
            _ => panic!("another act"),
        }
    }

    #[test]
    fn a_text_does_not_differ_from_itself() {
        assert_eq!(differences(&example(), &example()), []);
    }

    #[test]
    fn what_is_changed_removed_and_added_is_told_apart() {
        let (before, mut after) = (example(), example());
        after.requirements[0].text = "Nothing that can be touched is hotter than 55 °C.".into();
        after.choice.clear();
        after.competence.push("ISO/IEC 17025".into());
        let found = differences(&before, &after);
        let told: Vec<_> = found
            .iter()
            .map(|d| (d.element, d.part.as_str(), d.before.is_some(), d.after.is_some()))
            .collect();
        assert_eq!(
            told,
            [
                (Element::Requirements, "R1", true, true),
                (Element::Choice, "", true, false),
                (Element::Competence, "ISO/IEC 17025", false, true),
            ]
        );
    }

    #[test]
    fn every_element_of_the_example_shows_when_all_is_lost() {
        let found = differences(&example(), &Elements::default());
        for element in Element::ALL {
            assert!(found.iter().any(|difference| difference.element == *element), "{element:?}");
        }
    }
}
