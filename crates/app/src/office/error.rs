//! Why the desk did not do what was asked. Nothing was changed, and the audit trail says that it was tried.

use model::PartyId;
use statement::file::FileError;
use statement::{KeyError, StatementError};
use store::StoreError;

use super::ceremonies::PasskeyError;
use super::comments::REASON_CHARS_MAX;
use super::limits::{DRAFT_BYTES_MAX, NAME_CHARS_MAX};
use super::{Role, TokenError};
use crate::credentials::StatusListError;
use crate::deposits::DepositError;
use crate::documents::DocumentError;
use crate::submit::SubmitError;

/// Why the desk did not do what was asked: one variant for each next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfficeError {
    /// Nobody is signed in, or the session has ended.
    #[error("you are not signed in, or your session has ended: sign in again")]
    SignedOut,
    /// The form was sent before.
    #[error("this form was sent before, and counts once: look at what became of it, then open the page anew")]
    Repeated,
    /// The form does not belong to this session.
    #[error("this form was not made for your session: open the page anew and fill it in there")]
    ForeignForm,
    /// The invitation is unknown, was accepted or withdrawn, or has expired.
    #[error("this invitation does not work, was used or has expired: ask who invited you for a new one")]
    Invitation,
    /// The passkey is not good.
    #[error(transparent)]
    Passkey(#[from] PasskeyError),
    /// The officer's roles do not allow it.
    #[error("this needs {}: ask your administrator", names(needed))]
    Role {
        /// One of these is needed.
        needed: &'static [Role],
    },
    /// The party is not registered.
    #[error("`{0}` is not registered: have it registered first")]
    NoSuchParty(PartyId),
    /// There is no such thing, or it is another party's.
    #[error("your party has no such {0}: go back to the list")]
    NoSuch(&'static str),
    /// A name is empty or too long.
    #[error("a name has 1 to {NAME_CHARS_MAX} characters on one line: write another")]
    Name,
    /// An officer without roles.
    #[error("an officer needs a role: choose at least one")]
    NoRole,
    /// The last administrator would be gone.
    #[error("this is the last administrator of the party: invite another first")]
    LastAdministrator,
    /// The draft is too long.
    #[error("the act has {bytes} bytes and may have {DRAFT_BYTES_MAX}: split it into several")]
    TooLong {
        /// Bytes found.
        bytes: usize,
    },
    /// The draft is no statement.
    #[error(transparent)]
    Draft(#[from] FileError),
    /// The draft holds no statement, or several.
    #[error("the text holds {0} statements: write one")]
    NotOne(usize),
    /// No file was chosen.
    #[error("no file came with the form: choose one")]
    NoFile,
    /// The file is too large.
    #[error(
        "a file with an act or a signed statement has at most {DRAFT_BYTES_MAX} bytes: choose the right one"
    )]
    FileTooLarge,
    /// The file is no text.
    #[error("the file is no text in UTF-8: choose the file of the act, not a document about it")]
    NotText,
    /// The draft cannot be shown as a form.
    #[error("the text is not one act in TOML, so it has no form: mend the text first")]
    NoForm,
    /// The draft names another signer.
    #[error("the act names `{named}` as signer, and you act for `{own}`: correct `signer`")]
    OtherParty {
        /// Named in the draft.
        named: PartyId,
        /// The officer's party.
        own: PartyId,
    },
    /// The draft asks for demonstration keys.
    #[error("`demonstration_key` belongs into files of the demonstration: remove it")]
    DemonstrationKey,
    /// Somebody else wrote the draft meanwhile, or it is not what was shown.
    #[error("the act was changed since it was shown to you: look at it again")]
    Changed,
    /// The draft was logged.
    #[error(
        "this act is in the log already, at position {0}: what is logged is never changed, write another act"
    )]
    Logged(u64),
    /// The registry does not take the statement.
    #[error(transparent)]
    Submit(#[from] SubmitError),
    /// What was uploaded is no statement, or not signed with a key of the party.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// What was uploaded says something else than what was shown.
    #[error(
        "what you uploaded is not the act that was shown: download this act, sign that file, and upload the result"
    )]
    OtherStatement,
    /// What was uploaded is signed by another party.
    #[error(
        "what you uploaded is signed by `{named}`, and you act for `{own}`: sign with a key of your party"
    )]
    OtherSigner {
        /// Named in the upload.
        named: PartyId,
        /// The officer's party.
        own: PartyId,
    },
    /// The server holds no such key of the party.
    #[error("no key `{0}` of your party is held here: choose another, or sign outside and upload")]
    NoKey(String),
    /// The server holds the key already.
    #[error("a key `{0}` of your party is held here already: release it first")]
    KeyKnown(String),
    /// The key is not one of the party on record.
    #[error(
        "the key `{0}` is not on record for your party, or is another one than on record: add it with `key.added` first"
    )]
    KeyNotOnRecord(String),
    /// The key cannot be read.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The server has no secret to seal keys with.
    #[error("this server holds no keys: start it with `--office-secret`, or sign outside and upload")]
    NoSecret,
    /// The key was sealed with another secret.
    #[error("the held key cannot be opened: start the server with the secret it was sealed with")]
    OtherSecret,
    /// The token does not sign.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// The party has no mandate to look after these comments.
    #[error(
        "your party may not look after the comments on this procedure: the secretariat, the convenor and members of the task force do"
    )]
    NotModerator,
    /// The party is no authority of the country.
    #[error(
        "your party is no authority of that country: recorded checks are shown to those of the country alone"
    )]
    NotAuthority,
    /// Somebody decided on the comment before.
    #[error("this comment was decided on before, or there is none: look at the list again")]
    Decided,
    /// A reason or reply is empty or too long.
    #[error("a reason or reply has 1 to {REASON_CHARS_MAX} characters: write another")]
    Reason,
    /// The document is not taken.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The signed document is not taken.
    #[error(transparent)]
    Deposit(#[from] DepositError),
    /// The status list cannot be made.
    #[error(transparent)]
    List(#[from] StatusListError),
    /// The system gives no randomness.
    #[error("the system gives no randomness ({0}): check the system, then try again")]
    Random(String),
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl OfficeError {
    /// A word for it, for ever: pages have their own texts for each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Repeated => "repeated",
            Self::ForeignForm => "foreign-form",
            Self::Invitation => "invitation",
            Self::Passkey(error) => error.code(),
            Self::Role { .. } => "role",
            Self::NoSuchParty(_) => "no-such-party",
            Self::NoSuch(_) => "no-such",
            Self::Name => "name",
            Self::NoRole => "no-role",
            Self::LastAdministrator => "last-administrator",
            Self::TooLong { .. } => "too-long",
            Self::Draft(_) => "draft",
            Self::NotOne(_) => "not-one",
            Self::NoFile => "no-file",
            Self::FileTooLarge => "file-too-large",
            Self::NotText => "not-text",
            Self::NoForm => "no-form",
            Self::OtherParty { .. } => "other-party",
            Self::DemonstrationKey => "demonstration-key",
            Self::Changed => "changed",
            Self::Logged(_) => "logged",
            Self::Submit(_) => "submit",
            Self::Statement(_) => "statement",
            Self::OtherStatement => "other-statement",
            Self::OtherSigner { .. } => "other-signer",
            Self::NoKey(_) => "no-key",
            Self::KeyKnown(_) => "key-known",
            Self::KeyNotOnRecord(_) => "key-not-on-record",
            Self::Key(_) => "key",
            Self::NoSecret => "no-secret",
            Self::OtherSecret => "other-secret",
            Self::Token(_) => "token",
            Self::NotModerator => "not-moderator",
            Self::NotAuthority => "not-authority",
            Self::Decided => "decided",
            Self::Reason => "reason",
            Self::Document(error) => error.code(),
            Self::Deposit(_) => "deposit",
            Self::List(_) => "list",
            Self::Random(_) => "random",
            Self::Store(_) => "store",
        }
    }

    /// The path of the field of the act that is wrong, where one is: `act.elements.requirements[0].text`.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Draft(error) => error.field(),
            _ => None,
        }
    }

    /// Every word that [`OfficeError::code`] gives.
    pub const CODES: &'static [&'static str] = &[
        "signed-out",
        "repeated",
        "foreign-form",
        "invitation",
        "busy",
        "ceremony",
        "passkey",
        "passkeys-many",
        "passkey-revoked",
        "passkey-unknown",
        "role",
        "no-such-party",
        "no-such",
        "name",
        "no-role",
        "last-administrator",
        "too-long",
        "draft",
        "not-one",
        "no-file",
        "file-too-large",
        "not-text",
        "no-form",
        "other-party",
        "demonstration-key",
        "changed",
        "logged",
        "submit",
        "statement",
        "other-statement",
        "other-signer",
        "no-key",
        "key-known",
        "key-not-on-record",
        "key",
        "no-secret",
        "other-secret",
        "token",
        "not-moderator",
        "not-authority",
        "decided",
        "reason",
        "document-empty",
        "document-large",
        "document-kind",
        "document-damaged",
        "document-encrypted",
        "document-active",
        "document-attached",
        "document-program",
        "document-unfolds",
        "document-no-folder",
        "document-file",
        "deposit",
        "list",
        "random",
        "store",
    ];
}

fn names(roles: &[Role]) -> String {
    let names: Vec<_> = roles.iter().map(|role| format!("the role `{role}`")).collect();
    names.join(" or ")
}
