//! Answers at one glance: one with everything, and a field that is to be corrected.

use app::pages::FaultTold;
use glance::{Check, Disagreement, Fields, Glance};
use serde_json::json;

use super::HOSTILE;
use crate::portal::source::SourceError;

pub(super) fn glance(fields: &Fields) -> Result<Result<Glance, FaultTold>, SourceError> {
    match fields.model.as_str() {
        "later" => return Err(SourceError::Unavailable("the store is busy".into())),
        "fault" => return Ok(Err(FaultTold { field: "hs", text: format!("Write six digits. {HOSTILE}") })),
        _ => {}
    }
    let outcome = if fields.model.is_empty() { "recognised" } else { fields.model.as_str() };
    let checks = ["met", "not_met", "unknown"].map(|outcome| Check { outcome, sentence: HOSTILE.into() });
    Ok(Ok(Glance {
        outcome: outcome.into(),
        headline: format!("Switzerland must accept it. {HOSTILE}"),
        copies: vec![Disagreement { kind: "altered", sentences: vec![HOSTILE.into()] }],
        reasons: vec!["By treaty.".into()],
        missing: vec!["a commodity code".into()],
        checks: checks.to_vec(),
        documents: checks.to_vec(),
        coverage: vec!["Nobody has stated how complete the registry is.".into()],
        disclaimer: vec!["Information computed from published statements.".into()],
        number: Some(fields.certificate.clone()),
        question: json!({ "evidence": [{ "number": fields.certificate }], "importing": "CH", "on": "2026-06-01" }),
        log_size: 1234,
    }))
}
