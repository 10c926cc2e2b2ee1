//! Statements: what parties sign, who may sign what, and how a signature is checked.
//!
//! `bytes ─verify→ VerifiedStatement`: the first arrow of the way of data. **Invariant:** nothing here knows the
//! registry, a clock, randomness or a network; keys are arguments.

pub mod act;
mod by_name;
pub mod check;
mod duplicates;
pub mod file;
pub mod form;
pub mod jws;
pub mod keys;
mod path;
pub mod payload;
pub mod request;
pub mod signature;
pub mod templates;
pub mod who_may_sign;

pub use act::Act;
pub use by_name::{array_for_structure, json_object};
pub use check::ActError;
pub use duplicates::{Refused, Unique, read_unique};
pub use jws::{StatementError, Unsigned, Unverified, VerifiedStatement, sign, verify_together};
pub use keys::{KeyError, PrivateKey, PublicKey, demonstration_key};
pub use payload::{Payload, PayloadError, Reported, Subject};
pub use request::{Request, RequestError, UnverifiedRequest, VerifiedRequest, sign_request};
pub use signature::{Algorithm, FrequentKeys, PureCheck, SignatureCheck, Signed, VerifyingKey};
pub use templates::template;
pub use who_may_sign::{Entitled, Joint, may_be_reported, who_may_sign};
