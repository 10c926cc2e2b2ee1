//! What the index says about each thing, and which things a statement concerns.

use model::{Date, PartyId, StandardReference, Text};
use registry::{CertificateFacts, OnDay, Registry};
use statement::Act;
use statement::act::Certificate;
use store::SearchDocument;

use crate::lookup::{Kind, status};
use crate::titles;

/// Things whose document may change by an act.
pub(super) fn concerned(act: &Act) -> Vec<(Kind, String)> {
    let one = |kind: Kind, id: &dyn ToString| vec![(kind, id.to_string())];
    match act {
        Act::RegistryOpened(act) => one(Kind::Party, &act.registrar),
        Act::CountryRegistered(act) => one(Kind::Country, &act.country),
        Act::GroupRegistered(act) => one(Kind::Country, &act.group),
        Act::PartyRegistered(act) => one(Kind::Party, &act.party),
        Act::StandardPublished(act) => {
            let replaced = act.replaces.iter().map(|standard| (Kind::Standard, standard.to_string()));
            replaced.chain(one(Kind::Standard, &act.standard)).collect()
        }
        Act::StandardRevised(act) => {
            vec![(Kind::Standard, act.former.to_string()), (Kind::Standard, act.current.to_string())]
        }
        Act::StandardWithdrawn(act) => one(Kind::Standard, &act.standard),
        Act::RegulationAdopted(act) => one(Kind::Regulation, &act.regulation),
        Act::RegulationAmended(act) => one(Kind::Regulation, &act.regulation),
        Act::RegulationRepealed(act) => one(Kind::Regulation, &act.regulation),
        Act::ObjectiveEstablished(act) => one(Kind::Objective, &act.objective),
        Act::AgreementConcluded(act) => one(Kind::Agreement, &act.agreement),
        Act::AgreementTerminated(act) => one(Kind::Agreement, &act.agreement),
        Act::AnnexConcluded(act) => one(Kind::Annex, &act.annex),
        Act::AnnexTerminated(act) => one(Kind::Annex, &act.annex),
        Act::MeasureTaken(act) => one(Kind::Measure, &act.measure),
        Act::MeasureLifted(act) => one(Kind::Measure, &act.measure),
        Act::AnnexSuspended(act) => one(Kind::Annex, &act.annex),
        Act::AnnexRestored(act) => one(Kind::Annex, &act.annex),
        Act::RecognitionDecided(act) => one(Kind::PriorDecision, &act.decision),
        Act::AcceptanceStated(act) => one(Kind::PriorDecision, &act.acceptance),
        Act::RecognitionRevoked(act) => one(Kind::PriorDecision, &act.decision),
        Act::EquivalenceDeclared(act) => one(Kind::Equivalence, &act.equivalence),
        Act::EquivalenceRevoked(act) => one(Kind::Equivalence, &act.equivalence),
        _ => Vec::new(),
    }
}

/// The document of a thing of reference; `None` if it is not on record.
pub(super) fn of(registry: &Registry, kind: Kind, id: &str, on: Date) -> Option<SearchDocument> {
    match kind {
        Kind::Country => country(registry, id),
        Kind::Party | Kind::Body => party(registry, id),
        Kind::Standard => standard(registry, id, on),
        Kind::Regulation => regulation(registry, id, on),
        Kind::Objective => {
            let objective = registry.objective(&id.parse().ok()?)?;
            let last = objective.versions.known(registry.knowledge()).next_back()?;
            let document = document(kind, id, &last.value.title);
            let scope = last.value.products.iter();
            let hs = scope.flat_map(|scope| &scope.hs).map(|code| code.as_str().to_owned()).collect();
            Some(SearchDocument { hs, year: Some(last.value.on.year()), ..document })
        }
        Kind::Agreement => agreement(registry, id, on),
        Kind::Annex => annex(registry, id, on),
        Kind::Measure => measure(registry, id, on),
        Kind::PriorDecision => prior_decision(registry, id, on),
        Kind::Equivalence => equivalence(registry, id, on),
        Kind::Certificate => None,
    }
}

/// The document of a certificate that was just issued.
pub(super) fn issued(
    registry: &Registry,
    issuer: &PartyId,
    certificate: &Certificate,
    on: Date,
) -> SearchDocument {
    let status = if certificate.expires_on.is_some_and(|day| day <= on) {
        "expired"
    } else if on < certificate.issued_on {
        "not_yet_in_force"
    } else {
        "in_force"
    };
    content(registry, issuer, &certificate.holder, certificate, status)
}

/// The document of a certificate as it stands.
pub(super) fn certificate(registry: &Registry, facts: &CertificateFacts, on: Date) -> SearchDocument {
    let state = facts.on(on, registry.knowledge());
    let document = content(registry, &facts.issuer, state.holder, state.content, status(&state, on));
    SearchDocument { id: facts.issued.number.to_string(), ..document }
}

fn content(
    registry: &Registry,
    issuer: &PartyId,
    holder: &PartyId,
    certificate: &Certificate,
    status: &str,
) -> SearchDocument {
    let name = |party: &PartyId| {
        let record = registry.party(party);
        record.map_or_else(|| party.to_string(), |record| all_languages(&record.registered.name))
    };
    let products = certificate.products.iter();
    let described: Vec<&str> = products
        .flat_map(|product| {
            let optional = [&product.model, &product.brand, &product.gtin];
            std::iter::once(product.description.as_str())
                .chain(optional.into_iter().flatten().map(String::as_str))
        })
        .collect();
    let title = described.first().copied().unwrap_or_default();
    let standards: Vec<&str> = certificate.standards.iter().map(StandardReference::as_str).collect();
    let words = [described.join(" "), name(holder), name(issuer), standards.join(" ")].join(" ");
    let country = registry.party(issuer).map(|party| party.registered.country);
    let aliases = certificate.aliases.iter();
    SearchDocument {
        kind: Kind::Certificate.as_str().to_owned(),
        id: certificate.number.to_string(),
        titles: vec![("en".to_owned(), title.to_owned())],
        names: aliases.map(|alias| format!("{} {}", alias.product, alias.version)).collect(),
        words,
        country: certificate.designating_party.or(country).map(|code| code.to_string()),
        publisher: None,
        hs: certificate.products.iter().filter_map(|p| Some(p.hs.as_ref()?.as_str().to_owned())).collect(),
        ics: Vec::new(),
        status: Some(status.to_owned()),
        year: Some(certificate.issued_on.year()),
    }
}

fn country(registry: &Registry, id: &str) -> Option<SearchDocument> {
    let code = id.parse().ok()?;
    if let Some(country) = registry.country(code) {
        let names = vec![country.alpha3.clone(), format!("{:03}", country.numeric)];
        let document = document(Kind::Country, id, &country.name);
        return Some(SearchDocument { names, country: Some(id.to_owned()), ..document });
    }
    let group = registry.group(code)?;
    Some(SearchDocument { country: Some(id.to_owned()), ..document(Kind::Country, id, &group.name) })
}

fn party(registry: &Registry, id: &str) -> Option<SearchDocument> {
    let party = &registry.party(&id.parse().ok()?)?.registered;
    let kind = if crate::lookup::BODIES.contains(&party.kind) { Kind::Body } else { Kind::Party };
    Some(SearchDocument {
        words: format!("{} {}", party.kind.as_str().replace('_', " "), party.address),
        country: Some(party.country.to_string()),
        ..document(kind, id, &party.name)
    })
}

fn standard(registry: &Registry, id: &str, on: Date) -> Option<SearchDocument> {
    let reference: StandardReference = id.parse().ok()?;
    let knowledge = registry.knowledge();
    let editions = &registry.standard_series(reference.series())?.editions;
    let published = editions.known(knowledge).rfind(|fact| fact.value.standard == reference)?;
    let fate = registry.standard_fate(&reference);
    let withdrawn = fate.is_some_and(|fate| fate.withdrawn.known(knowledge).any(|fact| fact.from <= on));
    let revised = fate.is_some_and(|fate| fate.revised.known(knowledge).any(|fact| fact.from <= on));
    let status = match (withdrawn, revised) {
        (true, _) => "withdrawn",
        (false, true) => "superseded",
        (false, false) => "in_force",
    };
    Some(SearchDocument {
        names: vec![reference.series().to_owned()],
        publisher: Some(reference.publisher().to_owned()),
        ics: published.value.ics.clone(),
        status: Some(status.to_owned()),
        year: Some(published.value.published.year()),
        ..document(Kind::Standard, id, &published.value.title)
    })
}

fn regulation(registry: &Registry, id: &str, on: Date) -> Option<SearchDocument> {
    let regulation = registry.regulation(&id.parse().ok()?)?;
    let current = registry.regulation_on(regulation, on, registry.knowledge());
    let requirement =
        current.map_or(&regulation.adopted.requirement, |(edition, _)| &edition.value.requirement);
    let standards: Vec<&str> =
        requirement.standards.iter().map(|citation| citation.standard.as_str()).collect();
    Some(SearchDocument {
        words: standards.join(" "),
        country: Some(regulation.adopted.country.to_string()),
        hs: requirement.products.hs.iter().map(|code| code.as_str().to_owned()).collect(),
        status: Some(in_force(current.is_some())),
        year: Some(regulation.adopted.applies_from.year()),
        ..document(Kind::Regulation, id, &regulation.adopted.title)
    })
}

fn agreement(registry: &Registry, id: &str, on: Date) -> Option<SearchDocument> {
    let agreement = registry.agreement(&id.parse().ok()?)?;
    let concluded = &agreement.concluded;
    let parties = concluded.parties.iter();
    let names: Vec<_> = parties.map(|code| format!("{code} {}", registry.name_of(code, "en"))).collect();
    Some(SearchDocument {
        words: names.join(" "),
        status: Some(agreement.on_day(on, registry.knowledge()).as_str().to_owned()),
        year: Some(concluded.in_force_from.year()),
        ..document(Kind::Agreement, id, &concluded.title)
    })
}

fn annex(registry: &Registry, id: &str, on: Date) -> Option<SearchDocument> {
    let annex = registry.annex(&id.parse().ok()?)?;
    let concluded = &annex.concluded;
    Some(SearchDocument {
        words: format!("{} {}", concluded.agreement, concluded.recognises.as_str().replace('_', " ")),
        hs: concluded.products.hs.iter().map(|code| code.as_str().to_owned()).collect(),
        status: Some(registry.annex_on_day(annex, on, registry.knowledge()).as_str().to_owned()),
        year: Some(concluded.in_force_from.year()),
        ..document(Kind::Annex, id, &concluded.title)
    })
}

fn measure(registry: &Registry, id: &str, on: Date) -> Option<SearchDocument> {
    let id_parsed = id.parse().ok()?;
    let last = registry.measure(&id_parsed)?.taken.known(registry.knowledge()).next_back()?;
    let stands = registry.measure_on(&id_parsed, on, registry.knowledge()).is_some();
    let title = Text::english(&last.value.reasons);
    Some(SearchDocument {
        words: format!("{} {}", last.value.kind.as_str().replace('_', " "), last.value.legal_basis),
        country: Some(last.value.country.to_string()),
        status: Some(in_force(stands)),
        year: Some(last.value.from.year()),
        ..document(Kind::Measure, id, &title)
    })
}

fn prior_decision(registry: &Registry, id: &str, on: Date) -> Option<SearchDocument> {
    let (id_parsed, known) = (id.parse().ok()?, registry.knowledge());
    let prior = registry.prior_decision(&id_parsed)?;
    let act = &prior.decided.known(known).next_back()?.value;
    let title = titles::in_every_language(|code| titles::prior_decision(registry, &id_parsed, code, known));
    let acts = act.requirements.iter().chain(act.attests_to.iter().map(|reference| &reference.act));
    let words: Vec<_> = acts.map(model::InstrumentId::as_str).chain([prior.legal_basis.as_str()]).collect();
    Some(SearchDocument {
        words: words.join(" "),
        country: Some(act.country.to_string()),
        hs: act.products.hs.iter().map(|code| code.as_str().to_owned()).collect(),
        status: prior.on_day(on, known).map(|state| state.as_str().to_owned()),
        year: Some(act.from.year()),
        ..document(Kind::PriorDecision, id, &title)
    })
}

fn equivalence(registry: &Registry, id: &str, on: Date) -> Option<SearchDocument> {
    let (id_parsed, known) = (id.parse().ok()?, registry.knowledge());
    let (annex_id, annex) = registry.equivalence(&id_parsed)?;
    let fact = annex.equivalences.known(known).rfind(|fact| fact.value.equivalence == id_parsed)?;
    let title = titles::in_every_language(|code| titles::equivalence(registry, &id_parsed, code, known));
    let act = &fact.value;
    let revoked = registry.equivalence_revocation(&id_parsed, on, known).is_some();
    let state = if revoked { OnDay::Revoked } else { OnDay::of_period(fact.from, fact.until, on) };
    Some(SearchDocument {
        words: format!("{annex_id} {} {}", act.first.act, act.second.act),
        hs: annex.concluded.products.hs.iter().map(|code| code.as_str().to_owned()).collect(),
        status: Some(state.as_str().to_owned()),
        year: Some(act.from.year()),
        ..document(Kind::Equivalence, id, &title)
    })
}

fn document(kind: Kind, id: &str, title: &Text) -> SearchDocument {
    let titles = title.0.iter().map(|(language, text)| (language.clone(), text.clone())).collect();
    SearchDocument { kind: kind.as_str().to_owned(), id: id.to_owned(), titles, ..SearchDocument::default() }
}

fn all_languages(name: &Text) -> String {
    name.0.values().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn in_force(stands: bool) -> String {
    if stands { "in_force".to_owned() } else { "not_in_force".to_owned() }
}
