//! The API through its real router, over a store in memory.
#![allow(clippy::unwrap_used, missing_docs)]

mod bundles;
mod checks;
mod consultation;
mod decisions;
mod description;
mod desk;
mod desk_files;
mod desk_forms;
mod desk_refusals;
mod documents;
mod events;
mod lines;
mod log;
mod objectives;
mod presented_documents;
mod quantities;
mod records;
mod statements;
mod stories;
mod surroundings;
mod suspensions;
mod world;
