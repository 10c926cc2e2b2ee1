//! The desk: what officers may do, and what they may not.
#![allow(clippy::unwrap_used)]

mod acts;
mod comments;
mod next;
mod officers;
mod world;
