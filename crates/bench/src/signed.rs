//! The world as signed statements, which go the whole way into a registry: read, verified, admitted, logged.
//!
//! The registrar signs what is its own to state and reports the rest, as a recorder for everybody. Certificates can be
//! had as often as wanted: a copy has another number and is issued later, and everything else stays as it is.

use std::collections::BTreeMap;

use decision::Question;
use model::{Certainty, CertificateNumber, LogIndex, MandateScope, PartyId, PartyKind, StatementId, Text};
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use statement::act::{Act, Certificate, CertificatesIssued, MandateGiven, PartyRegistered};
use statement::{
    Entitled, Joint, Payload, PrivateKey, Reported, Subject, Unverified, demonstration_key, sign,
};
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
    positions: BTreeMap<u64, u64>,
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
        let (digests, positions) = (FxHashMap::default(), BTreeMap::new());
        let (issued, counts) = (BTreeMap::new(), FxHashMap::default());
        Self { world, registrar, key, signed: 0, digests, positions, issued, counts }
    }

    /// The world whose statements are signed.
    pub fn world(&self) -> &World {
        self.world
    }

    /// The statements of the world before its certificates, with what a registry asks for beside: the registrar's
    /// mandate to report, and holders on record. Acts that contradict themselves, which a registry could never hold,
    /// are left out.
    pub fn reference(&mut self) -> Vec<Vec<u8>> {
        let world = self.world;
        let mut all = Vec::with_capacity(world.log.statements.len());
        for stated in world.log.statements.iter().take_while(|stated| !issues(stated)) {
            all.extend(self.stated(stated));
            if matches!(stated.act, Act::RegistryOpened(_)) {
                let mandate = self.mandate_to_report();
                all.push(self.sign(None, mandate.into()));
            }
        }
        all.extend(self.holders());
        for stated in world.log.statements.iter().filter(|stated| issues(stated)) {
            if let Act::CertificatesIssued(act) = &stated.act {
                let known = self.issued.entry(act.issuer.clone()).or_default();
                known.extend(act.certificates.iter().map(consistent));
            }
        }
        all
    }

    /// The statements of the world after its certificates.
    pub fn late(&mut self) -> Vec<Vec<u8>> {
        let world = self.world;
        let late = world.log.statements.iter().skip_while(|stated| !issues(stated));
        late.filter(|stated| !issues(stated)).filter_map(|stated| self.stated(stated)).collect()
    }

    /// Keeps the certificates that a registry would admit, each in an act of its own; answers how many there are.
    pub fn keep(&mut self, admits: impl Fn(&Payload) -> bool) -> usize {
        let signer = &self.registrar;
        for (issuer, certificates) in &mut self.issued {
            certificates.retain(|certificate| {
                let certificates = vec![Certificate { status_index: 0, ..certificate.clone() }];
                let act = CertificatesIssued { issuer: issuer.clone(), certificates };
                let reported = Some(report(Subject::Party(issuer.clone())));
                let id = the("kept");
                let payload =
                    Payload { id, signer: signer.clone(), made_on: None, reported, act: act.into() };
                Payload::from_json(&payload.to_json()).is_ok() && admits(&payload)
            });
        }
        self.issued.retain(|_, certificates| !certificates.is_empty());
        self.issued.values().map(Vec::len).sum()
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

    /// Questions about the world's certificates and their copies below `copies` (1: none but the originals), to a log
    /// of so many statements.
    pub fn questions(&self, count: usize, copies: usize, size: u64) -> Vec<Question> {
        let mut random = Random::new(0xc0b1e5);
        let mut questions = self.world.questions(count);
        for question in &mut questions {
            // Positions of the world are others in the log.
            question.known_at = question.known_at.map(|at| LogIndex(self.position(at).min(size - 1)));
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

    /// Where about a position of the world is in the log, which lacks what a registry refuses.
    fn position(&self, at: LogIndex) -> u64 {
        let later = self.positions.range(at.0..).next();
        later.map_or(self.signed, |(_, position)| *position)
    }
}

fn issues(stated: &Stated) -> bool {
    matches!(stated.act, Act::CertificatesIssued(_))
}

fn report(on_behalf_of: Subject) -> Reported {
    Reported { on_behalf_of, source: "synthetic".to_owned(), certainty: Certainty::Demonstration }
}

/// The number of a copy; the original is copy 0.
pub fn number_of(copy: usize, original: &CertificateNumber) -> CertificateNumber {
    if copy == 0 { original.clone() } else { the(&format!("{original}-{copy:03}")) }
}

/// The act with what the world leaves out because no decision asks for it: texts that must not be empty; and without
/// what it gives twice, or where it means nothing.
fn complete(act: Act) -> Act {
    let Ok(mut value) = serde_json::to_value(&act) else { return act };
    fill(&mut value);
    serde_json::from_value(value).unwrap_or(act)
}

/// The certificate without what it gives twice, and no earlier than its report.
fn consistent(certificate: &Certificate) -> Certificate {
    let written = serde_json::to_value(certificate).map(|mut value| {
        fill(&mut value);
        value
    });
    let read = written.and_then(serde_json::from_value);
    let mut certificate: Certificate = read.unwrap_or_else(|_| certificate.clone());
    if let Some(report) = &mut certificate.report {
        report.issued_on = report.issued_on.min(certificate.issued_on);
    }
    certificate
}

fn fill(value: &mut Value) {
    match value {
        // Optional texts that are empty are not written: this one is needed.
        Value::String(text) if text.is_empty() => *text = "synthetic".to_owned(),
        Value::Array(entries) => {
            let mut seen = FxHashSet::default();
            entries.retain(|entry| entry.as_str().is_none_or(|text| seen.insert(text.to_owned())));
            entries.iter_mut().for_each(fill);
        }
        Value::Object(fields) => {
            needless(fields);
            for (key, field) in fields {
                if matches!(key.as_str(), "title" | "name") && field.as_object().is_some_and(Map::is_empty) {
                    *field = serde_json::json!({ "en": "synthetic" });
                }
                fill(field);
            }
        }
        _ => {}
    }
}

/// Ends before their beginning, and terms that belong to another choice than the one made.
fn needless(fields: &mut Map<String, Value>) {
    let text =
        |fields: &Map<String, Value>, key: &str| fields.get(key).and_then(Value::as_str).map(str::to_owned);
    let begins =
        ["from", "applies_from", "in_force_from", "on"].into_iter().find_map(|key| text(fields, key));
    if let Some(begins) = begins {
        let ends = ["until", "former_edition_until", "former_version_until", "transition_until", "review_by"];
        ends.into_iter().for_each(|key| {
            if text(fields, key).is_some_and(|end| end <= begins) {
                fields.remove(key);
            }
        });
    }
    if text(fields, "standard").is_some_and(|standard| standard.contains(':')) {
        fields.remove("former_edition_until");
    }
    for (choice, chosen, days) in [
        ("effect_of_contest", "suspended_after_days", "contest_days"),
        ("on_amendment", "continues_for_days", "amendment_days"),
    ] {
        match text(fields, choice) {
            Some(found) if found == chosen => {
                fields.entry(days).or_insert(Value::from(180));
            }
            Some(_) => {
                fields.remove(days);
            }
            None => {}
        }
    }
}

impl Signer<'_> {
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

    fn stated(&mut self, stated: &Stated) -> Option<Vec<u8>> {
        let mut act = stated.act.clone();
        if let Act::AgreementConcurred(concurred) = &mut act {
            // The world, which is not signed, makes digests from positions.
            let at = concurred.statement.get(..16).and_then(|hex| u64::from_str_radix(hex, 16).ok());
            if let Some(digest) = at.and_then(|at| self.digests.get(&at)) {
                concurred.statement.clone_from(digest);
            }
        }
        let act = complete(act);
        let subject = self.subject(&act);
        let joint = matches!(act, Act::AgreementConcluded(_) | Act::AnnexConcluded(_));
        let position = self.signed;
        let signed = self.sign(subject, act);
        Unverified::parse(&signed).ok()?;
        self.positions.insert(stated.at, position);
        if joint {
            let digest = Sha256::digest(&signed);
            let digest = hex::encode(digest);
            self.digests.insert(stated.at, digest);
        }
        Some(signed)
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
        let reported = on_behalf_of.map(report);
        sign(&Payload { id, signer: self.registrar.clone(), made_on: None, reported, act }, &self.key)
    }
}
