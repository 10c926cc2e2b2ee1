//! A source with a little of everything, for tests and for looking at pages.

mod border;
mod stories;

pub(crate) use stories::HOSTILE;

use app::border::{DeskChecks, StoreError};
use app::office::Acting;
use app::pages::FaultTold;
use app::view::calendar::{CalendarView, DueRow};
use app::view::certificate::{CertificateView, Moment, OutcomeGroup};
use app::view::comparison::Comparison;
use app::view::country::CountryRow;
use app::view::decision::*;
use app::view::log::{Field, LogView, ProofView, StatementRow, StatementView};
use app::view::network::{NetworkView, Node, Tie, TieWay};
use app::view::objective_story::ObjectiveStory;
use app::view::objectives::{ObjectivesQuery, ObjectivesView};
use app::view::procedure::ProcedureStory;
use app::view::product::{ProductQuery, ProductView};
use app::view::recognised_bodies::{BodiesQuery, BodiesView};
use app::view::search::{Hit, SearchQuery, SearchView};
use app::view::standard::{EditionView, StandardView};
use app::view::*;
use glance::{Fields, Glance};
use model::{Date, Jurisdiction};

use crate::portal::source::{Example, PortalSource, SourceError};

pub(crate) struct Fake;

pub(crate) const CERTIFICATE: &str = "DEMO-KETTLE/1 é";

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

fn report() -> Report {
    Report {
        by: "Demonstration recorder".into(),
        on_behalf_of: "European Union".into(),
        source: "https://example.org/decision-2003-57".into(),
        certainty: "to_confirm".into(),
    }
}

fn signed(at: u64) -> Source {
    Source { at, report: None }
}

fn reported(at: u64) -> Source {
    Source { at, report: Some(report()) }
}

fn eu() -> Named {
    Named::new(Kind::Country, "EU", "European Union")
}

fn annex() -> Named {
    Named::new(Kind::Annex, "EU-CH/1", "Machinery <script>alert(1)</script>")
}

pub(crate) fn record(kind: Kind, id: &str, on: Date) -> Record {
    let rows = (0..120).map(|n| Row {
        cells: vec![
            Cell::Link(annex()),
            Cell::term("recognises", "results"),
            Cell::Days(Days { from: day(2002, 6, 1), until: (n == 1).then(|| day(2021, 5, 26)) }),
            Cell::State(if n == 1 { "suspended" } else { "in_force" }),
        ],
        source: Some(if n % 2 == 0 { reported(10 + n) } else { signed(10 + n) }),
    });
    let codes = match kind {
        Kind::Country => "country",
        Kind::Agreement => "agreement",
        Kind::Annex => "annex",
        Kind::Regulation => "regulation",
        Kind::Objective => "objective",
        Kind::Measure => "measure",
        Kind::PriorDecision => "recognition_decision",
        Kind::Equivalence => "equivalence",
        Kind::Certificate => "certificate",
        Kind::Standard => "standard",
        _ => "body",
    };
    Record {
        subject: Named::new(kind, id, format!("Name of {id}")),
        what: Term::new("kind", codes),
        state: Some("in_force"),
        on,
        source: Some(reported(7)),
        facts: vec![
            Fact {
                label: Label::Parties,
                cell: Cell::Links(vec![eu(), Named::new(Kind::Country, "CH", "Switzerland")]),
                source: None,
            },
            Fact { label: Label::Binding, cell: Cell::term("binding", "treaty"), source: None },
            Fact { label: Label::Website, cell: Cell::Address("javascript:alert(1)".into()), source: None },
            Fact {
                label: Label::PublishedAt,
                cell: Cell::Address("https://example.org/".into()),
                source: None,
            },
            Fact {
                label: Label::Purposes,
                cell: Cell::terms("purpose", ["safety", "health"]),
                source: Some(reported(8)),
            },
            Fact { label: Label::Depositary, cell: Cell::Nothing, source: None },
        ],
        sections: vec![
            Section {
                title: Title::Annexes,
                columns: vec![Label::Annex, Label::Recognises, Label::Days, Label::State],
                rows: rows.collect(),
            },
            Section { title: Title::Suspensions, columns: vec![Label::On], rows: Vec::new() },
        ],
    }
}

fn finding(rule: &str, outcome: &str, sentence: &str, statements: &[u64]) -> ToldFinding {
    ToldFinding {
        rule: rule.into(),
        outcome: outcome.into(),
        sentence: sentence.into(),
        citations: vec!["Rec. F.6, par. 6".into()],
        statements: statements.to_vec(),
    }
}

fn path(code: &str, title: &str, outcome: &str) -> ToldPath {
    ToldPath {
        path: code.into(),
        title: title.into(),
        outcome: outcome.into(),
        holds: outcome == "met",
        instrument: Some("EU-CH/1".into()),
        evidence: Some(CERTIFICATE.into()),
        findings: vec![
            finding(
                "agreement.in-force",
                "met",
                "The agreement has been in force since 1 June 2002.",
                &[12, 13],
            ),
            finding(
                "body.listed-before-assessment",
                outcome,
                "The body was listed on 3 March 2024, before the assessment.",
                &[44],
            ),
            finding(
                "agreement.origin",
                "unknown",
                "Whether the goods originate in a party is not on record.",
                &[],
            ),
        ],
    }
}

pub(crate) fn told(overall: &str, asked: &Asked) -> Told {
    let requirement = |act: &str, outcome: &str| ToldRequirement {
        act: act.into(),
        act_title: format!("Ordinance on low-voltage equipment ({act})"),
        outcome: outcome.into(),
        basis: (outcome == "recognised").then(|| "treaty".into()),
        sentence: "Switzerland must accept the certificate for this requirement, by treaty.".into(),
        findings: vec![finding("requirement.applies-on-day", "met", "The act applies on the day.", &[31])],
        paths: vec![
            path(
                "equivalence",
                "Equivalence of acts",
                if outcome == "recognised" { "met" } else { "not_met" },
            ),
            path("national", "Its own regulation", "not_met"),
            path("scheme", "Scheme of bodies", "unknown"),
        ],
        missing: if outcome == "recognised" {
            Vec::new()
        } else {
            vec![ToldMissing {
                path: "results".into(),
                title: "Mutual recognition of results".into(),
                facts: vec!["the body’s listing under EU-CH/1 on 3 March 2024".into()],
            }]
        },
    };
    Told {
        overall: overall.into(),
        headline: "Switzerland must accept certificate DEMO-KETTLE/1 for every requirement that it has for this product on 1 June 2026.".into(),
        importing: asked.importing.to_string(),
        exporting: Some("EU".into()),
        on: asked.on,
        known_at: asked.known_at.unwrap_or(2041),
        engine: "comity 0.1.0".into(),
        rules_digest: "5f1c0d9be8a77e21".repeat(4),
        log_size: 2042,
        root: "aGVsbG8gd29ybGQgdGhpcyBpcyBhIHJvb3QgaGFzaCE=".into(),
        requirements: vec![requirement("CH-NEV-2016", "recognised"), requirement("CH-VEMV", "not_recognised")],
        measures: vec![finding("measure.no-open-measure", "met", "No open measure stands against the product.", &[])],
        evidence: vec![
            ToldEvidence { reference: CERTIFICATE.into(), on_record: true, findings: vec![finding("evidence.in-force", "met", "It is in force.", &[99])] },
            ToldEvidence { reference: "X-1".into(), on_record: false, findings: Vec::new() },
        ],
        coverage: vec!["The registry is not stated to be complete for this scheme in Switzerland.".into()],
        notes: vec!["The certificate is also known under another number.".into()],
        disclaimer: vec!["Information computed from published statements; not a decision of any authority, nor proof of conformity, safety or origin.".into()],
    }
}

fn networked(on: Date) -> NetworkView {
    let codes = [
        ("AU", "Australia", false),
        ("CA", "Canada", false),
        ("CH", "Switzerland", false),
        ("EU", "European Union", true),
        ("IL", "Israel", false),
        ("JP", "Japan", false),
        ("KR", "Korea, Republic of", false),
        ("NZ", "New Zealand", false),
        ("US", "United States of America", false),
        ("SG", "Singapore", false),
        ("MY", "Malaysia", false),
        ("TH", "Thailand", false),
        ("VN", "Viet Nam", false),
        ("ID", "Indonesia", false),
        ("PH", "Philippines", false),
        ("GB", "United Kingdom", false),
        ("ASEAN", "ASEAN", true),
        ("TR", "Türkiye", false),
        ("NO", "Norway", false),
        ("IS", "Iceland", false),
    ];
    let nodes = codes
        .iter()
        .map(|(code, name, group)| Node { party: Named::new(Kind::Country, *code, *name), group: *group });
    let tie = |id: &str, kind: &str, state: &'static str, parties: Vec<usize>| Tie {
        agreement: Named::new(Kind::Agreement, id, format!("Agreement {id}")),
        annex: Named::new(Kind::Annex, format!("{id}/1"), format!("Annex 1 of {id}")),
        recognises: Term::new("recognises", kind),
        state,
        ways: match (state, &parties[..]) {
            ("partly_suspended", [a, b]) => vec![
                TieWay { from: Some(*a), to: *b, state: "in_force" },
                TieWay { from: Some(*b), to: *a, state: "suspended" },
            ],
            _ => Vec::new(),
        },
        parties,
        source: reported(40),
    };
    NetworkView {
        on,
        nodes: nodes.collect(),
        ties: vec![
            tie("EU-AU", "results", "in_force", vec![0, 3]),
            tie("EU-CA", "accreditation", "in_force", vec![1, 3]),
            tie("EU-CH", "equivalence", "in_force", vec![2, 3]),
            tie("EU-IL", "alignment", "in_force", vec![3, 4]),
            tie("EU-JP", "results", "in_force", vec![3, 5]),
            tie("EU-KR", "declaration", "in_force", vec![3, 6]),
            tie("EU-US", "results", "partly_suspended", vec![3, 8]),
            tie("TTMRA", "lawful_marketing", "in_force", vec![0, 7]),
            tie("UN-1958", "harmonised_approval", "in_force", vec![0, 3, 5, 6, 7, 10, 11, 15, 17, 18]),
            tie("ASEAN-EE", "results", "in_force", vec![9, 10, 11, 12, 13, 14, 16]),
            tie("IECEE", "scheme", "in_force", (0..16).collect()),
        ],
        sectors: vec!["84".into(), "85".into(), "99".into()],
        sector: Some("85".into()),
        recognises: None,
    }
}

fn due_in(country: Option<Jurisdiction>, on: Date) -> Option<CalendarView> {
    let named = |code: &str| {
        let countries = [("CH", "Switzerland"), ("EU", "European Union"), ("US", "United States of America")];
        let (code, name) = countries.into_iter().find(|(known, _)| *known == code)?;
        Some(Named::new(Kind::Country, code, name))
    };
    let country = country.map(|code| named(code.as_str()).ok_or(())).transpose().ok()?;
    let objective = Named::new(Kind::Objective, "DEMO-1", "Kettles & \"pots\"");
    let row = |rule: &str, from: &str, due_on, state, done_on, days, period| DueRow {
        rule: format!("objective.{rule}"),
        paragraph: "L annex C 4.3".into(),
        objective: "DEMO-1".into(),
        page: Some(objective.clone()),
        from: named(from),
        due_on,
        state,
        done_on,
        days,
        period,
        source: reported(7),
    };
    let mut rows = vec![
        row("status-report", "CH", day(2026, 5, 1), "overdue", None, 31, 2),
        row("response-in-time", "", day(2026, 7, 1), "open", None, 0, 0),
        row("adoption-notice", "US", day(2026, 2, 1), "late", Some(day(2026, 2, 9)), 8, 0),
        row("adoption-notice", "CH", day(2026, 1, 1), "done", Some(day(2025, 12, 9)), 0, 0),
    ];
    rows.retain(|row| country.is_none() || row.from == country);
    let countries = ["CH", "EU", "US"].into_iter().filter_map(named).collect();
    let overdue = rows.iter().filter(|row| row.state == "overdue").count();
    Some(CalendarView { on, country, countries, total: rows.len(), rows, overdue })
}

impl PortalSource for Fake {
    fn today(&self) -> Date {
        day(2026, 6, 1)
    }

    fn as_of(&self) -> AsOf {
        AsOf {
            log_size: 2042,
            root: "ab".repeat(32),
            last_statement_on: Some(day(2026, 5, 30)),
            demonstration: true,
            registry: "Demonstration registry".into(),
        }
    }

    fn examples(&self, _: &str) -> Vec<Example> {
        let query = crate::portal::address::query(&[
            ("certificate", CERTIFICATE),
            ("importing", "CH"),
            ("on", "2026-06-01"),
        ]);
        vec![Example { text: "A kettle certified in the European Union goes to Switzerland".into(), query }]
    }

    fn countries(&self, _: Date, language: &str) -> Vec<CountryRow> {
        let switzerland = if language == "fr" { "Suisse" } else { "Switzerland" };
        [
            ("CH", switzerland, false),
            ("EU", "European Union", true),
            ("US", "United States of America", false),
        ]
        .map(|(code, name, group)| CountryRow {
            code: code.into(),
            name: name.into(),
            group,
            agreements: 3,
            regulations: 12,
        })
        .to_vec()
    }

    fn search(&self, query: &SearchQuery) -> Result<SearchView, SourceError> {
        if query.text == "broken" {
            return Err(SourceError::Broken("disk".into()));
        }
        if query.text == "nothing" {
            return Ok(SearchView { pages: 1, page: 1, ..SearchView::default() });
        }
        let hit = |named, detail: &str| Hit {
            named,
            detail: detail.into(),
            state: Some(Term::new("state", "in_force")),
        };
        Ok(SearchView {
            total: 42,
            facets: vec![(Kind::Certificate, 40), (Kind::Annex, 2)],
            hits: vec![
                hit(
                    Named::new(Kind::Certificate, CERTIFICATE, CERTIFICATE),
                    "Kettle, 851610 · Demonstration body",
                ),
                hit(annex(), "Switzerland – European Union"),
            ],
            page: query.page.min(3),
            pages: 3,
        })
    }

    fn decide(&self, asked: &Asked) -> Result<Told, SourceError> {
        match asked.model.as_deref() {
            Some("later") => Err(SourceError::Unavailable("the store is being moved".into())),
            Some("unheard") => Err(Refused::Country("ZZ".parse().unwrap()).into()),
            Some("no-product") => Err(Refused::NoProduct.into()),
            Some("number") => Err(Refused::Number("x y".into()).into()),
            Some("position") => Err(Refused::NotYetKnown { known_at: 9_999, size: 2_042 }.into()),
            overall => Ok(told(overall.unwrap_or("recognised"), asked)),
        }
    }

    fn checks(
        &self,
        _: &Acting,
        _: Option<Jurisdiction>,
        _: Option<u64>,
    ) -> Result<Option<DeskChecks>, StoreError> {
        Ok(None)
    }

    fn glance(
        &self,
        fields: &Fields,
        _: &str,
        _: Option<&Acting>,
    ) -> Result<Result<Glance, FaultTold>, SourceError> {
        border::glance(fields)
    }

    fn record(&self, kind: Kind, id: &str, on: Date, _: &str) -> Result<Option<Record>, SourceError> {
        Ok((id != "none").then(|| record(kind, id, on)))
    }

    fn standard(&self, reference: &str, on: Date, _: &str) -> Result<Option<StandardView>, SourceError> {
        let edition = |reference: &str, published, ended, state, next: &[&str]| EditionView {
            reference: reference.into(),
            published,
            ended,
            state,
            replaced_by: next.iter().map(|n| (*n).to_owned()).collect(),
            transition_until: ended.map(|day| day.saturating_add(jiff::Span::new().years(3))),
        };
        let succession = vec![
            edition(
                "IEC 60335-2-15:2002",
                day(2002, 11, 1),
                Some(day(2012, 11, 7)),
                "superseded",
                &["IEC 60335-2-15:2012"],
            ),
            edition(
                "IEC 60335-2-15:2012",
                day(2012, 11, 7),
                Some(day(2024, 2, 1)),
                "superseded",
                &["IEC 60335-2-15:2024"],
            ),
            edition("IEC 60335-2-15:2024", day(2024, 2, 1), None, "in_force", &[]),
        ];
        Ok(reference
            .starts_with("IEC")
            .then(|| StandardView { record: record(Kind::Standard, reference, on), succession }))
    }

    fn certificate(&self, number: &str, on: Date, _: &str) -> Result<Option<CertificateView>, SourceError> {
        let moment = |on, what, detail: &str| Moment { on, what, detail: detail.into(), source: signed(90) };
        let group = |outcome: &str, codes: &[(&str, &str)]| OutcomeGroup {
            outcome: outcome.into(),
            countries: codes.iter().map(|(code, name)| Named::new(Kind::Country, *code, *name)).collect(),
        };
        Ok((number == CERTIFICATE).then(|| CertificateView {
            record: record(Kind::Certificate, number, on),
            since: Some(day(2025, 1, 1)),
            life: vec![
                moment(day(2023, 3, 1), "issued", ""),
                moment(day(2024, 6, 1), "suspended", "Sample failed the test of clause 19."),
                moment(day(2024, 9, 15), "restored", ""),
                moment(day(2025, 2, 1), "scope_reduced", "One model left the scope."),
            ],
            expires_on: Some(day(2028, 3, 1)),
            code: Some(("851610".into(), 2022)),
            recognition: vec![
                group("recognised", &[("CH", "Switzerland"), ("NO", "Norway"), ("IS", "Iceland")]),
                group("discretionary", &[("US", "United States of America")]),
                group("not_recognised", &[("JP", "Japan")]),
                group("not_required", &[("NZ", "New Zealand")]),
                group("barred", &[("SG", "Singapore")]),
                group("unknown", &[("BR", "Brazil"), ("IN", "India")]),
            ],
        }))
    }

    fn network(
        &self,
        on: Date,
        _: Option<&str>,
        _: Option<&str>,
        _: &str,
    ) -> Result<NetworkView, SourceError> {
        Ok(networked(on))
    }

    fn calendar(
        &self,
        country: Option<Jurisdiction>,
        on: Date,
        rows: std::ops::Range<usize>,
        _: &str,
    ) -> Result<Option<CalendarView>, SourceError> {
        let mut view = due_in(country, on);
        view.iter_mut().for_each(|view| view.rows = view.rows.drain(..).skip(rows.start).collect());
        Ok(view)
    }

    fn objectives(&self, query: &ObjectivesQuery) -> Result<ObjectivesView, SourceError> {
        Ok(stories::objectives(query))
    }

    fn procedure(&self, id: &str, on: Date, _: &str) -> Result<Option<ProcedureStory>, SourceError> {
        Ok(stories::procedure(id, on))
    }

    fn comparison(
        &self,
        id: &str,
        drafts: (u32, u32),
        _: Date,
        _: &str,
    ) -> Result<Option<Comparison>, SourceError> {
        Ok(stories::comparison(id, drafts))
    }

    fn objective_story(&self, id: &str, on: Date, _: &str) -> Result<Option<ObjectiveStory>, SourceError> {
        Ok(stories::story(id, on))
    }

    fn recognised_bodies(&self, query: &BodiesQuery) -> Result<Option<BodiesView>, SourceError> {
        Ok(stories::bodies(query))
    }

    fn product(&self, query: &ProductQuery) -> Result<ProductView, SourceError> {
        Ok(stories::product(query))
    }

    fn log(&self, page: u32, _: &str) -> Result<LogView, SourceError> {
        let row = |at| StatementRow {
            at,
            day: day(2026, 5, 30),
            act: "annex.suspended".into(),
            signer: Named::new(Kind::Body, "did:web:recorder.example", "Demonstration recorder"),
            on_behalf_of: (at % 2 == 0).then(|| "European Union".into()),
        };
        Ok(LogView {
            origin: "comity.example/demo".into(),
            size: 2042,
            root: "ab".repeat(32),
            checkpoint: "comity.example/demo\n2042\nq83vq83v\n\n— comity.example/demo AbCdEf==\n".into(),
            keys: vec![(0, "comity.example/demo+1a2b3c4d+AQID".into())],
            statements: (2032..2042).rev().map(row).collect(),
            page: page.min(205),
            pages: 205,
        })
    }

    fn statement(&self, at: u64, _: &str) -> Result<Option<StatementView>, SourceError> {
        let field = |depth, name: &str, cell| Field { depth, name: name.into(), cell };
        Ok((at < 2042).then(|| StatementView {
            at,
            day: day(2026, 5, 30),
            id: "eu-us-electrical-suspended".into(),
            signer: Named::new(Kind::Body, "did:web:recorder.example", "Demonstration recorder"),
            key_id: "demo".into(),
            made_on: Some(day(2026, 5, 29)),
            act: "annex.suspended".into(),
            report: Some(report()),
            fields: vec![
                field(0, "annex", Cell::Link(annex())),
                field(0, "by", Cell::Link(eu())),
                field(0, "directions", Cell::Nothing),
                field(1, "from", Cell::Text("US".into())),
                field(1, "to", Cell::Link(eu())),
                field(0, "from", Cell::Day(day(2003, 1, 21))),
            ],
            json: "{\n  \"type\": \"annex.suspended\"\n}".into(),
            jws: "eyJhbGciOiJFZERTQSJ9.".repeat(12),
            digest: "cd".repeat(32),
            proof: Some(ProofView {
                size: 2042,
                root: "ab".repeat(32),
                leaf: "ef".repeat(32),
                path: vec!["01".repeat(32), "02".repeat(32)],
            }),
            log_size: 2042,
        }))
    }
}
