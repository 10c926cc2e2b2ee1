//! What membership of the World Trade Organization asks where no instrument binds.

pub mod whenever_possible;
