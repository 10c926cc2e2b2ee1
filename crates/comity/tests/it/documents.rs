//! Documents at the command line: kept, checked, backed up, put back; and a process that is killed on the way.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::common::{Registry, said};
use serde_json::Value;

const PDF: &str = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n";

/// Every file below the folder of documents.
fn files(data: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![data.join("documents")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}

fn check(registry: &Registry, data: &Path) -> (bool, Value) {
    let output = registry.run(&["document", "check", "--json", "--data"]).arg(data).output().unwrap();
    (output.status.success(), serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn a_document_is_kept_checked_backed_up_and_put_back_and_the_log_needs_none() {
    let registry = Registry::new();
    let file = registry.file("draft 2.pdf", PDF);
    let added = registry.run(&["document", "add", "--json"]).arg(&file).output().unwrap();
    assert!(added.status.success(), "{}", said(&added));
    let added: Value = serde_json::from_slice(&added.stdout).unwrap();
    let sha256 = added["sha256"].as_str().unwrap().to_owned();
    assert_eq!(
        (&added["media_type"], added["size_bytes"].as_u64()),
        (&"application/pdf".into(), Some(PDF.len() as u64))
    );
    registry.run(&["document", "add"]).arg(&file).assert().success();
    assert_eq!(files(&registry.data()).len(), 1);
    // An act cites it, and another one that is not here.
    let act = format!(
        r#"id = "need"
signer = "did:web:authority.test.example"
[act]
type = "need.identified"
need = "N-1"
trigger = "study"
country = "JP"
title = {{ en = "Need" }}
summary = "What a study found."
on = 2026-01-01
[[act.documents]]
sha256 = "{sha256}"
media_type = "application/pdf"
size_bytes = {}
title = {{ en = "Study" }}
[[act.documents]]
sha256 = "{}"
media_type = "application/pdf"
size_bytes = 10
title = {{ en = "Elsewhere" }}
"#,
        PDF.len(),
        "ab".repeat(32)
    );
    let (submitted, told) = registry.submit("need.toml", &act);
    assert!(submitted, "{told}");
    let (good, told) = check(&registry, &registry.data());
    assert!(good);
    assert_eq!((told["held"].as_u64(), &told["missing"][0]), (Some(1), &Value::from("ab".repeat(32))));
    let doctor = said(&registry.run(&["doctor", "--listen", "127.0.0.1:0"]).output().unwrap());
    assert!(doctor.contains("1 kept, 1 that the log names are not here, 0 damaged"), "{doctor}");
    // A backup has it; what is put back is whole; rebuilding touches none.
    let (copy, restored) =
        (registry.directory.path().join("backup"), registry.directory.path().join("restored"));
    registry.run(&["backup"]).arg(&copy).assert().success();
    registry.run(&["restore"]).arg(&copy).arg("--data").arg(&restored).assert().success();
    assert_eq!(check(&registry, &restored).1["held"], 1);
    registry.run(&["rebuild"]).assert().success();
    assert_eq!(files(&registry.data()).len(), 1);
    // Damaged, it is found; and the log is whole without any.
    let kept = files(&restored).remove(0);
    std::fs::write(&kept, PDF.replace("Catalog", "Cata1og")).unwrap();
    let (good, told) = check(&registry, &restored);
    assert_eq!((good, told["damaged"][0].as_str()), (false, Some(sha256.as_str())));
    std::fs::remove_dir_all(restored.join("documents")).unwrap();
    registry.run(&["log", "verify", "--data"]).arg(&restored).assert().success();
    // A backup whose document was changed is not put back.
    std::fs::write(copy.join("documents").join(&sha256[..2]).join(format!("{sha256}.pdf")), "other").unwrap();
    let refused = registry
        .run(&["restore"])
        .arg(&copy)
        .arg("--data")
        .arg(registry.directory.path().join("third"))
        .output()
        .unwrap();
    assert!(
        !refused.status.success() && said(&refused).contains("is not the file that was backed up"),
        "{}",
        said(&refused)
    );
}

#[test]
fn what_is_no_document_is_refused_with_the_next_step() {
    let registry = Registry::new();
    let script = registry.file("a.pdf", "#!/bin/sh\nrm -rf /\n");
    let refused = registry.run(&["document", "add"]).arg(script).output().unwrap();
    assert!(!refused.status.success());
    assert!(
        said(&refused).contains("is a program") && said(&refused).contains("hand in a document alone"),
        "{}",
        said(&refused)
    );
    assert_eq!(files(&registry.data()), Vec::<PathBuf>::new());
}

#[test]
fn killed_on_the_way_a_document_leaves_no_half_file() {
    let registry = Registry::new();
    let pipe = registry.directory.path().join("slow.pdf");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_comity"))
        .args(["document", "add"])
        .arg(&pipe)
        .env("COMITY_DATA", registry.data())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut sender = std::fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    sender.write_all(&PDF.as_bytes()[..20]).unwrap();
    // Until half of it has arrived.
    let arrived =
        || files(&registry.data()).iter().any(|file| file.metadata().is_ok_and(|found| found.len() == 20));
    while !arrived() {
        assert!(child.try_wait().unwrap().is_none(), "it waits for the rest");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    drop(sender);
    // Nothing that could be taken for a document; and the rest of it goes with the next start.
    assert_eq!(check(&registry, &registry.data()).1["held"], 0);
    let file = registry.file("whole.pdf", PDF);
    registry.run(&["document", "add"]).arg(&file).assert().success();
    let left = files(&registry.data());
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(std::fs::read(&left[0]).unwrap(), PDF.as_bytes());
}
