//! The offline bundle of many certificates, one in a hundred withdrawn: its size beside what information theory asks for,
//! how long it takes to make, to open and to ask, and what a delta takes.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Result, ensure};
use bench::random::Random;
use bundle::{Bundle, Content, Delta, Issuer, SigningKeyName, State, StatusChange};
use ed25519_dalek::SigningKey;
use model::{Date, LogIndex, PartyId};
use statement::act::Change;
use tlog::{Checkpoint, Hash, Policy, SignatureKind, VerifierKey};

use crate::figures::Figures;

const ORIGIN: &str = "log.bench.example";
/// Bodies that issue; certificates are spread unevenly over them, as in life.
const ISSUERS: u64 = 200;
/// Withdrawals that one statement states.
const IN_ONE_ACT: usize = 20;
const SEED: u64 = 20_260_131;

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    let certificates: u64 = if figures.options.quick { 100_000 } else { 10_000_000 };
    figures.doing("making a bundle");
    let mut random = Random::new(SEED);
    let content = content(certificates, 1, &mut random);
    let start = Instant::now();
    let file = signed(&content)?;
    let seconds = start.elapsed().as_secs_f64();
    let wanted = ("wanted", 60.0);
    figures.beside(format!("bundle of {certificates} certificates made"), seconds, "s", wanted, Some("<= 1"));
    sizes(figures, certificates, &content, file.len());
    asking(figures, &file, &mut random)?;
    deltas(figures, &content, &file, &mut random)
}

fn sizes(figures: &mut Figures, certificates: u64, content: &Content, whole: usize) {
    let (bytes, withdrawn) = content.withdrawn_sets();
    let (n, p) = (certificates as f64, withdrawn as f64 / certificates as f64);
    let limit_bytes = n * (-(p * p.log2()) - (1.0 - p) * (1.0 - p).log2()) / 8.0;
    let limit = ("n*H(p)", limit_bytes);
    figures.beside(
        format!("sets of {withdrawn} withdrawn certificates"),
        bytes as f64,
        "B",
        limit,
        Some("<= 1.15"),
    );
    figures.alone(
        "the whole bundle without reference statements, when and by whom included",
        whole as f64,
        "B",
    );
}

fn asking(figures: &mut Figures, file: &[u8], random: &mut Random) -> Result<()> {
    figures.doing("asking a bundle");
    let policy = policy()?;
    let start = Instant::now();
    let bundle = Bundle::open(file, &policy)?;
    figures.alone("the bundle opened: signature, form, content", start.elapsed().as_secs_f64() * 1e3, "ms");
    let issuers: Vec<_> = bundle.content().issuers.values().collect();
    let asked: Vec<(&Issuer, u64)> = (0..100_000)
        .map(|_| {
            let issuer = issuers[random.below(issuers.len())];
            (issuer, random.next_number() % issuer.next_unassigned.max(1))
        })
        .collect();
    let start = Instant::now();
    let withdrawn = asked.iter().filter(|(issuer, index)| issuer.state(*index) == State::Withdrawn).count();
    let microseconds = start.elapsed().as_secs_f64() * 1e6 / asked.len() as f64;
    ensure!(black_box(withdrawn) > 0, "nothing was found withdrawn");
    figures.beside("one certificate looked up", microseconds, "us", ("wanted", 1_000.0), Some("<= 1"));
    Ok(())
}

fn deltas(figures: &mut Figures, content: &Content, file: &[u8], random: &mut Random) -> Result<()> {
    figures.doing("comparing bundles");
    let mut later = content.clone();
    let mut added = 0_u64;
    for (place, issuer) in later.issuers.values_mut().enumerate() {
        let key = issuer.changes.first().map(|(_, change)| change.signed_with.clone());
        let Some(key) = key else { continue };
        let more = issuer.next_unassigned / 1_000;
        for _ in 0..more {
            let index = random.next_number() % issuer.next_unassigned;
            if issuer.changes_of(index).is_empty() {
                let at = 2_000_000 + place as u64 * 1_000 + added % 50;
                issuer.changes.push((index, withdrawal(at, &key)));
                issuer.changes.sort_by_key(|(index, _)| *index);
                added += 1;
            }
        }
    }
    let new = signed(&later)?;
    let start = Instant::now();
    let delta = Delta::between(file, &new)?.to_bytes();
    let made = start.elapsed().as_secs_f64();
    let per_change = delta.len() as f64 / added.max(1) as f64;
    figures.alone(format!("delta after {added} more withdrawals"), delta.len() as f64, "B");
    figures.alone("the delta, for each withdrawal", per_change, "B");
    figures.alone("the delta made", made, "s");
    let start = Instant::now();
    let applied = Delta::from_bytes(&delta)?.apply(file)?;
    figures.alone("the delta applied", start.elapsed().as_secs_f64(), "s");
    ensure!(applied == new, "the delta does not give the new bundle");
    Ok(())
}

/// Certificates of bodies of very different sizes, a share of them withdrawn at random.
pub(crate) fn content(certificates: u64, percent: usize, random: &mut Random) -> Content {
    let weights: Vec<f64> = (1..=ISSUERS).map(|place| 1.0 / place as f64).collect();
    let whole: f64 = weights.iter().sum();
    let mut issuers = BTreeMap::new();
    let mut at = 1_000_000;
    for (place, weight) in weights.iter().enumerate() {
        let Ok(party) = format!("did:web:body-{place}.example").parse::<PartyId>() else { continue };
        let next_unassigned = (certificates as f64 * weight / whole) as u64;
        let key = Arc::new(SigningKeyName { signer: party.clone(), key_id: "key-1".to_owned() });
        let withdrawn: Vec<u64> = (0..next_unassigned).filter(|_| random.percent(percent)).collect();
        let mut changes = Vec::with_capacity(withdrawn.len());
        for (count, index) in withdrawn.into_iter().enumerate() {
            // Bodies withdraw several at a time.
            at += u64::from(count % IN_ONE_ACT == 0);
            changes.push((index, withdrawal(at, &key)));
        }
        issuers.insert(party, Issuer { next_unassigned, changes });
    }
    Content {
        importing: model::Jurisdiction::new_static("FR"),
        made_at: 1_780_000_000,
        checkpoint: checkpoint(),
        statements: Vec::new(),
        issuers,
        names: Vec::new(),
    }
}

fn withdrawal(at: u64, key: &Arc<SigningKeyName>) -> StatusChange {
    StatusChange {
        at: LogIndex(at),
        on: Date::constant(2026, 1 + (at % 3) as i8, 1 + (at % 28) as i8),
        signed_with: key.clone(),
        reported: false,
        change: Change::Withdrawn { from_start: false },
    }
}

fn log_key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

pub(crate) fn verifier_key() -> Result<VerifierKey> {
    Ok(VerifierKey::new(ORIGIN, SignatureKind::Ed25519, log_key().verifying_key())?)
}

fn policy() -> Result<Policy> {
    Ok(Policy::of_log(vec![verifier_key()?])?)
}

fn checkpoint() -> String {
    let checkpoint = Checkpoint::new(ORIGIN, 5_000_000, Hash([5; 32])).map(|checkpoint| {
        let signed = checkpoint.sign(&log_key());
        signed.map(|note| note.to_string()).unwrap_or_default()
    });
    checkpoint.unwrap_or_default()
}

pub(crate) fn signed(content: &Content) -> Result<Vec<u8>> {
    Ok(bundle::sign(content, ORIGIN, std::iter::once(&log_key()))?)
}
