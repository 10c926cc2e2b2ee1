//! Writes a sample of everything that comes from outside into the folder named by `SEEDS`. Each target is handed all of them
//! and keeps those that lead it anywhere, so nothing here says what is for whom.
//!
//! It is built as the targets are, with the counters of branches, which only the fuzzer brings: so it is one that begins by
//! writing, and is told to run nothing.

#![no_main]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bundle::{Content, Delta, Issuer, Reference, SigningKeyName, StatusChange};
use credential::integrity::{self, NewProof};
use credential::untp::assurance::Basis;
use credential::untp::make::{Base, Names, make};
use credential::{Kind, StatusList, jwt};
use model::{InstrumentId, LogIndex, PartyId};
use serde_json::{Value, json};
use statement::act::Change;
use statement::demonstration_key;
use testkit::{ORIGIN, log_signing_key, the};
use tlog::{Checkpoint, Hash, InclusionProof, TlogProof, encode_bundle};

type Seeds = Vec<Vec<u8>>;

/// Bytes of a sample: a longer one is cut, since fuzzers find little in long ones.
const SEED_BYTES_MAX: usize = 8_192;
const ISSUER: &str = "did:web:lab.example";
const CATALOGUE: [&str; 2] = [
    r#"{"id":"X 1:2009","en":"T","fr":"T","date":{"published":"2009-11"},"ed":"1","stage":"95","ics":["13.120"],"rel":[["updates","X 1:2019","2019-06-17"],["obsoletes","X 1:2001",null]]}"#,
    r#"{"id":1,"reference":"X 1:2001","title":{"en":"T"},"publicationDate":"2001-05-06","edition":1,"icsCode":["13.120"],"currentStage":9599,"replaces":[3],"replacedBy":[2,9]}"#,
];
const TABLE: &str = "Certificate No,Manufacturer,Issued,Expires,Law,Standards,HS code,Product,Model\nC-1,Example Ltd,01/02/2025,01/02/2030,JP-DENAN@2001,IEC 60335-1:2020,851660,Oven,K-100\n";

/// Nothing is on record.
struct NoNames;

libfuzzer_sys::fuzz_target!(init: write().unwrap_or_else(|error| panic!("{error}")), |_data: &[u8]| {});

fn write() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var_os("SEEDS").ok_or("name a folder in `SEEDS`")?);
    fs::create_dir_all(&folder)?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut seeds = files(&root)?;
    seeds.extend(signed(&root)?);
    seeds.extend(log()?);
    seeds.extend(credentials()?);
    seeds.extend(bundles()?);
    seeds.extend(CATALOGUE.map(|line| line.as_bytes().to_vec()));
    seeds.push([app::import::MAPPING_TEMPLATE.as_bytes(), b"\0", TABLE.as_bytes()].concat());
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("{number:04}")), &seed[..seed.len().min(SEED_BYTES_MAX)])?;
    }
    Ok(())
}

/// Acts and tables of the demonstration, and what stands apart in the documentation.
fn files(root: &Path) -> Result<Seeds, Box<dyn Error>> {
    let mut seeds = Seeds::new();
    for folder in ["demo", "demo/world", "demo/objective-life", "docs"] {
        for entry in fs::read_dir(root.join(folder))? {
            let path = entry?.path();
            match path.extension().and_then(|ending| ending.to_str()) {
                Some("md") => {
                    let text = fs::read_to_string(path)?;
                    let fenced = text.split("\n```").skip(1).step_by(2);
                    seeds.extend(fenced.filter_map(|block| Some(block.split_once('\n')?.1.into())));
                }
                Some("csv" | "toml") => seeds.push(fs::read(path)?),
                _ => {}
            }
        }
    }
    Ok(seeds)
}

/// Signed statements and requests, and what is in them.
fn signed(root: &Path) -> Result<Seeds, Box<dyn Error>> {
    let mut seeds = Seeds::new();
    for file in ["statements/v0.jws", "statements/v1.jws", "statements/requests.jws", "answers/v1.json"] {
        for line in fs::read_to_string(root.join("vectors").join(file))?.lines() {
            let payload = line.split('.').nth(1).and_then(|part| URL_SAFE_NO_PAD.decode(part).ok());
            seeds.extend([line.into()].into_iter().chain(payload));
        }
    }
    Ok(seeds)
}

/// A checkpoint, what is asked of a witness, a proof, entries and paths of tiles.
fn log() -> Result<Seeds, Box<dyn Error>> {
    let checkpoint = Checkpoint::new(ORIGIN, 7, Hash([5; 32]))?.sign(&log_signing_key())?;
    let mut cosigned = checkpoint.clone();
    cosigned.cosign("witness.example", &log_signing_key(), 1_769_817_600)?;
    let hashes = vec![Hash([1; 32]), Hash([2; 32])];
    let lines: String = hashes.iter().map(|hash| format!("{hash}\n")).collect();
    let proof = TlogProof::new(InclusionProof { leaf_index: 3, tree_size: 7, hashes }, cosigned.clone())?;
    // Before the entries stands how many there are.
    let entries = [2_u16.to_le_bytes().to_vec(), encode_bundle([b"first".as_slice(), b"second"])?].concat();
    let texts = [
        checkpoint.to_string(),
        format!("old 4\n{lines}\n{cosigned}"),
        proof.to_string(),
        "tile/0/x001/234.p/5".to_owned(),
        "tile/entries/067".to_owned(),
    ];
    Ok(texts.map(String::into_bytes).into_iter().chain([entries]).collect())
}

/// A conformity credential in both forms, a status list, and links to it.
fn credentials() -> Result<Seeds, Box<dyn Error>> {
    let certificate = serde_json::from_value(json!({
        "number": "C-1", "status_index": 0, "kind": "certificate", "holder": "did:web:maker.example",
        "products": [{ "hs": "851660", "hs_edition": 2022, "model": "K-100", "gtin": "9521000000377" }],
        "procedure": "certification", "issued_on": "2025-01-01", "expires_on": "2030-01-01",
    }))?;
    let issuer: PartyId = the(ISSUER);
    let key = demonstration_key(&issuer);
    let made: Value = make(&certificate, &issuer, &NoNames, Base("https://registry.example"));
    let method = credential::did::method_id(ISSUER, &key.public().kid);
    let created = "2026-01-31T00:00:00Z".parse()?;
    let proof =
        NewProof { method: &method, purpose: "assertionMethod", created, domain: None, challenge: None };
    let texts = [
        jwt::sign(Kind::Credential, &made, &method, &key),
        integrity::sign(&made, &proof, &key).to_string(),
        StatusList::new(0)?.encode(),
        format!("https://registry.example/credentials/{}", "ab".repeat(32)),
        "https://registry.example/01/09506000134352/10/B1?17=260131".to_owned(),
        json!({ "certificate": "C-1", "importing": "FR", "hs": "851660", "edition": "2022" }).to_string(),
    ];
    Ok(texts.map(String::into_bytes).into())
}

/// What is signed in a bundle, its file, and what leads from one to the next.
fn bundles() -> Result<Seeds, Box<dyn Error>> {
    let party: PartyId = the(ISSUER);
    let signed_with = SigningKeyName { signer: party.clone(), key_id: "demo".to_owned() }.into();
    let withdrawn = StatusChange {
        at: LogIndex(4),
        on: the("2026-01-31"),
        signed_with,
        reported: false,
        change: Change::Withdrawn { from_start: false },
    };
    let reference = |at, payload: &[u8]| Reference {
        at: LogIndex(at),
        day: the("2026-01-30"),
        key_id: "demo".to_owned(),
        digest: Some([7; 32]),
        payload: payload.to_vec(),
    };
    let checkpoint = Checkpoint::new(ORIGIN, 7, Hash([5; 32]))?.sign(&log_signing_key())?.to_string();
    let old = Content {
        importing: the("FR"),
        made_at: 1_769_817_600,
        checkpoint,
        statements: vec![reference(0, b"{}"), reference(2, b"{\"id\":\"a\"}")],
        issuers: BTreeMap::from([(party.clone(), Issuer { next_unassigned: 9, changes: Vec::new() })]),
        names: Vec::new(),
    };
    let issuer = Issuer { next_unassigned: 12, changes: vec![(3, withdrawn)] };
    let new = Content { issuers: BTreeMap::from([(party, issuer)]), ..old.clone() };
    let file = |content| bundle::sign(content, ORIGIN, std::iter::once(&log_signing_key()));
    let delta = Delta::between(&file(&old)?, &file(&new)?)?;
    Ok(vec![old.to_bytes(), new.to_bytes(), file(&new)?, delta.to_bytes()])
}

impl Names for NoNames {
    fn party(&self, _: &PartyId) -> Option<String> {
        None
    }

    fn act(&self, _: &InstrumentId) -> Option<String> {
        None
    }

    fn basis(&self, _: &InstrumentId) -> Option<Basis> {
        None
    }

    fn accreditation_body(&self, _: &InstrumentId) -> Option<PartyId> {
        None
    }
}
