//! Libraries of others read our documents, and we read theirs: npm `jose`, PyPI `PyJWT`, npm `@digitalbazaar/vc`.
//!
//! They are installed in pinned versions where that is possible; where it is not, a test says so and is left out.

#![allow(clippy::unwrap_used)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use credential::integrity::{self, NewProof};
use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::{Contexts, Document, Keyring, Kind, Now, Verifier, jwt, vcdm};
use serde_json::{Value, json};
use statement::{Algorithm, PrivateKey, PublicKey, PureCheck};

const ISSUER: &str = "did:web:lab.example";

/// The scripts in a folder where libraries may be installed.
fn folder(name: &str) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&to).unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("interop");
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
    to
}

/// Runs a program in a folder; what went wrong when it cannot be run or fails.
fn run(folder: &Path, program: &str, arguments: &[&str], input: &str) -> Result<String, String> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("{program}: {error}"))?;
    child.stdin.take().unwrap().write_all(input.as_bytes()).map_err(|error| error.to_string())?;
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout).unwrap())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}

fn node() -> Result<PathBuf, String> {
    let folder = folder("interop");
    run(&folder, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "")?;
    Ok(folder)
}

fn python() -> Result<PathBuf, String> {
    let folder = folder("interop-python");
    run(&folder, "python3", &["-m", "venv", "installed"], "")?;
    run(&folder, "installed/bin/pip", &["install", "--quiet", "-r", "requirements.txt"], "")?;
    Ok(folder)
}

#[expect(clippy::print_stderr, reason = "what a run did not test is said")]
fn left_out(what: &str, why: &str) {
    eprintln!("{what} left out: {}", why.lines().next().unwrap_or("it cannot be installed"));
}

fn now() -> Now {
    Now::new("2026-11-01T00:00:00Z".parse().unwrap())
}

fn credential(issuer: &str) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": ["VerifiableCredential"],
        "issuer": issuer,
        "validFrom": "2026-01-01T00:00:00Z",
        "name": "Konformität ≤ 5 µV \u{1f50c}",
        "credentialSubject": { "id": "urn:uuid:00000000-0000-4000-8000-000000000002", "name": "x\u{7f}\"\\/" },
    })
}

fn key(algorithm: Algorithm) -> PrivateKey {
    let bytes = if algorithm == Algorithm::Es384 { 48 } else { 32 };
    PrivateKey::from_secret("k", algorithm, &vec![7; bytes]).unwrap()
}

fn our_tokens() -> Vec<Value> {
    let token = |algorithm| {
        let key = key(algorithm);
        let token = jwt::sign(Kind::Credential, &credential(ISSUER), &format!("{ISSUER}#k"), &key);
        json!({ "alg": algorithm.as_str(), "jwk": key.public(), "token": token })
    };
    Algorithm::ALL.into_iter().map(token).collect()
}

/// Signed by a key that is its own name, so that others need no DID document.
fn our_secured() -> Value {
    let key = key(Algorithm::EdDsa);
    let did = key.public().to_did_key().unwrap().to_string();
    let method = format!("{did}#{}", did.trim_start_matches("did:key:"));
    let (created, purpose) = ("2026-01-01T00:00:00Z".parse().unwrap(), "assertionMethod");
    let new = NewProof { method: &method, purpose, created, domain: None, challenge: None };
    integrity::sign(&credential(&did), &new, &key)
}

fn given() -> String {
    json!({ "tokens": our_tokens(), "issuer": ISSUER, "credential": credential(ISSUER), "secured": our_secured() })
        .to_string()
}

/// What others read of ours is what we signed.
fn read_ours(told: &Value) {
    let read = told["read"].as_array().unwrap();
    assert_eq!(read.len(), Algorithm::ALL.len());
    for one in read {
        assert_eq!(one["payload"], credential(ISSUER));
        assert_eq!(
            (&one["header"]["typ"], &one["header"]["kid"]),
            (&json!("vc+jwt"), &json!("did:web:lab.example#k"))
        );
    }
    assert_eq!(told["refused"], true);
}

/// What others signed verifies here, and no other key's signature does.
fn wrote_for_us(told: &Value, expected: usize) {
    let tokens = told["tokens"].as_array().unwrap();
    assert_eq!(tokens.len(), expected);
    for one in tokens {
        let mut jwk = one["jwk"].clone();
        jwk["kid"] = one["alg"].clone();
        jwk.as_object_mut().unwrap().retain(|member, _| ["kid", "kty", "crv", "x", "y"].contains(&&**member));
        let key: PublicKey = serde_json::from_value(jwk).unwrap();
        let token = one["token"].as_str().unwrap();
        let verify = |key: &PublicKey| {
            let mut ring = Keyring::new();
            ring.add_key(ISSUER, key).unwrap();
            let verifier = Verifier { keys: &ring, check: &PureCheck, now: now() };
            Document::credential(token.as_bytes(), CREDENTIAL_BYTES_MAX).unwrap().verify(&verifier)
        };
        let verified = verify(&key).unwrap();
        assert_eq!((verified.issuer(), verified.credential()), (ISSUER, &credential(ISSUER)), "{one}");
        let other = PublicKey { kid: key.kid.clone(), ..self::key(Algorithm::EdDsa).public() };
        assert!(verify(&other).is_err());
    }
}

#[test]
fn npm_reads_ours_and_writes_what_we_read() {
    let folder = match node() {
        Ok(folder) => folder,
        Err(why) => return left_out("npm `jose` and `@digitalbazaar/vc`", &why),
    };
    let told = run(&folder, "node", &["documents.mjs"], &given()).unwrap();
    let told: Value = serde_json::from_str(&told).unwrap();
    read_ours(&told);
    wrote_for_us(&told, 4);
    assert_eq!(told["verified"]["verified"], true, "{}", told["verified"]);
    assert_eq!(told["tampered"], false);
    let secured = &told["secured"];
    assert_eq!(vcdm::check_credential(secured, Contexts::Any), []);
    let verifier = Verifier { keys: &Keyring::new(), check: &PureCheck, now: Now::new(signed_at(secured)) };
    let read = Document::credential(secured.to_string().as_bytes(), CREDENTIAL_BYTES_MAX).unwrap();
    let verified = read.verify(&verifier).unwrap();
    assert_eq!(verified.issuer(), secured["issuer"].as_str().unwrap());
    let mut altered = secured.clone();
    altered["name"] = json!("other");
    let read = Document::credential(altered.to_string().as_bytes(), CREDENTIAL_BYTES_MAX).unwrap();
    assert!(read.verify(&verifier).is_err());
}

/// A proof says when it was made, by the clock of the machine.
fn signed_at(secured: &Value) -> jiff::Timestamp {
    secured["proof"]["created"].as_str().unwrap().parse().unwrap()
}

#[test]
fn pyjwt_reads_ours_and_writes_what_we_read() {
    let folder = match python() {
        Ok(folder) => folder,
        Err(why) => return left_out("PyPI `PyJWT`", &why),
    };
    let told = run(&folder, "installed/bin/python", &["tokens.py"], &given()).unwrap();
    let told: Value = serde_json::from_str(&told).unwrap();
    read_ours(&told);
    wrote_for_us(&told, 3);
}
