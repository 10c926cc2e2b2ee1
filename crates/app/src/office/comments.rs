//! Public comments on drafts (GOV-01): without an account, moderated by those whose procedure it is, published for
//! good, and bound by an act in the log.
//!
//! **Who moderates** (Rec. L annex C 2.2 and 2.3): the task force works in a transparent way by its own working
//! procedures and informs the secretariat, which makes the work public. So it is the signatories of the secretariat,
//! and of the authorities that speak for the convenor, for a member of the task force, or for the country that opened
//! the period: a mandate to agree (or that of the secretariat) on the day. Observers read like everybody. Nobody else
//! does, administrators of the server included.
//!
//! **Invariants:** what was said is never changed; a comment is published or declined once, with a reason that
//! everybody reads; nothing is refused for being late, as long as the procedure is not at its end.

mod error;
mod export;
mod file;
mod form;
mod leaf;
mod moderate;
mod procedure;
mod read;
mod receive;

pub use error::{CommentError, Field};
pub use export::csv_header;
pub use file::{COMMENT_FILE_BYTES_MAX, CheckedFile, CommentFile, CommentFileError, FileFault};
pub use leaf::{Binding, Bound, COMMENT_FORMAT, REPLY_FORMAT};
pub use moderate::{MODERATORS, Queue};
pub use procedure::{Consultation, DraftConsultation, PARTS, Taken};
pub use read::{CommentPage, CommentView, ReplyView, Shown as CommentShown};
pub use receive::{CommentForm, Kept};
pub use store::office::CommentCounts;

use store::office::CommentsMax;

/// How many comments are kept: of one procedure twice as many as any consultation of the kind has had, and of those
/// that wait as many as a task force can look at before the flood is a matter for the operator.
const COMMENTS_MAX: CommentsMax = CommentsMax { in_procedure: 100_000, waiting: 60_000 };
/// Longest comment, in characters: some five printed pages. More belongs into a document.
pub const COMMENT_CHARS_MAX: usize = 10_000;
/// Longest name, in characters.
pub const COMMENTER_CHARS_MAX: usize = 100;
/// Longest name of an organisation, in characters.
pub const ORGANISATION_CHARS_MAX: usize = 200;
/// Longest address, in characters (RFC 5321 allows 254 for a mail address).
pub const CONTACT_CHARS_MAX: usize = 254;
/// Links in one comment. Comments refer to a law or a study; advertisements are made of links.
pub const COMMENT_LINKS_MAX: usize = 3;
/// Longest reason or reply, in characters.
pub const REASON_CHARS_MAX: usize = 2_000;
/// Replies to one comment.
const REPLIES_MAX: usize = 20;
/// Comments on one page.
pub const COMMENTS_PAGE: usize = 50;
/// Comments that are read at a time where all are.
pub const COMMENTS_AT_ONCE: usize = 500;
