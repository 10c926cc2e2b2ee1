//! Presented credentials, checked in full on one core: beside the bare signature check over the same bytes, in manifests,
//! presented again, within streamed decisions, and by libraries of others.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use app::credentials::SeenDocuments;
use app::{App, FixedClock, LogKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::status::{StatusList, unsigned_list};
use credential::untp::make::Base;
use credential::{
    Document, InTime, Keyring, Kind, Now, PublishedList, Status, StatusEntry, StatusPolicy, Verifier,
    check_together, jwt,
};
use jsonwebtoken as peer;
use model::PartyId;
use serde_json::{Value, json};
use statement::act::{Certificate, CertificatesIssued};
use statement::{FrequentKeys, PublicKey, PureCheck, SignatureCheck, demonstration_key};
use store::MemoryStore;
use testkit::{Author, World, body, the};

use crate::api;
use crate::figures::{Figures, median, per_second};
use crate::http;

/// Documents of one manifest.
const MANIFEST: usize = 256;
/// Documents that are read and checked together, while they are in the processor's cache.
const CHECKED_TOGETHER: usize = 32;
/// Bodies that issued them.
const ISSUERS: usize = 8;
/// What they are about.
const CODE: &str = "851672";
const EDITION: u16 = 2022;
const BASE: &str = "https://registry.bench.example";
/// Length of a credential of usual size, in bytes as a token.
const SIZE_BYTES: std::ops::RangeInclusive<usize> = 4_000..=5_000;
const SCRIPT: &str = "speed.mjs";

pub(crate) fn measure(figures: &mut Figures) -> Result<()> {
    figures.doing("issuing and signing credentials");
    let manifest = Manifest::new()?;
    let floor = floor(figures, &manifest)?;
    let beside = ("verify_strict over the same bytes", floor);
    let bytes: usize = manifest.tokens.iter().map(String::len).sum();
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    figures.alone("a presented credential, mean", bytes as f64 / MANIFEST as f64, "bytes");
    let frequent = FrequentKeys::new();
    let checked = one_by_one(figures, &manifest, &frequent)?;
    figures.beside(
        "credentials checked, keys that came before",
        checked,
        "1/s/core",
        beside,
        Some(">= 0.85"),
    );
    let new_keys = one_by_one(figures, &manifest, &PureCheck)?;
    figures.beside("credentials checked, keys that are new", new_keys, "1/s/core", beside, Some(">= 0.85"));
    let one = together(figures, &manifest, &frequent, 1)?;
    let what = format!("credentials checked, manifests of {MANIFEST}");
    figures.beside(format!("{what}, one processor"), one, "1/s/core", beside, None);
    // As lines and streams are answered: in parts, one for each processor.
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let all = together(figures, &manifest, &frequent, processors)?;
    figures.beside(format!("{what}, {processors} processors"), all, "1/s", beside, Some(">= 1.8"));
    let again = again(figures, &manifest, &frequent)?;
    figures.beside("credentials checked, seen before", again, "1/s/core", beside, Some(">= 10"));
    streamed(figures, &manifest)?;
    peer(figures, &manifest, checked)?;
    script(figures, &manifest, checked)
}

fn rounds(figures: &Figures) -> (usize, Duration) {
    if figures.options.quick { (1, Duration::from_millis(50)) } else { (5, Duration::from_secs(1)) }
}

/// Credentials of a small registry's certificates with everything that a check of them takes.
struct Manifest {
    app: App,
    tokens: Vec<String>,
    issuers: Vec<(PartyId, PublicKey)>,
    keys: Keyring,
    lists: Vec<PublishedList>,
    now: Now,
}

impl Manifest {
    fn new() -> Result<Self> {
        let app = app()?;
        let now = Now::new(credential::time::parse("2026-01-31T12:00:00Z").context("a moment")?);
        let mut keys = Keyring::new();
        let mut issuers = Vec::new();
        for place in 0..ISSUERS {
            let party: PartyId = the(&issuer(place));
            let key = demonstration_key(&party).public();
            keys.add_key(party.as_str(), &key)?;
            issuers.push((party, key));
        }
        let mut made = Self { app, tokens: Vec::new(), issuers, keys, lists: Vec::new(), now };
        for place in 0..MANIFEST {
            let (credential, issuer) = made.app.credential_of(&the(&format!("C-{place}")), Base(BASE))?;
            let token = signed(&credential, &issuer);
            let size = token.len();
            ensure!(SIZE_BYTES.contains(&size), "a credential has {size} bytes, not {SIZE_BYTES:?}");
            made.tokens.push(token);
        }
        made.lists = made.lists()?;
        Ok(made)
    }

    /// Every list that the credentials point into, as it would have been fetched.
    fn lists(&self) -> Result<Vec<PublishedList>> {
        let mut lists = Vec::new();
        for (issuer, _) in &self.issuers {
            for purpose in ["revocation", "suspension"] {
                let url = Base(BASE).status_list(issuer, purpose);
                let until = self.now.at.checked_add(jiff::SignedDuration::from_hours(24))?;
                let list = StatusList::new(0)?;
                let unsigned = unsigned_list(&url, issuer.as_str(), purpose, &list, self.now.at, until);
                let token = signed(&unsigned, issuer);
                let verified = Document::credential(token.as_bytes(), CREDENTIAL_BYTES_MAX)?
                    .verify(&self.verifier(&PureCheck))?;
                lists.push(PublishedList::from_verified(&url, &verified)?);
            }
        }
        Ok(lists)
    }

    fn verifier<'a>(&'a self, check: &'a dyn SignatureCheck) -> Verifier<'a> {
        Verifier { keys: &self.keys, check, now: self.now }
    }

    /// What is judged of a document each time: whose key signed it, its times, its status.
    fn is_good(&self, document: &Document, verifier: &Verifier<'_>) -> bool {
        let policy = StatusPolicy::new(self.now);
        let in_force = |entry: &Value| {
            let status = StatusEntry::read(entry).map(|e| e.look_up(document.issuer(), &self.lists, &policy));
            matches!(status, Some(Status::NotSet { .. }))
        };
        document.issued_by(verifier).is_ok()
            && document.in_time(self.now) == InTime::Yes
            && document.status().iter().all(in_force)
    }
}

fn issuer(place: usize) -> String {
    format!("did:web:body-{place}.bench.example")
}

fn signed(credential: &Value, issuer: &PartyId) -> String {
    let key = demonstration_key(issuer);
    let method = credential::did::method_id(issuer.as_str(), &key.public().kid);
    jwt::sign(Kind::Credential, credential, &method, &key)
}

/// A registry in memory with the bodies and their certificates.
fn app() -> Result<App> {
    let key = LogKey::new(testkit::ORIGIN, &testkit::log_signing_key().to_bytes())?;
    let clock = Arc::new(FixedClock(the("2026-01-31")));
    let app = App::open(Arc::new(MemoryStore::new()), vec![key], clock, &mut |_| {})?;
    let world = World::with_countries(&["FR", "JP"]);
    for statement in &world.statements {
        app.submit_blocking(statement.jws_bytes())?;
    }
    for place in 0..ISSUERS {
        let id = issuer(place);
        let registered = world.registrar.statement(&format!("body-{place}"), body(&id, "FR"));
        app.submit_blocking(&world.registrar.sign(&registered))?;
        let of_body = (place..MANIFEST).step_by(ISSUERS).zip(0..);
        let certificates =
            of_body.map(|(number, index)| certificate(number, index, &id)).collect::<Result<_>>()?;
        let author = Author::new(&id);
        let act = CertificatesIssued { issuer: the(&id), certificates };
        app.submit_blocking(&author.sign(&author.statement(&format!("certificates-{place}"), act)))?;
    }
    Ok(app)
}

fn certificate(number: usize, index: u64, holder: &str) -> Result<Certificate> {
    let product = |slots: &str| {
        json!({
            "hs": CODE, "hs_edition": EDITION, "model": format!("T-{number}-{slots}"), "batch": format!("B-{index}"),
            "description": format!("toaster for household use with {slots} slots, defrosting and a crumb tray"),
        })
    };
    let json = json!({
        "number": format!("C-{number}"), "status_index": index, "kind": "certificate", "holder": holder,
        "products": [product("two"), product("four")], "procedure": "certification", "issued_on": "2025-01-01",
        "expires_on": "2030-01-01",
    });
    Ok(serde_json::from_value(json)?)
}

/// Bare signature checks over the same bytes, everything taken apart beforehand.
fn floor(figures: &Figures, manifest: &Manifest) -> Result<f64> {
    figures.doing("bare signature checks");
    let mut taken = Vec::new();
    for (place, token) in manifest.tokens.iter().enumerate() {
        let (_, key) = &manifest.issuers[place % ISSUERS];
        let key: [u8; 32] = URL_SAFE_NO_PAD.decode(&key.x)?.as_slice().try_into()?;
        let (message, signature) = token.rsplit_once('.').context("no signature")?;
        let signature = ed25519_dalek::Signature::from_slice(&URL_SAFE_NO_PAD.decode(signature)?)?;
        taken.push((ed25519_dalek::VerifyingKey::from_bytes(&key)?, message, signature));
    }
    let (count, time) = rounds(figures);
    let mut good = true;
    let floor = per_second(count, time, || {
        for (key, message, signature) in &taken {
            good &= key.verify_strict(message.as_bytes(), signature).is_ok();
        }
        taken.len()
    });
    ensure!(good, "a signature does not verify");
    Ok(floor)
}

fn one_by_one(figures: &Figures, manifest: &Manifest, check: &dyn SignatureCheck) -> Result<f64> {
    figures.doing("credentials one by one");
    let (count, time) = rounds(figures);
    let verifier = manifest.verifier(check);
    let mut good = true;
    let rate = per_second(count, time, || {
        for token in &manifest.tokens {
            let document = Document::credential(token.as_bytes(), CREDENTIAL_BYTES_MAX);
            good &= document.is_ok_and(|document| manifest.is_good(&document, &verifier));
        }
        manifest.tokens.len()
    });
    ensure!(good, "a credential is not good");
    Ok(rate)
}

fn together(figures: &Figures, manifest: &Manifest, check: &FrequentKeys, processors: usize) -> Result<f64> {
    figures.doing("manifests");
    let (count, time) = rounds(figures);
    let are_good = |tokens: &[String]| {
        let verifier = manifest.verifier(check);
        let read = tokens.iter();
        let read = read.filter_map(|token| Document::credential(token.as_bytes(), CREDENTIAL_BYTES_MAX).ok());
        let documents: Vec<Document> = read.collect();
        check_together(&documents.iter().collect::<Vec<_>>(), &verifier);
        documents.len() == tokens.len()
            && documents.iter().all(|document| manifest.is_good(document, &verifier))
    };
    let part_is_good = |part: &[String]| part.chunks(CHECKED_TOGETHER).all(are_good);
    let mut good = true;
    let rate = per_second(count, time, || {
        good &= thread::scope(|scope| {
            let parts = manifest.tokens.chunks(MANIFEST.div_ceil(processors));
            let running: Vec<_> = parts.map(|part| scope.spawn(|| part_is_good(part))).collect();
            running.into_iter().all(|part| part.join().unwrap_or(false))
        });
        MANIFEST
    });
    ensure!(good, "a credential of the manifest is not good");
    Ok(rate)
}

fn again(figures: &Figures, manifest: &Manifest, check: &dyn SignatureCheck) -> Result<f64> {
    figures.doing("credentials that were seen before");
    let (count, time) = rounds(figures);
    let (verifier, seen) = (manifest.verifier(check), SeenDocuments::default());
    let mut good = true;
    let rate = per_second(count, time, || {
        for token in &manifest.tokens {
            let document = seen.credential(token.as_bytes());
            good &= document.is_ok_and(|document| manifest.is_good(&document, &verifier));
        }
        manifest.tokens.len()
    });
    ensure!(good, "a credential is not good");
    Ok(rate)
}

/// Questions that bring their credential, as lines of a stream; beside the same questions by number.
fn streamed(figures: &mut Figures, manifest: &Manifest) -> Result<()> {
    let (rounds, repeated) = if figures.options.quick { (1, 1) } else { (5, 20) };
    let server = api::product(&manifest.app)?;
    let lines = |evidence: &dyn Fn(usize) -> Value| {
        let line = |place: usize| {
            let product = json!({ "hs": CODE, "hs_edition": EDITION });
            let evidence = [evidence(place)];
            let question =
                json!({ "importing": "JP", "on": "2026-01-31", "product": product, "evidence": evidence });
            format!("{question}\n")
        };
        (0..MANIFEST).map(line).collect::<String>().repeat(repeated).into_bytes()
    };
    let by_number = lines(&|place| json!({ "number": format!("C-{place}") }));
    let presented = lines(&|place| json!({ "credential": manifest.tokens[place] }));
    let questions = MANIFEST * repeated;
    let (mut ours, mut beside) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        figures.doing(&format!("decisions with credentials, round {} of {rounds}", round + 1));
        beside.push(http::stream(server.address, api::STREAM, &by_number, questions)?);
        ours.push(http::stream(server.address, api::STREAM, &presented, questions)?);
    }
    let beside = ("the same by number", median(beside));
    figures.beside("API decisions with credentials, streamed", median(ours), "1/s", beside, None);
    Ok(())
}

/// The crate `jsonwebtoken` over the same tokens: signature and JSON, nothing of the data model.
fn peer(figures: &mut Figures, manifest: &Manifest, ours: f64) -> Result<()> {
    figures.doing("jsonwebtoken");
    let decoding = |(_, key): &(PartyId, PublicKey)| peer::DecodingKey::from_ed_components(&key.x);
    let keys = manifest.issuers.iter().map(decoding).collect::<Result<Vec<_>, _>>()?;
    let mut validation = peer::Validation::new(peer::Algorithm::EdDSA);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    let (count, time) = rounds(figures);
    let mut good = true;
    let rate = per_second(count, time, || {
        for (place, token) in manifest.tokens.iter().enumerate() {
            let read = peer::decode::<Value>(token, &keys[place % ISSUERS], &validation);
            good &= black_box(read).is_ok();
        }
        manifest.tokens.len()
    });
    ensure!(good, "`jsonwebtoken` does not verify a token of ours");
    figures.beside("credentials checked", ours, "1/s/core", ("jsonwebtoken", rate), None);
    Ok(())
}

/// npm `jose` and `@digitalbazaar/vc` over the same documents, where node and the packages are installed.
fn script(figures: &mut Figures, manifest: &Manifest, ours: f64) -> Result<()> {
    // The test of the credential crate installs them, in the folder that Cargo gives to tests.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target").join("tmp").join("interop");
    if !folder.join("node_modules").is_dir() {
        figures.doing("npm peers are not measured: `cargo xtask test -- -p credential` installs them");
        return Ok(());
    }
    figures.doing("npm peers");
    let file = tempfile::NamedTempFile::new()?;
    let (party, key) = &manifest.issuers[0];
    let tokens: Vec<&String> = manifest.tokens.iter().step_by(ISSUERS).collect();
    let seconds = if figures.options.quick { 0.05 } else { 2.0 };
    let input = json!({ "issuer": party, "key": key, "tokens": tokens, "seconds": seconds });
    std::fs::write(file.path(), serde_json::to_vec(&input)?)?;
    let run = Command::new("node").arg(folder.join(SCRIPT)).arg(file.path()).output();
    let Ok(output) = run else {
        figures.doing("npm peers are not measured: `node` is not installed");
        return Ok(());
    };
    ensure!(output.status.success(), "{SCRIPT}: {}", String::from_utf8_lossy(&output.stderr));
    let rates: Value = serde_json::from_slice(&output.stdout).context("what the script printed")?;
    for (name, field) in [("npm jose", "jose"), ("@digitalbazaar/vc, eddsa-jcs-2022", "digitalbazaar")] {
        if let Some(rate) = rates.get(field).and_then(Value::as_f64) {
            figures.beside("credentials checked", ours, "1/s/core", (name, rate), None);
        }
    }
    Ok(())
}
