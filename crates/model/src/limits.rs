//! Named limits on everything that comes from outside, each with its reason.

/// Bytes of one statement. A log entry is the day of admission, a line feed and the statement, and C2SP tlog-tiles
/// give an entry's length in 16 bits: 65,535 less eleven.
pub const STATEMENT_BYTES_MAX: usize = 65_524;
/// Characters of an identifier of ours (agreement, annex, regulation, objective, measure …): it stands in URLs.
pub const INSTRUMENT_ID_CHARS_MAX: usize = 96;
/// Characters of a decentralised identifier: room for a long host and path, no more.
pub const PARTY_ID_CHARS_MAX: usize = 200;
/// Characters of a certificate number as printed by its issuer.
pub const CERTIFICATE_NUMBER_CHARS_MAX: usize = 80;
/// Characters of a statement's identifier, unique for its signer.
pub const STATEMENT_ID_CHARS_MAX: usize = 128;
/// Characters of a reference to a standard.
pub const STANDARD_REFERENCE_CHARS_MAX: usize = 80;
/// Characters of a title, name or reason.
pub const TEXT_CHARS_MAX: usize = 2_000;
/// Entries of a list in one act; larger scopes grow by additive acts.
pub const LIST_ENTRIES_MAX: usize = 2_000;
/// Pieces of evidence in one question: a consignment brings several, not hundreds.
pub const EVIDENCE_MAX: usize = 32;
/// Bytes of one question.
pub const QUESTION_BYTES_MAX: usize = 65_536;
/// Bytes of a document that an act cites: what a registry keeps and serves beside its log.
pub const DOCUMENT_BYTES_MAX: u64 = 33_554_432;
