//! Why a request was not answered as hoped.

use serde::Deserialize;

/// Bytes of an answer that is an error which are shown.
const SHOWN_CHARS_MAX: usize = 300;

/// A problem document (RFC 9457) of the server.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, thiserror::Error)]
#[error("{detail}; {next_step}")]
pub struct Problem {
    /// Names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong this time.
    pub detail: String,
    /// What to do about it.
    pub next_step: String,
    /// In a stream: the line of the input to which it belongs.
    pub line: Option<u64>,
}

/// Why a request was not answered as hoped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClientError {
    /// The address cannot be one.
    #[error("`{address}` is not the address of a server: write it such as `http://localhost:8080`")]
    Address {
        /// What was given.
        address: String,
    },
    /// No answer.
    #[error("`{address}` does not answer ({reason}): check the address and whether the server runs")]
    Unreachable {
        /// The address asked.
        address: String,
        /// Why not.
        reason: String,
    },
    /// The server says what is wrong and what to do.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// The server refused without saying why in a known form.
    #[error("`{address}` answered with status {status}, which no server of this kind does (`{text}`): check the address")]
    Unexpected {
        /// The address asked.
        address: String,
        /// The HTTP status.
        status: u16,
        /// The beginning of what it said.
        text: String,
    },
    /// The answer is not what was asked for.
    #[error("the answer of `{address}` cannot be read ({reason}): check that client and server have compatible versions")]
    Unreadable {
        /// The address asked.
        address: String,
        /// Why not.
        reason: String,
    },
}

impl ClientError {
    /// Whether the same request may succeed later: the server was not reached, or not able.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable { .. } => true,
            Self::Problem(problem) => matches!(problem.status, 429 | 503),
            Self::Unexpected { status, .. } => matches!(status, 429 | 502 | 503 | 504),
            Self::Address { .. } | Self::Unreadable { .. } => false,
        }
    }

    pub(crate) fn unreachable(address: &str, error: &reqwest::Error) -> Self {
        // The cause says more than the outermost message, which repeats the address.
        let mut cause: &dyn std::error::Error = error;
        while let Some(inner) = cause.source() {
            cause = inner;
        }
        Self::Unreachable { address: address.to_owned(), reason: cause.to_string() }
    }

    pub(crate) fn unreadable(address: &str, error: impl ToString) -> Self {
        Self::Unreadable { address: address.to_owned(), reason: error.to_string() }
    }

    /// What an answer with an error status means.
    pub(crate) fn refused(address: &str, status: u16, body: &[u8]) -> Self {
        match serde_json::from_slice(body) {
            Ok(problem) => Self::Problem(problem),
            Err(_) => {
                let text = String::from_utf8_lossy(body).chars().take(SHOWN_CHARS_MAX).collect();
                Self::Unexpected { address: address.to_owned(), status, text }
            }
        }
    }
}
