//! Use cases over a store in memory and one in files.

mod common;
mod copies;
mod cosign;
mod decide_at_hand;
mod office;
mod stories;
mod submit;
mod verify;
mod webhooks;
mod witness;
