//! A minimal world: an open registry, countries, and one authority in each that may speak for it in everything.

use ed25519_dalek::SigningKey;
use model::{MandateScope, PartyKind, Text};
use statement::act::{
    CountryRegistered, GroupRegistered, MandateGiven, MembershipStated, PartyRegistered, RegistryOpened,
};
use statement::{VerifiedStatement, demonstration_key};
use tlog::{SignatureKind, VerifierKey};

use crate::{Author, the};

/// Name of the log in tests.
pub const ORIGIN: &str = "log.test.example";
/// Its registrar.
pub const REGISTRAR: &str = "did:web:registrar.test.example";

/// What a country's one authority speaks for, beside coordinating.
const SCOPES: &[MandateScope] = &[
    MandateScope::Regulate,
    MandateScope::Agree,
    MandateScope::Designate,
    MandateScope::Survey,
    MandateScope::Accredit,
];

/// The first statements of a log, and those who signed them.
pub struct World {
    /// The registrar.
    pub registrar: Author,
    /// A recorder that may report for everybody.
    pub recorder: Author,
    /// The statements, in the order of their admission: the genesis first.
    pub statements: Vec<VerifiedStatement>,
}

impl World {
    /// A registry with these countries (codes of two letters). The authority of `FR` is
    /// `did:web:authority.fr.test.example`: see [`World::authority`].
    pub fn with_countries(codes: &[&str]) -> Self {
        let registrar = Author::new(REGISTRAR);
        let recorder = Author::new("did:web:recorder.test.example");
        let mut world = Self { registrar, recorder, statements: Vec::new() };
        world.state("genesis", genesis());
        for (index, code) in codes.iter().enumerate() {
            world.add_country(code, index);
        }
        let home = codes.first().copied().unwrap_or("XX");
        world.state("recorder", party("did:web:recorder.test.example", PartyKind::Recorder, home));
        let everybody = MandateGiven {
            on_behalf_of: None,
            ..mandate("did:web:recorder.test.example", home, &[MandateScope::Record])
        };
        world.state("recorder-mandate", everybody);
        world
    }

    /// The authority of a country of this world.
    pub fn authority(code: &str) -> Author {
        Author::new(&authority_id(code))
    }

    fn add_country(&mut self, code: &str, index: usize) {
        self.state(&format!("country-{code}"), country(code, index));
        self.state(&format!("authority-{code}"), authority(code));
        let coordinator = mandate(&authority_id(code), code, &[MandateScope::Coordinate]);
        self.state(&format!("coordinator-{code}"), coordinator);
        self.state(&format!("mandates-{code}"), mandate(&authority_id(code), code, SCOPES));
    }

    fn state(&mut self, id: &str, act: impl Into<statement::Act>) {
        self.statements.push(self.registrar.states(id, act));
    }
}

/// The key that signs checkpoints in tests.
pub fn log_signing_key() -> SigningKey {
    SigningKey::from_bytes(&[1; 32])
}

/// Opens the log of tests.
///
/// # Panics
/// Never, unless [`ORIGIN`] is no name of a key.
pub fn genesis() -> RegistryOpened {
    let log_key = VerifierKey::new(ORIGIN, SignatureKind::Ed25519, log_signing_key().verifying_key());
    RegistryOpened {
        origin: ORIGIN.into(),
        log_key: log_key.unwrap_or_else(|error| panic!("{error}")).to_string(),
        registrar: the(REGISTRAR),
        name: Text::english("Registry of tests"),
        keys: vec![demonstration_key(&the(REGISTRAR)).public()],
        demonstration: true,
    }
}

/// Registers a country. Its other codes are made up from its place in a list.
pub fn country(code: &str, index: usize) -> CountryRegistered {
    let numeric = u16::try_from(index + 1).unwrap_or(999);
    CountryRegistered { country: the(code), alpha3: format!("{code}X"), numeric, name: Text::english(code) }
}

/// Registers a group that legislates for its members.
pub fn group(code: &str) -> GroupRegistered {
    GroupRegistered { group: the(code), name: Text::english(code), legislates: true }
}

/// States members of a group from a day on.
pub fn membership(group: &str, members: &[&str], from: &str) -> MembershipStated {
    let members = members.iter().map(|code| the(code)).collect();
    MembershipStated { group: the(group), members, from: the(from), until: None }
}

/// Registers a party with its demonstration key.
pub fn party(id: &str, kind: PartyKind, country: &str) -> PartyRegistered {
    PartyRegistered {
        party: the(id),
        kind,
        name: Text::english(id),
        country: the(country),
        address: String::new(),
        website: String::new(),
        keys: vec![demonstration_key(&the(id)).public()],
    }
}

/// Registers the authority of a country.
pub fn authority(code: &str) -> PartyRegistered {
    party(&authority_id(code), PartyKind::Authority, code)
}

/// Registers a conformity assessment body.
pub fn body(id: &str, country: &str) -> PartyRegistered {
    party(id, PartyKind::ConformityAssessmentBody, country)
}

/// Gives a mandate from 2000 on.
pub fn mandate(to: &str, on_behalf_of: &str, scopes: &[MandateScope]) -> MandateGiven {
    MandateGiven {
        to: the(to),
        on_behalf_of: Some(the(on_behalf_of)),
        scopes: scopes.to_vec(),
        from: the("2000-01-01"),
        until: None,
        basis: "test".into(),
    }
}

fn authority_id(code: &str) -> String {
    format!("did:web:authority.{}.test.example", code.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minimal_world_passes_every_check() {
        let world = World::with_countries(&["FR", "JP"]);
        assert_eq!(world.statements.len(), 11);
        assert_eq!(world.statements[0].payload().act.name(), "registry.opened");
    }
}
