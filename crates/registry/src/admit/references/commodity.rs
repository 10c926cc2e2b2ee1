//! Commodity codes must exist in the edition that is stated with them, as far as that is certain.

use model::{HsCode, HsEdition, Product};
use serde_json::Value;
use statement::act::Act;

use crate::AdmitError;

/// The code of a product.
pub(super) fn product(product: &Product) -> Result<(), AdmitError> {
    match (product.hs, product.hs_edition) {
        (Some(code), Some(edition)) => listed(code, edition),
        _ => Ok(()),
    }
}

/// The codes of every scope and product in an act of reference. They stand in many acts, always in the same form: so they are
/// looked for in that form, and an act that is new brings no gap. Certificates, of which there are many, are looked at one
/// by one.
pub(super) fn codes(act: &Act) -> Result<(), AdmitError> {
    match act {
        Act::CertificatesIssued(_) | Act::CertificatesChanged(_) => Ok(()),
        _ => walk(&serde_json::to_value(act).unwrap_or_default()),
    }
}

fn walk(value: &Value) -> Result<(), AdmitError> {
    match value {
        Value::Array(list) => list.iter().try_for_each(walk),
        Value::Object(fields) => {
            if let Some(edition) = fields.get("hs_edition").and_then(edition) {
                let texts = ["hs", "except"].into_iter().filter_map(|name| fields.get(name)).flat_map(texts);
                texts.filter_map(|text| text.parse().ok()).try_for_each(|code| listed(code, edition))?;
            }
            fields.values().try_for_each(walk)
        }
        _ => Ok(()),
    }
}

fn edition(value: &Value) -> Option<HsEdition> {
    u16::try_from(value.as_u64()?).ok()?.try_into().ok()
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    list.iter().filter_map(Value::as_str)
}

fn listed(code: HsCode, edition: HsEdition) -> Result<(), AdmitError> {
    match edition.lists(&code) {
        Some(false) => Err(AdmitError::NoSuchCode { code, edition }),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn refused(scope: &str) -> Option<AdmitError> {
        let act = format!(
            r#"{{"type":"recognition.decided","decision":"D-1","country":"FR","requirements":["FR-TOY"],"products":{scope},"reasons":"x","from":"2026-01-01"}}"#
        );
        codes(&serde_json::from_str::<Act>(&act).unwrap()).err()
    }

    #[test]
    fn a_code_of_another_edition_is_refused_wherever_it_stands() {
        let refusal = refused(r#"{"hs":["8516","851712"],"hs_edition":2022}"#).unwrap();
        assert!(
            refusal.to_string().starts_with("`851712` is not in the Harmonized System of 2022"),
            "{refusal}"
        );
        assert!(refused(r#"{"hs":["8517"],"hs_edition":2022,"except":["851712"]}"#).is_some());
        assert_eq!(refused(r#"{"hs":["8516","851712"],"hs_edition":2017}"#), None);
        assert_eq!(refused(r#"{"hs":["8516"],"hs_edition":2022,"except":["851660"]}"#), None);
    }

    #[test]
    fn a_product_without_a_code_has_none_that_is_wrong() {
        assert_eq!(product(&Product::default()), Ok(()));
        let wrong =
            Product { hs: "7700".parse().ok(), hs_edition: 1992.try_into().ok(), ..Product::default() };
        assert!(matches!(product(&wrong), Err(AdmitError::NoSuchCode { .. })));
    }
}
