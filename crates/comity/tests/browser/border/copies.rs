//! Certificates that are copied, at the border: each kind is told in its own words, with a network and without.

use credential::{Kind, jwt};
use fantoccini::Locator;
use serde_json::{Value, json};

use super::Post;
use crate::common::{LAB, MAKER, Registry, said};

/// Its name looks like that of the laboratory, in some types more than in others.
const LOOKALIKE: &str = "did:web:iab.test.example";

/// The laboratory is accredited for one standard from 2025 on.
const ACCREDITED: &str = r#"
[defaults]
signer = "did:web:registrar.test.example"

[[statement]]
id = "accreditor"
demonstration_key = true
act = { type = "party.registered", party = "did:web:accreditor.test.example", kind = "accreditation_body", name = { en = "Accreditor" }, country = "FR" }
[[statement]]
id = "acc-1"
signer = "did:web:accreditor.test.example"
act = { type = "accreditation.granted", accreditation = "ACC-1", accreditation_body = "did:web:accreditor.test.example", body = "did:web:lab.test.example", standards = ["IEC 60335-2-15"], from = "2025-01-01" }
"#;

/// A certificate of the laboratory, changed.
fn certificate(number: &str, index: u64, change: Value) -> Value {
    let mut certificate = json!({
        "number": number, "status_index": index, "kind": "certificate", "holder": MAKER, "procedure": "certification",
        "products": [{ "hs": "851660", "hs_edition": 2022, "model": "K-1" }], "issued_on": "2026-01-15",
        "standards": ["IEC 60335-2-15:2024"], "basis": ["ACC-1"],
    });
    for (name, value) in change.as_object().unwrap() {
        certificate[name] = value.clone();
    }
    certificate
}

/// The registry with what the laboratory issued.
fn registry() -> Registry {
    let registry = Registry::new();
    let digest = "ab".repeat(32);
    let batch = json!([{ "hs": "851660", "hs_edition": 2022, "model": "K-1", "batch": "L-1" }]);
    let issued = json!({ "id": "issued", "signer": LAB, "act": { "type": "certificates.issued", "issuer": LAB,
        "certificates": [
            certificate("LAB-1", 0, json!({})),
            certificate("LAB-2", 1, json!({ "products": batch, "procedure": "inspection" })),
            certificate("LAB-3", 2, json!({ "standards": ["IEC 62368-1:2023"] })),
            certificate("LAB-4", 3, json!({ "assessed_on": "2024-06-01" })),
            certificate("LAB-5", 4, json!({ "credential_sha256": digest })),
            certificate("LAB-6", 5, json!({ "credential_sha256": digest })),
        ] } });
    for (name, text) in [("accredited.toml", ACCREDITED.to_owned()), ("issued.json", issued.to_string())] {
        let (taken, told) = registry.submit(name, &text);
        assert!(taken, "{told}");
    }
    registry
}

/// The credential of a certificate as its issuer made it, changed, and signed by somebody.
fn credential(registry: &Registry, number: &str, signer: &str, change: impl Fn(&mut Value)) -> String {
    let make = ["credential", "make", number, "--base", "https://registry.example"];
    let made = registry.run(&make).output().unwrap();
    let mut credential: Value =
        serde_json::from_slice(&made.stdout).unwrap_or_else(|_| panic!("{}", said(&made)));
    change(&mut credential);
    let key = statement::demonstration_key(&signer.parse().unwrap());
    jwt::sign(Kind::Credential, &credential, &format!("{signer}#demo"), &key)
}

/// What is presented: a document, or fields.
enum Presented {
    Document(String),
    Fields(Value),
}

/// Everything that is presented, with the kinds that are told with a network, and without.
fn cases(registry: &Registry) -> Vec<(Presented, &'static [&'static str], &'static [&'static str])> {
    let entry = "/credentialSubject/registerEntry/certificate";
    let genuine = credential(registry, "LAB-1", LAB, |_| {});
    let other = credential(registry, "LAB-1", LAB, |credential| credential["name"] = json!("x"));
    let altered = format!("{}.{}", genuine.rsplit_once('.').unwrap().0, other.rsplit_once('.').unwrap().1);
    let invented = credential(registry, "LAB-1", LAB, |credential| {
        *credential.pointer_mut(&format!("{entry}/number")).unwrap() = json!("LAB-99");
    });
    let lookalike = credential(registry, "LAB-1", LOOKALIKE, |credential| {
        credential["issuer"]["id"] = json!(LOOKALIKE);
        credential["credentialSubject"]["registerEntry"]["issuer"] = json!(LOOKALIKE);
    });
    let document = |text: String| Presented::Document(text);
    let fields = |number: &str, name: &str, value: &str| {
        let mut fields = json!({ "certificate": number, "model": "", "batch": "", "holder": "" });
        fields[name] = json!(value);
        Presented::Fields(fields)
    };
    vec![
        (document(genuine), &[], &[]),
        (document(altered), &["altered"], &["altered"]),
        // A bundle cannot tell a number that nobody issued from one that was not presented.
        (document(invented), &["never_issued"], &[]),
        (document(lookalike), &["lookalike"], &["lookalike"]),
        (document(credential(registry, "LAB-3", LAB, |_| {})), &["out_of_scope"], &["out_of_scope"]),
        (document(credential(registry, "LAB-4", LAB, |_| {})), &["out_of_time"], &["out_of_time"]),
        (fields("LAB-1", "model", "K-9"), &["other_product"], &["other_product"]),
        (fields("LAB-2", "batch", "L-9"), &["other_batch"], &["other_batch"]),
        (fields("LAB-1", "holder", "did:web:other.test.example"), &["other_holder"], &["other_holder"]),
        (fields("LAB-6", "model", ""), &["two_numbers"], &["two_numbers"]),
        (fields("LAB-98", "model", ""), &["never_issued"], &[]),
    ]
}

/// The kinds that are told, and whether each has words.
async fn told(post: &Post, presented: &Presented) -> Vec<String> {
    match presented {
        Presented::Document(text) => post.drop_file("credential.jwt", text).await,
        Presented::Fields(fields) => {
            let fill = "document.getElementById('clear').click();
                const form = document.getElementById('ask');
                for (const [name, value] of Object.entries(arguments[0])) form.elements[name].value = value;
                form.requestSubmit();";
            post.page.execute(fill, vec![fields.clone()]).await.unwrap();
        }
    }
    post.outcome().await;
    post.idle().await;
    let mut kinds = Vec::new();
    for copy in post.page.find_all(Locator::Css("#shown [data-copy]")).await.unwrap() {
        assert!(copy.text().await.unwrap().contains(' '), "a kind has words of its own");
        kinds.push(copy.attr("data-copy").await.unwrap().unwrap());
    }
    kinds
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_copy_is_told_in_its_own_words_with_a_network_and_without_in_a_browser() {
    let registry = registry();
    let cases = cases(&registry);
    let mut post = Post::beside_registry(registry.directory).await;
    post.open("").await;
    post.run("const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));", vec![])
        .await;
    post.choose("FR").await;
    for (place, (presented, online, _)) in cases.iter().enumerate() {
        assert_eq!(told(&post, presented).await, *online, "{place}: {}", post.text("#shown").await);
        assert_eq!(post.waiting().await, "0");
    }
    post.lose();
    post.open("").await;
    for (place, (presented, _, offline)) in cases.iter().enumerate() {
        assert_eq!(told(&post, presented).await, *offline, "{place}: {}", post.text("#shown").await);
    }
    post.page.close().await.unwrap();
}
