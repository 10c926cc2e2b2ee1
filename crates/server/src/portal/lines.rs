//! Lines of declarations as a table: hand it in, take the answers with you (CER-02).
//!
//! A plain form works without scripts: the table goes up, the table of answers comes down. With the script, the page shows
//! how many rows are answered while they come. Nothing of it is kept here.

use std::io::Cursor;
use std::sync::Arc;

use app::border::lines::table::{COLUMNS, TABLE_ROWS_MAX, Table, TableError, delimiter};
use askama::Template;
use axum::Router;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::sync::Semaphore;

use super::frame::Frame;
use super::page::{PageError, Portal};
use super::source::PortalSource;
use super::texts::Language;
use crate::api::v1::lines::csv::answered;
use crate::state::ServerState;

/// Largest table that is handed in by a form, in bytes: it is read whole before it is answered, since browsers read no
/// answer while they send.
const TABLE_BYTES_MAX: usize = 32 * 1_048_576;
/// Tables that are held at a time; others wait.
const TABLES_MAX: usize = 4;
/// Name of the file with the answers.
const ANSWERS: &str = "attachment; filename=\"comity-lines.csv\"";

/// What the page is given.
#[derive(Clone)]
struct Asked {
    portal: Portal,
    state: ServerState,
    held: Arc<Semaphore>,
}

#[derive(Template)]
#[template(path = "lines.html")]
struct LinesPage<'a> {
    frame: &'a Frame,
    columns: Vec<&'static str>,
    rows_max: u64,
    error: Option<String>,
}

/// Why no table is answered.
enum Refused {
    Form,
    TooLarge,
    Table(TableError),
}

/// The page in every language.
pub fn lines_router(source: Arc<dyn PortalSource>, state: ServerState) -> Router {
    let held = Arc::new(Semaphore::new(TABLES_MAX));
    Language::ALL.iter().fold(Router::new(), |router, language| {
        let portal = Portal::new(source.clone(), *language, state.office.as_ref());
        let asked = Asked { portal, state: state.clone(), held: held.clone() };
        let path = format!("/{}/border/lines", language.code());
        let page = get(page).post(send).layer(DefaultBodyLimit::max(TABLE_BYTES_MAX + 64 * 1024));
        router.merge(Router::new().route(&path, page).with_state(asked))
    })
}

/// Shows the form.
async fn page(State(asked): State<Asked>, uri: Uri) -> Response {
    asked.portal.show(uri, |frame, _| render(frame, None)).await
}

/// Answers a table.
async fn send(State(asked): State<Asked>, uri: Uri, form: Result<Multipart, MultipartRejection>) -> Response {
    // Whoever waits here has sent nothing yet that is held.
    let Ok(_held) = asked.held.clone().acquire_owned().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let table = match form {
        Ok(form) => table(form).await,
        Err(_) => Err(Refused::Form),
    };
    let refused = match table {
        Ok(table) => {
            let open = move || {
                let separated_by = delimiter(&table);
                Table::open(Cursor::new(table), separated_by)
            };
            match answered(&asked.state, open).await {
                Ok(Ok(mut response)) => {
                    let headers = response.headers_mut();
                    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(ANSWERS));
                    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                    return response;
                }
                Ok(Err(error)) => Refused::Table(error),
                Err(response) => return response,
            }
        }
        Err(refused) => refused,
    };
    let mut response = asked.portal.show(uri, move |frame, _| render(frame, Some(&refused))).await;
    *response.status_mut() = StatusCode::BAD_REQUEST;
    response
}

fn render(frame: &Frame, refused: Option<&Refused>) -> Result<String, PageError> {
    let columns = COLUMNS.iter().map(|(name, _)| *name).collect();
    let error = refused.map(|refused| refused.told(frame));
    Ok(LinesPage { frame, columns, rows_max: TABLE_ROWS_MAX, error }.render()?)
}

/// The table in a form.
async fn table(mut form: Multipart) -> Result<Vec<u8>, Refused> {
    while let Some(mut field) = form.next_field().await? {
        if field.name() != Some("table") {
            continue;
        }
        let mut table = Vec::new();
        while let Some(part) = field.chunk().await? {
            table.extend_from_slice(&part);
            if table.len() > TABLE_BYTES_MAX {
                return Err(Refused::TooLarge);
            }
        }
        return Ok(table);
    }
    Ok(Vec::new())
}

impl Refused {
    /// In the language of the page.
    fn told(&self, frame: &Frame) -> String {
        match self {
            Self::Form => frame.say("lines-error-form"),
            Self::TooLarge => frame.about("lines-error-large", TABLE_BYTES_MAX / 1_048_576),
            Self::Table(TableError::Column(name)) => frame.about("lines-error-column", name),
            Self::Table(TableError::ColumnTwice(name)) => frame.about("lines-error-column-twice", name),
            Self::Table(TableError::ColumnMissing(name)) => frame.about("lines-error-column-missing", name),
            Self::Table(TableError::Read(_) | TableError::Write(_)) => frame.say("lines-error-read"),
        }
    }
}

impl From<MultipartError> for Refused {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TooLarge } else { Self::Form }
    }
}
