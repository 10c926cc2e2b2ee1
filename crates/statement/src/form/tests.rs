use std::collections::BTreeSet;

use super::*;

fn form(act: &str) -> Form {
    Forms::read().get(act).unwrap_or_else(|| panic!("{act}")).clone()
}

fn kind(form: &Form, path: &str) -> Kind {
    form.find(path).unwrap_or_else(|| panic!("{}: {path}", form.act)).kind.clone()
}

#[test]
fn every_act_has_a_form_with_every_field_of_its_example() {
    let forms = Forms::read();
    for name in Act::NAMES {
        let form = forms.get(name).unwrap();
        assert!(!form.title.is_empty() && !form.fields.is_empty(), "{name}");
        let example = Example::read(name).unwrap();
        for place in objects(&example.fields) {
            let shown = example.fields.pointer(&place).unwrap().as_object().unwrap();
            for key in shown.keys() {
                let path = format!("{place}/{key}").trim_start_matches('/').replace('/', ".");
                let within = path.rsplit_once('.').and_then(|(above, _)| form.find(above));
                let is_language = within.is_some_and(|field| field.kind == Kind::Languages);
                // Variants have their name in the path, and no field.
                let is_variant = within.is_some_and(|field| matches!(field.kind, Kind::OneOf(_)))
                    || path.split('.').any(|step| step == "change");
                assert!(is_language || is_variant || form.find(&path).is_some(), "{name}: {path}");
            }
        }
    }
}

#[test]
fn fields_take_what_their_reader_takes() {
    let call = form("call.made");
    assert_eq!(kind(&call, "procedure"), Kind::Instrument);
    assert_eq!(kind(&call, "countries"), Kind::List(Box::new(Kind::Jurisdiction)));
    assert_eq!(kind(&call, "title"), Kind::Languages);
    assert_eq!(kind(&call, "on"), Kind::Day);
    assert_eq!(kind(&call, "elements.products.hs"), Kind::List(Box::new(Kind::Commodity)));
    assert_eq!(kind(&call, "elements.standards.standard"), Kind::Standard);
    assert_eq!(kind(&call, "elements.presumption"), Kind::Flag);
    assert_eq!(kind(&call, "elements.scope"), Kind::Prose);
    let Kind::Choice(forms) = kind(&call, "elements.requirements.form") else { panic!("a closed list") };
    assert_eq!(forms, ["performance", "design", "descriptive"]);
    assert_eq!(kind(&form("body.designated"), "body"), Kind::Party);
    assert_eq!(kind(&form("draft.filed"), "draft"), Kind::Number);
    let Kind::OneOf(changes) = kind(&form("certificates.changed"), "changes.change") else {
        panic!("one of several")
    };
    let names: Vec<_> = changes.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.contains(&"suspended") && names.contains(&"amended"), "{names:?}");
}

#[test]
fn what_an_example_leaves_out_is_found_in_another() {
    // `against` is shown whole beside `measure.taken` alone.
    let names = |act| match kind(&form(act), "against") {
        Kind::Table(fields) => fields.into_iter().map(|field| field.name).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(names("suspicion.reported"), names("measure.taken"));
    assert!(names("measure.taken").contains(&"batches".to_owned()));
}

#[test]
fn help_and_whether_a_field_may_be_left_out_come_from_the_example_and_the_reader() {
    let answer = form("call.answered");
    let participates = answer.find("participates").unwrap();
    assert!(participates.optional && !answer.find("country").unwrap().optional);
    assert!(!participates.help.starts_with("optional") && !participates.help.is_empty());
    assert_eq!(answer.title, "A country responds to a call (annex C 2.1).");
    // A comment of two lines that only lists terms is left to the choice; one below a long line is help.
    assert_eq!(form("party.registered").find("kind").unwrap().help, "");
    let concurred = form("agreement.concurred");
    assert!(concurred.find("statement").unwrap().help.ends_with("as in its receipt"));
}

#[test]
fn the_terms_of_a_closed_list_are_no_other_than_those_that_are_read() {
    // Guards the reading of messages: every choice has at least two terms, none empty.
    fn check(act: &str, kind: &Kind, seen: &mut BTreeSet<String>) {
        match kind {
            Kind::Choice(terms) => {
                assert!(!terms.is_empty() && terms.iter().all(|term| !term.is_empty()), "{act}: {terms:?}");
                seen.extend(terms.iter().cloned());
            }
            Kind::List(entry) => check(act, entry, seen),
            Kind::Table(fields) => fields.iter().for_each(|field| check(act, &field.kind, seen)),
            Kind::OneOf(variants) => variants
                .iter()
                .for_each(|(_, fields)| fields.iter().for_each(|field| check(act, &field.kind, seen))),
            _ => {}
        }
    }
    let mut seen = BTreeSet::new();
    for form in Forms::read().iter() {
        form.fields.iter().for_each(|field| check(form.act, &field.kind, &mut seen));
    }
    for term in ["performance", "declaration", "prohibition", "member", "yes", "treaty"] {
        assert!(seen.contains(term), "{term}");
    }
}
