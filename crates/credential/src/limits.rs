//! Named limits on everything that comes from outside, each with its reason.

use jiff::SignedDuration;

/// Bytes of one credential or presentation, in any form. A conformity credential has 4 to 6 kB; a status list of 2^26
/// entries that does not compress has 11 MB and is read with a limit of its own.
pub const CREDENTIAL_BYTES_MAX: usize = 262_144;
/// Bytes of one presentation: several credentials.
pub const PRESENTATION_BYTES_MAX: usize = 2_097_152;
/// Bytes of a status list credential: 2^26 bits that do not compress, in base64 twice, and the text around them.
pub const STATUS_LIST_CREDENTIAL_BYTES_MAX: usize = 16_777_216;
/// Bytes of the header of a JWT: algorithm, type and the identifier of a key.
pub const HEADER_BYTES_MAX: usize = 4_096;
/// How deep JSON may be nested. Conformity credentials need ten levels.
pub const DEPTH_MAX: usize = 32;
/// Entries of a status list: 2^26, as implementers of Bitstring Status List agreed on (8 MB of memory).
pub const STATUS_LIST_ENTRIES_MAX: usize = 67_108_864;
/// Entries of a status list at least (Bitstring Status List 1.0 section 2.2): fewer would single out a holder.
pub const STATUS_LIST_ENTRIES_MIN: usize = 131_072;
/// Proofs on one document: each costs a signature check.
pub const PROOFS_MAX: usize = 8;
/// Credentials in one presentation.
pub const CREDENTIALS_IN_PRESENTATION_MAX: usize = 32;
/// Status entries of one credential.
pub const STATUS_ENTRIES_MAX: usize = 8;
/// Keys of one DID document.
pub const VERIFICATION_METHODS_MAX: usize = 64;
/// Bytes of a DID document.
pub const DID_DOCUMENT_BYTES_MAX: usize = 65_536;
/// Characters of an identifier (URL) that is shown or compared.
pub const URL_CHARS_MAX: usize = 2_048;
/// Problems that are listed; the first ones say enough.
pub const PROBLEMS_MAX: usize = 100;
/// How far clocks may be apart: the one setting for `validFrom`, `validUntil`, `created`, `expires`, `iat`, `nbf`, `exp`
/// and status lists.
pub const CLOCK_SKEW_DEFAULT: SignedDuration = SignedDuration::from_secs(60);
/// How old a status list may be before what it says is unknown: a working day.
pub const STATUS_AGE_DEFAULT: SignedDuration = SignedDuration::from_hours(24);
