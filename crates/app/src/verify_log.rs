//! verify_log
