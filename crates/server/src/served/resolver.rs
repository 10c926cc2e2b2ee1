//! What the resolver of product identifiers says of itself (GS1-Conformant Resolver 1.2, resolver description file).

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::linkset::GS1;
use crate::state::ServerState;

/// What the resolver is, and which identifiers it reads.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ResolverDescription {
    /// The name of the registry.
    #[schema(example = "registry.example")]
    name: String,
    /// What stands before `/01/` in its addresses.
    #[schema(example = "https://registry.example")]
    resolver_root: String,
    /// Application identifiers of the keys that it reads: trade item numbers.
    #[schema(value_type = Vec<String>)]
    supported_primary_keys: [&'static str; 1],
    /// Vocabularies of its types of links.
    #[schema(value_type = Vec<SupportedLinkType>)]
    supported_link_type: [SupportedLinkType; 1],
    /// Whether the set of links itself may be what an identifier leads to by itself: no.
    link_type_default_can_be_linkset: bool,
}

/// A vocabulary of types of links.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupportedLinkType {
    /// Its address.
    #[schema(value_type = String)]
    namespace: &'static str,
    /// Its short name, with the colon.
    #[schema(value_type = String, example = "gs1:")]
    prefix: &'static str,
}

/// The description of the resolver.
#[utoipa::path(
    get, path = "/.well-known/gs1resolver", operation_id = "get_resolver", tag = "credentials",
    responses((status = 200, description = "the description", body = ResolverDescription))
)]
pub(crate) async fn get(State(state): State<ServerState>) -> Json<ResolverDescription> {
    let registry = state.app.state();
    let name = registry.registry().genesis().map(|genesis| genesis.origin.clone()).unwrap_or_default();
    Json(ResolverDescription {
        name,
        resolver_root: state.base.to_string(),
        supported_primary_keys: ["01"],
        supported_link_type: [SupportedLinkType { namespace: GS1, prefix: "gs1:" }],
        link_type_default_can_be_linkset: false,
    })
}
