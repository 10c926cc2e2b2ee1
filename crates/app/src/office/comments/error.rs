//! Why a comment was not taken. Nothing was kept, and the text is given back to whoever wrote it.

use store::StoreError;

use super::{
    COMMENT_CHARS_MAX, COMMENT_LINKS_MAX, COMMENTER_CHARS_MAX, CONTACT_CHARS_MAX, ORGANISATION_CHARS_MAX,
};

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The draft.
    Draft,
    /// The element or requirement.
    About,
    /// The name.
    Name,
    /// The organisation.
    Organisation,
    /// The country.
    Country,
    /// The address.
    Contact,
    /// The comment.
    Text,
}

/// Why a comment was not taken: one variant for each next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommentError {
    /// There is no such procedure.
    #[error("there is no procedure `{0}` on record: look it up among the objectives")]
    NoSuchProcedure(String),
    /// No draft is open for comments yet.
    #[error("no draft of this procedure has been open for comments yet: look into the calendar")]
    NotOpen,
    /// The procedure is at its end.
    #[error("the text is registered: write to an authority of your country, or wait for a revision")]
    Closed,
    /// The draft is none that is open.
    #[error("this draft takes no comments: choose one of those listed")]
    Draft,
    /// The draft has no such part.
    #[error("the draft has no part `{0}`: choose one of those listed, or the whole")]
    About(String),
    /// A field that is needed is empty.
    #[error("this is needed: write something")]
    Empty(Field),
    /// A field is too long.
    #[error("this has more than {max} characters: shorten it")]
    TooLong {
        /// Which.
        field: Field,
        /// Characters that it may have.
        max: usize,
    },
    /// The country is none.
    #[error("this is no country: choose one of those listed")]
    Country,
    /// The comment is full of links.
    #[error("a comment may have {COMMENT_LINKS_MAX} links: describe the others in words")]
    Links,
    /// The form was sent faster than it can be read.
    #[error("the form was sent faster than a person writes: read your comment once more, and send it again")]
    TooFast,
    /// A field was filled that nobody sees.
    #[error("a field was filled that is to stay empty: leave it empty, and send the form again")]
    Trap,
    /// The form is of another page, too old, or from before the server was started anew.
    #[error("this form is no longer good: your comment is kept below, send it again")]
    Form,
    /// So many comments are not kept.
    #[error("no more comments are taken here for now: try again tomorrow")]
    Full,
    /// The system gives no randomness.
    #[error("the system gives no randomness ({0}): check the system, then try again")]
    Random(String),
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CommentError {
    /// A word for it, for ever: pages have their own texts for each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSuchProcedure(_) => "no-such-procedure",
            Self::NotOpen => "not-open",
            Self::Closed => "closed",
            Self::Draft => "draft",
            Self::About(_) => "about",
            Self::Empty(_) => "empty",
            Self::TooLong { .. } => "too-long",
            Self::Country => "country",
            Self::Links => "links",
            Self::TooFast => "too-fast",
            Self::Trap => "trap",
            Self::Form => "form",
            Self::Full => "full",
            Self::Random(_) => "random",
            Self::Store(_) => "store",
        }
    }

    /// Every word that [`CommentError::code`] gives.
    pub const CODES: &'static [&'static str] = &[
        "no-such-procedure",
        "not-open",
        "closed",
        "draft",
        "about",
        "empty",
        "too-long",
        "country",
        "links",
        "too-fast",
        "trap",
        "form",
        "full",
        "random",
        "store",
    ];

    /// The field that is to be corrected, if it is one.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Draft => Some(Field::Draft),
            Self::About(_) => Some(Field::About),
            Self::Empty(field) | Self::TooLong { field, .. } => Some(*field),
            Self::Country => Some(Field::Country),
            Self::Links => Some(Field::Text),
            _ => None,
        }
    }
}

impl Field {
    /// Its name in the form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::About => "about",
            Self::Name => "name",
            Self::Organisation => "organisation",
            Self::Country => "country",
            Self::Contact => "contact",
            Self::Text => "text",
        }
    }

    /// Characters that it may have.
    pub(super) fn chars_max(self) -> usize {
        match self {
            Self::Name => COMMENTER_CHARS_MAX,
            Self::Organisation => ORGANISATION_CHARS_MAX,
            Self::Contact => CONTACT_CHARS_MAX,
            Self::Text => COMMENT_CHARS_MAX,
            Self::Draft | Self::About | Self::Country => 100,
        }
    }
}
