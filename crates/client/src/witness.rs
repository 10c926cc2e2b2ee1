//! Asking a witness for a cosignature (C2SP tlog-witness).

use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{StatusCode, Url};
use tlog::{ADD_CHECKPOINT_BYTES_MAX, AddCheckpoint, NoteSignature};

use crate::asynchronous::USER_AGENT;
use crate::error::ClientError;

/// How long a witness may take: it checks a proof and writes one row.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// The media type of a 409 that tells the size to go on from.
const SIZE_TYPE: &str = "text/x.tlog.size";

/// A witness behind an address.
#[derive(Clone, Debug)]
pub struct WitnessClient {
    url: Url,
    http: reqwest::Client,
}

/// What a witness answers. Nothing of it is believed: cosignatures are verified by whoever asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WitnessAnswer {
    /// Lines that are said to be cosignatures.
    Cosigned(Vec<NoteSignature>),
    /// It cosigned a checkpoint of this size last.
    LastCosigned(u64),
    /// It refuses.
    Refused {
        /// The HTTP status.
        status: u16,
        /// The beginning of what it said.
        text: String,
    },
}

impl WitnessClient {
    /// A witness whose submission prefix this is.
    ///
    /// # Errors
    /// When the address cannot be one.
    pub fn new(prefix: &str) -> Result<Self, ClientError> {
        let wrong = || ClientError::Address { address: prefix.to_owned() };
        let url = format!("{}/add-checkpoint", prefix.trim_end_matches('/')).parse().map_err(|_| wrong())?;
        let http = reqwest::Client::builder().user_agent(USER_AGENT).timeout(ANSWER_WITHIN).build();
        Ok(Self { url, http: http.map_err(|_| wrong())? })
    }

    /// Asks it to cosign.
    ///
    /// # Errors
    /// When it does not answer, or with what no witness answers.
    pub async fn add_checkpoint(&self, request: &AddCheckpoint) -> Result<WitnessAnswer, ClientError> {
        let failed = |error: &reqwest::Error| ClientError::unreachable(self.url.as_str(), error);
        let sent = self.http.post(self.url.clone()).body(request.to_string()).send().await;
        let mut response = sent.map_err(|error| failed(&error))?;
        let status = response.status();
        let is_size = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == SIZE_TYPE);
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| failed(&error))? {
            body.extend_from_slice(&chunk);
            if body.len() > ADD_CHECKPOINT_BYTES_MAX {
                break;
            }
        }
        let text: String = String::from_utf8_lossy(&body).into_owned();
        let shown = || text.chars().take(300).collect();
        let unexpected = || ClientError::Unexpected {
            address: self.url.to_string(),
            status: status.as_u16(),
            text: shown(),
        };
        match status {
            StatusCode::OK => {
                let lines: Result<Vec<_>, _> = text.lines().map(NoteSignature::parse).collect();
                lines.map(WitnessAnswer::Cosigned).map_err(|_| unexpected())
            }
            StatusCode::CONFLICT if is_size => {
                text.trim_end().parse().map(WitnessAnswer::LastCosigned).map_err(|_| unexpected())
            }
            status => Ok(WitnessAnswer::Refused { status: status.as_u16(), text: shown() }),
        }
    }
}
