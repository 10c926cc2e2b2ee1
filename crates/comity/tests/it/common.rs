//! What tests of the command line share: a registry in a directory of its own.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{BufRead as _, BufReader};
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::process::{Child, Output, Stdio};

use assert_cmd::Command;
use serde_json::Value;

/// A small registry: a registrar, two countries with an authority each, a laboratory and a maker, all with
/// demonstration keys.
pub struct Registry {
    /// Its directory, with files of the test beside it.
    pub directory: tempfile::TempDir,
}

pub const REGISTRAR: &str = "did:web:registrar.test.example";
pub const LAB: &str = "did:web:lab.test.example";
pub const MAKER: &str = "did:web:maker.test.example";

const WORLD: &str = r#"
[defaults]
signer = "did:web:registrar.test.example"

[[statement]]
id = "fr"
act = { type = "country.registered", country = "FR", alpha3 = "FRA", numeric = 250, name = { en = "France" } }
[[statement]]
id = "jp"
act = { type = "country.registered", country = "JP", alpha3 = "JPN", numeric = 392, name = { en = "Japan" } }
[[statement]]
id = "authority"
demonstration_key = true
act = { type = "party.registered", party = "did:web:authority.test.example", kind = "authority", name = { en = "Authority" }, country = "JP" }
[[statement]]
id = "mandate"
act = { type = "mandate.given", to = "did:web:authority.test.example", on_behalf_of = "JP", scopes = ["regulate", "agree", "designate", "survey"], from = "2000-01-01", basis = "test" }
[[statement]]
id = "lab"
demonstration_key = true
act = { type = "party.registered", party = "did:web:lab.test.example", kind = "conformity_assessment_body", name = { en = "Laboratory" }, country = "FR" }
[[statement]]
id = "maker"
demonstration_key = true
act = { type = "party.registered", party = "did:web:maker.test.example", kind = "supplier", name = { en = "Maker" }, country = "FR" }
"#;

impl Registry {
    pub fn new() -> Self {
        let registry = Self { directory: tempfile::tempdir().unwrap() };
        let key = statement::demonstration_key(&REGISTRAR.parse().unwrap());
        let file = registry.file("registrar.jwk", &key.to_jwk());
        let init =
            ["init", "--origin", "log.test.example", "--registrar", REGISTRAR, "--demonstration", "--key"];
        registry.run(&init).arg(file).assert().success();
        let world = registry.file("world.toml", WORLD);
        registry.run(&["act", "submit", "--demonstration-keys"]).arg(world).assert().success();
        registry
    }

    pub fn data(&self) -> PathBuf {
        self.directory.path().join("registry")
    }

    /// A command on this registry.
    pub fn run(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("comity").unwrap();
        command.args(arguments).env("COMITY_DATA", self.data()).env("NO_COLOR", "1");
        command
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.directory.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Number of statements in the log.
    pub fn size(&self) -> u64 {
        let output = self.run(&["log", "verify", "--json"]).output().unwrap();
        let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
        told["size"].as_u64().unwrap()
    }

    /// Submits a file and returns what became of its first statement.
    pub fn submit(&self, name: &str, text: &str) -> (bool, String) {
        let file = self.file(name, text);
        let output = self.run(&["act", "submit", "--demonstration-keys"]).arg(file).output().unwrap();
        (output.status.success(), said(&output))
    }
}

/// A process that ends with the test.
pub struct Process(pub Child);

impl Deref for Process {
    type Target = Child;

    fn deref(&self) -> &Child {
        &self.0
    }
}

impl DerefMut for Process {
    fn deref_mut(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.kill();
        let _ = self.wait();
    }
}

/// Starts what serves, and reads what it announces in its first line.
pub fn started(command: &mut std::process::Command) -> (Process, Value) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let told = serde_json::from_str(&line).unwrap_or_else(|error| panic!("it announces `{line}`: {error}"));
    (Process(child), told)
}

/// Starts the registry and waits until it says where it is.
pub fn serve(registry: &Registry) -> (Process, String) {
    serve_with(registry, &[])
}

/// The same with further arguments.
pub fn serve_with(registry: &Registry, arguments: &[&str]) -> (Process, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_comity"));
    command.args(["serve", "--json", "--listen", "127.0.0.1:0", "--data"]);
    let (process, told) = started(command.arg(registry.data()).args(arguments));
    (process, told["url"].as_str().unwrap().to_owned())
}

/// Both outputs, with the lines that a terminal would wrap put together.
pub fn said(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    let text = String::from_utf8_lossy(&text).replace('│', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A certificate of the laboratory as an act file.
pub fn certificate(id: &str, number: &str, index: u64) -> String {
    format!(
        r#"{{"id":"{id}","signer":"{LAB}","act":{{"type":"certificates.issued","issuer":"{LAB}","certificates":[{{"number":"{number}","status_index":{index},"kind":"certificate","holder":"{MAKER}","products":[{{"model":"K"}}],"procedure":"certification","issued_on":"2026-01-31"}}]}}}}"#
    )
}
