//! Names of countries, parties and instruments, for answers in words.

use model::{InstrumentId, Jurisdiction, PartyId};
use registry::Registry;

/// The name on record of whatever has this identifier.
pub fn name_of(registry: &Registry, id: &str, language: &str) -> Option<String> {
    let named = if id.starts_with("did:") {
        let party = registry.party(&id.parse::<PartyId>().ok()?)?;
        party.registered.name.in_language(language).to_owned()
    } else if let Some(code) = id.parse::<Jurisdiction>().ok().filter(|code| registry.knows(*code)) {
        registry.name_of(&code, language).to_owned()
    } else {
        let id: InstrumentId = id.parse().ok()?;
        let regulation = registry.regulation(&id).map(|found| found.adopted.title.in_language(language));
        let agreement = || registry.agreement(&id).map(|found| found.concluded.title.in_language(language));
        regulation.or_else(agreement)?.to_owned()
    };
    (!named.is_empty()).then_some(named)
}
