//! Views of a small world, made of statements as they are logged.

use model::{Date, LogIndex};
use registry::{CertificateEventKind, CertificateFacts, LoggedStatement, RecordedChange, Registry};
use serde_json::{Value, json};
use statement::Payload;

use super::*;

const DAY: Date = Date::constant(2026, 6, 1);

/// Reports of the small world: every statement of the recorder.
struct Recorded;

impl Reports for Recorded {
    fn report(&self, at: LogIndex) -> Option<Report> {
        (at.0 == SUSPENSION).then(|| Report {
            by: "Recorder".into(),
            on_behalf_of: "European Union".into(),
            source: "https://example.org".into(),
            certainty: "sourced".into(),
        })
    }
}

const SUSPENSION: u64 = 9;

fn acts() -> Vec<Value> {
    let registrar = "did:web:r.example".parse().unwrap();
    let key = statement::demonstration_key(&registrar).public();
    let scope = json!({"hs": ["8516"], "hs_edition": 2022, "except": ["851671"]});
    vec![
        json!({"type": "registry.opened", "origin": "x.example/log", "log_key": "x", "registrar": "did:web:r.example", "name": {"en": "Registrar"}, "keys": [key]}),
        json!({"type": "country.registered", "country": "CH", "alpha3": "CHE", "numeric": 756, "name": {"en": "Switzerland", "fr": "Suisse"}}),
        json!({"type": "country.registered", "country": "DE", "alpha3": "DEU", "numeric": 276, "name": {"en": "Germany"}}),
        json!({"type": "group.registered", "group": "EU", "name": {"en": "European Union"}, "legislates": true}),
        json!({"type": "membership.stated", "group": "EU", "members": ["DE"], "from": "1958-01-01"}),
        json!({"type": "party.registered", "party": "did:web:body.example", "kind": "conformity_assessment_body", "name": {"en": "Body"}, "country": "DE"}),
        json!({"type": "regulation.adopted", "regulation": "EU-LVD", "country": "EU", "title": {"en": "Low voltage"}, "edition": "2014", "applies_from": "2016-04-20",
            "requirement": {"products": scope, "procedure": "declaration", "standards": [{"standard": "IEC 60335-2-15"}]}}),
        json!({"type": "agreement.concluded", "agreement": "EU-CH", "title": {"en": "Agreement", "fr": "Accord"}, "parties": ["EU", "CH"], "binding": "treaty", "in_force_from": "2002-06-01"}),
        json!({"type": "annex.concluded", "annex": "EU-CH/9", "agreement": "EU-CH", "title": {"en": "Electrical"}, "recognises": "equivalence", "products": scope, "in_force_from": "2002-06-01"}),
        json!({"type": "annex.suspended", "annex": "EU-CH/9", "by": "EU", "from": "2021-05-26", "until": "2025-01-01", "decision": "Decision 1"}),
        json!({"type": "standard.published", "standard": "IEC 60335-2-15:2012", "title": {"en": "Kettles"}, "published": "2012-11-07"}),
        json!({"type": "standard.published", "standard": "IEC 60335-2-15:2024", "title": {"en": "Kettles"}, "published": "2024-02-01"}),
        json!({"type": "standard.revised", "former": "IEC 60335-2-15:2012", "current": "IEC 60335-2-15:2024", "on": "2024-02-01", "transition_until": "2027-02-01"}),
        json!({"type": "body.designated", "body": "did:web:body.example", "country": "EU", "instrument": "EU-CH/9", "from": "2010-01-01"}),
        json!({"type": "equivalence.declared", "equivalence": "EU-CH/9/e", "annex": "EU-CH/9", "first": {"act": "EU-LVD", "edition": "2014"}, "second": {"act": "CH-NEV", "edition": "2016"}, "from": "2016-04-20"}),
        json!({"type": "acceptance.stated", "acceptance": "CH-A", "country": "CH", "requirements": ["CH-NEV"], "designating_party": "EU", "attests_to": [{"act": "EU-LVD"}], "products": scope, "from": "2021-05-26", "legal_basis": "SR 1"}),
        json!({"type": "recognition.revoked", "decision": "CH-A", "country": "CH", "on": "2027-01-01", "reasons": "over"}),
        json!({"type": "measure.taken", "measure": "M-1", "country": "CH", "kind": "prohibition", "against": {"models": ["K1"]}, "from": "2026-01-01"}),
    ]
}

fn logged(at: usize, act: &Value) -> LoggedStatement {
    let mut payload = json!({"id": format!("s{at}"), "signer": "did:web:r.example", "act": act});
    if at as u64 == SUSPENSION {
        payload["reported"] =
            json!({"on_behalf_of": "EU", "source": "https://example.org", "certainty": "sourced"});
    }
    let payload = Payload::from_value(payload).unwrap();
    LoggedStatement::new(LogIndex(at as u64), DAY, "k".into(), [0; 32], payload)
}

fn world() -> Registry {
    let mut registry = Registry::default();
    acts().iter().enumerate().for_each(|(at, act)| registry.apply(&logged(at, act)));
    registry
}

fn reading<'r>(registry: &'r Registry, on: Date, language: &'r str) -> Reading<'r> {
    Reading { registry, on, language, reports: &Recorded }
}

fn section(record: &Record, title: Title) -> &Section {
    record.sections.iter().find(|section| section.title == title).unwrap()
}

#[test]
fn every_kind_has_a_page_and_what_is_on_no_record_has_none() {
    let registry = world();
    let reading = reading(&registry, DAY, "en");
    for (kind, id) in [
        (Kind::Country, "CH"),
        (Kind::Country, "EU"),
        (Kind::Body, "did:web:body.example"),
        (Kind::Agreement, "EU-CH"),
        (Kind::Annex, "EU-CH/9"),
        (Kind::Regulation, "EU-LVD"),
        (Kind::Measure, "M-1"),
        (Kind::PriorDecision, "CH-A"),
        (Kind::Equivalence, "EU-CH/9/e"),
    ] {
        let record = record(&reading, kind, id).unwrap_or_else(|| panic!("{id}"));
        assert_eq!(record.subject.id, id);
        for section in &record.sections {
            assert!(
                section.rows.iter().all(|row| row.cells.len() == section.columns.len()),
                "{id} {:?}",
                section.title
            );
        }
        assert!(super::record(&reading, kind, "NOBODY-1").is_none(), "{kind:?}");
    }
}

#[test]
fn names_are_in_the_language_of_the_page() {
    let registry = world();
    assert_eq!(
        agreement::agreement(&reading(&registry, DAY, "fr"), &"EU-CH".parse().unwrap()).unwrap().subject.name,
        "Accord"
    );
    assert_eq!(
        country::country(&reading(&registry, DAY, "fr"), "DE".parse().unwrap()).unwrap().subject.name,
        "Germany"
    );
}

#[test]
fn a_member_has_the_regulations_and_agreements_of_its_group() {
    let registry = world();
    let germany = country::country(&reading(&registry, DAY, "en"), "DE".parse().unwrap()).unwrap();
    assert_eq!(section(&germany, Title::Regulations).rows.len(), 1);
    assert_eq!(section(&germany, Title::Agreements).rows.len(), 1);
    let rows = country::countries(&reading(&registry, DAY, "en"));
    assert_eq!(rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), ["EU", "DE", "CH"]);
    assert_eq!((rows[1].agreements, rows[1].regulations), (1, 1));
}

#[test]
fn the_state_of_an_annex_is_that_of_the_day() {
    let registry = world();
    let state = |year| {
        annex::annex(&reading(&registry, Date::constant(year, 1, 1), "en"), &"EU-CH/9".parse().unwrap())
            .unwrap()
            .state
    };
    assert_eq!(state(2001), Some("upcoming"));
    assert_eq!(state(2010), Some("in_force"));
    assert_eq!(state(2022), Some("partly_suspended"));
    assert_eq!(state(2025), Some("in_force"));
}

#[test]
fn each_direction_of_an_annex_has_its_own_state() {
    let registry = world();
    let record =
        annex::annex(&reading(&registry, Date::constant(2022, 1, 1), "en"), &"EU-CH/9".parse().unwrap());
    let record = record.unwrap();
    let rows = &section(&record, Title::Directions).rows;
    let told: Vec<_> = rows.iter().map(|row| (row.cells[0].clone(), row.cells[2].clone())).collect();
    let from = |code: &str, name: &str| Cell::Link(Named::new(Kind::Country, code, name));
    let expected = [
        (from("CH", "Switzerland"), Cell::State("suspended")),
        (from("EU", "European Union"), Cell::State("in_force")),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_decision_and_an_equivalence_are_named_by_what_they_tie_and_found_from_country_and_act() {
    let registry = world();
    let reading = reading(&registry, DAY, "fr");
    let decision = record(&reading, Kind::PriorDecision, "CH-A").unwrap();
    assert_eq!(decision.subject.name, "Suisse ← European Union: CH-NEV");
    assert_eq!((decision.what.code.as_str(), decision.state), ("acceptance", Some("in_force")));
    let equivalence = record(&reading, Kind::Equivalence, "EU-CH/9/e").unwrap();
    assert_eq!(equivalence.subject.name, "Low voltage ↔ CH-NEV");
    let regulation = record(&reading, Kind::Regulation, "EU-LVD").unwrap();
    let country = record(&reading, Kind::Country, "CH").unwrap();
    for record in [regulation, country] {
        assert_eq!(section(&record, Title::Decisions).rows[0].cells[0], Cell::Link(decision.subject.clone()));
        let found = &section(&record, Title::Equivalences).rows[0].cells[0];
        assert_eq!(*found, Cell::Link(equivalence.subject.clone()));
    }
    let later = Reading { on: Date::constant(2027, 1, 1), ..reading };
    assert_eq!(record(&later, Kind::PriorDecision, "CH-A").unwrap().state, Some("revoked"));
}

#[test]
fn a_reported_fact_carries_its_report_and_a_signed_one_none() {
    let registry = world();
    let record = annex::annex(&reading(&registry, DAY, "en"), &"EU-CH/9".parse().unwrap()).unwrap();
    let suspension = &section(&record, Title::Suspensions).rows[0];
    assert_eq!(suspension.source.as_ref().unwrap().report.as_ref().unwrap().by, "Recorder");
    assert_eq!(record.reports().count(), 1);
}

#[test]
fn the_succession_of_a_standard_is_told_as_of_the_day() {
    let registry = world();
    let states = |year| {
        let reading = reading(&registry, Date::constant(year, 1, 1), "en");
        let view = standard::standard(&reading, &"IEC 60335-2-15".parse().unwrap()).unwrap();
        view.succession.iter().map(|edition| edition.state).collect::<Vec<_>>()
    };
    assert_eq!(states(2020), ["in_force", "upcoming"]);
    assert_eq!(states(2025), ["superseded", "in_force"]);
    let view =
        standard::standard(&reading(&registry, DAY, "en"), &"IEC 60335-2-15".parse().unwrap()).unwrap();
    assert_eq!(section(&view.record, Title::CitedBy).rows.len(), 1);
}

#[test]
fn the_network_has_the_parties_of_its_annexes_and_keeps_to_the_sector() {
    let registry = world();
    let view = network::network(&reading(&registry, DAY, "en"), Some("85"), None);
    let codes: Vec<_> = view.nodes.iter().map(|node| node.party.id.as_str()).collect();
    assert_eq!((codes, view.ties[0].parties.clone()), (vec!["CH", "EU"], vec![0, 1]));
    assert!(network::network(&reading(&registry, DAY, "en"), Some("30"), None).ties.is_empty());
    assert!(network::network(&reading(&registry, DAY, "en"), None, Some("scheme")).ties.is_empty());
}

#[test]
fn the_life_of_a_certificate_is_told_in_the_order_of_days() {
    let registry = world();
    let issue = json!({"type": "certificates.issued", "issuer": "did:web:body.example", "certificates": [{
        "number": "DEMO-1", "status_index": 0, "kind": "certificate", "holder": "did:web:body.example",
        "products": [{"hs": "851610", "hs_edition": 2022, "model": "K1"}], "procedure": "certification",
        "issued_on": "2024-01-01", "expires_on": "2027-01-01"}]});
    let mut events = registry.certificate_events(&logged(20, &issue));
    let CertificateEventKind::Issued(issued) = events.remove(0).what else { panic!("issued") };
    let mut facts =
        CertificateFacts::new(issued, "did:web:body.example".parse().unwrap(), LogIndex(1), 0, None);
    for (at, on, change) in
        [(3, "2025-06-01", json!({"restored": {}})), (2, "2025-01-01", json!({"suspended": {}}))]
    {
        let change = serde_json::from_value(json!({"number": "DEMO-1", "on": on, "change": change})).unwrap();
        facts.changes.push(RecordedChange {
            at: LogIndex(at),
            item: 0,
            key: 0,
            reported: false,
            change: std::sync::Arc::new(change),
        });
    }
    let outcomes =
        [("CH".parse().unwrap(), "recognised".to_owned()), ("DE".parse().unwrap(), "recognised".to_owned())];
    let on = |day| certificate::certificate(&reading(&registry, day, "en"), &facts, &outcomes);
    let view = on(DAY);
    assert_eq!(
        view.life.iter().map(|moment| moment.what).collect::<Vec<_>>(),
        ["issued", "suspended", "restored"]
    );
    let countries: Vec<_> =
        view.recognition[0].countries.iter().map(|country| country.name.as_str()).collect();
    assert_eq!(countries, ["Germany", "Switzerland"]);
    assert_eq!(on(Date::constant(2025, 3, 1)).record.state, Some("suspended"));
    assert_eq!(on(DAY).record.state, Some("in_force"));
    assert_eq!(on(Date::constant(2027, 1, 1)).record.state, Some("expired"));
}

#[test]
fn a_statement_is_told_field_by_field_with_links_to_what_is_on_record() {
    let registry = world();
    let logged = logged(9, &acts()[9]);
    let fields = act::fields(&reading(&registry, DAY, "en"), logged.payload());
    let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["annex", "by", "from", "until", "decision"]);
    assert_eq!(fields[0].cell, Cell::Link(Named::new(Kind::Annex, "EU-CH/9", "Electrical")));
    assert_eq!(fields[1].cell, Cell::Link(Named::new(Kind::Country, "EU", "European Union")));
    assert_eq!(fields[2].cell, Cell::Day(Date::constant(2021, 5, 26)));
}
