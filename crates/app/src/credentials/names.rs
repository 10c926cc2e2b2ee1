//! What a credential says from the register: names, titles, and what kind of thing a certificate rests on.

use credential::untp::Names;
use credential::untp::assurance::Basis;
use model::{InstrumentId, PartyId};
use registry::Registry;

/// Names from a register, in one language.
pub(crate) struct RegisterNames<'a> {
    /// The register.
    pub registry: &'a Registry,
    /// The language.
    pub language: &'a str,
}

impl Names for RegisterNames<'_> {
    fn party(&self, party: &PartyId) -> Option<String> {
        let record = self.registry.party(party)?;
        Some(record.registered.name.in_language(self.language).to_owned()).filter(|name| !name.is_empty())
    }

    fn act(&self, act: &InstrumentId) -> Option<String> {
        let title = self.registry.regulation(act)?.adopted.title.in_language(self.language);
        Some(title.to_owned()).filter(|title| !title.is_empty())
    }

    fn basis(&self, instrument: &InstrumentId) -> Option<Basis> {
        let registry = self.registry;
        if registry.agreement(instrument).is_some() || registry.annex(instrument).is_some() {
            Some(Basis::Agreement)
        } else if registry.regulation(instrument).is_some() || registry.objective(instrument).is_some() {
            Some(Basis::Mandate)
        } else {
            registry.accreditation(instrument).map(|_| Basis::Accreditation)
        }
    }

    fn accreditation_body(&self, accreditation: &InstrumentId) -> Option<PartyId> {
        let granted = &self.registry.accreditation(accreditation)?.granted;
        let latest = granted.standing(self.registry.knowledge(), |_, _| true).next_back()?;
        Some(latest.value.accreditation_body.clone())
    }
}
