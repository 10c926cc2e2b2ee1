//! The client for code that may wait: the command line.

use std::time::Duration;

use reqwest::Url;
use reqwest::blocking::RequestBuilder;
use reqwest::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;

use crate::asynchronous::{USER_AGENT, at, base, list_of, page_path};
use crate::error::{ClientError, Problem};
use crate::types::{Page, Receipt, Receipts, Submitted};

/// How long a request may take in all.
const WITHIN: Duration = Duration::from_secs(120);

/// A client of one server. Never use it on a thread of an async runtime.
#[derive(Clone, Debug)]
pub struct Client {
    base: Url,
    http: reqwest::blocking::Client,
}

impl Client {
    /// A client of the server at an address such as `http://localhost:8080`.
    ///
    /// # Errors
    /// When the address cannot be one.
    pub fn new(address: &str) -> Result<Self, ClientError> {
        let base = base(address)?;
        let http = reqwest::blocking::Client::builder().user_agent(USER_AGENT).timeout(WITHIN).build();
        let http = http.map_err(|error| ClientError::unreachable(address, &error))?;
        Ok(Self { base, http })
    }

    /// Submits a statement: a compact JWS.
    ///
    /// # Errors
    /// [`ClientError`]; a refusal carries the server's next step.
    pub fn submit(&self, statement: &[u8]) -> Result<Receipt, ClientError> {
        let path = "api/v1/statements";
        let request = self.http.post(at(&self.base, path)?);
        self.json(request.header(CONTENT_TYPE, "application/jose").body(statement.to_vec()), path)
    }

    /// Submits up to a thousand statements in their order; a refused one does not stop the others.
    ///
    /// # Errors
    /// When the request as a whole fails.
    pub fn submit_many(&self, statements: &[Vec<u8>]) -> Result<Vec<Result<Receipt, Problem>>, ClientError> {
        let path = "api/v1/statements";
        let request = self.http.post(at(&self.base, path)?);
        let request = request.header(CONTENT_TYPE, "application/json").body(list_of(statements));
        let answer: Receipts = self.json(request, path)?;
        Ok(answer.receipts.into_iter().map(Submitted::into_result).collect())
    }

    /// Asks one question, given as JSON; the answer is the exact JSON of the server.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn decide(&self, question: &[u8]) -> Result<Vec<u8>, ClientError> {
        let path = "api/v1/decisions";
        let request = self.http.post(at(&self.base, path)?);
        self.bytes(request.header(CONTENT_TYPE, "application/json").body(question.to_vec()), path)
    }

    /// At most `limit` statements after a position, or from the first on.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn statements(&self, after: Option<u64>, limit: usize) -> Result<Page, ClientError> {
        let path = page_path(after, limit);
        self.json(self.http.get(at(&self.base, &path)?), &path)
    }

    /// The signed checkpoint, as it was sent.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn checkpoint(&self) -> Result<Vec<u8>, ClientError> {
        self.bytes(self.http.get(at(&self.base, "log/checkpoint")?), "log/checkpoint")
    }

    /// The bytes of a tile, such as `tile/0/000.p/5`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn tile(&self, path: &str) -> Result<Vec<u8>, ClientError> {
        let path = format!("log/{path}");
        self.bytes(self.http.get(at(&self.base, &path)?), &path)
    }

    fn bytes(&self, request: RequestBuilder, path: &str) -> Result<Vec<u8>, ClientError> {
        let address = format!("{}{path}", self.base);
        let failed = |error: reqwest::Error| ClientError::unreachable(&address, &error);
        let response = request.send().map_err(failed)?;
        let status = response.status();
        let body = response.bytes().map_err(failed)?;
        if status.is_success() {
            Ok(body.into())
        } else {
            Err(ClientError::refused(&address, status.as_u16(), &body))
        }
    }

    fn json<T: DeserializeOwned>(&self, request: RequestBuilder, path: &str) -> Result<T, ClientError> {
        let body = self.bytes(request, path)?;
        serde_json::from_slice(&body).map_err(|error| ClientError::unreadable(path, error))
    }
}
