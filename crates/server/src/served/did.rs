//! The registry's own DID document, where its registrar is a `did:web` of this host.

use app::App;
use app::credentials::CredentialError;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use credential::did::web_url;
use credential::untp::make::segment;
use model::PartyId;
use serde_json::Value;

use crate::api::v1::blocking;
use crate::problem::{Kind, Problem, Problematic, common, responds};
use crate::state::ServerState;

/// The media type of DID documents in JSON (DID Core section 6.2).
pub(crate) const DID_JSON: &str = "application/did+json";

/// Why there is no DID document.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DidProblem {
    /// The registrar's document is published elsewhere.
    #[error(
        "the registrar of this registry is `{0}`, whose DID document is not published under this address"
    )]
    Elsewhere(String),
    /// The log is empty.
    #[error("the registry is not open yet: it has no registrar")]
    NotOpen,
    /// No such party.
    #[error("no party `{0}` is on record")]
    NoSuchParty(String),
    /// See the source.
    #[error(transparent)]
    Credential(#[from] CredentialError),
}

impl Problematic for DidProblem {
    fn kind(&self) -> Kind {
        match self {
            Self::Elsewhere(_) => Kind::new(
                "did-elsewhere",
                StatusCode::NOT_FOUND,
                "another address publishes this DID document",
                "resolve the DID itself, or read what the register knows at /api/v1/parties/{id}/did.json",
            ),
            Self::NotOpen => Kind::new(
                "did-elsewhere",
                StatusCode::NOT_FOUND,
                "the registry is not open yet",
                "ask again when /log/checkpoint answers",
            ),
            Self::NoSuchParty(_) | Self::Credential(CredentialError::NoSuchParty(_)) => Kind::new(
                "not-on-record",
                StatusCode::NOT_FOUND,
                "not on record",
                "search with /api/v1/search?q=…; percent-encode identifiers in paths",
            ),
            Self::Credential(CredentialError::Store(_)) => common::STORE,
            Self::Credential(_) => common::INTERNAL,
        }
    }
}
responds!(DidProblem);

/// The DID document of the registry's own registrar.
#[utoipa::path(
    get, path = "/.well-known/did.json", operation_id = "get_own_did", tag = "credentials",
    responses(
        (status = 200, description = "the document, with the days of the keys", body = Object, content_type = "application/did+json"),
        (status = 404, description = "the registrar is no `did:web` of this host", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn get(State(state): State<ServerState>) -> Result<Response, Response> {
    let registrar = registrar(&state.app).ok_or_else(|| DidProblem::NotOpen.into_response())?;
    let host = |url: &str| url.split_once("://").map(|(_, rest)| rest.to_ascii_lowercase());
    let own = host(&format!("{}/.well-known/did.json", state.base));
    let named = web_url(registrar.as_str()).ok().and_then(|url| host(&url));
    if named.is_none() || named != own {
        return Err(DidProblem::Elsewhere(registrar.to_string()).into_response());
    }
    document(state, registrar).await
}

fn registrar(app: &App) -> Option<PartyId> {
    app.state().registry().genesis().map(|genesis| genesis.registrar.clone())
}

/// The DID document of a party as the register sees its keys.
pub(crate) async fn document(state: ServerState, party: PartyId) -> Result<Response, Response> {
    let document = blocking(move || made(&state, &party).map_err(DidProblem::from)).await?;
    let headers = [(header::CONTENT_TYPE, DID_JSON), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, document.to_string()).into_response())
}

fn made(state: &ServerState, party: &PartyId) -> Result<Value, CredentialError> {
    let deposits = state.office.as_ref().and_then(|office| office.deposits());
    let has_anchor = deposits.is_some_and(|deposits| deposits.anchor(party).is_some());
    let anchor = format!("{}/anchors/{}", state.base, segment(party.as_str()));
    state.app.dated_did_document(party, has_anchor.then_some(anchor.as_str()), &state.base)
}
