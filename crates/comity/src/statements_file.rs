//! Files of statements as they are handed to `comity act`: drafts in TOML or JSON, or signed statements, one a line.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use model::PartyId;
use statement::file::{self, Draft, FILE_BYTES_MAX, Format};
use statement::{Payload, PrivateKey, demonstration_key};

use crate::failure::Failure;
use crate::key_file;

/// Largest file of signed statements, in bytes: read whole into memory.
const SIGNED_BYTES_MAX: usize = 1 << 30;

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// Statements that are yet to be signed.
    Drafts(Vec<Draft>),
    /// Signed statements.
    Signed(Vec<Vec<u8>>),
}

/// Reads a file, or standard input for `-`. What it holds is told by its first character.
pub fn read(path: &Path, signer: Option<&PartyId>) -> Result<Content, Failure> {
    let bytes = read_bytes(path)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::new(
            format!("`{}` is not text", path.display()),
            "write TOML, JSON or signed statements in UTF-8",
        )
    })?;
    let start = text.trim_start();
    if start.starts_with("eyJ") {
        let lines = start.lines().map(str::trim).filter(|line| !line.is_empty());
        return Ok(Content::Signed(lines.map(|line| line.as_bytes().to_vec()).collect()));
    }
    if text.len() > FILE_BYTES_MAX {
        return Err(file::FileError::TooLarge { bytes: text.len() }.into());
    }
    let named = |ending: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if ["jws", "jwt", "jose"].iter().any(|ending| named(ending)) {
        return Ok(Content::Signed(vec![start.trim_end().as_bytes().to_vec()]));
    }
    let json = named("json") || (!named("toml") && start.starts_with('{'));
    let format = if json { Format::Json } else { Format::Toml };
    let drafts = file::read(&text, format, signer).map_err(|error| in_file(path, Failure::of(&error)))?;
    Ok(Content::Drafts(drafts))
}

/// Says in which file something is wrong.
pub fn in_file(path: &Path, failure: Failure) -> Failure {
    let help = failure.help().unwrap_or("compare with `comity act template`").to_owned();
    Failure::new(format!("`{}`, {}", path.display(), failure.message()), help)
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: io::Error| Failure::file("cannot read", path, &error);
    let limit = SIGNED_BYTES_MAX as u64 + 1;
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(failed)?;
    }
    if bytes.len() > SIGNED_BYTES_MAX {
        let message = format!("`{}` has more than {SIGNED_BYTES_MAX} bytes", path.display());
        return Err(Failure::new(message, "split it into several"));
    }
    Ok(bytes)
}

/// Who signs drafts.
#[derive(clap::Args, Clone, Debug)]
pub struct Keys {
    /// Key file to sign with. With several signers: `DID=FILE`, once for each.
    #[arg(long, value_name = "[DID=]FILE")]
    key: Vec<String>,
    /// Signs for every party with its demonstration key, which anybody can make. Never for anything real.
    #[arg(long, conflicts_with = "key")]
    demonstration_keys: bool,
    /// Who signs what names no signer.
    #[arg(long, value_name = "DID")]
    pub signer: Option<PartyId>,
}

/// Keys that were read.
pub struct Signers {
    demonstration: bool,
    named: Vec<(PartyId, PrivateKey)>,
    for_all: Option<PrivateKey>,
}

impl Keys {
    /// Reads the key files.
    pub fn read(&self) -> Result<Signers, Failure> {
        let mut signers =
            Signers { demonstration: self.demonstration_keys, named: Vec::new(), for_all: None };
        for text in &self.key {
            let named = text.split_once('=').filter(|(did, _)| did.starts_with("did:"));
            match named {
                Some((did, path)) => {
                    signers.named.push((did.parse()?, key_file::read(&PathBuf::from(path))?));
                }
                None if signers.for_all.is_some() => {
                    return Err(Failure::new(
                        "two keys for every signer",
                        "write `--key DID=FILE` for each signer",
                    ));
                }
                None => signers.for_all = Some(key_file::read(Path::new(text))?),
            }
        }
        Ok(signers)
    }
}

impl Signers {
    /// Signs a payload with the key of its signer.
    pub fn sign(&self, payload: &Payload) -> Result<Vec<u8>, Failure> {
        let signer = &payload.signer;
        if self.demonstration {
            return Ok(statement::sign(payload, &demonstration_key(signer)));
        }
        let named = self.named.iter().find(|(party, _)| party == signer).map(|(_, key)| key);
        let key = named.or(self.for_all.as_ref()).ok_or_else(|| {
            Failure::new(
                format!("no key for `{signer}`, who signs `{}`", payload.id),
                "give its key file with `--key`, or, in a demonstration, `--demonstration-keys`",
            )
        })?;
        Ok(statement::sign(payload, key))
    }
}
