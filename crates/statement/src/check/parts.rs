//! Checks of what several acts have in common: periods, scopes, names, products, certificates, targets.

use std::collections::HashSet;

use model::{Date, EffectOfContest, OnAmendment, Period, Product, ProductScope, StandardReference, Text};

use super::ActError;
use crate::act::{ActReference, AnnexTerms, Certificate, Direction, NamedActs, StandardCitation, Target};
use crate::keys::PublicKey;

type Checked = Result<(), ActError>;

/// Every period of every act: the end, if there is one, after the beginning.
pub(super) fn period(field: &str, from: Date, until: Option<Date>) -> Checked {
    let error =
        |e: model::PeriodError| ActError::Period { field: field.into(), from: e.from, until: e.until };
    Period::new(from, until).map(drop).map_err(error)
}

/// A period in fields named `from` and `until`.
pub(super) fn from_until(from: Date, until: Option<Date>) -> Checked {
    period("act.until", from, until)
}

pub(super) fn not_before(field: &str, day: Option<Date>, other: &'static str, other_day: Date) -> Checked {
    match day {
        Some(day) if day < other_day => Err(ActError::Order { field: field.into(), day, other, other_day }),
        _ => Ok(()),
    }
}

pub(super) fn some<T>(field: &str, list: &[T]) -> Checked {
    if list.is_empty() { Err(ActError::Empty { field: field.into() }) } else { Ok(()) }
}

/// A name or title: at least one language, each a tag.
pub(super) fn name(field: &str, text: &Text) -> Checked {
    if text.0.is_empty() {
        return Err(ActError::Empty { field: field.to_owned() });
    }
    text.0.keys().try_for_each(|tag| language(field, tag))
}

/// The tag of a language (BCP 47: letters, then parts of letters and digits).
pub(super) fn language(field: &str, tag: &str) -> Checked {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let is_tag = (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    match is_tag {
        true => Ok(()),
        false => {
            Err(ActError::Language { field: field.to_owned(), language: tag.chars().take(40).collect() })
        }
    }
}

pub(super) fn scope(field: &str, scope: &ProductScope) -> Checked {
    for code in &scope.except {
        let (field, code) = (field.to_owned(), *code);
        if scope.hs.contains(&code) {
            return Err(ActError::CoveredAndExcepted { field, code });
        }
        if !scope.hs.iter().any(|hs| hs.covers(&code)) {
            return Err(ActError::ExceptionOutside { field, code });
        }
    }
    Ok(())
}

pub(super) fn scope_if_given(given: Option<&ProductScope>) -> Checked {
    given.map_or(Ok(()), |given| scope("act.products", given))
}

pub(super) fn different<T: PartialEq + ToString>(
    field: &str,
    one: &T,
    other: &'static str,
    two: &T,
) -> Checked {
    if one == two {
        return Err(ActError::Same { field: field.into(), other, value: one.to_string() });
    }
    Ok(())
}

pub(super) fn hash(field: &str, text: &str) -> Checked {
    let digits = text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if text.len() == 64 && digits { Ok(()) } else { Err(ActError::Hash { field: field.into() }) }
}

pub(super) fn share(field: &str, permille: u16) -> Checked {
    if permille > 1000 { Err(ActError::Share { field: field.into(), permille }) } else { Ok(()) }
}

/// A version or draft: counted from 1.
pub(super) fn counted(field: &str, number: u32) -> Checked {
    if number == 0 { Err(ActError::Version { field: field.into() }) } else { Ok(()) }
}

pub(super) fn dated(field: &str, standard: &StandardReference) -> Checked {
    if standard.is_dated() {
        return Ok(());
    }
    Err(ActError::Undated { field: field.into(), reference: standard.to_string() })
}

pub(super) fn edition(field: &str, act: &ActReference) -> Checked {
    match &act.edition {
        Some(_) => Ok(()),
        None => Err(ActError::Undated { field: field.into(), reference: act.act.to_string() }),
    }
}

/// The keys of a party: each usable, no two of the same name.
pub(super) fn keys(field: &str, keys: &[PublicKey]) -> Checked {
    let mut names = HashSet::new();
    for (index, found) in keys.iter().enumerate() {
        let field = format!("{field}[{index}]");
        key(&field, found)?;
        if !names.insert(&found.kid) {
            return Err(ActError::Repeated { field: format!("{field}.kid"), value: found.kid.clone() });
        }
    }
    Ok(())
}

pub(super) fn key(field: &str, key: &PublicKey) -> Checked {
    key.decode().map(drop).map_err(|error| ActError::Key { field: field.into(), error })
}

/// Citations of standards: a transition from one edition to the next only where the reference follows editions.
pub(super) fn citations(field: &str, citations: &[StandardCitation]) -> Checked {
    for (index, citation) in citations.iter().enumerate() {
        transitions(&format!("{field}[{index}]"), &citation.standard, citation.former_edition_until)?;
    }
    Ok(())
}

/// A transition goes with an undated reference.
pub(super) fn transitions(field: &str, standard: &StandardReference, until: Option<Date>) -> Checked {
    if until.is_some() && standard.is_dated() {
        let field = format!("{field}.former_edition_until");
        return Err(ActError::Together { field, other: "an undated standard" });
    }
    Ok(())
}

pub(super) fn directions(directions: &[Direction]) -> Checked {
    let mut pairs = directions.iter().enumerate();
    pairs.try_for_each(|(i, d)| different(&format!("act.directions[{i}].from"), &d.from, "to", &d.to))
}

pub(super) fn named_acts(field: &str, parties: &[NamedActs]) -> Checked {
    parties.iter().enumerate().try_for_each(|(i, named)| some(&format!("{field}[{i}].acts"), &named.acts))
}

pub(super) fn terms(terms: &AnnexTerms) -> Checked {
    let together = |field: &str, given: bool, needed: bool, other| {
        let field = format!("act.terms.{field}");
        if given == needed { Ok(()) } else { Err(ActError::Together { field, other }) }
    };
    let contest = terms.effect_of_contest == EffectOfContest::SuspendedAfterDays;
    let amendment = terms.on_amendment == OnAmendment::ContinuesForDays;
    let (contest_days, amendment_days) = (terms.contest_days.is_some(), terms.amendment_days.is_some());
    together("contest_days", contest_days, contest, "effect_of_contest = suspended_after_days")?;
    together("amendment_days", amendment_days, amendment, "on_amendment = continues_for_days")
}

pub(super) fn target(target: &Target) -> Checked {
    if *target == Target::default() {
        return Err(ActError::EmptyTarget { field: "act.against".into() });
    }
    if let Some(products) = &target.products {
        scope("act.against.products", products)?;
    }
    target.gtins.iter().enumerate().try_for_each(|(i, found)| gtin(&format!("act.against.gtins[{i}]"), found))
}

pub(super) fn certificate(field: &str, certificate: &Certificate) -> Checked {
    let c = certificate;
    let at = |name: &str| format!("{field}.{name}");
    some(&at("products"), &c.products)?;
    products(&at("products"), &c.products)?;
    c.standards.iter().enumerate().try_for_each(|(i, s)| dated(&format!("{field}.standards[{i}]"), s))?;
    period(&at("expires_on"), c.issued_on, c.expires_on)?;
    if let Some(assessed_on) = c.assessed_on {
        not_before(&at("issued_on"), Some(c.issued_on), "assessed_on", assessed_on)?;
    }
    if let Some(report) = &c.report {
        not_before(&at("issued_on"), Some(c.issued_on), "report.issued_on", report.issued_on)?;
    }
    if let Some(sha256) = &c.credential_sha256 {
        hash(&at("credential_sha256"), sha256)?;
    }
    match &c.same_product_as {
        Some(same) => different(&at("same_product_as"), same, "number", &c.number),
        None => Ok(()),
    }
}

pub(super) fn products(field: &str, products: &[Product]) -> Checked {
    products.iter().enumerate().try_for_each(|(index, product)| {
        let field = format!("{field}[{index}]");
        if *product == Product::default() {
            return Err(ActError::Empty { field });
        }
        if product.hs.is_some() != product.hs_edition.is_some() {
            return Err(ActError::CodeWithoutEdition { field });
        }
        product.gtin.as_ref().map_or(Ok(()), |found| gtin(&format!("{field}.gtin"), found))
    })
}

fn gtin(field: &str, found: &str) -> Checked {
    if found.parse::<model::Gtin>().is_ok() {
        return Ok(());
    }
    Err(ActError::Gtin { field: field.into(), found: found.chars().take(40).collect() })
}
