//! The desk at the command line: officers, the audit trail, held keys, backups, the doctor.

// Who runs the tests without a token is told so.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use std::path::Path;
use std::process::Command;

use crate::common::{Process, Registry, said, started};
use serde_json::Value;

const AUTHORITY: &str = "did:web:authority.test.example";
const MODULES: [&str; 2] =
    ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"];

fn json(registry: &Registry, arguments: &[&str]) -> Value {
    let output = registry.run(arguments).arg("--json").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", said(&output)))
}

#[test]
fn an_administrator_is_invited_listed_and_revoked_and_the_trail_tells() {
    let registry = Registry::new();
    let none = registry.run(&["audit"]).output().unwrap();
    assert!(!none.status.success() && said(&none).contains("officer invite"), "{}", said(&none));
    let invite =
        ["officer", "invite", "--party", AUTHORITY, "--role", "administrator", "--name", "A. Officer"];
    let made = json(&registry, &invite);
    let url = made["url"].as_str().unwrap();
    assert!(url.starts_with("http://localhost:8080/en/desk/invitation?token="), "{url}");
    let token = url.split('=').next_back().unwrap();
    let listed = json(&registry, &["officer", "list", "--party", AUTHORITY]);
    assert_eq!(listed["invited"][0]["name"], "A. Officer");
    let officer = made["officer"].as_str().unwrap();
    json(&registry, &["officer", "revoke", officer]);
    let listed = json(&registry, &["officer", "list", "--party", AUTHORITY]);
    assert_eq!(listed["invited"], serde_json::json!([]));
    for (arguments, step) in [
        (&["officer", "revoke", officer][..], "no such officer"),
        (&["officer", "revoke", "nonsense"], "32 hexadecimal"),
        (
            &["officer", "invite", "--party", "did:web:nobody.example", "--role", "drafter"],
            "registered first",
        ),
        (
            &[
                "officer",
                "invite",
                "--party",
                AUTHORITY,
                "--role",
                "drafter",
                "--public-url",
                "http://10.0.0.1",
            ],
            "https://",
        ),
    ] {
        let output = registry.run(arguments).output().unwrap();
        assert!(!output.status.success() && said(&output).contains(step), "{}", said(&output));
    }
    let trail = said(&registry.run(&["audit", "--json"]).output().unwrap());
    for what in ["officer.invite", "officer.revoke", "refused", "no-such-party"] {
        assert!(trail.contains(what), "{what}: {trail}");
    }
    assert!(!trail.contains(token), "the trail holds no secret");
}

#[test]
fn a_key_is_held_sealed_under_a_secret_outside_the_database() {
    let registry = Registry::new();
    let secret = registry.data().join("keys").join("office.secret");
    assert!(secret.exists(), "made with the registry");
    let key = statement::demonstration_key(&AUTHORITY.parse().unwrap());
    let file = registry.file("authority.jwk", &key.to_jwk());
    let hold = |party: &str| registry.run(&["key", "hold", "--party", party]).arg(&file).output().unwrap();
    assert!(hold(AUTHORITY).status.success());
    assert!(said(&hold(AUTHORITY)).contains("held here already"));
    assert!(said(&hold(crate::common::LAB)).contains("not on record"), "{}", said(&hold(crate::common::LAB)));
    let database = std::fs::read(registry.data().join("office.sqlite")).unwrap();
    let jwk = key.to_jwk();
    let d = jwk.split("\"d\":\"").nth(1).unwrap().split('"').next().unwrap().as_bytes();
    assert!(!database.windows(d.len()).any(|window| window == d));
}

#[test]
fn the_secret_is_changed_and_held_keys_open_under_the_new_one_alone() {
    let registry = Registry::new();
    let key = statement::demonstration_key(&AUTHORITY.parse().unwrap());
    let file = registry.file("authority.jwk", &key.to_jwk());
    registry.run(&["key", "hold", "--party", AUTHORITY]).arg(&file).assert().success();
    let path = registry.data().join("keys").join("office.secret");
    let next = registry.data().join("keys").join("office.secret-next");
    let secret = || std::fs::read_to_string(&path).unwrap();
    let rotate = || json(&registry, &["officer", "rotate-secret"])["resealed"].as_u64();
    let first = secret();
    assert_eq!(rotate(), Some(1));
    let second = secret();
    assert!(second != first && !next.exists());
    // The former secret opens nothing: under it nothing is changed either.
    let old = registry.file("old.secret", &first);
    let refused = registry.run(&["officer", "rotate-secret", "--office-secret"]).arg(&old).output().unwrap();
    assert!(!refused.status.success() && said(&refused).contains("sealed with"), "{}", said(&refused));
    assert_eq!(secret(), second);
    // Broken off after the new secret was written and before anything was sealed under it.
    std::fs::write(&next, &first).unwrap();
    assert_eq!(rotate(), Some(1));
    assert!(secret() == first && !next.exists());
    // Broken off after the keys were sealed and before the file took its place.
    std::fs::write(&next, &first).unwrap();
    std::fs::write(&path, &second).unwrap();
    assert_eq!(rotate(), Some(1));
    assert!(secret() == first && !next.exists());
    let trail = said(&registry.run(&["audit", "--json"]).output().unwrap());
    assert!(trail.contains("key.reseal") && !trail.contains(first.trim()), "{trail}");
}

#[test]
fn a_backup_has_the_desk_and_the_doctor_examines_it() {
    let registry = Registry::new();
    json(&registry, &["officer", "invite", "--party", AUTHORITY, "--role", "administrator"]);
    let (copy, restored) =
        (registry.directory.path().join("copy"), registry.directory.path().join("restored"));
    assert!(registry.run(&["backup"]).arg(&copy).output().unwrap().status.success());
    let manifest = std::fs::read_to_string(copy.join("manifest.json")).unwrap();
    assert!(manifest.contains("office.sqlite"), "{manifest}");
    let output = registry.run(&["restore"]).arg(&copy).arg("--data").arg(&restored).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let trail = registry.run(&["audit", "--data"]).arg(&restored).output().unwrap();
    assert!(said(&trail).contains("officer.invite"), "{}", said(&trail));
    let doctor = said(&registry.run(&["doctor", "--listen", "127.0.0.1:0"]).output().unwrap());
    assert!(doctor.contains("1 records on the audit trail, none missing"), "{doctor}");
}

#[test]
fn a_key_in_a_token_signs_as_a_key_file_does() {
    let module = MODULES.iter().find(|path| std::path::Path::new(path).exists());
    let tool = std::process::Command::new("softhsm2-util").arg("--version").output();
    let (Some(module), Ok(_)) = (module, tool) else {
        eprintln!("skipped: softhsm2 is not installed");
        return;
    };
    let registry = Registry::new();
    let here = registry.directory.path();
    std::fs::create_dir(here.join("tokens")).unwrap();
    let config = format!("directories.tokendir = {}\n", here.join("tokens").display());
    let config = registry.file("softhsm2.conf", &config);
    let key = here.join("key.pem");
    let run = |program: &str, arguments: &[&str]| {
        let output = std::process::Command::new(program)
            .args(arguments)
            .env("SOFTHSM2_CONF", &config)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(output.status.success(), "{program} {arguments:?}: {}", said(&output));
    };
    // A key of the party on P-256, put on record by the registrar, and moved into a token.
    let made = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out"];
    run("openssl", &[&made[..], &[key.to_str().unwrap()]].concat());
    run(
        "softhsm2-util",
        &["--init-token", "--free", "--label", "ministry", "--pin", "1234", "--so-pin", "5678"],
    );
    let import =
        ["--import", key.to_str().unwrap(), "--token", "ministry", "--label", "signing", "--id", "01"];
    run("softhsm2-util", &[&import[..], &["--pin", "1234"]].concat());
    let pem = std::fs::read_to_string(&key).unwrap();
    let public = statement::PrivateKey::from_pkcs8("token-1", &pem).unwrap().public();
    let public = serde_json::to_string(&public).unwrap();
    let added = format!(
        r#"{{"id":"add-key","signer":"{}","act":{{"type":"key.added","party":"{AUTHORITY}","key":{public}}}}}"#,
        crate::common::REGISTRAR
    );
    let (done, told) = registry.submit("add-key.json", &added);
    assert!(done, "{told}");
    let pin = registry.file("pin.txt", "1234\n");
    let hold = |kid: &str, label: &str| {
        registry
            .run(&[
                "key",
                "hold",
                "--party",
                AUTHORITY,
                "--token",
                "ministry",
                "--kid",
                kid,
                "--key-label",
                label,
            ])
            .args(["--pkcs11-module", module, "--pin-file"])
            .arg(&pin)
            .env("SOFTHSM2_CONF", &config)
            .output()
            .unwrap()
    };
    let held = hold("token-1", "signing");
    assert!(held.status.success(), "{}", said(&held));
    assert!(said(&hold("token-1", "other")).contains("no key `other`"));
    let database = std::fs::read(registry.data().join("office.sqlite")).unwrap();
    assert!(!database.windows(7).any(|window| window == b"signing"), "what reaches the token is sealed");
    let before = registry.size();
    let served = Served::start(&registry, module, &config);
    served.sign_a_measure("token-1");
    drop(served);
    assert_eq!(registry.size(), before + 1);
}

/// A registry that is served, with a token, and a signatory who signed in.
struct Served {
    _process: Process,
    url: String,
    client: reqwest::blocking::Client,
    cookie: String,
}

impl Served {
    fn start(registry: &Registry, module: &str, config: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
        command.args(["serve", "--json", "--listen", "127.0.0.1:0", "--pkcs11-module", module, "--data"]);
        let (process, told) = started(command.arg(registry.data()).env("SOFTHSM2_CONF", config));
        let url = told["url"].as_str().unwrap().to_owned();
        let origin = format!("http://localhost:{}", url.rsplit(':').next().unwrap());
        let invite =
            ["officer", "invite", "--party", AUTHORITY, "--role", "signatory", "--public-url", &origin];
        let link = json(registry, &invite)["url"].as_str().unwrap().to_owned();
        let client = reqwest::blocking::Client::builder().redirect(reqwest::redirect::Policy::none());
        let mut served =
            Self { _process: process, url, client: client.build().unwrap(), cookie: String::new() };
        let page = served.get(&link.replace(&origin, ""));
        let options = between(&page, "data-options=\"", '"').replace("&#34;", "\"").replace("&quot;", "\"");
        let answer = testkit::Authenticator::new(1, &origin).register(&options);
        let token = link.rsplit('=').next().unwrap();
        let accepted = served.post("/en/desk/invitation", &[("token", token), ("credential", &answer)]);
        let set = accepted.headers()["set-cookie"].to_str().unwrap();
        served.cookie = set.split(';').next().unwrap().to_owned();
        served
    }

    fn get(&self, path: &str) -> String {
        let request = self.client.get(format!("{}{path}", self.url)).header("cookie", &self.cookie);
        request.send().unwrap().text().unwrap()
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> reqwest::blocking::Response {
        let escaped = |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
        let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let request = self.client.post(format!("{}{path}", self.url)).header("cookie", &self.cookie);
        let request =
            request.header("content-type", "application/x-www-form-urlencoded").body(body.join("&"));
        let answer = request.send().unwrap();
        assert_eq!(answer.status(), 303, "{path}: {}", answer.text().unwrap());
        answer
    }

    fn sign_a_measure(&self, kid: &str) {
        let text = format!(
            "id = \"token-act\"\nsigner = \"{AUTHORITY}\"\n[act]\ntype = \"measure.taken\"\nmeasure = \"M-1\"\n\
             country = \"JP\"\nkind = \"prohibition\"\nlegal_basis = \"a law\"\nfrom = 2026-02-10\n\
             [act.against]\nmodels = [\"K\"]\n"
        );
        let form = between(&self.get("/en/desk/acts/new?act=measure.taken"), "name=\"form\" value=\"", '"');
        let written = self.post("/en/desk/acts/new", &[("form", &form), ("text", &text)]);
        let path = written.headers()["location"].to_str().unwrap().to_owned();
        let page = self.get(&path);
        let form = between(&page, "name=\"form\" value=\"", '"');
        let digest = between(&page, "name=\"digest\" value=\"", '"');
        self.post(&format!("{path}/sign"), &[("form", &form), ("digest", &digest), ("key", kid)]);
    }
}

fn between(text: &str, before: &str, after: char) -> String {
    let rest = text.split(before).nth(1).unwrap_or_else(|| panic!("no `{before}` in {text}"));
    rest.split(after).next().unwrap().to_owned()
}
