//! All comments on a draft as one file: CSV for spreadsheets, JSON that is exact. Written as it is read, so that
//! fifty thousand comments take no more room than fifty.

use app::office::Office;
use app::office::comments::{COMMENTS_AT_ONCE, CommentView, Consultation, csv_header};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::mpsc::Sender;
use tokio_stream::wrappers::ReceiverStream;

use super::Consulting;
use crate::api::v1::procedures::comments::CommentItem;
use crate::portal::page::PageError;

/// Parts that wait for a slow reader.
const PARTS_AHEAD: usize = 4;

/// As CSV.
pub(crate) async fn csv(state: State<Consulting>, uri: Uri, id: Path<String>) -> Response {
    export(state, uri, id, Form::Csv).await
}

/// As JSON: an array, each comment as the API gives it.
pub(crate) async fn json(state: State<Consulting>, uri: Uri, id: Path<String>) -> Response {
    export(state, uri, id, Form::Json).await
}

#[derive(Clone, Copy)]
enum Form {
    Csv,
    Json,
}

async fn export(
    State(consulting): State<Consulting>,
    uri: Uri,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    let frame = consulting.portal.frame(&uri);
    let asked = frame.param("draft").and_then(|draft| draft.parse().ok());
    let found = consulting.office.consultation(&id, frame.lang()).ok();
    let found = found.and_then(|found| Some((found.draft(asked)?.number, found)));
    let Some((draft, consultation)) = found else {
        return consulting.show(uri, move |_, _, _| Err(PageError::NotFound(id))).await;
    };
    let (sender, receiver) = tokio::sync::mpsc::channel(PARTS_AHEAD);
    let office = consulting.office;
    let name = format!("comments-draft-{draft}.{}", form.ending());
    tokio::task::spawn_blocking(move || write(&office, &consultation, draft, form, &sender));
    let headers = [
        (header::CONTENT_TYPE, form.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    (headers, Body::from_stream(ReceiverStream::new(receiver))).into_response()
}

/// Writes all of them. Ends early when the reader goes away; a fault of the store ends the file in the middle, so that
/// nobody takes it for whole.
fn write(
    office: &Office,
    consultation: &Consultation,
    draft: u32,
    form: Form,
    to: &Sender<Result<Bytes, std::io::Error>>,
) {
    let mut after = 0;
    let mut part = form.begin();
    loop {
        let page = match office.comments(&consultation.procedure, draft, after, COMMENTS_AT_ONCE) {
            Ok(page) => page,
            Err(error) => {
                // Gone already, if nobody listens.
                let _ = to.blocking_send(Err(std::io::Error::other(error.to_string())));
                return;
            }
        };
        for comment in &page.comments {
            form.write(comment, &mut part);
        }
        let is_last = page.next.is_none();
        if is_last {
            form.end(&mut part);
        }
        if to.blocking_send(Ok(std::mem::take(&mut part).into())).is_err() || is_last {
            return;
        }
        after = page.next.unwrap_or_default();
    }
}

impl Form {
    fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
        }
    }

    fn begin(self) -> Vec<u8> {
        match self {
            Self::Csv => csv_line(csv_header()),
            Self::Json => b"[".to_vec(),
        }
    }

    fn write(self, comment: &CommentView, to: &mut Vec<u8>) {
        match self {
            Self::Csv => to.extend(csv_line(comment.csv_row())),
            Self::Json => {
                // The bracket that opens the list, or the end of the comment before.
                if to.last().is_none_or(|last| *last != b'[') {
                    to.extend(b",");
                }
                to.extend(b"\n");
                to.extend(serde_json::to_vec(&CommentItem::from(comment)).unwrap_or_default());
            }
        }
    }

    fn end(self, to: &mut Vec<u8>) {
        if matches!(self, Self::Json) {
            to.extend(b"\n]\n");
        }
    }
}

fn csv_line<const N: usize>(cells: [impl AsRef<[u8]>; N]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Into memory, and always as many cells as in the first line: this cannot fail.
    let written = writer.write_record(cells).is_ok();
    if written { writer.into_inner().unwrap_or_default() } else { Vec::new() }
}
