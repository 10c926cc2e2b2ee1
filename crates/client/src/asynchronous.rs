//! The client for async code.

use std::time::Duration;

use futures::stream::{self, Stream, StreamExt as _};
use reqwest::header::CONTENT_TYPE;
use reqwest::{RequestBuilder, Response, Url};
use serde::de::DeserializeOwned;

use crate::error::{ClientError, Problem};
use crate::types::{Page, Receipt, Receipts};

/// How long connecting may take.
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
/// How long an answer may be silent.
const SILENCE: Duration = Duration::from_secs(120);
/// Bytes of one line of a stream of answers: far more than any decision has.
const LINE_BYTES_MAX: usize = 16 * 1024 * 1024;
/// What a client says of itself.
pub(crate) const USER_AGENT: &str = concat!("comity/", env!("CARGO_PKG_VERSION"));

/// A client of one server. A clone shares its connections.
#[derive(Clone, Debug)]
pub struct Client {
    base: Url,
    http: reqwest::Client,
}

impl Client {
    /// A client of the server at an address such as `http://localhost:8080`.
    ///
    /// # Errors
    /// When the address cannot be one.
    pub fn new(address: &str) -> Result<Self, ClientError> {
        let base = base(address)?;
        let http = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            .connect_timeout(CONNECT_WITHIN)
            .read_timeout(SILENCE)
            .build()
            .map_err(|error| ClientError::unreachable(address, &error))?;
        Ok(Self { base, http })
    }

    /// Submits a statement: a compact JWS.
    ///
    /// # Errors
    /// [`ClientError`]; a refusal carries the server's next step.
    pub async fn submit(&self, statement: &[u8]) -> Result<Receipt, ClientError> {
        let request = self.http.post(self.at("api/v1/statements")?);
        let request = request.header(CONTENT_TYPE, "application/jose").body(statement.to_vec());
        self.json(request, "api/v1/statements").await
    }

    /// Submits up to a thousand statements in their order; a refused one does not stop the others.
    ///
    /// # Errors
    /// When the request as a whole fails.
    pub async fn submit_many(
        &self,
        statements: &[Vec<u8>],
    ) -> Result<Vec<Result<Receipt, Problem>>, ClientError> {
        let request = self.http.post(self.at("api/v1/statements")?);
        let request = request.header(CONTENT_TYPE, "application/json").body(list_of(statements));
        let answer: Receipts = self.json(request, "api/v1/statements").await?;
        Ok(answer.receipts.into_iter().map(crate::types::Submitted::into_result).collect())
    }

    /// Asks one question, given as JSON; the answer is the exact JSON of the server.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn decide(&self, question: &[u8]) -> Result<Vec<u8>, ClientError> {
        let request = self.http.post(self.at("api/v1/decisions")?);
        let request = request.header(CONTENT_TYPE, "application/json").body(question.to_vec());
        self.bytes(request, "api/v1/decisions").await
    }

    /// Asks any number of questions, each a JSON text without line feeds; the answers come in the same order, each a
    /// line: a decision, or a problem document with `line`. Neither side holds more than a few of them.
    ///
    /// # Errors
    /// When the stream cannot be opened; later failures come in the stream, which then ends.
    pub async fn decide_stream(
        &self,
        questions: impl Stream<Item = Vec<u8>> + Send + 'static,
    ) -> Result<impl Stream<Item = Result<Vec<u8>, ClientError>> + Send, ClientError> {
        let path = "api/v1/decisions/stream";
        let lines = questions.map(|mut question| {
            question.push(b'\n');
            Ok::<_, std::io::Error>(question)
        });
        let request = self.http.post(self.at(path)?).header(CONTENT_TYPE, "application/x-ndjson");
        let response = self.send(request.body(reqwest::Body::wrap_stream(lines)), path).await?;
        Ok(lines_of(response, format!("{}{path}", self.base)))
    }

    /// At most `limit` statements after a position, or from the first on.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn statements(&self, after: Option<u64>, limit: usize) -> Result<Page, ClientError> {
        let path = page_path(after, limit);
        self.json(self.http.get(self.at(&path)?), &path).await
    }

    /// The signed checkpoint, as it was sent.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn checkpoint(&self) -> Result<Vec<u8>, ClientError> {
        self.bytes(self.http.get(self.at("log/checkpoint")?), "log/checkpoint").await
    }

    /// The bytes of a tile, such as `tile/0/000.p/5`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn tile(&self, path: &str) -> Result<Vec<u8>, ClientError> {
        let path = format!("log/{path}");
        self.bytes(self.http.get(self.at(&path)?), &path).await
    }

    fn at(&self, path: &str) -> Result<Url, ClientError> {
        at(&self.base, path)
    }

    async fn send(&self, request: RequestBuilder, path: &str) -> Result<Response, ClientError> {
        let address = format!("{}{path}", self.base);
        let response =
            request.send().await.map_err(|error| ClientError::unreachable(&address, &error))?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let body = response.bytes().await.unwrap_or_default();
        Err(ClientError::refused(&address, status.as_u16(), &body))
    }

    async fn bytes(&self, request: RequestBuilder, path: &str) -> Result<Vec<u8>, ClientError> {
        let response = self.send(request, path).await?;
        let body = response.bytes().await.map_err(|error| ClientError::unreachable(path, &error))?;
        Ok(body.into())
    }

    async fn json<T: DeserializeOwned>(&self, request: RequestBuilder, path: &str) -> Result<T, ClientError> {
        let body = self.bytes(request, path).await?;
        serde_json::from_slice(&body).map_err(|error| ClientError::unreadable(path, error))
    }
}

/// The address with a slash at its end, so that paths are put behind it.
pub(crate) fn base(address: &str) -> Result<Url, ClientError> {
    let error = || ClientError::Address { address: address.chars().take(200).collect() };
    let with_slash = format!("{}/", address.trim_end_matches('/'));
    let url = Url::parse(&with_slash).map_err(|_| error())?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url).ok_or_else(error)
}

pub(crate) fn at(base: &Url, path: &str) -> Result<Url, ClientError> {
    base.join(path).map_err(|_| ClientError::Address { address: format!("{base}{path}") })
}

pub(crate) fn page_path(after: Option<u64>, limit: usize) -> String {
    let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
    format!("api/v1/statements?limit={limit}{after}")
}

/// The body of a request with several statements.
pub(crate) fn list_of(statements: &[Vec<u8>]) -> Vec<u8> {
    let texts: Vec<_> = statements.iter().map(|statement| String::from_utf8_lossy(statement)).collect();
    // A list of texts can always be written.
    serde_json::to_vec(&serde_json::json!({ "statements": texts })).unwrap_or_default()
}

fn lines_of(response: Response, address: String) -> impl Stream<Item = Result<Vec<u8>, ClientError>> + Send {
    let begin = (response.bytes_stream().boxed(), Vec::<u8>::new(), false);
    stream::unfold(begin, move |(mut body, mut held, ended)| {
        let address = address.clone();
        async move {
            loop {
                if let Some(end) = held.iter().position(|byte| *byte == b'\n') {
                    let rest = held.split_off(end + 1);
                    held.pop();
                    return Some((Ok(held), (body, rest, ended)));
                }
                if ended || held.len() > LINE_BYTES_MAX {
                    return None;
                }
                match body.next().await {
                    Some(Ok(part)) => held.extend_from_slice(&part),
                    Some(Err(error)) => {
                        let error = ClientError::unreachable(&address, &error);
                        return Some((Err(error), (body, Vec::new(), true)));
                    }
                    None => return None,
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_http_with_a_host() {
        assert!(base("http://localhost:8080").is_ok_and(|url| url.as_str() == "http://localhost:8080/"));
        assert!(base("https://example.org/registry/").is_ok_and(|url| url.path() == "/registry/"));
        for bad in ["", "localhost:8080", "ftp://example.org", "http://", "not an address"] {
            assert!(matches!(base(bad), Err(ClientError::Address { .. })), "{bad}");
        }
    }
}
