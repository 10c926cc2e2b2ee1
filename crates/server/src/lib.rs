//! The HTTP side: the API, the log for its followers, the portal for people.
//!
//! An endpoint translates between HTTP and one use case of `app`, and decides nothing. **Invariants:** no SQL and no
//! law here; every error is a problem document with its next step; everything that comes in has a limit.

pub mod api;
mod channel;
mod client_address;
mod log;
mod metrics;
mod ndjson;
pub mod portal;
pub mod problem;
mod quota;
mod request;
mod router;
mod serve;
mod served;
mod state;
mod surroundings;
pub mod vc_api;
pub mod witness;

pub use axum::Router;
pub use router::{openapi, router, router_with};
pub use serve::{serve, serve_alone};
pub use state::{Searcher, ServerState, Settings};
