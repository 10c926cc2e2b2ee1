//! Numbers of the desk, each with its reason.

/// How long a session may be unused, in seconds: NIST SP 800-63B-4 section 2.2.3 (AAL2) asks for at most an hour; half
/// of that is a long telephone call.
pub const SESSION_IDLE_SECONDS: u64 = 30 * 60;
/// How long a session may last at all, in seconds: a working day, half of what NIST SP 800-63B-4 section 2.2.3 allows.
pub const SESSION_SECONDS: u64 = 12 * 60 * 60;
/// A session's use is noted at most this often, in seconds, so that reading pages does not write at each one.
pub(super) const TOUCH_SECONDS: u64 = 60;
/// How long an invitation works, in seconds: over a weekend, so that it can be sent on a Friday.
pub const INVITATION_SECONDS: u64 = 72 * 60 * 60;
/// How long the browser may take over a passkey, in seconds: finding the key in the other bag.
pub(super) const CEREMONY_SECONDS: u32 = 5 * 60;
/// Ceremonies under way at once: each view of a page begins one, and a strange address may view 20 a minute.
pub(super) const CEREMONIES_MAX: usize = 65_536;
/// Longest answer of a browser about a passkey, in bytes; real ones have some two thousand.
pub(super) const CEREMONY_BYTES_MAX: usize = 16 * 1024;
/// Passkeys of one officer, revoked ones included: browsers are told of all of them.
pub(super) const PASSKEYS_MAX: usize = 20;
/// Longest name of an officer, in characters.
pub const NAME_CHARS_MAX: usize = 100;
/// Longest draft, in bytes: twice the longest statement, since a file with comments is longer than what is signed.
pub const DRAFT_BYTES_MAX: usize = 128 * 1024;
/// Drafts of a party that are listed: the latest.
pub const DRAFTS_MAX: usize = 200;
/// Records of the audit trail on one page.
pub const AUDIT_PAGE: usize = 50;
/// Longest text that goes into one field of the audit trail, in characters: what strangers send is cut.
pub(super) const AUDIT_CHARS_MAX: usize = 400;
