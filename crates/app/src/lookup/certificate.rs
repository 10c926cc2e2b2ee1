//! Certificates: content, standing on a day, and history by day; and lists by what they are linked to.

use model::{CertificateNumber, Date, Gtin, LogIndex};
use registry::{CertificateFacts, CertificateState, Knowledge};
use serde_json::{Value, json};
use statement::act::Change;
use store::{Link, LinkKind};

use super::{AsOf, Kind, LookupError, When, malformed};
use crate::app::App;

/// Most certificates in one page of a list.
const PAGE_MAX: usize = 200;

/// A certificate with its standing on a day and its history.
#[derive(Clone, Debug)]
pub struct CertificateView {
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// Who holds it on the day.
    pub holder: String,
    /// Who is responsible for it on the day.
    pub responsible: String,
    /// `in_force`, `not_yet_in_force`, `expired`, `suspended`, `withdrawn` or `ended`.
    pub status: &'static str,
    /// Its content on the day, in the form of the act, products and acts after reductions of scope.
    pub content: Value,
    /// Position of the statement that issued it.
    pub issued_at: LogIndex,
    /// Who reported it, when the issuer did not sign it.
    pub reported_by: Option<String>,
    /// What happened to it, by day.
    pub history: Vec<HistoryEvent>,
    /// Other certificates that name the same document, logged earlier.
    pub same_document: Vec<(String, LogIndex)>,
    /// As of when.
    pub as_of: AsOf,
}

/// One event in the life of a certificate.
#[derive(Clone, Debug)]
pub struct HistoryEvent {
    /// The day on which it takes effect.
    pub on: Date,
    /// Position of the statement.
    pub at: LogIndex,
    /// `issued`, `amended`, `scope_reduced`, `suspended`, `restored`, `withdrawn`, `expired`, `holder_changed`,
    /// `transferred`.
    pub event: &'static str,
    /// Why, as stated.
    pub reason: String,
    /// Whether a recorder reported it.
    pub reported: bool,
    /// What was stated, in the form of the act.
    pub content: Value,
}

/// Which certificates to list.
#[derive(Clone, Debug, Default)]
pub struct CertificateFilter {
    /// Those linked to something: `issuer`, `holder`, `standard`, `act`, `basis`, `laboratory`, `responsible`,
    /// `gtin`.
    pub link: Option<(String, String)>,
    /// After this count.
    pub after: Option<u64>,
    /// At most as many.
    pub limit: usize,
}

/// A certificate in a list.
#[derive(Clone, Debug)]
pub struct CertificateRow {
    /// Count of all certificates issued before it; where to go on.
    pub sequence: u64,
    /// Its number.
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// Who holds it.
    pub holder: String,
    /// Its standing on the day.
    pub status: &'static str,
    /// Position of the statement that issued it.
    pub issued_at: LogIndex,
}

impl App {
    /// A certificate with its history.
    ///
    /// # Errors
    /// [`LookupError`].
    pub fn certificate(&self, number: &str, when: When) -> Result<CertificateView, LookupError> {
        let parsed: CertificateNumber = number.parse().map_err(|error| malformed(&error))?;
        let state = self.state();
        let as_of = self.as_of(&state, when)?;
        let missing = || LookupError::NotThere { kind: Kind::Certificate.as_str(), id: number.to_owned() };
        let numbers = std::slice::from_ref(&parsed);
        let facts = self.certificate_cache().facts(self.store(), numbers, state.size(), as_of.known_at)?;
        let facts = facts.into_iter().flatten().next().ok_or_else(missing)?;
        Ok(view(&facts, state.registry().knowledge_at(as_of.known_at), as_of))
    }

    /// A page of certificates in the order of their issue, with their standing on the day.
    ///
    /// # Errors
    /// [`LookupError`].
    pub fn certificates(
        &self,
        filter: &CertificateFilter,
        when: When,
    ) -> Result<(Vec<CertificateRow>, AsOf), LookupError> {
        let state = self.state();
        let as_of = self.as_of(&state, when)?;
        let link = filter.link.as_ref().map(link).transpose()?;
        let limit = filter.limit.clamp(1, PAGE_MAX);
        let mut listed = self.store().list(link.as_ref(), filter.after, limit)?;
        listed.retain(|listed| listed.at <= as_of.known_at);
        let numbers: Vec<_> = listed.iter().map(|listed| listed.number.clone()).collect();
        let facts = self.certificate_cache().facts(self.store(), &numbers, state.size(), as_of.known_at)?;
        let knowledge = state.registry().knowledge_at(as_of.known_at);
        let rows = listed.iter().zip(facts).filter_map(|(listed, facts)| {
            let facts = facts?;
            let state = facts.on(as_of.on, knowledge);
            Some(CertificateRow {
                sequence: listed.sequence,
                number: listed.number.to_string(),
                issuer: facts.issuer.to_string(),
                holder: state.holder.to_string(),
                status: status(&state, as_of.on),
                issued_at: facts.at,
            })
        });
        Ok((rows.collect(), as_of))
    }
}

fn link((kind, to): &(String, String)) -> Result<Link, LookupError> {
    let kind = match kind.as_str() {
        "issuer" => LinkKind::Issuer,
        "holder" => LinkKind::Holder,
        "standard" => LinkKind::Standard,
        "act" => LinkKind::Act,
        "basis" => LinkKind::Basis,
        "laboratory" => LinkKind::Laboratory,
        "responsible" => LinkKind::Responsible,
        "gtin" => {
            let gtin: Gtin = to.parse().map_err(|error| malformed(&error))?;
            return Ok(Link { kind: LinkKind::Gtin, to: gtin.to_string() });
        }
        other => return Err(LookupError::Identifier(format!("certificates cannot be listed by `{other}`"))),
    };
    Ok(Link { kind, to: to.clone() })
}

fn view(facts: &CertificateFacts, knowledge: Knowledge<'_>, as_of: AsOf) -> CertificateView {
    let state = facts.on(as_of.on, knowledge);
    let mut content = super::to_value(state.content);
    if let Value::Object(fields) = &mut content {
        fields.insert("products".to_owned(), super::to_value(&state.products));
        fields.insert("conforms_to".to_owned(), super::to_value(&state.conforms_to));
    }
    CertificateView {
        number: facts.issued.number.to_string(),
        issuer: facts.issuer.to_string(),
        holder: state.holder.to_string(),
        responsible: state.responsible.to_string(),
        status: status(&state, as_of.on),
        content,
        issued_at: facts.at,
        reported_by: facts.reported_by.as_ref().map(ToString::to_string),
        history: history(facts, knowledge),
        same_document: facts.earlier_with_same_document.iter().map(|(n, at)| (n.to_string(), *at)).collect(),
        as_of,
    }
}

/// The certificate's own standing. Whether anybody recognises it, a decision says.
pub(crate) fn status(state: &CertificateState<'_>, on: Date) -> &'static str {
    let before = |day: Option<Date>| day.is_some_and(|day| day <= on);
    if state.withdrawn.is_some() {
        "withdrawn"
    } else if on < state.content.issued_on {
        "not_yet_in_force"
    } else if state.ended.is_some() {
        "ended"
    } else if before(state.content.expires_on) {
        "expired"
    } else if state.suspended.is_some() {
        "suspended"
    } else {
        "in_force"
    }
}

fn history(facts: &CertificateFacts, knowledge: Knowledge<'_>) -> Vec<HistoryEvent> {
    let issued = HistoryEvent {
        on: facts.issued.issued_on,
        at: facts.at,
        event: "issued",
        reason: String::new(),
        reported: facts.reported_by.is_some(),
        content: super::to_value(&facts.issued),
    };
    let known = facts.changes.iter().filter(|change| knowledge.sees(change.at, change.key));
    let changes = known.map(|recorded| HistoryEvent {
        on: recorded.change.on,
        at: recorded.at,
        event: name(&recorded.change.change),
        reason: recorded.change.reason.clone(),
        reported: recorded.reported,
        content: json!(super::to_value(&recorded.change.change)),
    });
    let mut history: Vec<_> = std::iter::once(issued).chain(changes).collect();
    history.sort_by_key(|event| (event.on, event.at));
    history
}

/// What a change is called.
pub(crate) fn name(change: &Change) -> &'static str {
    match change {
        Change::Amended(_) => "amended",
        Change::ScopeReduced { .. } => "scope_reduced",
        Change::Suspended {} => "suspended",
        Change::Restored {} => "restored",
        Change::Withdrawn { .. } => "withdrawn",
        Change::Expired {} => "expired",
        Change::HolderChanged { .. } => "holder_changed",
        Change::Transferred { .. } => "transferred",
    }
}
