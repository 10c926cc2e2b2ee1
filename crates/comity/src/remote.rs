//! A running registry, asked over HTTP.

use std::time::Duration;

use app::Receipt;
use reqwest::blocking::{Client, RequestBuilder, Response};
use serde_json::Value;

use crate::failure::Failure;

/// Longest answer that is read, in bytes: a stream of some thousands of decisions.
const ANSWER_BYTES_MAX: u64 = 256 << 20;
/// How long an answer may take.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A running registry.
pub struct Remote {
    client: Client,
    /// For what takes as long as it takes.
    unhurried: Client,
    base: String,
}

impl Remote {
    /// The registry at an address such as `https://registry.example`.
    pub fn new(url: &str) -> Result<Self, Failure> {
        if !url.starts_with("http://") && !url.starts_with("https://") {
            let message = format!("`{url}` is not the address of a registry");
            return Err(Failure::new(message, "write it with its scheme, such as `http://127.0.0.1:8080`"));
        }
        let client = Client::builder().timeout(TIMEOUT).build().map_err(|error| Failure::of(&error))?;
        let unhurried = Client::builder().timeout(None).build().map_err(|error| Failure::of(&error))?;
        Ok(Self { client, unhurried, base: url.trim_end_matches('/').to_owned() })
    }

    /// Submits a statement.
    pub fn submit(&self, statement: &[u8]) -> Result<Receipt, Failure> {
        let request =
            self.client.post(self.url("/api/v1/statements")).header("content-type", "application/jose");
        let answer = self.send(request.body(statement.to_vec()))?;
        serde_json::from_slice(&answer).map_err(|error| self.odd(&error))
    }

    /// Asks what statements would do, signed as texts or not yet signed as structures.
    pub fn explain(&self, statements: Vec<Value>) -> Result<Vec<Value>, Failure> {
        #[derive(serde::Deserialize)]
        struct Explanations {
            explanations: Vec<Value>,
        }
        let request = self.client.post(self.url("/api/v1/statements/explain"));
        let answer = self.send(request.json(&serde_json::json!({ "statements": statements })))?;
        let read: Explanations = serde_json::from_slice(&answer).map_err(|error| self.odd(&error))?;
        Ok(read.explanations)
    }

    /// Asks for a decision; the answer as the registry sent it.
    pub fn decide(&self, question: &[u8]) -> Result<Vec<u8>, Failure> {
        let request =
            self.client.post(self.url("/api/v1/decisions")).header("content-type", "application/json");
        self.send(request.body(question.to_vec()))
    }

    /// Asks for a decision in words; the overall outcome, and the text.
    pub fn decide_in_words(&self, question: &[u8], language: &str) -> Result<(String, String), Failure> {
        let request =
            self.client.post(self.url("/api/v1/decisions")).header("content-type", "application/json");
        let request = request.header("accept", "text/plain").header("accept-language", language.to_owned());
        let response = self.answered(request.body(question.to_vec()))?;
        let overall = response.headers().get("comity-overall").and_then(|value| value.to_str().ok());
        let overall = overall.ok_or_else(|| self.odd(&"it does not say the overall answer"))?.to_owned();
        let text = read(response).map_err(|error| self.odd(&error))?;
        Ok((overall, String::from_utf8(text).map_err(|error| self.odd(&error))?))
    }

    /// Asks for many decisions, answered in their order.
    pub fn decide_stream(&self, questions: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, Failure> {
        let url = self.url("/api/v1/decisions/stream");
        let request = self.client.post(url).header("content-type", "application/x-ndjson");
        let answer = self.send(request.body(questions.join(&b'\n')))?;
        Ok(answer.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect())
    }

    /// Sends a table of lines, and copies the table of answers while it comes.
    pub fn lines_csv(&self, table: Vec<u8>, out: &mut dyn std::io::Write) -> Result<Option<String>, Failure> {
        let request = self.unhurried.post(self.url("/api/v1/lines/csv")).header("content-type", "text/csv");
        let mut response = self.answered(request.body(table))?;
        response.copy_to(out).map_err(|error| self.odd(&error))?;
        let manifest = response.headers().get("comity-manifest").and_then(|path| path.to_str().ok());
        Ok(manifest.map(str::to_owned))
    }

    /// Sends a signed request; whether it was done now, and the answer.
    pub fn signed(&self, path: &str, request: &[u8]) -> Result<(bool, Vec<u8>), Failure> {
        let sent = self.client.post(self.url(path)).header("content-type", "application/jose");
        let response = self.answered(sent.body(request.to_vec()))?;
        let now = response.status() == reqwest::StatusCode::CREATED;
        Ok((now, read(response).map_err(|error| self.odd(&error))?))
    }

    /// What stands under a path.
    pub fn get(&self, path: &str) -> Result<Vec<u8>, Failure> {
        self.send(self.client.get(self.url(path)))
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn send(&self, request: RequestBuilder) -> Result<Vec<u8>, Failure> {
        read(self.answered(request)?).map_err(|error| self.odd(&error))
    }

    /// The response to a request that is not refused.
    fn answered(&self, request: RequestBuilder) -> Result<Response, Failure> {
        let response = request.send().map_err(|error| {
            let what = if error.is_timeout() { "did not answer in time" } else { "cannot be reached" };
            let reason = std::error::Error::source(&error).map(|s| format!(" ({s})")).unwrap_or_default();
            Failure::new(
                format!("`{}` {what}{reason}", self.base),
                "check the address, and that the registry runs",
            )
        })?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let body = read(response).map_err(|error| self.odd(&error))?;
        Err(problem(&body).unwrap_or_else(|| {
            Failure::new(
                format!("`{}` answered {status}", self.base),
                "check that this is the address of a registry",
            )
        }))
    }

    fn odd(&self, error: &impl std::fmt::Display) -> Failure {
        let message = format!("`{}` gave an answer that cannot be read ({error})", self.base);
        Failure::new(message, "check that this is the address of a registry of this version")
    }
}

fn read(response: Response) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    std::io::Read::read_to_end(&mut std::io::Read::take(response, ANSWER_BYTES_MAX), &mut body)?;
    Ok(body)
}

/// A problem document (RFC 9457) as a failure.
fn problem(body: &[u8]) -> Option<Failure> {
    #[derive(serde::Deserialize)]
    struct Problem {
        title: String,
        detail: Option<String>,
        next_step: Option<String>,
    }
    let problem: Problem = serde_json::from_slice(body).ok()?;
    let message = problem.detail.unwrap_or(problem.title);
    Some(match problem.next_step {
        Some(help) => Failure::new(message, help),
        None => Failure::from_text(&message),
    })
}
