//! Every command once, as somebody types it.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::path::Path;

use crate::common::{Registry, certificate, said, serve};
use serde_json::Value;

#[test]
fn a_registry_is_verified_backed_up_restored_and_rebuilt() {
    let registry = Registry::new();
    let copy = registry.directory.path().join("backup");
    let restored = registry.directory.path().join("restored");
    registry.run(&["backup"]).arg(&copy).assert().success();
    registry.run(&["restore"]).arg(&copy).arg("--data").arg(&restored).assert().success();
    registry.run(&["rebuild"]).assert().success();
    registry.run(&["rebuild", "--check"]).assert().success();
    let verify = |data: &Path| {
        let output = registry.run(&["log", "verify", "--json", "--data"]).arg(data).output().unwrap();
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["root"].clone()
    };
    assert_eq!(verify(&registry.data()), verify(&restored));
    // Nothing is overwritten.
    let again = registry.run(&["restore"]).arg(&copy).arg("--data").arg(&restored).output().unwrap();
    assert!(!again.status.success() && said(&again).contains("is not empty"), "{}", said(&again));
}

#[test]
fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let registry = Registry::new();
    let before = registry.size();
    let file = registry.file("c.json", &certificate("c-1", "N-1", 0));
    let told = registry.run(&["act", "explain"]).arg(&file).output().unwrap();
    assert!(told.status.success(), "{}", said(&told));
    assert!(
        said(&told).contains("would be admitted") && said(&told).contains("may be signed by"),
        "{}",
        said(&told)
    );
    assert!(
        said(&told).contains("makes a fact: certificate `N-1`, new: issued from 2026-01-31"),
        "{}",
        said(&told)
    );
    let bad = registry.file("d.json", &certificate("c-1", "N-1", 4));
    let told = registry.run(&["act", "submit", "--explain"]).arg(bad).output().unwrap();
    assert!(!told.status.success() && said(&told).contains("would be refused"), "{}", said(&told));
    assert_eq!(registry.size(), before);
}

/// What a country would do about a measure that it takes, and lifts in the same file.
const MEASURE: &str = r#"
[defaults]
signer = "did:web:authority.test.example"
[[statement]]
id = "m-1"
act = { type = "measure.taken", measure = "M-1", country = "JP", kind = "prohibition", against = { products = { hs = ["8516"], hs_edition = 2022 } }, legal_basis = "law", reasons = "fire", remedy = "court", from = "2020-01-01" }
[[statement]]
id = "m-2"
act = { type = "measure.lifted", measure = "M-1", country = "JP", on = "2026-01-01", reasons = "mended" }
[[statement]]
id = "m-3"
act = { type = "measure.taken", measure = "M-2", country = "JP", kind = "prohibition", against = { products = { hs = ["851712"], hs_edition = 2022 } }, legal_basis = "law", reasons = "fire", remedy = "court", from = "2020-01-01" }
"#;

#[test]
fn what_acts_would_do_is_told_alike_by_a_directory_and_by_a_server() {
    let registry = Registry::new();
    let before = registry.size();
    let file = registry.file("m.toml", MEASURE);
    let told = |place: &[&str]| {
        let output = registry.run(&["act", "explain", "--json"]).arg(&file).args(place).output().unwrap();
        assert!(!output.status.success(), "the third is refused: {}", said(&output));
        let lines = String::from_utf8(output.stdout).unwrap();
        let told: Vec<Value> =
            serde_json::Deserializer::from_str(&lines).into_iter().collect::<Result<_, _>>().unwrap();
        told
    };
    let here = told(&[]);
    let (mut child, url) = serve(&registry);
    let there = told(&["--server", &url]);
    child.kill().unwrap();
    child.wait().unwrap();
    let without_refusal = |told: &[Value]| -> Vec<Value> {
        told.iter()
            .cloned()
            .map(|mut told| {
                told["refusal"].take();
                told
            })
            .collect()
    };
    assert_eq!(without_refusal(&here), without_refusal(&there));
    let admissible: Vec<_> = here.iter().map(|told| told["admissible"] == true).collect();
    assert_eq!(admissible, [true, true, false], "{here:#?}");
    for told in [&here[2], &there[2]] {
        assert!(
            told["refusal"]["error"].as_str().unwrap().contains("`851712` is not in the Harmonized System")
        );
        assert!(told["refusal"]["help"].is_string());
    }
    let (taken, lifted) = (&here[0]["changes"][0], &here[1]["changes"][0]);
    assert_eq!(
        (&taken["kind"], &taken["id"], &taken["new"]),
        (&"measure".into(), &"M-1".into(), &true.into())
    );
    assert_eq!(taken["makes"][0]["from"], "2020-01-01");
    assert_eq!(lifted["new"], false);
    let turns = lifted["turns"].as_array().unwrap();
    let in_force = turns.iter().find(|turn| turn["what"] == "in_force").unwrap();
    assert_eq!((&in_force["before"], &in_force["after"]), (&true.into(), &false.into()));
    assert_eq!(registry.size(), before);
}

#[test]
fn decide_ends_with_the_code_of_its_answer_and_prints_the_same_question_the_same_way() {
    let registry = Registry::new();
    let question = registry.file(
        "q.json",
        r#"{"importing":"JP","on":"2026-02-01","product":{"hs":"851660","hs_edition":2022}}"#,
    );
    let ask = || registry.run(&["decide", "--json"]).arg(&question).output().unwrap();
    let (first, second) = (ask(), ask());
    assert_eq!(first.status.code(), Some(3), "{}", said(&first));
    assert_eq!(first.stdout, second.stdout);
    let flags = [
        "decide",
        "--json",
        "--importing",
        "JP",
        "--on",
        "2026-02-01",
        "--hs",
        "851660",
        "--edition",
        "2022",
    ];
    assert_eq!(registry.run(&flags).output().unwrap().stdout, first.stdout);
    for language in ["en", "fr"] {
        let told = registry.run(&["decide", "--lang", language]).arg(&question).output().unwrap();
        assert_eq!(told.status.code(), Some(3), "{}", said(&told));
    }
    let lines = std::fs::read_to_string(&question).unwrap() + "\nnot a question\n";
    let lines = registry.file("q.ndjson", &lines);
    let streamed = registry.run(&["decide", "--stream"]).arg(lines).output().unwrap();
    let answers: Vec<_> = streamed.stdout.split(|byte| *byte == b'\n').collect();
    assert_eq!(answers[0], first.stdout.trim_ascii_end());
    assert!(String::from_utf8_lossy(answers[1]).contains("error"));
    for (flags, expected) in [
        (&["decide", "--importing", "ZZ", "--hs", "851660", "--edition", "2022"][..], "not a country"),
        (&["decide"][..], "no question"),
    ] {
        let output = registry.run(flags).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains(expected) && said(&output).contains("help:"), "{}", said(&output));
    }
    assert_eq!(
        registry.run(&["decide", "--importing", "JP", "--hs", "851660"]).output().unwrap().status.code(),
        Some(2)
    );
}

#[test]
fn things_are_shown_found_and_written_out() {
    let registry = Registry::new();
    registry.submit("c.json", &certificate("c-1", "N-1", 0));
    for (arguments, expected) in [
        (&["show", "certificate", "N-1"][..], "in_force"),
        (&["show", "country", "JP"], "Japan"),
        (&["show", "statement", "0"], "registry.opened"),
        (&["search", "Laboratory"], "did:web:lab.test.example"),
        (&["export", "certificates", "--format", "csv"], "N-1,in_force"),
        (&["export", "statements"], "\"position\":0"),
        (&["rule", "objective.binds-country"], "binds_country.rs"),
        (&["rule", "--chapter", "evidence", "--json"], "evidence.on-record"),
        (&["act", "template", "--list"], "certificates.issued"),
        (&["key", "list"], "log-1.jwk"),
        (&["completions", "bash"], "comity"),
        (&["openapi"], "\"openapi\""),
        (&["doctor", "--listen", "127.0.0.1:0"], "checkpoint good"),
    ] {
        let output = registry.run(arguments).output().unwrap();
        assert!(
            output.status.success() && said(&output).contains(expected),
            "{arguments:?}: {}",
            said(&output)
        );
    }
    for arguments in
        [&["show", "certificate", "N-2"][..], &["rule", "no.rule"], &["act", "template", "no.act"]]
    {
        let output = registry.run(arguments).output().unwrap();
        assert!(output.status.code() == Some(1) && said(&output).contains("help:"), "{}", said(&output));
    }
}

#[test]
fn a_directory_that_cannot_be_written_is_read_all_the_same() {
    use std::os::unix::fs::PermissionsExt as _;
    let registry = Registry::new();
    let set =
        |mode| std::fs::set_permissions(registry.data(), std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    let probe = registry.data().join("probe");
    if std::fs::write(&probe, "x").is_ok() {
        let _ = std::fs::remove_file(probe);
        eprintln!("skipped: this user may write everywhere");
    } else {
        let (accepted, said) = registry.submit("c.json", &certificate("c-1", "N-1", 0));
        assert!(!accepted && said.contains("help:"), "{said}");
    }
    set(0o755);
    assert_eq!(registry.size(), registry.size());
}

#[test]
fn the_whole_catalogue_of_iso_is_planned() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/iso-standards/iso.jsonl.gz");
    if !root.exists() {
        eprintln!("skipped: `{}` is not here", root.display());
        return;
    }
    let registry = Registry::new();
    let mut command = registry.run(&[
        "import",
        "standards",
        "--preview",
        "--json",
        "--format",
        "relaton",
        "--as-of",
        "2025-06-30",
    ]);
    let output = command.arg(root).output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["records"], 61_765);
    let count = |name: &str| told[name].as_u64().unwrap();
    // Nothing is lost: what is no edition is left out, counted by its reason.
    let left_out = told["left_out"].as_object().unwrap();
    let documents =
        left_out.iter().filter(|(why, _)| !why.contains("relations") && !why.contains("themselves"));
    let no_editions: u64 = documents.map(|(_, count)| count.as_u64().unwrap()).sum();
    assert_eq!(count("editions") + no_editions, count("records"), "{told}");
    assert!(count("successions") > 20_000, "{told}");
    assert!(count("wrong") < count("records") / 20, "{told}");
}

/// A small disk, unmounted when the test ends.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    fn mount(at: &Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let mut mount = std::process::Command::new("mount");
        let mounted = mount
            .args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"])
            .arg(at)
            .stderr(std::process::Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then(|| Self(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let registry = Registry::new();
    let small = registry.directory.path().join("small");
    let Some(disk) = SmallDisk::mount(&small) else {
        eprintln!("skipped: this user may not mount a small disk");
        return;
    };
    let copy = registry.directory.path().join("backup");
    registry.run(&["backup"]).arg(&copy).assert().success();
    registry.run(&["restore"]).arg(&copy).arg("--data").arg(&small).assert().success();
    std::fs::create_dir(small.join("keys")).unwrap();
    std::fs::copy(registry.data().join("keys/log-1.jwk"), small.join("keys/log-1.jwk")).unwrap();
    let on_disk = |arguments: &[&str]| {
        let mut command = registry.run(arguments);
        command.env("COMITY_DATA", &small);
        command
    };
    let mut accepted = 0;
    let refused = loop {
        let number = format!("N-{accepted}");
        let text =
            certificate(&number, &number, accepted).replace("\"K\"", &format!("\"{}\"", "K".repeat(1_900)));
        // Many a statement, so that the disk is full soon.
        let file = registry.file("c.json", &text);
        let output = on_disk(&["act", "submit", "--demonstration-keys"]).arg(file).output().unwrap();
        if !output.status.success() {
            break said(&output);
        }
        accepted += 1;
        if accepted % 16 == 0 {
            std::fs::write(small.join(format!("filler-{accepted}")), vec![0; 150_000]).ok();
        }
    };
    assert!(refused.contains("is full") && refused.contains("help:"), "{refused}");
    let verified = on_disk(&["log", "verify", "--json"]).output().unwrap();
    let told: Value =
        serde_json::from_slice(&verified.stdout).unwrap_or_else(|_| panic!("{}", said(&verified)));
    assert!(told["certificates"].as_u64().unwrap() >= accepted, "{told}");
    drop(disk);
}
