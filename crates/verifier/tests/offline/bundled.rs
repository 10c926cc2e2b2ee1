//! The bundle of a world in memory, and the evidence of its certificates.

use std::collections::BTreeMap;
use std::sync::Arc;

use bundle::{Content, Issuer, Name, Naming, Needed, Reference, SharedName, SigningKeyName, StatusChange};
use explain::LogPoint;
use model::{Jurisdiction, LogIndex, PartyId};
use registry::{CertificateEvent, CertificateEventKind, LoggedStatement};
use statement::Act;
use statement::act::{Certificate, Change};
use testkit::World;
use testkit::{ORIGIN, log_signing_key};
use tlog::{Checkpoint, InclusionProof, MemoryTree, Note, Policy, SignatureKind, TlogProof, VerifierKey};
use verifier::Verifier;

pub struct Bundled {
    pub content: Content,
    /// The evidence of every statement that issued certificates, as text.
    #[allow(dead_code, reason = "not every test that includes this file presents it")]
    pub evidence: Vec<String>,
}

impl Bundled {
    pub fn of(world: &World, importing: Jurisdiction) -> Self {
        let tree = tree(world);
        let note = note(&tree);
        let registry = world.registry();
        let needed = Needed::new(registry, importing);
        let (mut statements, mut issuers, mut evidence) = (Vec::new(), BTreeMap::new(), Vec::new());
        let mut names: Vec<(Name, Naming)> = Vec::new();
        for (at, logged) in logged(world) {
            let act = &logged.payload().act;
            if needed.keeps(act) {
                statements.push(Reference {
                    at: LogIndex(at),
                    day: logged.day(),
                    key_id: logged.key_id().to_owned(),
                    digest: matches!(act, Act::AgreementConcluded(_) | Act::AnnexConcluded(_))
                        .then(|| logged.digest()),
                    payload: logged.payload().to_json(),
                });
            }
            if matches!(act, Act::CertificatesIssued(_)) {
                evidence.push(proof(world, &tree, &note, at));
            }
            for event in registry.certificate_events(&logged) {
                take(world, &event, &logged, &mut issuers);
                names.extend(named(&event));
            }
        }
        let mut content = Content {
            importing,
            made_at: 1_780_000_000,
            checkpoint: note.to_string(),
            statements,
            issuers,
            names: shared(names),
        };
        content.sort_names();
        Self { content, evidence }
    }

    /// The signed file.
    pub fn file(&self) -> Vec<u8> {
        bundle::sign(&self.content, ORIGIN, std::iter::once(&log_signing_key())).unwrap()
    }

    #[allow(dead_code, reason = "not every test that includes this file asks in its own process")]
    pub fn verifier(&self) -> Verifier {
        let file = self.file();
        let key =
            VerifierKey::new(ORIGIN, SignatureKind::Ed25519, log_signing_key().verifying_key()).unwrap();
        Verifier::open(&file, &Policy::of_log(vec![key]).unwrap()).unwrap()
    }
}

/// The log of a world.
pub fn tree(world: &World) -> MemoryTree {
    let mut tree = MemoryTree::new();
    for at in 0..world.statements.len() {
        tree.push(&leaf(world, at));
    }
    tree
}

/// What an answer says of it.
pub fn point(tree: &MemoryTree) -> LogPoint {
    LogPoint { size: tree.size(), root: tree.root().to_string(), rules: explain::rules_digest() }
}

fn leaf(world: &World, at: usize) -> Vec<u8> {
    [world.day.to_string().as_bytes(), b"\n", world.statements[at].jws_bytes()].concat()
}

fn note(tree: &MemoryTree) -> Note {
    Checkpoint::new(ORIGIN, tree.size(), tree.root()).unwrap().sign(&log_signing_key()).unwrap()
}

fn proof(world: &World, tree: &MemoryTree, note: &Note, at: u64) -> String {
    let inclusion = InclusionProof::generate(at, tree.size(), tree).unwrap();
    let entry = leaf(world, usize::try_from(at).unwrap());
    TlogProof::new(inclusion, note.clone()).unwrap().with_extra(entry).unwrap().to_string()
}

fn logged(world: &World) -> impl Iterator<Item = (u64, LoggedStatement)> {
    (0..).zip(&world.statements).map(|(at, statement)| {
        let key_id = statement.kid().to_owned();
        let payload = statement.shared_payload();
        (at, LoggedStatement::new(LogIndex(at), world.day, key_id, statement.digest(), payload))
    })
}

fn take(
    world: &World,
    event: &CertificateEvent,
    logged: &LoggedStatement,
    issuers: &mut BTreeMap<PartyId, Issuer>,
) {
    match &event.what {
        CertificateEventKind::Issued(certificate) => {
            let issuer = issuers.entry(event.issuer.clone()).or_default();
            issuer.next_unassigned = certificate.status_index + 1;
        }
        CertificateEventKind::Changed(change) => {
            let facts = world.facts(&event.number, world.last()).unwrap();
            let issuer = issuers.get_mut(&facts.issuer).unwrap();
            let signer = logged.payload().signer.clone();
            let signed_with = Arc::new(SigningKeyName { signer, key_id: logged.key_id().to_owned() });
            let (at, reported) = (event.at, event.reported_by.is_some());
            let change =
                StatusChange { at, on: change.on, signed_with, reported, change: change.change.clone() };
            issuer.changes.push((facts.issued.status_index, change));
            issuer.changes.sort_by_key(|(index, _)| *index);
        }
    }
}

/// The names that an event gives to its certificate.
fn named(event: &CertificateEvent) -> Vec<(Name, Naming)> {
    let content: Option<&Certificate> = match &event.what {
        CertificateEventKind::Issued(certificate) => Some(certificate),
        CertificateEventKind::Changed(change) => match &change.change {
            Change::Amended(certificate) => Some(certificate),
            _ => None,
        },
    };
    let Some(content) = content else { return Vec::new() };
    let aliases = content.aliases.iter().cloned().map(Name::Alias);
    let document = content.credential_sha256.as_deref().map(|hex| {
        let byte = |place: usize| u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).unwrap();
        Name::Document(std::array::from_fn(byte))
    });
    let naming = Naming { number: event.number.clone(), at: event.at, item: event.item };
    aliases.chain(document).map(|name| (name, naming.clone())).collect()
}

/// Those that several certificates have.
fn shared(names: Vec<(Name, Naming)>) -> Vec<SharedName> {
    let mut all: Vec<SharedName> = Vec::new();
    for (name, naming) in names {
        match all.iter_mut().find(|shared| shared.name == name) {
            Some(shared) => shared.named.push(naming),
            None => all.push(SharedName { name, named: vec![naming] }),
        }
    }
    all.retain(|shared| shared.named.iter().any(|naming| naming.number != shared.named[0].number));
    all
}
