//! `GET /implementation.json`: the adapter as the W3C's test suites describe implementations.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};
use statement::Algorithm;

use super::VcApi;
use super::issue::{PROFILES, tags};

/// Every profile with its endpoints, its issuer and the tags under which suites look for it.
pub(super) async fn implementation(State(api): State<Arc<VcApi>>) -> Json<Value> {
    let endpoint = |name: &str, what: &str| format!("{}/{name}/{what}", api.base_url);
    let issuers = PROFILES.iter().filter_map(|profile| {
        let signer = api.signers.iter().find(|signer| signer.key.algorithm() == profile.algorithm)?;
        let mut issuer = json!({
            "id": signer.did, "endpoint": endpoint(profile.name, "credentials/issue"), "tags": tags(profile),
            // Suites that also test the data model 1.1 leave it out where it is not named.
            "supports": { "vc": ["2.0"] },
        });
        if let Some(curve) = curve(profile.algorithm) {
            issuer["supportedEcdsaKeyTypes"] = json!([curve]);
        }
        Some(issuer)
    });
    let verifiers = |what: &'static str| {
        let one = move |profile: &super::issue::Profile| {
            let mut verifier = json!({
                "id": endpoint(profile.name, "verifier"), "endpoint": endpoint(profile.name, what),
                "tags": tags(profile), "supports": { "vc": ["2.0"] },
            });
            if let Some(curve) = curve(profile.algorithm) {
                verifier["supportedEcdsaKeyTypes"] = json!([curve]);
            }
            verifier
        };
        PROFILES.iter().map(one).collect::<Vec<_>>()
    };
    Json(json!({
        "name": "Comity",
        "implementation": "comity vc-api",
        "issuers": issuers.collect::<Vec<_>>(),
        "verifiers": verifiers("credentials/verify"),
        "vpVerifiers": verifiers("presentations/verify"),
    }))
}

fn curve(algorithm: Algorithm) -> Option<&'static str> {
    match algorithm {
        Algorithm::EdDsa => None,
        Algorithm::Es256 => Some("P-256"),
        Algorithm::Es384 => Some("P-384"),
    }
}
