use super::*;

const MANY: &str = r#"
[defaults]
signer = "did:web:recorder.example"
made_on = 2026-01-31

[[statement]]
id = "one"
act = { type = "standard.withdrawn", standard = "IEC 60335-1:2010", on = 2026-02-01 }

[[statement]]
id = "two"
signer = "did:web:other.example"
[statement.act]
type = "standard.withdrawn"
standard = "IEC 60335-1:2010"
on = "2026-02-01"
"#;

fn toml(text: &str) -> Result<Vec<Draft>, FileError> {
    read(text, Format::Toml, None)
}

#[test]
fn defaults_fill_what_a_statement_leaves_out() {
    let drafts = toml(MANY).unwrap();
    let signers: Vec<_> = drafts.iter().map(|draft| draft.payload.signer.as_str()).collect();
    assert_eq!(signers, ["did:web:recorder.example", "did:web:other.example"]);
    assert_eq!(drafts[0].payload.act, drafts[1].payload.act);
    assert_eq!(drafts[0].payload.made_on.unwrap().to_string(), "2026-01-31");
    assert_eq!((drafts[0].line, drafts[1].line), (6, 10));
}

#[test]
fn json_mirrors_toml() {
    let act = r#"{"type":"standard.withdrawn","standard":"IEC 60335-1:2010","on":"2026-02-01"}"#;
    let json = format!(
        "{{\"defaults\":{{\"signer\":\"did:web:recorder.example\",\"made_on\":\"2026-01-31\"}},\n\"statement\":[\n{{\"id\":\"one\",\"act\":{act}}},\n{{\"id\":\"two\",\"signer\":\"did:web:other.example\",\"act\":{act}}}]}}"
    );
    let drafts = read(&json, Format::Json, None).unwrap();
    let payloads = |drafts: &[Draft]| drafts.iter().map(|d| d.payload.clone()).collect::<Vec<_>>();
    assert_eq!(payloads(&drafts), payloads(&toml(MANY).unwrap()));
    assert_eq!((drafts[0].line, drafts[1].line), (3, 4));
    let wrong = json.replace(r#""on":"2026-02-01"}}]"#, r#""on":"2026-02-31"}}]"#);
    assert!(
        matches!(read(&wrong, Format::Json, None), Err(FileError::Statement { line: 4, id, .. }) if id == "two")
    );
}

#[test]
fn errors_name_line_statement_and_field() {
    let error = toml(&MANY.replace("on = \"2026-02-01\"", "on = \"2026-02-31\"")).unwrap_err();
    assert!(error.to_string().starts_with("line 16, statement `two`: `act.on`: "), "{error}");
    let error = toml(&MANY.replace("standard = \"IEC 60335-1:2010\"\non", "on")).unwrap_err();
    assert!(matches!(&error, FileError::Statement { line: 13, .. }), "{error}");
    assert!(matches!(toml("a = \n").unwrap_err(), FileError::Syntax { line: 1, .. }));
}

#[test]
fn one_statement_may_be_the_whole_file() {
    let text = "id = \"one\"\n[act]\ntype = \"standard.withdrawn\"\nstandard = \"IEC 60335-1:2010\"\non = 2026-02-01\n";
    assert!(matches!(toml(text).unwrap_err(), FileError::NoSigner { line: 1 }));
    let signer = "did:web:a.example".parse().unwrap();
    assert_eq!(read(text, Format::Toml, Some(&signer)).unwrap()[0].payload.signer, signer);
}

#[test]
fn unknown_keys_are_refused() {
    assert!(matches!(toml(&MANY.replace("made_on", "made_at")), Err(FileError::Form { .. })));
    assert!(matches!(toml(&format!("other = 1\n{MANY}")), Err(FileError::Form { .. })));
    assert!(matches!(
        toml(&MANY.replace("id = \"two\"", "id = \"two\"\nnote = 1")),
        Err(FileError::Statement { line: 12, .. })
    ));
}

#[test]
fn a_demonstration_key_is_added_to_the_party_alone() {
    let text = r#"
id = "p"
signer = "did:web:a.example"
demonstration_key = true
[act]
type = "party.registered"
party = "did:web:b.example"
kind = "supplier"
country = "FR"
name = { en = "B" }
"#;
    let draft = toml(text).unwrap().remove(0);
    let Act::PartyRegistered(act) = &draft.payload.act else { panic!("another act") };
    assert_eq!(act.keys, [demonstration_key(&act.party).public()]);
    assert!(draft.demonstration_key);
    let elsewhere = MANY.replace("id = \"one\"", "id = \"one\"\ndemonstration_key = true");
    assert!(matches!(toml(&elsewhere), Err(FileError::DemonstrationKey { line: 6 })));
}

#[test]
fn files_have_a_largest_size() {
    let large = "#".repeat(FILE_BYTES_MAX + 1);
    assert!(matches!(toml(&large), Err(FileError::TooLarge { .. })));
    let many = format!(r#"{{"statement":[{}0]}}"#, "0,".repeat(FILE_STATEMENTS_MAX));
    assert!(matches!(read(&many, Format::Json, None), Err(FileError::TooMany { .. })));
}
