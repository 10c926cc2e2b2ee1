//! The world as signed statements, which go the whole way into a registry: read, verified, admitted, logged.
//!
//! The registrar signs what is its own to state and reports the rest, as a recorder for everybody. Certificates can be
//! had as often as wanted: a copy has another number and is issued later, and everything else stays as it is.

use std::collections::BTreeMap;

use decision::Question;
use model::{Certainty, CertificateNumber, LogIndex, MandateScope, PartyId, PartyKind, StatementId, Text};
use rustc_hash::FxHashMap;
use sha2::{Digest as _, Sha256};
use statement::act::{Act, Certificate, CertificatesIssued, MandateGiven, PartyRegistered};
use statement::{Entitled, Joint, Payload, PrivateKey, Reported, Subject, demonstration_key, sign};
use testkit::the;

use crate::random::Random;
use crate::world::{Stated, World};

/// Bytes of certificates in one batch act: with envelope and signature, about as long as a statement may be.
const BATCH_BYTES: usize = 47_500;

/// Signs what a world states.
pub struct Signer<'w> {
    world: &'w World,
    registrar: PartyId,
    key: PrivateKey,
    signed: u64,
    /// Digests of joint acts, by their position in the world: concurrences name them.
    digests: FxHashMap<u64, String>,
    /// For each position in the world, the one in the log.
    positions: Vec<u64>,
    /// Certificates of the world, by issuer, without their status index.
    issued: BTreeMap<PartyId, Vec<Certificate>>,
    /// How many certificates each issuer has issued.
    counts: FxHashMap<PartyId, u64>,
}

impl<'w> Signer<'w> {
    /// Nothing signed yet.
    pub fn new(world: &'w World) -> Self {
        let registrar: PartyId = the(testkit::REGISTRAR);
        let key = demonstration_key(&registrar);
        let (digests, positions) = (FxHashMap::default(), Vec::new());
        let (issued, counts) = (BTreeMap::new(), FxHashMap::default());
        Self { world, registrar, key, signed: 0, digests, positions, issued, counts }
    }

    /// The world whose statements are signed.
    pub fn world(&self) -> &World {
        self.world
    }

    /// Every statement of the world in its order, with what a real registry asks for beside: the registrar's mandate
    /// to report, and holders on record.
    pub fn everything(&mut self) -> Vec<Vec<u8>> {
        let mut all = Vec::with_capacity(self.world.log.statements.len());
        let mut holders = false;
        for stated in &self.world.log.statements {
            if let Act::CertificatesIssued(act) = &stated.act {
                if !holders {
                    holders = true;
                    all.extend(self.holders());
                }
                self.remember(act);
            }
            self.positions.push(self.signed);
            all.push(self.stated(stated));
            if matches!(stated.act, Act::RegistryOpened(_)) {
                let mandate = self.mandate_to_report();
                all.push(self.sign(None, mandate.into()));
            }
        }
        all
    }

    /// Copies of every certificate of the world, `first..end`, in batch acts; one certificate in each act if `single`.
    pub fn copies(&mut self, first: usize, end: usize, single: bool) -> Vec<Vec<u8>> {
        let mut acts = Vec::new();
        for (issuer, certificates) in &self.issued {
            let count = self.counts.entry(issuer.clone()).or_default();
            let (mut batch, mut bytes) = (Vec::new(), 0);
            for (copy, certificate) in
                (first..end).flat_map(|copy| certificates.iter().map(move |c| (copy, c)))
            {
                let certificate = Certificate {
                    number: number_of(copy, &certificate.number),
                    status_index: *count,
                    ..certificate.clone()
                };
                *count += 1;
                let length = serde_json::to_vec(&certificate).map_or(0, |json| json.len() + 1);
                if !batch.is_empty() && (single || bytes + length > BATCH_BYTES) {
                    let certificates = std::mem::take(&mut batch);
                    acts.push(CertificatesIssued { issuer: issuer.clone(), certificates });
                    bytes = 0;
                }
                bytes += length;
                batch.push(certificate);
            }
            if !batch.is_empty() {
                acts.push(CertificatesIssued { issuer: issuer.clone(), certificates: batch });
            }
        }
        acts.into_iter().map(|act| self.sign(Some(Subject::Party(act.issuer.clone())), act.into())).collect()
    }

    /// Questions about the world's certificates and their copies below `copies` (1: none but the originals).
    pub fn questions(&self, count: usize, copies: usize) -> Vec<Question> {
        let mut random = Random::new(0xc0b1e5);
        let mut questions = self.world.questions(count);
        for question in &mut questions {
            // Positions of the world are others in the log.
            question.known_at = question.known_at.map(|at| self.position(at));
            let copy = random.below(copies);
            if copy == 0 || question.known_at.is_some() {
                continue;
            }
            for evidence in &mut question.evidence {
                evidence.number = evidence.number.take().map(|number| number_of(copy, &number));
            }
        }
        questions
    }

    fn position(&self, at: LogIndex) -> LogIndex {
        let place = usize::try_from(at.0).unwrap_or(usize::MAX).min(self.positions.len() - 1);
        LogIndex(self.positions[place])
    }
}

/// The number of a copy; the original is copy 0.
pub fn number_of(copy: usize, original: &CertificateNumber) -> CertificateNumber {
    if copy == 0 { original.clone() } else { the(&format!("{original}-{copy:03}")) }
}

impl Signer<'_> {
    fn remember(&mut self, act: &CertificatesIssued) {
        let known = self.issued.entry(act.issuer.clone()).or_default();
        known.extend(act.certificates.iter().cloned());
        *self.counts.entry(act.issuer.clone()).or_default() += act.certificates.len() as u64;
    }

    fn holders(&mut self) -> Vec<Vec<u8>> {
        let certificates = self.world.certificates.iter();
        let mut holders: Vec<PartyId> = certificates.map(|facts| facts.issued.holder.clone()).collect();
        // To whom certificates are passed on later.
        holders.push(the("did:web:holder-new.example"));
        holders.sort();
        holders.dedup();
        let country = self.world.registry().countries().map(|country| country.country).min();
        let country = country.unwrap_or_else(|| the("AA"));
        let registered = holders.into_iter().map(|holder| PartyRegistered {
            name: Text::english(holder.as_str()),
            party: holder,
            kind: PartyKind::Supplier,
            country,
            address: String::new(),
            website: String::new(),
            keys: Vec::new(),
        });
        let registered: Vec<_> = registered.collect();
        registered.into_iter().map(|act| self.sign(None, act.into())).collect()
    }

    fn mandate_to_report(&self) -> MandateGiven {
        MandateGiven {
            to: self.registrar.clone(),
            on_behalf_of: None,
            scopes: vec![MandateScope::Record],
            from: the("2000-01-01"),
            until: None,
            basis: String::new(),
        }
    }

    fn stated(&mut self, stated: &Stated) -> Vec<u8> {
        let mut act = stated.act.clone();
        if let Act::AgreementConcurred(concurred) = &mut act {
            // The world, which is not signed, makes digests from positions.
            let at = concurred.statement.get(..16).and_then(|hex| u64::from_str_radix(hex, 16).ok());
            if let Some(digest) = at.and_then(|at| self.digests.get(&at)) {
                concurred.statement.clone_from(digest);
            }
        }
        let subject = self.subject(&act);
        let joint = matches!(act, Act::AgreementConcluded(_) | Act::AnnexConcluded(_));
        let signed = self.sign(subject, act);
        if joint {
            let digest = Sha256::digest(&signed);
            let digest = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            self.digests.insert(stated.at, digest);
        }
        signed
    }

    /// On whose behalf the registrar reports an act; `None` where it states it itself.
    fn subject(&self, act: &Act) -> Option<Subject> {
        let alternatives = statement::who_may_sign(act);
        if !statement::may_be_reported(act) || alternatives.contains(&Entitled::Registrar) {
            return None;
        }
        let registry = self.world.registry();
        let looked_up = |entitled: &Entitled| match entitled {
            Entitled::MandateForOwnerOfRegulation { regulation, .. } => {
                Some(Subject::Jurisdiction(registry.regulation(regulation)?.adopted.country))
            }
            Entitled::MandateForAnyPartyOf { joint, .. } => {
                let agreement = match joint {
                    Joint::Agreement(agreement) => agreement,
                    Joint::Annex(annex) => &registry.annex(annex)?.concluded.agreement,
                    Joint::Statement(_) => return None,
                };
                registry.agreement(agreement)?.concluded.parties.first().copied().map(Subject::Jurisdiction)
            }
            _ => None,
        };
        let subject =
            alternatives.iter().find_map(|entitled| entitled.subject().or_else(|| looked_up(entitled)));
        Some(subject.unwrap_or_else(|| Subject::Party(self.registrar.clone())))
    }

    fn sign(&mut self, on_behalf_of: Option<Subject>, act: Act) -> Vec<u8> {
        let id: StatementId = the(&format!("s{}", self.signed));
        self.signed += 1;
        let reported = on_behalf_of.map(|on_behalf_of| Reported {
            on_behalf_of,
            source: "synthetic".to_owned(),
            certainty: Certainty::Demonstration,
        });
        sign(&Payload { id, signer: self.registrar.clone(), made_on: None, reported, act }, &self.key)
    }
}
