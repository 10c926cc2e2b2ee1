//! Acts about parties, their keys and their mandates (PTY-01 to PTY-04).

use model::{Date, Jurisdiction, MandateScope, PartyId, PartyKind, Text};
use serde::{Deserialize, Serialize};

use crate::keys::PublicKey;

/// Opens a log. Signed by the registrar with the first of its keys, and the first statement of every log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryOpened {
    /// The log's name, which stands as origin in every checkpoint: a host and path without a scheme.
    pub origin: String,
    /// The key that signs checkpoints, in the C2SP signed-note form `name+hash+key`.
    pub log_key: String,
    /// Who runs the registry.
    pub registrar: PartyId,
    /// Name of the registrar.
    pub name: Text,
    /// The registrar's keys.
    pub keys: Vec<PublicKey>,
    /// Whether everything in this registry is for demonstration.
    #[serde(default)]
    pub demonstration: bool,
}

/// A further key that signs checkpoints; the former ones stay valid for what they signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogKeyAdded {
    /// The key in the C2SP signed-note form.
    pub log_key: String,
}

/// A country (ISO 3166).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryRegistered {
    /// ISO 3166-1 alpha-2.
    pub country: Jurisdiction,
    /// ISO 3166-1 alpha-3.
    pub alpha3: String,
    /// ISO 3166-1 numeric (M49).
    pub numeric: u16,
    /// Names.
    pub name: Text,
}

/// A group of countries that acts as one party, or in which membership has legal consequences (`EU`, `WTO`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRegistered {
    /// The group's code.
    pub group: Jurisdiction,
    /// Names.
    pub name: Text,
    /// Whether technical regulations of the group are law in its members.
    #[serde(default)]
    pub legislates: bool,
}

/// A country or group belongs to a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MembershipStated {
    /// The group.
    pub group: Jurisdiction,
    /// Members for the same period.
    pub members: Vec<Jurisdiction>,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A party other than a country or group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyRegistered {
    /// Its identifier.
    pub party: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// Names.
    pub name: Text,
    /// Where it is established.
    pub country: Jurisdiction,
    /// Postal address, published as Rec. F.6 par. 5 asks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub website: String,
    /// First keys; none for a party that does not sign itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<PublicKey>,
}

/// A further key of a party.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyAdded {
    /// Whose key.
    pub party: PartyId,
    /// The key.
    pub key: PublicKey,
}

/// A key takes the place of another: the new one is added, the old one revoked, in one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyRotated {
    /// Whose key.
    pub party: PartyId,
    /// Identifier of the key that is replaced.
    pub old: String,
    /// The new key.
    pub key: PublicKey,
}

/// A key is revoked. What it validly signed before stays valid, unless it says from where on it was compromised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyRevoked {
    /// Whose key.
    pub party: PartyId,
    /// Identifier of the key.
    pub key_id: String,
    /// Statements signed with this key at or after this log position have no effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compromised_since: Option<u64>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A party may speak for a country or group in certain acts, for a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateGiven {
    /// Who may speak.
    pub to: PartyId,
    /// For whom. Absent: for every country and group (only a recorder, depositary or secretariat).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Jurisdiction>,
    /// In which acts.
    pub scopes: Vec<MandateScope>,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// On what it rests: law, decree, decision.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
}

/// A mandate ends on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateEnded {
    /// Who spoke.
    pub to: PartyId,
    /// For whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Jurisdiction>,
    /// In which acts.
    pub scopes: Vec<MandateScope>,
    /// First day on which it no longer speaks.
    pub on: Date,
}

/// A fact about who owns or controls a body. Ownership is a fact with dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnershipStated {
    /// The body.
    pub body: PartyId,
    /// The owner's name.
    pub owner: String,
    /// Country of the owner.
    pub owner_country: Jurisdiction,
    /// Share of equity or votes in thousandths: 100 is ten per cent.
    pub share_permille: u16,
    /// Whether the owner directs or controls the body otherwise.
    #[serde(default)]
    pub controls: bool,
    /// First day.
    pub from: Date,
    /// First day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
