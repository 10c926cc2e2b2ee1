//! `tlog`.
