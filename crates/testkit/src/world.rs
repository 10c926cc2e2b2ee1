//! A whole registry in memory: an open log, countries, and one authority in each that may speak for it in everything.
//!
//! Statements go the way of data: signed, parsed, verified, admitted, applied. Nothing is written anywhere.

use std::sync::Arc;

use decision::{Decision, EvidenceReference, Presented, Question, QuestionError, Verdict};
use ed25519_dalek::SigningKey;
use model::{CertificateNumber, Date, LogIndex, MandateScope, PartyKind, Text};
use registry::{AdmitError, CertificateFacts, Registry};
use statement::act::{
    CountryRegistered, GroupRegistered, MandateGiven, MembershipStated, PartyRegistered, RegistryOpened,
};
use statement::{Payload, VerifiedStatement, demonstration_key};
use tlog::{SignatureKind, VerifierKey};

use crate::{Author, Certificates, the};

/// Name of the log in tests.
pub const ORIGIN: &str = "log.test.example";
/// Its registrar.
pub const REGISTRAR: &str = "did:web:registrar.test.example";
/// Its recorder.
pub const RECORDER: &str = "did:web:recorder.test.example";

/// What a country's one authority speaks for, beside coordinating.
const SCOPES: &[MandateScope] = &[
    MandateScope::Regulate,
    MandateScope::Agree,
    MandateScope::Designate,
    MandateScope::Survey,
    MandateScope::Accredit,
];

/// A registry in memory with everything that was stated in it.
pub struct World {
    /// The registrar.
    pub registrar: Author,
    /// A recorder that may report for everybody, once there is a first country.
    pub recorder: Author,
    /// The statements, in the order of their admission: the genesis first.
    pub statements: Vec<VerifiedStatement>,
    /// The day on which statements are admitted: a day on which the mandates stand.
    pub day: Date,
    registry: Registry,
    certificates: Certificates,
    countries: usize,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

/// Building it.
impl World {
    /// An open registry without any country.
    pub fn new() -> Self {
        let mut world = Self {
            registrar: Author::new(REGISTRAR),
            recorder: Author::new(RECORDER),
            statements: Vec::new(),
            day: the("2026-01-01"),
            registry: Registry::default(),
            certificates: Certificates::default(),
            countries: 0,
        };
        world.register("genesis", genesis());
        world
    }

    /// A registry with these countries (codes of two letters). The authority of `FR` is
    /// `did:web:authority.fr.test.example`: see [`World::authority`].
    pub fn with_countries(codes: &[&str]) -> Self {
        let mut world = Self::new();
        codes.iter().for_each(|code| world.add_country(code));
        world
    }

    /// The authority of a country of this world.
    pub fn authority(code: &str) -> Author {
        Author::new(&authority_id(code))
    }

    /// Registers a country with its authority; with the first one, the recorder.
    pub fn add_country(&mut self, code: &str) {
        self.register(&format!("country-{code}"), country(code, self.countries));
        self.register(&format!("authority-{code}"), authority(code));
        let coordinator = mandate(&authority_id(code), code, &[MandateScope::Coordinate]);
        self.register(&format!("coordinator-{code}"), coordinator);
        self.register(&format!("mandates-{code}"), mandate(&authority_id(code), code, SCOPES));
        if self.countries == 0 {
            self.register("recorder", party(RECORDER, PartyKind::Recorder, code));
            let everybody =
                MandateGiven { on_behalf_of: None, ..mandate(RECORDER, code, &[MandateScope::Record]) };
            self.register("recorder-mandate", everybody);
        }
        self.countries += 1;
    }

    /// Signs a payload with its signer's demonstration key and takes it into the registry.
    ///
    /// # Errors
    /// When it is not admitted; then nothing changed.
    ///
    /// # Panics
    /// When the payload contradicts itself.
    pub fn submit(&mut self, payload: &Payload) -> Result<LogIndex, AdmitError> {
        self.submit_as(&Author::new(payload.signer.as_str()), payload)
    }

    /// The same with another key than the signer's demonstration key.
    ///
    /// # Errors
    /// When it is not admitted; then nothing changed.
    ///
    /// # Panics
    /// When the payload contradicts itself.
    pub fn submit_as(&mut self, author: &Author, payload: &Payload) -> Result<LogIndex, AdmitError> {
        self.take(author.verified(payload))
    }

    /// A statement of an author, which must be admitted. Its identifier is its position.
    ///
    /// # Panics
    /// When it is not admitted.
    pub fn state(&mut self, author: &Author, act: impl Into<statement::Act>) -> LogIndex {
        let payload = author.statement(&self.next_id(), act);
        self.submit_as(author, &payload).unwrap_or_else(|error| panic!("{}: {error}", payload.act.name()))
    }

    /// The recorder's report of the act of a country, group or party, which must be admitted.
    ///
    /// # Panics
    /// When it is not admitted.
    pub fn report(&mut self, on_behalf_of: &str, act: impl Into<statement::Act>) -> LogIndex {
        let payload = self.recorder.report(&self.next_id(), on_behalf_of, act);
        self.submit(&payload).unwrap_or_else(|error| panic!("{}: {error}", payload.act.name()))
    }

    /// A statement of the registrar, which must be admitted.
    ///
    /// # Panics
    /// When it is not admitted.
    pub fn register(&mut self, id: &str, act: impl Into<statement::Act>) -> LogIndex {
        let payload = self.registrar.statement(id, act);
        self.submit(&payload).unwrap_or_else(|error| panic!("{id}: {error}"))
    }

    /// An identifier for the next statement.
    pub fn next_id(&self) -> String {
        format!("s-{}", self.registry.size())
    }

    fn take(&mut self, statement: VerifiedStatement) -> Result<LogIndex, AdmitError> {
        let admitted = registry::admit(&self.registry, &self.certificates, &statement, self.day)?;
        let logged = admitted.into_logged();
        for event in self.registry.certificate_events(&logged) {
            self.certificates.take(event);
        }
        self.registry.apply(&logged);
        self.statements.push(statement);
        Ok(logged.index())
    }
}

/// Asking it.
impl World {
    /// The registry after everything that was stated.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The certificates.
    pub fn certificates(&self) -> &Certificates {
        &self.certificates
    }

    /// The position of the last statement.
    pub fn last(&self) -> LogIndex {
        LogIndex(self.registry.size().saturating_sub(1))
    }

    /// What is on record of a certificate up to a position of the log.
    pub fn facts(&self, number: &CertificateNumber, known_at: LogIndex) -> Option<CertificateFacts> {
        self.certificates.facts(number, known_at)
    }

    /// The evidence of a question, as a store would load it: by number, else by alias, else by digest.
    pub fn present(&self, question: &Question) -> Vec<Presented> {
        let known_at = question.known_at.unwrap_or(self.last());
        let found = |evidence| self.resolve(evidence).and_then(|number| self.facts(number, known_at));
        question.evidence.iter().map(|evidence| Presented { found: found(evidence).map(Arc::new) }).collect()
    }

    fn resolve<'a>(&'a self, evidence: &'a EvidenceReference) -> Option<&'a CertificateNumber> {
        let by_alias = || self.certificates.with_alias(evidence.alias.as_ref()?);
        let by_digest = || self.certificates.with_digest(evidence.document_sha256.as_deref()?);
        evidence.number.as_ref().or_else(by_alias).or_else(by_digest)
    }

    /// Decides a question and hands the decision, which borrows from question and evidence, to `read`.
    ///
    /// # Errors
    /// When the question cannot be asked of this registry.
    pub fn ask<T>(
        &self,
        question: &Question,
        read: impl FnOnce(&Decision<'_>) -> T,
    ) -> Result<T, QuestionError> {
        let presented = self.present(question);
        decision::decide(&self.registry, question, &presented).map(|decision| read(&decision))
    }

    /// Asks for the answer in short.
    ///
    /// # Errors
    /// When the question cannot be asked of this registry.
    pub fn ask_in_short<T>(
        &self,
        question: &Question,
        read: impl FnOnce(&Verdict<'_>) -> T,
    ) -> Result<T, QuestionError> {
        let presented = self.present(question);
        decision::verdict(&self.registry, question, &presented).map(|verdict| read(&verdict))
    }
}

/// The key that signs checkpoints in tests.
pub fn log_signing_key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

/// Opens the log of tests.
///
/// # Panics
/// Never, unless [`ORIGIN`] is no name of a key.
pub fn genesis() -> RegistryOpened {
    let log_key = VerifierKey::new(ORIGIN, SignatureKind::Ed25519, log_signing_key().verifying_key());
    RegistryOpened {
        origin: ORIGIN.into(),
        log_key: log_key.unwrap_or_else(|error| panic!("{error}")).to_string(),
        registrar: the(REGISTRAR),
        name: Text::english("Registry of tests"),
        keys: vec![demonstration_key(&the(REGISTRAR)).public()],
        demonstration: true,
    }
}

/// Registers a country. Its other codes are made up from its place in a list.
pub fn country(code: &str, index: usize) -> CountryRegistered {
    let numeric = u16::try_from(index + 1).unwrap_or(999);
    CountryRegistered { country: the(code), alpha3: format!("{code}X"), numeric, name: Text::english(code) }
}

/// Registers a group that legislates for its members.
pub fn group(code: &str) -> GroupRegistered {
    GroupRegistered { group: the(code), name: Text::english(code), legislates: true }
}

/// States members of a group from a day on.
pub fn membership(group: &str, members: &[&str], from: &str) -> MembershipStated {
    let members = members.iter().map(|code| the(code)).collect();
    MembershipStated { group: the(group), members, from: the(from), until: None }
}

/// Registers a party with its demonstration key.
pub fn party(id: &str, kind: PartyKind, country: &str) -> PartyRegistered {
    PartyRegistered {
        party: the(id),
        kind,
        name: Text::english(id),
        country: the(country),
        address: String::new(),
        website: String::new(),
        keys: vec![demonstration_key(&the(id)).public()],
    }
}

/// Registers the authority of a country.
pub fn authority(code: &str) -> PartyRegistered {
    party(&authority_id(code), PartyKind::Authority, code)
}

/// Registers a conformity assessment body.
pub fn body(id: &str, country: &str) -> PartyRegistered {
    party(id, PartyKind::ConformityAssessmentBody, country)
}

/// Gives a mandate from 2000 on.
pub fn mandate(to: &str, on_behalf_of: &str, scopes: &[MandateScope]) -> MandateGiven {
    MandateGiven {
        to: the(to),
        on_behalf_of: Some(the(on_behalf_of)),
        scopes: scopes.to_vec(),
        from: the("2000-01-01"),
        until: None,
        basis: "test".into(),
    }
}

fn authority_id(code: &str) -> String {
    format!("did:web:authority.{}.test.example", code.to_ascii_lowercase())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_minimal_world_passes_every_check() {
        let world = World::with_countries(&["FR", "JP"]);
        assert_eq!(world.statements.len(), 11);
        assert_eq!(world.statements[0].payload().act.name(), "registry.opened");
        assert_eq!(world.registry().size(), 11);
    }

    #[test]
    fn what_is_not_admitted_changes_nothing() {
        let mut world = World::with_countries(&["FR"]);
        let stranger = Author::new("did:web:stranger.test.example");
        let payload = stranger.statement("x", body("did:web:lab.test.example", "FR"));
        assert!(world.submit(&payload).is_err());
        assert_eq!((world.registry().size(), world.statements.len()), (7, 7));
    }

    #[test]
    fn a_world_in_which_nothing_is_required_says_so() {
        let world = World::with_countries(&["FR"]);
        let question = br#"{"importing":"FR","on":"2026-01-01","product":{"hs":"851660","hs_edition":2022}}"#;
        let question = Question::parse(question).unwrap();
        assert_eq!(world.ask(&question, |answer| answer.overall), Ok(decision::Overall::NotRequired));
    }
}
