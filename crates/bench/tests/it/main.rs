//! The benchmarks run, and the query agrees with the engine.

mod differential;
mod runs;
