//! Somebody who signs statements with a demonstration key.

use model::{Certainty, PartyId};
use statement::{
    Act, Payload, PrivateKey, PureCheck, Reported, Unverified, VerifiedStatement, demonstration_key, sign,
};

use crate::the;

/// A party with its demonstration key.
#[derive(Clone, Debug)]
pub struct Author {
    party: PartyId,
    key: PrivateKey,
}

impl Author {
    /// The author with this decentralised identifier.
    ///
    /// # Panics
    /// When it is malformed.
    pub fn new(party: &str) -> Self {
        let party = the(party);
        let key = demonstration_key(&party);
        Self { party, key }
    }

    /// The same author with another key.
    #[must_use]
    pub fn with_key(self, key: PrivateKey) -> Self {
        Self { key, ..self }
    }

    /// The party.
    pub fn party(&self) -> PartyId {
        self.party.clone()
    }

    /// Its private key.
    pub fn key(&self) -> &PrivateKey {
        &self.key
    }

    /// A statement of its own.
    ///
    /// # Panics
    /// When the identifier is malformed.
    pub fn statement(&self, id: &str, act: impl Into<Act>) -> Payload {
        Payload { id: the(id), signer: self.party(), made_on: None, reported: None, act: act.into() }
    }

    /// A report of somebody else's act: of a country, a group or a party.
    ///
    /// # Panics
    /// When the identifier or the subject is malformed.
    pub fn report(&self, id: &str, on_behalf_of: &str, act: impl Into<Act>) -> Payload {
        let source = "test".to_owned();
        let reported =
            Reported { on_behalf_of: the(on_behalf_of), source, certainty: Certainty::Demonstration };
        Payload { reported: Some(reported), ..self.statement(id, act) }
    }

    /// The bytes of a signed statement.
    pub fn sign(&self, payload: &Payload) -> Vec<u8> {
        sign(payload, &self.key)
    }

    /// A signed statement, verified.
    ///
    /// # Panics
    /// When the payload contradicts itself.
    pub fn verified(&self, payload: &Payload) -> VerifiedStatement {
        let read =
            Unverified::parse(&self.sign(payload)).unwrap_or_else(|error| panic!("{}: {error}", payload.id));
        let verified = read.verify(&self.key.public(), &PureCheck);
        verified.unwrap_or_else(|error| panic!("{}: {error}", payload.id))
    }

    /// A statement of its own, signed and verified, in one step.
    ///
    /// # Panics
    /// When the identifier is malformed or the act contradicts itself.
    pub fn states(&self, id: &str, act: impl Into<Act>) -> VerifiedStatement {
        self.verified(&self.statement(id, act))
    }

    /// A report, signed and verified, in one step.
    ///
    /// # Panics
    /// When an argument is malformed or the act contradicts itself.
    pub fn reports(&self, id: &str, on_behalf_of: &str, act: impl Into<Act>) -> VerifiedStatement {
        self.verified(&self.report(id, on_behalf_of, act))
    }
}
