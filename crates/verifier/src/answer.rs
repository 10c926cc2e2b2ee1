//! The answer, or that the bundle does not cover the question.

use std::sync::Arc;

use bundle::{Bundle, BundleError, Name, SharedName, State};
use credential::document::ReadError;
use decision::{AnswerForm, Decision, EvidenceReference, Presented, Question, QuestionError, Verdict};
use explain::LogPoint;
use model::{CertificateNumber, Jurisdiction, LogIndex, PartyId};
use registry::{CertificateFacts, LoggedStatement, RecordedChange, Registry};
use serde::Serialize;
use statement::Act;
use statement::act::{Certificate, CertificateChange, Change};
use thiserror::Error;
use tlog::{Policy, VerifierKey};

use crate::evidence::{Evidence, EvidenceError};

/// A bundle with the registry that follows from it, ready for any number of questions.
pub struct Verifier {
    bundle: Bundle,
    pub(crate) registry: Registry,
    log_keys: Vec<VerifierKey>,
    pub(crate) point: LogPoint,
}

/// What a verifier says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The answer as JSON: the bytes that the registry at that log size gives.
    Answered(Vec<u8>),
    /// The bundle cannot know.
    NotCovered(NotCovered),
}

/// What the bundle cannot know.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(tag = "not_covered", rename_all = "kebab-case")]
pub enum NotCovered {
    /// Another importing country is asked about.
    #[error(
        "the bundle answers for `{bundle}` and the question is about `{asked}`: take the bundle for `{asked}`"
    )]
    Country {
        /// The country asked about.
        asked: Jurisdiction,
        /// The country of the bundle.
        bundle: Jurisdiction,
    },
    /// Another point of the log is asked about.
    #[error(
        "the bundle knows the log as of position {bundle} and the question asks about position {asked}: leave `known_at` out, or ask the registry"
    )]
    KnownAt {
        /// The position asked about.
        asked: LogIndex,
        /// The last position that the bundle knows.
        bundle: LogIndex,
    },
    /// A certificate is named whose entry was not presented.
    #[error(
        "`{reference}` was not presented, and a bundle holds no certificates: present its evidence, or ask the registry"
    )]
    NotPresented {
        /// How it was named.
        reference: String,
    },
    /// A certificate was issued after the bundle was made.
    #[error("`{reference}` is newer than the bundle: fetch a newer bundle, or ask the registry")]
    Newer {
        /// Its number.
        reference: String,
    },
}

/// Why no question was answered.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// The question cannot be read, or cannot be asked.
    #[error(transparent)]
    Question(#[from] QuestionError),
    /// What was presented is not taken.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// A document cannot be read.
    #[error(transparent)]
    Document(#[from] ReadError),
}

impl Verifier {
    /// Opens a bundle that a policy trusts.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn open(bytes: &[u8], policy: &Policy) -> Result<Self, BundleError> {
        let bundle = Bundle::open(bytes, policy)?;
        let registry = bundle.registry()?;
        let checkpoint = bundle.checkpoint();
        let point = LogPoint {
            size: checkpoint.size(),
            root: checkpoint.root().to_string(),
            rules: explain::rules_digest(),
        };
        // Evidence may be older than the newest key of the log: its earlier keys stand in the statements.
        let on_record = registry.log_keys().iter().filter_map(|(_, key)| key.parse::<VerifierKey>().ok());
        let mut log_keys = policy.log_keys().to_vec();
        log_keys.extend(
            on_record.filter(|key| key.name() == policy.origin() && !policy.log_keys().contains(key)),
        );
        Ok(Self { bundle, registry, log_keys, point })
    }

    /// The bundle.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// The keys with which the log signs, as the bundle knows them: those that are trusted, and those that the log has
    /// changed to since.
    pub fn log_keys(&self) -> &[VerifierKey] {
        &self.log_keys
    }

    /// Checks evidence as it is presented, once for any number of questions.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn evidence(&self, text: &[u8]) -> Result<Evidence, EvidenceError> {
        let origin = self.bundle.checkpoint().checkpoint().origin();
        Evidence::verify(text, origin, &self.log_keys, &self.registry)
    }

    /// Answers a question about evidence.
    ///
    /// # Errors
    /// When the question cannot be read or asked.
    pub fn answer(&self, question: &[u8], evidence: &[Evidence]) -> Result<Answer, Refused> {
        let question = Question::parse(question)?;
        let answered = self.decide(&question, evidence, |decision| match question.answer {
            AnswerForm::Full => explain::json(decision, &self.point),
            AnswerForm::Verdict => explain::verdict_json(&Verdict::of(decision), &self.point),
        })?;
        Ok(answered.map_or_else(Answer::NotCovered, Answer::Answered))
    }

    /// Decides, and gives what `tell` makes of the decision; or what the bundle cannot know.
    pub(crate) fn decide<T>(
        &self,
        question: &Question,
        evidence: &[Evidence],
        tell: impl FnOnce(&Decision<'_>) -> T,
    ) -> Result<Result<T, NotCovered>, QuestionError> {
        match self.presented(question, evidence) {
            Ok(presented) => Ok(Ok(tell(&decision::decide(&self.registry, question, &presented)?))),
            Err(not_covered) => Ok(Err(not_covered)),
        }
    }

    /// What the store of the registry would have found for each piece of evidence.
    fn presented(&self, question: &Question, evidence: &[Evidence]) -> Result<Vec<Presented>, NotCovered> {
        let (asked, bundle) = (question.importing, self.bundle.content().importing);
        if asked != bundle {
            return Err(NotCovered::Country { asked, bundle });
        }
        let last = LogIndex(self.point.size.saturating_sub(1));
        if let Some(asked) = question.known_at.filter(|at| *at != last) {
            return Err(NotCovered::KnownAt { asked, bundle: last });
        }
        if question.evidence.is_empty() {
            return Ok(Vec::new());
        }
        let found = question.evidence.iter().map(|reference| self.find(reference, evidence));
        found.map(|found| Ok(Presented { found: Some(Arc::new(self.facts(found?)?)) })).collect()
    }

    /// All that the bundle knows of a certificate that was presented.
    pub(crate) fn facts(&self, presented: Issued<'_>) -> Result<CertificateFacts, NotCovered> {
        let (certificate, at) = (presented.certificate, presented.logged.index());
        let newer = || NotCovered::Newer { reference: certificate.number.to_string() };
        let issuer = self.bundle.content().issuers.get(presented.issuer).ok_or_else(newer)?;
        let index = certificate.status_index;
        if at.0 >= self.point.size || issuer.state(index) == State::Unassigned {
            return Err(newer());
        }
        let payload = presented.logged.payload();
        let key = self.registry.key_number(&payload.signer, presented.logged.key_id());
        let mut facts = CertificateFacts::new(
            certificate.clone(),
            presented.issuer.clone(),
            at,
            key.unwrap_or(u32::MAX),
            payload.reported.as_ref().map(|_| payload.signer.clone()),
        );
        let changes = (0..).zip(issuer.changes_of(index));
        facts.changes =
            changes.map(|(item, (_, change))| self.change(&certificate.number, item, change)).collect();
        facts.earlier_with_same_document = self.earlier(presented);
        Ok(facts)
    }

    fn change(&self, number: &CertificateNumber, item: u32, known: &bundle::StatusChange) -> RecordedChange {
        let key = self.registry.key_number(&known.signed_with.signer, &known.signed_with.key_id);
        let change = CertificateChange {
            number: number.clone(),
            on: known.on,
            change: known.change.clone(),
            reason: String::new(),
        };
        RecordedChange {
            at: known.at,
            // The place among the changes of this certificate: they stand in the order of the log.
            item,
            key: key.unwrap_or(u32::MAX),
            reported: known.reported,
            change: Arc::new(change),
        }
    }

    /// Other certificates that named the same document earlier.
    fn earlier(&self, presented: Issued<'_>) -> Vec<(CertificateNumber, LogIndex)> {
        let certificate = presented.certificate;
        let document = certificate.credential_sha256.as_deref().and_then(digest).map(Name::Document);
        let shared = document.and_then(|name| self.bundle.content().shared(&name));
        let named = shared.into_iter().flat_map(|shared| &shared.named);
        let own = (presented.logged.index(), presented.item);
        let others =
            named.filter(|naming| naming.number != certificate.number && (naming.at, naming.item) < own);
        others.map(|naming| (naming.number.clone(), naming.at)).collect()
    }

    /// Which certificate is meant: the number says it, else the alias, else the document; as the registry looks it up.
    pub(crate) fn find<'e>(
        &self,
        reference: &EvidenceReference,
        evidence: &'e [Evidence],
    ) -> Result<Issued<'e>, NotCovered> {
        let by_number =
            |number: &CertificateNumber| issued(evidence).find(|one| one.certificate.number == *number);
        let by_name = |name: Name| match self.bundle.content().shared(&name) {
            Some(SharedName { named, .. }) => named.first().and_then(|first| by_number(&first.number)),
            None => issued(evidence).find(|one| self.has_name(*one, &name)),
        };
        let found = if let Some(number) = &reference.number {
            by_number(number)
        } else if let Some(alias) = &reference.alias {
            by_name(Name::Alias(alias.clone()))
        } else {
            reference
                .document_sha256
                .as_deref()
                .and_then(digest)
                .and_then(|sha256| by_name(Name::Document(sha256)))
        };
        found.ok_or_else(|| NotCovered::NotPresented { reference: reference.as_str().to_owned() })
    }

    /// Whether a certificate ever had a name.
    fn has_name(&self, presented: Issued<'_>, name: &Name) -> bool {
        let issuer = self.bundle.content().issuers.get(presented.issuer);
        let changes = issuer.map_or(&[][..], |issuer| issuer.changes_of(presented.certificate.status_index));
        let amended = changes.iter().filter_map(|(_, change)| match &change.change {
            Change::Amended(content) => Some(content),
            _ => None,
        });
        std::iter::once(presented.certificate).chain(amended).any(|content| match name {
            Name::Alias(alias) => content.aliases.contains(alias),
            Name::Document(sha256) => content.credential_sha256.as_deref().and_then(digest) == Some(*sha256),
        })
    }
}

/// A certificate as it stands in an entry that was presented.
#[derive(Clone, Copy)]
pub(crate) struct Issued<'e> {
    logged: &'e LoggedStatement,
    issuer: &'e PartyId,
    certificate: &'e Certificate,
    item: u32,
}

/// The certificates that were presented.
fn issued(evidence: &[Evidence]) -> impl Iterator<Item = Issued<'_>> {
    let acts = evidence.iter().filter_map(|piece| match &piece.logged.payload().act {
        Act::CertificatesIssued(act) => Some((&piece.logged, act)),
        _ => None,
    });
    acts.flat_map(|(logged, act)| {
        let numbered = (0..).zip(&act.certificates);
        numbered.map(move |(item, certificate)| Issued { logged, issuer: &act.issuer, certificate, item })
    })
}

fn digest(hex: &str) -> Option<[u8; 32]> {
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}
