//! Who asks at the border: a signed request becomes a [`Requester`], and only a check makes one.

use model::{Jurisdiction, MandateScope, PartyId, PartyKind};
use registry::{AdmitError, Registry, key_in_force};
use serde::de::DeserializeOwned;
use serde_json::Value;
use statement::{RequestError, UnverifiedRequest};
use store::border::By;

use super::Border;
use crate::app::App;
use crate::submit::CHECK;

/// How far the moment in a request may be from the clock of the registry, in seconds.
pub const REQUEST_SECONDS: u64 = 300;

/// What a request must be addressed to.
#[derive(Clone, Copy, Debug)]
pub struct Addressed<'a> {
    /// Method of HTTP.
    pub method: &'a str,
    /// Path, without what follows a question mark.
    pub path: &'a str,
}

/// A party that signed a request with a key in force, for this registry, method, path and moment.
///
/// **Invariant:** the only way to one is [`Border::requested`].
#[derive(Clone, Debug)]
pub struct Requester {
    by: By,
}

/// Why a request is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestRefused {
    /// It is none, or not one that the named key signed.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The party or its key is not on record, or the key is revoked.
    #[error(transparent)]
    Key(AdmitError),
    /// It is addressed to something else.
    #[error("the request is for `{field}` `{found}`, not `{expected}`: sign it for what it is sent to")]
    Elsewhere {
        /// Which member.
        field: &'static str,
        /// What it says.
        found: String,
        /// What it should say.
        expected: String,
    },
    /// It is too old, or of the future.
    #[error(
        "the request was made at {iat}, and it is {now} here (seconds since 1970): set the clock and sign it within {REQUEST_SECONDS} seconds"
    )]
    Stale {
        /// When it was made.
        iat: u64,
        /// When it came.
        now: u64,
    },
    /// The body has another form.
    #[error("the body of the request cannot be read at `{at}`: {reason}")]
    Body {
        /// Path of the field.
        at: String,
        /// What is wrong there.
        reason: String,
    },
    /// The party does not speak for the country.
    #[error(
        "`{party}` is no authority of `{importing}`: an authority that is established there, or has its mandate to survey, signs this"
    )]
    NotAuthority {
        /// Who asks.
        party: PartyId,
        /// For which country.
        importing: Jurisdiction,
    },
}

impl Border {
    /// Checks a signed request and reads its body.
    ///
    /// # Errors
    /// [`RequestRefused`].
    pub fn requested<T: DeserializeOwned>(
        &self,
        jws: &[u8],
        to: Addressed<'_>,
    ) -> Result<(Requester, T), RequestRefused> {
        let unverified = UnverifiedRequest::parse(jws)?;
        let state = self.app().state();
        let registry = state.registry();
        let (party, kid) = (unverified.request().party.clone(), unverified.kid().to_owned());
        let key = key_in_force(registry, &party, &kid).map_err(RequestRefused::Key)?;
        let verified = unverified.verify(key, &CHECK)?;
        let request = verified.request();
        let origin = crate::log_key::origin(registry).unwrap_or_default();
        for (field, found, expected) in [
            ("registry", request.registry.as_str(), origin),
            ("method", request.method.as_str(), to.method),
            ("path", request.path.as_str(), to.path),
        ] {
            if found != expected {
                let found = found.chars().take(120).collect();
                return Err(RequestRefused::Elsewhere { field, found, expected: expected.to_owned() });
            }
        }
        let now = self.now();
        if request.iat.abs_diff(now) > REQUEST_SECONDS {
            return Err(RequestRefused::Stale { iat: request.iat, now });
        }
        let body = read(&request.body)?;
        let by = By { party, kid, request: verified.digest(), at: now };
        Ok((Requester { by }, body))
    }

    /// Whether whoever asks speaks for the importing country.
    pub(super) fn must_be_authority(
        &self,
        requester: &Requester,
        importing: Jurisdiction,
    ) -> Result<(), RequestRefused> {
        let state = self.app().state();
        let party = &requester.by.party;
        if is_authority(state.registry(), party, importing, self.app().clock().today()) {
            return Ok(());
        }
        Err(RequestRefused::NotAuthority { party: party.clone(), importing })
    }
}

impl Requester {
    /// The party.
    pub fn party(&self) -> &PartyId {
        &self.by.party
    }

    pub(super) fn by(&self) -> &By {
        &self.by
    }
}

/// Whether a party is an authority of a country (of a member, for a group), or has its mandate to survey.
pub(super) fn is_authority(
    registry: &Registry,
    party: &PartyId,
    importing: Jurisdiction,
    day: model::Date,
) -> bool {
    let established = registry.party(party).is_some_and(|record| {
        let covering = registry.covering(record.registered.country, day, registry.knowledge());
        record.registered.kind == PartyKind::Authority && covering.contains(&importing)
    });
    established || registry.has_mandate(party, importing, MandateScope::Survey, day)
}

/// Whether a party is an authority of any country, or has the mandate of any to survey.
pub fn is_some_authority(app: &App, party: &PartyId) -> bool {
    let (state, day) = (app.state(), app.clock().today());
    let registry = state.registry();
    let established = registry.party(party).is_some_and(|it| it.registered.kind == PartyKind::Authority);
    established || registry.has_any_mandate(party, MandateScope::Survey, day)
}

/// The countries and groups of which a party is an authority, its own first.
pub(super) fn authority_of(app: &App, party: &PartyId) -> Vec<Jurisdiction> {
    let (state, day) = (app.state(), app.clock().today());
    let registry = state.registry();
    let own = registry.party(party).map(|record| record.registered.country);
    let countries = registry.countries().map(|country| country.country);
    let mut all: Vec<_> = countries.chain(registry.groups().map(|group| group.group)).collect();
    all.sort_by_key(|code| (Some(*code) != own, *code));
    all.retain(|code| is_authority(registry, party, *code, day));
    all
}

/// Reads a structure by the names of its fields.
fn read<T: DeserializeOwned>(body: &Value) -> Result<T, RequestRefused> {
    if !body.is_object() {
        let reason = "it is no object".to_owned();
        return Err(RequestRefused::Body { at: ".".to_owned(), reason });
    }
    serde_path_to_error::deserialize(body).map_err(|error| RequestRefused::Body {
        at: error.path().to_string().chars().take(80).collect(),
        reason: error.inner().to_string().chars().take(300).collect(),
    })
}
