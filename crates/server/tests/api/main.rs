//! The API through its real router, over a store in memory.
#![allow(clippy::unwrap_used, missing_docs)]

mod consultation;
mod decisions;
mod description;
mod desk;
mod desk_credentials;
mod desk_files;
mod desk_forms;
mod desk_refusals;
mod documents;
mod log;
mod objectives;
mod presented_documents;
mod print;
mod records;
mod resolver;
mod served;
mod statements;
mod stories;
mod surroundings;
mod world;
