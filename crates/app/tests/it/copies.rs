//! Copies at a border, in plain words (`scenarios/copies/*.txt`) and what was told (`*.out`). `UPDATE=1` rewrites what was
//! told; read what changes before you commit it. What is no line of the border is told to a story as elsewhere.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::border::lines::AuthorityLines;
use app::border::quantities::{Reserve, StateQuantity};
use app::border::webhooks::AllowPrivate;
use app::border::{Addressed, Border, Parts, SignedChecks};
use app::{App, FixedClock, LogKey};
use credential::untp::make::Base;
use credential::{Kind, jwt};
use explain::Words;
use glance::Fields;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use statement::{Request, sign_request};
use store::MemoryStore;
use store_sql::SqliteBorder;
use testkit::story::{Story, party_id};
use testkit::{Author, ORIGIN, World, the};

/// The clock of these histories: 2026-01-31, midnight in UTC.
const NOW: u64 = 1_769_817_600;
const DAY: &str = "2026-01-31";

/// A registry with a border, to which a history was told.
struct Post {
    app: App,
    border: Border,
    words: Words,
    count: u8,
    _directory: tempfile::TempDir,
}

#[test]
fn every_copy_at_a_border_is_told_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/copies");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    assert!(!files.is_empty());
    for file in files {
        let told = tell(&std::fs::read_to_string(&file).unwrap());
        let golden = file.with_extension("out");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&golden, &told).unwrap();
        }
        assert_eq!(told, std::fs::read_to_string(&golden).unwrap(), "UPDATE=1 rewrites {}", golden.display());
    }
}

fn tell(history: &str) -> String {
    let (mut story, mut post, mut text) = (Story::new(), None, String::new());
    for line in history.lines() {
        let (asked, expected) = line.split_once(" -> ").unwrap_or((line, ""));
        if !["Presented ", "Asked ", "Checked ", "Stated ", "Reserved "]
            .iter()
            .any(|word| line.starts_with(word))
        {
            story.tell(line).unwrap_or_else(|error| panic!("`{line}`: {error}"));
            continue;
        }
        let post = post.get_or_insert_with(|| Post::new(&story.world));
        let (found, sentences) = post.told(asked).unwrap_or_else(|| panic!("`{line}` is not understood"));
        assert_eq!(found, expected, "`{line}`: {sentences:#?}");
        let _ = writeln!(text, "{line}");
        for sentence in sentences {
            let _ = writeln!(text, "  {sentence}");
        }
    }
    text
}

impl Post {
    fn new(world: &World) -> Self {
        let key = LogKey::new(ORIGIN, &testkit::log_signing_key().to_bytes()).unwrap();
        let (store, clock) = (Arc::new(MemoryStore::new()), Arc::new(FixedClock(the(DAY))));
        let app = App::open(store, vec![key.clone()], clock, &mut |_| {}).unwrap();
        for statement in &world.statements {
            app.submit_blocking(statement.jws_bytes()).unwrap();
        }
        let directory = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteBorder::open(directory.path()).unwrap());
        let (keys, finder, allow_private) = (vec![key], None, AllowPrivate::No);
        let border = Border::new(Parts { app: app.clone(), store, keys, finder, allow_private });
        Self { app, border, words: Words::load("en").unwrap(), count: 0, _directory: directory }
    }

    /// What a line comes to in short, and in words.
    fn told(&mut self, line: &str) -> Option<(String, Vec<String>)> {
        let (who, what) = line.split_once(": ")?;
        let words: Vec<&str> = what.split_whitespace().collect();
        match who.split_whitespace().collect::<Vec<_>>()[..] {
            ["Presented", "in", country] => Some(self.presented(country, &words)),
            ["Asked", "by", "the", "authority", "of", country] => Some(self.asked(country, &words)),
            ["Checked", "by", "the", "authority", "of", country] => {
                self.checked(country, &words);
                Some(Default::default())
            }
            ["Stated", "by", party] => {
                let [value, unit, "of", number] = words[..] else { return None };
                let asked = json!({ "certificate": number, "quantity": { "value": value, "unit": unit } });
                let (requester, asked) = self.signed::<StateQuantity>(&Author::new(&party_id(party)), asked);
                self.border.state_quantity(&requester, &asked).unwrap();
                Some(Default::default())
            }
            ["Reserved", "by", "the", "authority", "of", country] => {
                let [value, unit, "of", number] = words[..] else { return None };
                let line = json!({ "declaration": declaration(country), "importing": country, "certificate": number });
                let asked = json!({ "line": line, "quantity": { "value": value, "unit": unit } });
                let (requester, asked) = self.signed::<Reserve>(&World::authority(country), asked);
                self.border.reserve(&requester, &asked).unwrap();
                Some(Default::default())
            }
            _ => None,
        }
    }

    /// On the border page: the kinds of disagreement, with their sentences.
    fn presented(&self, country: &str, words: &[&str]) -> (String, Vec<String>) {
        let (mut fields, rest) = match words {
            ["the", "credential", "of", number, rest @ ..] => {
                (Fields { document: self.credential(number, rest), ..Fields::default() }, &[][..])
            }
            [number, rest @ ..] => (Fields { certificate: (*number).to_owned(), ..Fields::default() }, rest),
            [] => panic!("nothing is presented"),
        };
        fields.importing = country.to_owned();
        for pair in rest.chunks(2) {
            match pair {
                ["model", value] => fields.model = (*value).to_owned(),
                ["batch", value] => fields.batch = (*value).to_owned(),
                ["holder", party] => fields.holder = party_id(party),
                other => panic!("{other:?}"),
            }
        }
        let shown = self.app.glance(&fields, &self.words, |_| Ok(Vec::new())).unwrap();
        let kinds: Vec<&str> = shown.copies.iter().map(|copy| copy.kind).collect();
        let sentences = shown.copies.iter().flat_map(|copy| copy.sentences.iter().cloned());
        (if kinds.is_empty() { "nothing".to_owned() } else { kinds.join(" ") }, sentences.collect())
    }

    /// The credential of a certificate as its issuer made it, changed, and signed.
    fn credential(&self, number: &str, change: &[&str]) -> String {
        let (mut credential, issuer) =
            self.app.credential_of(&the(number), Base("https://registry.example")).unwrap();
        let entry = "/credentialSubject/registerEntry";
        let mut signer = issuer.to_string();
        match change {
            [] | ["with", "another", "text"] => {}
            ["with", "the", "number", other] => {
                *credential.pointer_mut(&format!("{entry}/certificate/number")).unwrap() = json!(other);
            }
            ["issued", "by", other] => {
                signer = party_id(other);
                credential["issuer"]["id"] = json!(signer);
                *credential.pointer_mut(&format!("{entry}/issuer")).unwrap() = json!(signer);
            }
            other => panic!("{other:?}"),
        }
        let sign = |credential: &Value| {
            jwt::sign(Kind::Credential, credential, &format!("{signer}#demo"), Author::new(&signer).key())
        };
        let token = sign(&credential);
        if change != ["with", "another", "text"] {
            return token;
        }
        // The signature block is whole: it is that of another text.
        credential["name"] = json!("another text");
        let (text, _) = token.rsplit_once('.').unwrap();
        format!("{text}.{}", sign(&credential).rsplit_once('.').unwrap().1)
    }

    /// What an authority is answered: the advice and why, with the finding in words.
    fn asked(&self, country: &str, words: &[&str]) -> (String, Vec<String>) {
        let mut line = json!({
            "declaration": declaration(country), "importing": country, "on": DAY,
            "certificates": [{ "number": words[0] }],
        });
        match words[1..] {
            [] => {}
            ["batch", batch] => line["lot"] = json!(batch),
            ["quantity", value, unit] => line["quantity"] = json!({ "value": value, "unit": unit }),
            ref other => panic!("{other:?}"),
        }
        let (requester, asked) =
            self.signed::<AuthorityLines>(&World::authority(country), json!({ "lines": [line] }));
        let answered = self.border.lines_for_authority(&requester, &asked).unwrap().remove(0).unwrap().answer;
        let finding = &answered.elsewhere.as_ref().unwrap()[0];
        let reason = finding.facts.get("reason").map_or("met", String::as_str);
        let sentence = app::credentials::tell(finding, &self.words);
        (format!("{} {reason}", answered.treatment.advice.as_str()), vec![sentence])
    }

    fn checked(&mut self, country: &str, words: &[&str]) {
        let [number, "batch", batch] = words else { panic!("{words:?}") };
        self.count += 1;
        let check = json!({
            "id": format!("0198c7a4-6f0e-7cc2-9f0b-3d9a5f2c1e{:02x}", self.count), "outcome": "unknown", "log_size": 1,
            "checked_at": "2026-01-30T09:15:00Z",
            "question": { "importing": country, "product": { "batch": batch }, "evidence": [{ "number": number }] },
        });
        let (requester, told) =
            self.signed::<SignedChecks>(&World::authority(country), json!({ "checks": [check] }));
        self.border.record_signed_checks(&requester, &told).unwrap().remove(0).1.unwrap();
    }

    fn signed<T: DeserializeOwned>(&self, author: &Author, body: Value) -> (app::border::Requester, T) {
        let (party, registry) = (author.party(), ORIGIN.to_owned());
        let request = Request { body, iat: NOW, method: "POST".into(), party, path: "/x".into(), registry };
        let to = Addressed { method: "POST", path: "/x" };
        self.border.requested(&sign_request(&request, author.key()), to).unwrap()
    }
}

fn declaration(country: &str) -> Value {
    json!({ "type": "mrn", "value": format!("26{country}1"), "item": 1 })
}
