//! The API through its real router, over a store in memory.
#![allow(clippy::unwrap_used, missing_docs)]

mod consultation;
mod decisions;
mod description;
mod desk;
mod documents;
mod log;
mod objectives;
mod records;
mod statements;
mod stories;
mod surroundings;
mod world;
