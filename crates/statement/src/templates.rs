//! A commented example of every act, and the reference page made from them.

use std::fmt::Write as _;

use crate::act::Act;
use crate::file::{self, Format};
use crate::who_may_sign::{may_be_reported, who_may_sign};

/// The example of an act: a file of one statement in TOML with every field and what it means. `None` for a name
/// that is no act.
pub fn template(name: &str) -> Option<&'static str> {
    TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The reference of all acts in Markdown: for each, its example and who may sign it.
pub fn markdown() -> String {
    let mut page = String::from(HEAD);
    for name in Act::NAMES {
        section(&mut page, name);
    }
    page
}

const HEAD: &str = "<!-- Made from the examples in crates/statement/templates and the table in \
crates/statement/src/who_may_sign.rs; do not edit. -->\n\n# Acts\n\nEvery act that a statement can carry, with an \
example of every field. How to write, sign and submit a statement: [statements.md](../statements.md). Periods are \
half-open: `from` is the first day, `until` the first day after. \"Reported\" means that a recorder may state the \
act of somebody who does not sign.\n";

fn section(page: &mut String, name: &str) {
    let text = template(name).unwrap_or_default();
    let Some(draft) = file::read(text, Format::Toml, None).ok().and_then(|drafts| drafts.into_iter().next())
    else {
        return;
    };
    let act = &draft.payload.act;
    let signers: Vec<_> = who_may_sign(act).iter().map(ToString::to_string).collect();
    let reported = if may_be_reported(act) { "may be reported" } else { "is never reported" };
    // Writing to a String cannot fail.
    let _ = write!(
        page,
        "\n## `{name}`\n\nSigned, in this example, by {}; {reported}.\n\n```toml\n{}```\n",
        signers.join(", or "),
        text
    );
}

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        const TEMPLATES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../templates/", $name, ".toml")))),+];
    };
}

templates!(
    "registry.opened",
    "log-key.added",
    "country.registered",
    "group.registered",
    "membership.stated",
    "party.registered",
    "key.added",
    "key.rotated",
    "key.revoked",
    "mandate.given",
    "mandate.ended",
    "ownership.stated",
    "standard.published",
    "standard.revised",
    "standard.withdrawn",
    "standard.adopted",
    "stringency.stated",
    "correlation.stated",
    "regulation.proposed",
    "regulation.adopted",
    "regulation.amended",
    "regulation.repealed",
    "ownership.barred",
    "need.identified",
    "interest.stated",
    "call.made",
    "call.transmitted",
    "call.answered",
    "task-force.formed",
    "task-force.joined",
    "task-force.left",
    "task-force.reported",
    "standards.explored",
    "standard-work.requested",
    "standard-work.updated",
    "conflicting-activity.noted",
    "draft.filed",
    "practice.assessed",
    "comments.opened",
    "comments.published",
    "comments.answered",
    "draft.agreed",
    "objective.submitted",
    "objective.established",
    "objective.agreed",
    "objective.announced",
    "invitation.sent",
    "objective.adopted",
    "objective.status-reported",
    "objective.accepted",
    "recognised-body.designated",
    "recognised-body.withdrawn",
    "interpretation.published",
    "additional-requirement.imposed",
    "additional-requirement.lifted",
    "additional-requirement.answered",
    "counter-measure.taken",
    "counter-measure.lifted",
    "agreement.concluded",
    "agreement.concurred",
    "agreement.acceded",
    "agreement.terminated",
    "annex.concluded",
    "annex.amended",
    "annex.joined",
    "annex.suspended",
    "annex.restored",
    "annex.terminated",
    "equivalence.declared",
    "equivalence.revoked",
    "harmonised-regulation.applied",
    "alignment.confirmed",
    "exemption.stated",
    "refusal.reasoned",
    "body.designated",
    "body.listed",
    "body.status-changed",
    "accreditation.granted",
    "accreditation.changed",
    "accreditation.recognised",
    "scheme.joined",
    "difference.declared",
    "certificates.issued",
    "certificates.changed",
    "measure.taken",
    "measure.declared",
    "measure.lifted",
    "suspicion.reported",
    "recognition.decided",
    "recognition.revoked",
    "acceptance.stated",
    "coverage.stated",
);

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;

    use super::*;
    use crate::payload::Payload;

    fn payload(name: &str) -> Payload {
        let drafts = file::read(template(name).unwrap_or_default(), Format::Toml, None);
        drafts.unwrap_or_else(|error| panic!("{name}: {error}")).remove(0).payload
    }

    /// The names of all fields of each object in a value that is read into a structure, found by adding a field
    /// that none has: the error of the reader lists those that it knows.
    fn known_fields(name: &str, act: &Value, place: &str, known: &mut BTreeMap<String, BTreeSet<String>>) {
        let mut changed = act.clone();
        let object = changed.pointer_mut(place).and_then(Value::as_object_mut).unwrap();
        let present: Vec<_> = object.keys().cloned().collect();
        object.insert("no such field".into(), Value::Null);
        let read = Act::from_fields(name, &changed).unwrap();
        let message = read.err().map(|error| error.inner().to_string()).unwrap_or_default();
        if let Some((_, list)) = message.split_once("unknown field `no such field`, expected ") {
            known.entry(list.to_owned()).or_default().extend(present);
        }
    }

    fn objects(value: &Value, place: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.push(place.to_owned());
                fields.iter().for_each(|(key, value)| objects(value, &format!("{place}/{key}"), found));
            }
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(i, value)| objects(value, &format!("{place}/{i}"), found));
            }
            _ => {}
        }
    }

    #[test]
    fn every_act_has_an_example_that_is_its_own() {
        for name in Act::NAMES {
            assert_eq!(payload(name).act.name(), *name);
        }
        let listed: Vec<_> = TEMPLATES.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, Act::NAMES);
    }

    #[test]
    fn every_field_of_every_act_stands_in_an_example() {
        let mut known = BTreeMap::new();
        for name in Act::NAMES {
            let mut act = example(name);
            act.as_object_mut().unwrap().remove("type");
            let mut places = Vec::new();
            objects(&act, "", &mut places);
            places.iter().for_each(|place| known_fields(name, &act, place, &mut known));
        }
        assert!(known.len() > Act::NAMES.len(), "the messages of the reader are no longer understood");
        for (list, present) in known {
            let fields: BTreeSet<_> = list.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            assert!(!fields.is_empty() && fields.is_subset(&present), "not shown: {:?}", &fields - &present);
        }
    }

    /// The act as it stands in the file, with fields that would be left out when written.
    fn example(name: &str) -> Value {
        let table: toml::Value = toml::from_str(template(name).unwrap()).unwrap();
        let mut act = serde_json::to_value(&table["act"]).unwrap();
        days_as_text(&mut act);
        act
    }

    /// Whether a value holds another whole; it may say more, where a default is written out.
    fn holds(whole: &Value, part: &Value) -> bool {
        match (whole, part) {
            (Value::Object(whole), Value::Object(part)) => {
                part.iter().all(|(key, part)| whole.get(key).is_some_and(|whole| holds(whole, part)))
            }
            (Value::Array(whole), Value::Array(part)) => {
                whole.len() == part.len() && whole.iter().zip(part).all(|(whole, part)| holds(whole, part))
            }
            _ => whole == part,
        }
    }

    fn days_as_text(value: &mut Value) {
        match value {
            Value::Object(fields) if fields.contains_key("$__toml_private_datetime") => {
                *value = fields["$__toml_private_datetime"].clone();
            }
            Value::Object(fields) => fields.values_mut().for_each(days_as_text),
            Value::Array(list) => list.iter_mut().for_each(days_as_text),
            _ => {}
        }
    }

    #[test]
    fn examples_survive_writing_and_reading() {
        for name in Act::NAMES {
            let payload = payload(name);
            assert_eq!(Payload::from_json(&payload.to_json()), Ok(payload.clone()), "{name}");
            // What the file says is what is signed: nothing is dropped or respelled.
            let written = serde_json::to_value(&payload.act).unwrap();
            assert!(holds(&written, &example(name)), "{name}: {written}");
        }
    }

    #[test]
    fn every_field_but_the_optional_ones_is_required() {
        for name in Act::NAMES {
            let text = template(name).unwrap();
            let whole = example(name);
            for field in whole.as_object().unwrap().keys().filter(|field| *field != "type") {
                let mut without = whole.clone();
                without.as_object_mut().unwrap().remove(field);
                without.as_object_mut().unwrap().remove("type");
                let line = text
                    .lines()
                    .find(|l| l.starts_with(&format!("{field} = ")) || l.contains(&format!("[act.{field}]")));
                let optional = line.is_some_and(|line| line.contains("# optional"));
                let read = Act::from_fields(name, &without).unwrap();
                assert!(read.is_ok() || !optional, "{name}: `{field}` is called optional and is not");
            }
        }
    }

    #[test]
    fn the_reference_page_is_fresh() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/acts.md");
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            found == markdown(),
            "docs/reference/acts.md is stale: write it anew with `comity markdown-acts`"
        );
    }
}
