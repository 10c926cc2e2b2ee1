//! A certificate: its state, its life, what it rests on, where it is recognised.

use model::{Date, Jurisdiction, Product};
use registry::{CertificateFacts, CertificateState, RecordedChange};
use statement::act::{Certificate, Change};

use super::annex::act_link;
use super::{Cell, Fact, Kind, Label, Named, Reading, Record, Row, Section, Source, Term, Title};

/// The page of a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct CertificateView {
    /// The certificate as it stands on the day: facts and tables.
    pub record: Record,
    /// Since when the state stands.
    pub since: Option<Date>,
    /// What happened to it, in the order of days.
    pub life: Vec<Moment>,
    /// First day on which it is no longer in force, if stated.
    pub expires_on: Option<Date>,
    /// A commodity code of the certificate with its edition, to ask with.
    pub code: Option<(String, u16)>,
    /// Countries by outcome, in the order of the precedence table.
    pub recognition: Vec<OutcomeGroup>,
}

/// Something that happened to a certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The day from which on it has effect.
    pub on: Date,
    /// `issued`, `amended`, `scope_reduced`, `suspended`, `restored`, `withdrawn`, `withdrawn_from_start`, `expired`,
    /// `holder_changed`, `transferred`.
    pub what: &'static str,
    /// Reason as stated, or who took over.
    pub detail: String,
    /// Who says so.
    pub source: Source,
}

/// Countries with the same outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeGroup {
    /// The overall outcome of the decision.
    pub outcome: String,
    /// The countries, by name.
    pub countries: Vec<Named>,
}

/// Outcomes in the order in which pages show them.
const OUTCOMES: &[&str] = &[
    "recognised",
    "partly_recognised",
    "discretionary",
    "not_recognised",
    "barred",
    "unknown",
    "not_required",
];

/// The page of a certificate. `outcomes` are the overall outcomes of decisions for it on the day, by importing country.
pub fn certificate(
    reading: &Reading<'_>,
    facts: &CertificateFacts,
    outcomes: &[(Jurisdiction, String)],
) -> CertificateView {
    let state = facts.on(reading.on, reading.knowledge());
    let (word, since) = state_on(reading, &state);
    let number = facts.issued.number.as_str();
    let record = Record {
        subject: Named::new(Kind::Certificate, number, number),
        what: Term::new("kind", "certificate"),
        state: Some(word),
        on: reading.on,
        source: Some(reading.source_at(facts.at)),
        facts: stated(reading, facts, &state),
        sections: vec![products(reading, &state), conforms_to(reading, &state), standards(reading, &state)],
    };
    let coded = state.products.iter().find_map(|product| product.hs.zip(product.hs_edition));
    CertificateView {
        record,
        since,
        life: life(reading, facts),
        expires_on: state.content.expires_on,
        code: coded.map(|(code, edition)| (code.to_string(), edition.year())),
        recognition: by_outcome(reading, outcomes),
    }
}

/// The state on the day in one word, with its first day.
fn state_on(reading: &Reading<'_>, state: &CertificateState<'_>) -> (&'static str, Option<Date>) {
    let (issued, expires) = (state.content.issued_on, state.content.expires_on);
    if let Some((on, ..)) = state.withdrawn {
        return ("withdrawn", Some(on));
    }
    let ended = state.ended.map(|(on, _)| on).or(expires.filter(|day| *day <= reading.on));
    match (ended, state.suspended) {
        (Some(on), _) => ("expired", Some(on)),
        (None, Some((on, _))) => ("suspended", Some(on)),
        (None, None) if reading.on < issued => ("upcoming", Some(issued)),
        (None, None) => ("in_force", Some(issued)),
    }
}

fn stated(reading: &Reading<'_>, facts: &CertificateFacts, state: &CertificateState<'_>) -> Vec<Fact> {
    let content = state.content;
    let fact = |label, cell| Fact { label, cell, source: None };
    let designating = reading.registry.designating_party(facts);
    let responsible = if state.responsible == &facts.issuer {
        Cell::Nothing
    } else {
        Cell::Link(reading.party(state.responsible))
    };
    let aliases = content
        .aliases
        .iter()
        .map(|alias| format!("{} {} {}", alias.certifier, alias.product, alias.version));
    let mut facts = vec![
        fact(Label::Evidence, Cell::term("evidence", content.kind.as_str())),
        fact(Label::Issuer, Cell::Link(reading.party(&facts.issuer))),
        fact(Label::ResponsibleBody, responsible),
        fact(Label::Holder, Cell::Link(reading.party(state.holder))),
        fact(
            Label::DesignatingParty,
            designating.map_or(Cell::Nothing, |code| Cell::Link(reading.country(code))),
        ),
        fact(Label::Procedure, Cell::term("procedure", content.procedure.as_str())),
        fact(Label::IssuedOn, Cell::Day(content.issued_on)),
        fact(Label::AssessedOn, Cell::Day(facts.assessed_on())),
        fact(Label::ExpiresOn, Cell::day(content.expires_on)),
        fact(Label::Basis, reading.instruments(&content.basis)),
        fact(Label::Modules, Cell::text(content.modules.join(", "))),
        fact(Label::Report, report(reading, content)),
        fact(Label::Conditions, Cell::text(content.conditions_met.join(", "))),
        fact(Label::Aliases, Cell::text(aliases.collect::<Vec<_>>().join(", "))),
        fact(Label::Credential, content.credential_sha256.clone().map_or(Cell::Nothing, Cell::Code)),
        fact(Label::StatusIndex, Cell::Number(content.status_index)),
    ];
    facts.retain(|fact| fact.cell != Cell::Nothing);
    facts
}

fn report(reading: &Reading<'_>, content: &Certificate) -> Cell {
    let Some(report) = &content.report else { return Cell::Nothing };
    Cell::Text(format!(
        "{} · {} · {}",
        report.number,
        reading.party(&report.laboratory).name,
        report.issued_on
    ))
}

fn products(reading: &Reading<'_>, state: &CertificateState<'_>) -> Section {
    let source = Some(reading.source_at(state.reduced_at.unwrap_or(state.content_at)));
    let row = |product: &Product| {
        let code = product.hs.map(|code| match product.hs_edition {
            Some(edition) => format!("HS {}: {code}", edition.year()),
            None => code.to_string(),
        });
        let text = |value: &Option<String>| Cell::text(value.clone().unwrap_or_default());
        Row {
            cells: vec![
                Cell::text(product.description.clone()),
                code.map_or(Cell::Nothing, Cell::Code),
                text(&product.model),
                text(&product.brand),
                text(&product.gtin),
                text(&product.batch),
            ],
            source: source.clone(),
        }
    };
    let columns =
        vec![Label::Description, Label::CommodityCode, Label::Model, Label::Brand, Label::Gtin, Label::Batch];
    Section { title: Title::Products, columns, rows: state.products.iter().map(row).collect() }
}

fn conforms_to(reading: &Reading<'_>, state: &CertificateState<'_>) -> Section {
    let source = Some(reading.source_at(state.reduced_at.unwrap_or(state.content_at)));
    let rows =
        state.conforms_to.iter().map(|act| Row { cells: act_link(reading, act), source: source.clone() });
    Section { title: Title::ConformsTo, columns: vec![Label::Act, Label::Edition], rows: rows.collect() }
}

fn standards(reading: &Reading<'_>, state: &CertificateState<'_>) -> Section {
    let source = Some(reading.source_at(state.content_at));
    let standards = state.content.standards.iter();
    let rows =
        standards.map(|s| Row { cells: vec![Cell::Link(reading.standard(s))], source: source.clone() });
    Section { title: Title::Standards, columns: vec![Label::Standard], rows: rows.collect() }
}

fn life(reading: &Reading<'_>, facts: &CertificateFacts) -> Vec<Moment> {
    let issued = Moment {
        on: facts.issued.issued_on,
        what: "issued",
        detail: String::new(),
        source: reading.source_at(facts.at),
    };
    let known = reading.knowledge();
    let changes = facts.changes.iter().filter(|change| known.sees(change.at, change.key));
    let mut life: Vec<_> =
        std::iter::once(issued).chain(changes.map(|change| moment(reading, change))).collect();
    life.sort_by_key(|moment| moment.on);
    life
}

/// The word for a change, for pages and for whoever listens to events.
pub(crate) fn what(change: &Change) -> &'static str {
    match change {
        Change::Amended(_) => "amended",
        Change::ScopeReduced { .. } => "scope_reduced",
        Change::Suspended {} => "suspended",
        Change::Restored {} => "restored",
        Change::Withdrawn { from_start: false } => "withdrawn",
        Change::Withdrawn { from_start: true } => "withdrawn_from_start",
        Change::Expired {} => "expired",
        Change::HolderChanged { .. } => "holder_changed",
        Change::Transferred { .. } => "transferred",
    }
}

fn moment(reading: &Reading<'_>, recorded: &RecordedChange) -> Moment {
    let what = what(&recorded.change.change);
    let whom = match &recorded.change.change {
        Change::HolderChanged { holder } => Some(reading.party(holder).name),
        Change::Transferred { to } => Some(reading.party(to).name),
        _ => None,
    };
    let reason = Some(recorded.change.reason.clone()).filter(|reason| !reason.is_empty());
    let detail = whom.into_iter().chain(reason).collect::<Vec<_>>().join(". ");
    Moment { on: recorded.change.on, what, detail, source: reading.source_at(recorded.at) }
}

fn by_outcome(reading: &Reading<'_>, outcomes: &[(Jurisdiction, String)]) -> Vec<OutcomeGroup> {
    let group = |outcome: &&str| {
        let found = outcomes.iter().filter(|(_, other)| other == outcome);
        let mut countries: Vec<_> = found.map(|(code, _)| reading.country(*code)).collect();
        countries.sort_by(|a, b| a.name.cmp(&b.name));
        OutcomeGroup { outcome: (*outcome).to_owned(), countries }
    };
    OUTCOMES.iter().map(group).filter(|group| !group.countries.is_empty()).collect()
}
