//! `comity credential sign`: secures a credential with the issuer's key.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use credential::integrity::{self, NewProof};
use credential::limits::STATUS_LIST_CREDENTIAL_BYTES_MAX;
use credential::{Contexts, Document, Kind, did, json, jwt, vcdm};
use serde_json::json as value;

use super::read;
use crate::commands::Ended;
use crate::console::Console;
use crate::failure::Failure;
use crate::key_file::PartyKey;

/// What to sign, and how.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity credential sign demo-001.json --key keys/lab.jwk > demo-001.jwt\n  comity credential sign demo-001.json --key keys/lab.jwk --form proof > demo-001.signed.json\n\nThe key signs as `ISSUER#KID`: the issuer that the credential names and the identifier of the key file; in a demonstration `--demonstration-key` stands in its place. The SHA-256 that is noted belongs into the act (`credential_sha256`), so that the register knows the document."
)]
pub struct Args {
    /// The unsigned credential; `-` reads standard input.
    file: PathBuf,
    #[command(flatten)]
    key: PartyKey,
    /// As a token (`vc+jwt`), or as JSON with a Data Integrity proof.
    #[arg(long, value_enum, default_value_t = Form::Jwt)]
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Jwt,
    Proof,
}

/// Prints it signed.
pub fn run(args: &Args, console: Console) -> Ended {
    let bytes = read(&args.file)?;
    let unsigned = json::read(&bytes, STATUS_LIST_CREDENTIAL_BYTES_MAX).map_err(|e| Failure::of(&e))?;
    if let Some(problem) = vcdm::check_credential(&unsigned, Contexts::Any).into_iter().next() {
        return Err(Failure::new(
            format!("not a credential of the VC Data Model 2.0: {problem}"),
            "see everything that is wrong with `comity credential show`",
        ));
    }
    let issuer = unsigned.get("issuer");
    let issuer = issuer.and_then(|issuer| issuer.as_str().or_else(|| issuer.get("id")?.as_str()));
    let issuer = issuer.unwrap_or_default();
    let key = args.key.read(issuer)?;
    let method = method(issuer, &key)?;
    let signed = match args.form {
        Form::Jwt => jwt::sign(Kind::Credential, &unsigned, &method, &key),
        Form::Proof => {
            let new = NewProof {
                method: &method,
                purpose: "assertionMethod",
                created: jiff::Timestamp::now(),
                domain: None,
                challenge: None,
            };
            integrity::sign(&unsigned, &new, &key).to_string()
        }
    };
    let digest = Document::credential(signed.as_bytes(), STATUS_LIST_CREDENTIAL_BYTES_MAX)
        .map_err(|error| Failure::of(&error))?
        .digest();
    console.note(format!("Signed as {method}; SHA-256 {}", hex::encode(digest)));
    console
        .result(&value!({ "credential": signed, "key": method, "sha256": hex::encode(digest) }), &signed)?;
    Ok(ExitCode::SUCCESS)
}

/// The name of the key: the issuer's, who must be the key itself where it is a `did:key`.
fn method(issuer: &str, key: &statement::PrivateKey) -> Result<String, Failure> {
    let Some(multibase) = issuer.strip_prefix("did:key:") else {
        return Ok(did::method_id(issuer, key.kid()));
    };
    if key.public().to_did_key()?.as_str() != issuer {
        return Err(Failure::new(
            format!("the credential names the issuer `{issuer}`, and this is another key"),
            "sign with the issuer's own key: nobody signs as somebody else",
        ));
    }
    Ok(format!("{issuer}#{multibase}"))
}
