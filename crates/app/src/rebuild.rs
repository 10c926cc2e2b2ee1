//! rebuild
