use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::act::Act;
use crate::file::{Format, read};
use crate::payload::PayloadError;
use crate::template;

/// What is wrong with the example of an act after a change at a place in it.
fn changed(name: &str, place: &str, value: Value) -> Result<Payload, ActError> {
    let mut payload = read(template(name).unwrap(), Format::Toml, None).unwrap().remove(0).payload.to_value();
    let (parent, key) = place.rsplit_once('/').unwrap();
    match payload["act"].pointer_mut(parent).unwrap() {
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        object if value.is_null() => drop(object.as_object_mut().unwrap().remove(key)),
        object => object[key] = value,
    }
    match Payload::from_value(payload) {
        Ok(payload) => Ok(payload),
        Err(PayloadError::Act(error)) => Err(error),
        Err(error) => panic!("{name}: {error}"),
    }
}

macro_rules! refused {
    ($($test:ident: $name:literal $place:literal = $value:tt => $error:pat, $field:expr;)+) => {$(
        #[test]
        fn $test() {
            let error = changed($name, $place, json!($value)).unwrap_err();
            assert!(matches!(&error, $error), "{error:?}");
            assert_eq!(error.field(), $field);
        }
    )+};
}

refused! {
    a_period_that_is_empty: "measure.taken" "/until" = "2026-02-10" => ActError::Period { .. }, Some("act.until");
    an_agreement_that_ends_before_it_begins: "agreement.concluded" "/until" = "2001-01-01" => ActError::Period { .. }, Some("act.until");
    a_certificate_that_expires_on_issue: "certificates.issued" "/certificates/0/expires_on" = "2026-01-31"
        => ActError::Period { .. }, Some("act.certificates[0].expires_on");
    an_assessment_after_issue: "certificates.issued" "/certificates/0/assessed_on" = "2026-02-01"
        => ActError::Order { other: "assessed_on", .. }, Some("act.certificates[0].issued_on");
    a_code_without_its_edition: "certificates.issued" "/certificates/0/products/0/hs_edition" = null
        => ActError::CodeWithoutEdition { .. }, Some("act.certificates[0].products[0]");
    an_edition_without_a_code: "certificates.issued" "/certificates/0/products/0/hs" = null
        => ActError::CodeWithoutEdition { .. }, Some("act.certificates[0].products[0]");
    a_product_that_is_nothing: "certificates.issued" "/certificates/0/products/0" = {}
        => ActError::Empty { .. }, Some("act.certificates[0].products[0]");
    a_hash_in_capitals: "agreement.concurred" "/statement" = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
        => ActError::Hash { .. }, Some("act.statement");
    an_undated_standard_on_a_certificate: "certificates.issued" "/certificates/0/standards/1" = "IEC 60335-2-15"
        => ActError::Undated { .. }, Some("act.certificates[0].standards[1]");
    a_trade_item_number_with_a_slip: "measure.taken" "/against/gtins/0" = "4006381333932"
        => ActError::Gtin { .. }, Some("act.against.gtins[0]");
    a_target_that_is_nothing: "suspicion.reported" "/against" = {} => ActError::EmptyTarget { .. }, Some("act.against");
    a_version_of_zero: "objective.agreed" "/version" = 0 => ActError::Version { .. }, Some("act.version");
    more_than_the_whole: "ownership.stated" "/share_permille" = 1001 => ActError::Share { .. }, Some("act.share_permille");
    a_direction_to_itself: "annex.suspended" "/directions/0/to" = "EU" => ActError::Same { .. }, Some("act.directions[0].from");
    an_exception_that_nothing_covers: "regulation.adopted" "/requirement/products/except/0" = "8517"
        => ActError::ExceptionOutside { .. }, Some("act.requirement.products");
    an_exception_from_everything: "exemption.stated" "/products" = {"hs": [], "hs_edition": 2022, "except": ["9303"]}
        => ActError::ExceptionOutside { .. }, Some("act.products");
    a_heading_covered_and_excepted: "regulation.adopted" "/requirement/products/except/0" = "8516"
        => ActError::CoveredAndExcepted { .. }, Some("act.requirement.products");
    a_country_of_three_letters: "country.registered" "/country" = "FRA" => ActError::CountryCode { .. }, Some("act.country");
    a_country_without_a_name: "country.registered" "/name" = {} => ActError::Empty { .. }, Some("act.name");
    a_name_in_no_language: "country.registered" "/name" = {"English": "France"} => ActError::Language { .. }, Some("act.name");
    a_mandate_to_regulate_for_all: "mandate.given" "/on_behalf_of" = null
        => ActError::MandateForNobody { scope: MandateScope::Regulate }, Some("act.scopes");
    a_mandate_for_nothing: "mandate.given" "/scopes" = [] => ActError::Empty { .. }, Some("act.scopes");
    the_same_scope_twice: "mandate.given" "/scopes" = ["regulate", "regulate"] => ActError::Repeated { .. }, Some("act.scopes[1]");
    an_agreement_of_nobody: "agreement.concluded" "/parties" = [] => ActError::Empty { .. }, Some("act.parties");
    days_of_contest_without_their_effect: "annex.concluded" "/terms/effect_of_contest" = "stays_listed"
        => ActError::Together { .. }, Some("act.terms.contest_days");
    an_equivalence_without_editions: "equivalence.declared" "/first" = {"act": "EXAMPLE-LVD"} => ActError::Undated { .. }, Some("act.first");
    acts_leave_the_scope_in_a_reduction_only: "accreditation.changed" "/event" = "withdrawn"
        => ActError::Together { .. }, Some("act.standards");
    an_amended_certificate_with_another_number: "certificates.changed" "/changes/0/number" = "OTHER"
        => ActError::Differs { .. }, Some("act.changes[0].change.amended.number");
    a_call_of_nobody: "call.made" "/countries" = [] => ActError::Empty { .. }, Some("act.countries");
    a_country_that_calls_twice: "call.made" "/countries" = ["FR", "FR"] => ActError::Repeated { .. }, Some("act.countries[1]");
    a_draft_of_zero: "draft.filed" "/draft" = 0 => ActError::Version { .. }, Some("act.draft");
    a_standard_for_a_requirement_that_is_not_there: "draft.filed" "/elements/standards/0/requirements/0" = "R2"
        => ActError::NoSuchNumber { .. }, Some("act.elements.standards[0].requirements[0]");
    a_document_of_no_bytes: "draft.filed" "/documents/0/size_bytes" = 0
        => ActError::DocumentSize { .. }, Some("act.documents[0].size_bytes");
    a_document_larger_than_is_taken: "draft.filed" "/documents/0/size_bytes" = 33554433
        => ActError::DocumentSize { .. }, Some("act.documents[0].size_bytes");
    a_document_of_no_type: "draft.filed" "/documents/0/media_type" = "PDF" => ActError::MediaType { .. }, Some("act.documents[0].media_type");
    a_document_without_its_hash: "objective.established" "/documents/0/sha256" = "abc"
        => ActError::Hash { .. }, Some("act.documents[0].sha256");
    comments_that_close_before_they_open: "comments.opened" "/until" = "2026-07-15" => ActError::Period { .. }, Some("act.until");
    the_same_question_answered_twice: "practice.assessed" "/answers" = [
        {"question": "performance_not_design", "answer": "yes", "reasons": "a"},
        {"question": "performance_not_design", "answer": "no", "reasons": "b"}]
        => ActError::Repeated { .. }, Some("act.answers[1].question");
    a_notice_before_the_adoption: "objective.adopted" "/notified_on" = "2026-02-28"
        => ActError::Order { .. }, Some("act.notified_on");
    a_draft_of_no_procedure: "objective.established" "/procedure" = null => ActError::Together { .. }, Some("act.draft");
    a_weak_key: "key.added" "/key/x" = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" => ActError::Key { .. }, Some("act.key");
    a_key_that_replaces_itself: "key.rotated" "/old" = "2026-3" => ActError::Same { .. }, Some("act.key.kid");
    a_reason_that_is_blank: "acceptance.stated" "/legal_basis" = " " => ActError::Empty { .. }, Some("act.legal_basis");
    a_text_that_steers_the_screen: "key.revoked" "/reason" = "lost\u{1b}[2J" => ActError::ControlCharacter { .. }, Some("act.reason");
    a_text_that_turns_around: "key.revoked" "/reason" = "lost\u{202e}" => ActError::ControlCharacter { .. }, Some("act.reason");
}

#[test]
fn an_amendment_changes_something() {
    let only = |fields: &str| {
        let json = format!(
            r#"{{"id":"a","signer":"did:web:a.example","act":{{"type":"annex.amended","annex":"A","from":"2027-01-01"{fields}}}}}"#
        );
        Payload::from_json(json.as_bytes())
    };
    assert!(matches!(only(""), Err(PayloadError::Act(ActError::Nothing { .. }))));
    assert!(only(r#","terms":{"bodies_listed":false}"#).is_ok());
}

#[test]
fn a_text_may_lack_every_element_and_an_establishment_without_a_draft_none_of_its_own() {
    assert!(changed("draft.filed", "/elements", json!({})).is_ok());
    let short = |field: &str| {
        let mut payload =
            changed("objective.established", "/former_version_until", json!(null)).unwrap().to_value();
        for gone in ["procedure", "draft", field] {
            payload["act"].as_object_mut().unwrap().remove(gone);
        }
        Payload::from_value(payload).map_err(|error| match error {
            PayloadError::Act(error) => error.field().unwrap().to_owned(),
            error => panic!("{error}"),
        })
    };
    for field in ["products", "purposes", "compliance"] {
        assert_eq!(short(field).unwrap_err(), format!("act.{field}"));
    }
    assert!(short("documents").is_ok());
}

#[test]
fn numbers_and_places_are_distinct_within_a_batch() {
    let twice = |number: &str, place: u64| {
        let certificate = |number: &str, place: u64| {
            json!({"number": number, "status_index": place, "kind": "certificate", "holder": "did:web:a.example",
                "products": [{"model": "a"}], "procedure": "testing", "issued_on": "2026-01-01"})
        };
        let both = json!([certificate("a", 0), certificate(number, place)]);
        changed("certificates.issued", "/certificates", both).map_err(|e| e.field().unwrap().to_owned())
    };
    assert_eq!(twice("a", 1).unwrap_err(), "act.certificates[1].number");
    assert_eq!(twice("b", 0).unwrap_err(), "act.certificates[1].status_index");
    assert!(twice("b", 1).is_ok());
}

#[test]
fn lists_and_texts_have_limits() {
    let models: Vec<_> = (0..2_001).map(|i| i.to_string()).collect();
    let long = changed("measure.taken", "/against/models", json!(models));
    assert!(matches!(long, Err(ActError::TooMany { count: 2_001, .. })));
    let long = changed("measure.taken", "/reasons", json!("é".repeat(2_001)));
    assert!(matches!(long, Err(ActError::TooLong { chars: 2_001, .. })));
    assert!(changed("measure.taken", "/reasons", json!("é".repeat(2_000))).is_ok());
}

#[test]
fn keys_and_mandates_are_never_reported() {
    let reported = |name: &str| {
        let mut payload = read(template(name).unwrap(), Format::Toml, None).unwrap().remove(0).payload;
        let source = "https://law.example".to_owned();
        let on_behalf_of = "FR".parse().unwrap();
        payload.reported =
            Some(crate::Reported { on_behalf_of, source, certainty: model::Certainty::Sourced });
        super::payload(&payload, &payload.to_value())
    };
    for name in Act::NAMES {
        let trust = ["registry.opened", "log-key.added"].contains(name)
            || name.starts_with("key.")
            || name.starts_with("mandate.");
        assert_eq!(reported(name).is_err(), trust, "{name}");
    }
}

proptest! {
    #[test]
    fn a_period_is_refused_exactly_when_it_has_no_day(from in 1_i16..3000, until in 1_i16..3000) {
        let day = |year: i16| json!(format!("{year:04}-06-01"));
        let mut payload = read(template("annex.joined").unwrap(), Format::Toml, None).unwrap().remove(0).payload.to_value();
        payload["act"]["from"] = day(from);
        payload["act"]["until"] = day(until);
        prop_assert_eq!(Payload::from_value(payload).is_err(), until <= from);
    }
}
