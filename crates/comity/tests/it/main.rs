//! The command line as its user sees it. One program for all of these tests: each more would be linked with everything
//! again.

mod border;
mod commands;
mod comments;
mod common;
mod credentials;
mod demonstration;
mod desk;
mod documents;
mod kill;
mod objective_life;
mod offline;
mod refusals;
mod same_bytes;
mod webhooks;
mod witness;
