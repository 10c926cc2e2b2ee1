//! Procedures, objectives, drafts, bodies and products of the fake source. Some of what they say is hostile.

use app::view::comparison::{ChangedPart, Comparison, DraftHead, Piece};
use app::view::decision::ToldFinding;
use app::view::objective_story::*;
use app::view::objectives::{ObjectiveRow, ObjectivesQuery, ObjectivesView};
use app::view::procedure::{CallPart, DraftPart, ParticipantRow, ProcedureStory, TextPart};
use app::view::product::{CountryAnswer, CoveringObjective, ProductQuery, ProductView};
use app::view::recognised_bodies::{BodiesQuery, BodiesView, BodyRow};
use app::view::story::{ACTS, DocumentRow, EventRow};
use app::view::{Cell, Days, Kind, Named};
use model::{Date, HsEdition};

use super::{day, due_in, eu, reported, signed};

/// What whoever files a draft may write.
pub(crate) const HOSTILE: &str = "<script>alert(1)</script> & \"quoted\" ' <img src=x onerror=alert(2)>";

fn swiss() -> Named {
    Named::new(Kind::Country, "CH", "Switzerland")
}

fn objective() -> Named {
    Named::new(Kind::Objective, "DEMO-1", format!("Trucks {HOSTILE}"))
}

fn subject() -> Named {
    Named::new(Kind::Procedure, "DEMO/P", format!("Making trucks {HOSTILE}"))
}

fn events() -> Vec<EventRow> {
    let event = |(place, act): (usize, &&'static str)| EventRow {
        act,
        on: day(2024, 1, 1),
        entered_on: (place == 2).then(|| day(2024, 2, 1)),
        who: vec![eu(), swiss()],
        what: place.to_string(),
        other: "2".into(),
        day: (place % 2 == 0).then(|| day(2024, 3, 1)),
        note: HOSTILE.into(),
        links: vec![objective()],
        source: if place == 1 { reported(101) } else { signed(100 + place as u64) },
    };
    ACTS.iter().enumerate().map(event).collect()
}

fn findings() -> Vec<ToldFinding> {
    let outcomes = ["met", "not_met", "unknown"];
    outcomes.map(|outcome| super::finding("objective.call-elements", outcome, HOSTILE, &[12])).to_vec()
}

fn documents() -> Vec<DocumentRow> {
    vec![DocumentRow {
        title: HOSTILE.into(),
        media_type: "application/pdf".into(),
        size_bytes: 1,
        sha256: "ab".repeat(32),
        source: signed(3),
    }]
}

pub(super) fn procedure(id: &str, on: Date) -> Option<ProcedureStory> {
    let draft = |number| DraftPart {
        number,
        on: day(2024, 1, 1),
        by: eu(),
        changes: HOSTILE.into(),
        missing: if number == 1 { vec!["scope"] } else { Vec::new() },
        agreed: if number == 1 { Vec::new() } else { vec![(swiss(), day(2024, 5, 1), signed(8))] },
        periods: vec![(Days { from: day(2024, 1, 2), until: Some(day(2024, 3, 2)) }, signed(9))],
        source: signed(5),
        before: (number > 1).then(|| number - 1),
    };
    let part = |element, part: &str, text: &str| TextPart { element, part: part.into(), text: text.into() };
    (id == "DEMO/P").then(|| ProcedureStory {
        subject: subject(),
        on,
        stage: "comments",
        stages: app::stories::Stage::ALL.iter().map(|stage| (stage.as_str(), stage.as_str() < "d")).collect(),
        revises: Some(objective()),
        objectives: vec![objective()],
        call: Some(CallPart {
            countries: vec![eu(), swiss()],
            has_effect: false,
            source: signed(2),
            transmitted: None,
        }),
        convenor: Some(swiss()),
        participants: vec![ParticipantRow {
            country: eu(),
            participation: "observer",
            days: Days { from: day(2024, 1, 1), until: None },
            source: reported(4),
        }],
        drafts: vec![draft(1), draft(2)],
        text: Some((2, vec![part("scope", "", HOSTILE), part("purposes", "", "safety, health")])),
        timeline: events(),
        findings: findings(),
        due: due_in(None, on).map(|view| view.rows).unwrap_or_default(),
        documents: documents(),
    })
}

pub(super) fn comparison(id: &str, drafts: (u32, u32)) -> Option<Comparison> {
    let head = |number| DraftHead { number, on: day(2024, 1, 1), by: eu(), source: signed(5) };
    let piece = |text: &str, differs| Piece { text: text.into(), differs };
    let changed =
        |element, how, before, after| ChangedPart { element, part: "R1".into(), how, before, after };
    (id == "DEMO/P" && drafts.0 <= 2 && drafts.1 <= 2).then(|| Comparison {
        subject: subject(),
        before: head(drafts.0),
        after: head(drafts.1),
        changed: vec![
            changed(
                "requirements",
                "changed",
                vec![piece("not hotter than ", false), piece(HOSTILE, true)],
                vec![piece("not hotter than ", false), piece("55 °C", true)],
            ),
            changed("scope", "added", Vec::new(), vec![piece(HOSTILE, true)]),
        ],
        numbers: vec![1, 2],
    })
}

pub(super) fn story(id: &str, on: Date) -> Option<ObjectiveStory> {
    let dated = Some((day(2024, 1, 1), signed(6)));
    (id == "DEMO-1").then(|| ObjectiveStory {
        subject: objective(),
        on,
        current: Some(2),
        text: vec![TextPart { element: "scope", part: String::new(), text: HOSTILE.into() }],
        versions: vec![VersionRow {
            version: 1,
            established_on: Some(day(2024, 1, 1)),
            superseded_on: Some(day(2025, 1, 1)),
            good_until: Some(day(2026, 1, 1)),
            missing: vec!["scope"],
            made_in: Some((subject(), 2)),
            source: signed(6),
        }],
        countries: vec![CountryRow {
            country: swiss(),
            version: 1,
            standing: "ended",
            agreed: dated.clone(),
            announced: None,
            adopted: dated.clone(),
            applies_from: Some(day(2024, 2, 1)),
            accepted: None,
            ended_on: Some(day(2025, 2, 1)),
            reported: dated,
        }],
        tiles: vec![
            Tile { country: swiss(), standing: "ended" },
            Tile { country: Named::new(Kind::Country, "KE", "Kenya"), standing: "none" },
        ],
        bodies: (2, 1),
        claims: vec![ClaimRow {
            document: Named::new(Kind::Certificate, super::CERTIFICATE, super::CERTIFICATE),
            issuer: Named::new(Kind::Body, "did:web:body.example", HOSTILE),
            holder: Named::new(Kind::Body, "did:web:maker.example", "Maker"),
            state: "in_force",
            source: signed(6),
        }],
        restrictions: vec![RestrictionRow {
            kind: "protection_clause",
            subject: Named::new(Kind::Measure, "M-1", "M-1"),
            has_page: true,
            country: swiss(),
            days: Days { from: day(2024, 1, 1), until: None },
            state: "in_force",
            reasons: HOSTILE.into(),
            declared_on: Some(day(2024, 1, 5)),
            source: signed(6),
        }],
        timeline: events(),
        findings: findings(),
        due: due_in(None, on).map(|view| view.rows).unwrap_or_default(),
        documents: documents(),
    })
}

pub(super) fn objectives(query: &ObjectivesQuery) -> ObjectivesView {
    let row = |kind, id: &str| ObjectiveRow {
        subject: Named::new(kind, id, HOSTILE),
        objective: Some(objective()),
        revises: None,
        stage: "comments",
        products: Cell::Code("HS 2022: 8427".into()),
        countries: 4,
        last_on: day(2024, 1, 1),
        source: signed(9),
    };
    ObjectivesView {
        on: query.on,
        stages: app::stories::Stage::ALL.iter().map(|stage| (stage.as_str(), stage.as_str().len())).collect(),
        rows: vec![row(Kind::Procedure, "DEMO/P"), row(Kind::Objective, "DEMO-1")],
        total: 2,
        page: 1,
        pages: 1,
        countries: vec![swiss()],
    }
}

pub(super) fn bodies(query: &BodiesQuery) -> Option<BodiesView> {
    let known = query.objective.as_ref().is_none_or(|id| id.as_str() == "DEMO-1");
    known.then(|| BodiesView {
        on: query.on,
        objective: query.objective.as_ref().map(|_| objective()),
        rows: vec![BodyRow {
            body: Named::new(Kind::Body, "did:web:body.example", HOSTILE),
            objective: objective(),
            country: swiss(),
            products: Cell::Nothing,
            procedures: Cell::terms("procedure", ["certification"]),
            competence: vec![HOSTILE.into()],
            days: Days { from: day(2024, 1, 1), until: None },
            state: "in_force",
            source: signed(6),
        }],
        total: 1,
        in_force: 1,
        page: 1,
        pages: 1,
        countries: vec![swiss()],
    })
}

pub(super) fn product(query: &ProductQuery) -> ProductView {
    let answer = |standing| CountryAnswer {
        country: swiss(),
        standing,
        since: Some(day(2024, 1, 1)),
        source: Some(signed(6)),
        additional: vec![Named::new(Kind::Regulation, "CH-1", HOSTILE)],
        measures: vec![Named::new(Kind::Measure, "M-1", "M-1")],
        counter_measures: 1,
    };
    let standings = ["law", "law_later", "accepts", "undertaking", "announced", "nothing"];
    let covering = CoveringObjective {
        subject: objective(),
        version: 2,
        certain: false,
        purposes: Cell::terms("purpose", ["safety"]),
        procedures: vec!["declaration"],
        evidence: vec!["test_report"],
        own_declaration: true,
        bodies: 0,
        standards: vec![Named::new(Kind::Standard, "ISO 3691-1", "ISO 3691-1")],
        presumption: true,
        countries: standings.map(answer).to_vec(),
        source: signed(6),
    };
    let headings = if query.hs.is_some() { Vec::new() } else { app::headings::find(&query.text, "en") };
    ProductView {
        on: query.on,
        headings,
        product: query.hs.map(|hs| (hs, HsEdition::CURRENT, Some(HOSTILE.into()))),
        objectives: query.hs.map(|_| covering).into_iter().collect(),
        countries: vec![swiss()],
        chosen: query.countries.clone(),
    }
}
