//! Whether the issuer is the one on record, or one that only looks like it.

use serde_json::Value;

use super::{DocumentFinding, OnRecord, met, not_met, unknown};
use crate::json::{id_of, text};
use crate::problem::cut;

/// The document names the issuer that the register has for the certificate, or at least a registered one.
pub(super) fn as_registered(claimed: &Value, on_record: &OnRecord<'_>) -> DocumentFinding {
    let id = "document.issuer-as-registered";
    let issuer = claimed.get("issuer");
    let Some(did) = issuer.and_then(id_of) else { return unknown(id).reason("no_issuer") };
    let name = issuer.and_then(|issuer| text(issuer, "name"));
    let registered = on_record.certificate.map(|certificate| certificate.issuer.as_str());
    let party = did.parse().ok().and_then(|party| on_record.registry.party(&party));
    match (registered, party) {
        (Some(registered), _) if registered == did => met(id).with("issuer", did),
        // Whoever is on record under this name himself is somebody else, whatever he is called.
        (Some(registered), Some(_)) => {
            not_met(id).with("issuer", did).with("registered", registered).reason("other_issuer")
        }
        (None, Some(_)) => met(id).with("issuer", did),
        (registered, None) => {
            let finding = not_met(id).with("issuer", cut(did));
            match (on_record.lookalikes)(did, name) {
                Some(other) => finding.with("registered", other).reason("lookalike"),
                None => match registered {
                    Some(registered) => finding.with("registered", registered).reason("other_issuer"),
                    None => finding.reason("not_on_record"),
                },
            }
        }
    }
}
