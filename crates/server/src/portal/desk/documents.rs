//! Documents of the party: handing them in, so that its acts can cite them.
//!
//! The file is written to disk as it comes, and hashed on the way; nothing is decided by its name.

use app::documents::{DocumentError, Incoming};
use app::office::{Acting, DocumentView, OfficeError};
use askama::Template;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::view::{Answer, Around, Asked, Failed};
use crate::portal::frame::Frame;
use crate::request::declared_length;

/// Largest form with a document, in bytes: the document, and what stands around it.
pub(super) const UPLOAD_BYTES_MAX: usize = 32 * 1024 * 1024 + 64 * 1024;
/// Longest number of a form, in bytes.
const NUMBER_BYTES_MAX: usize = 200;
/// Bytes that are written together.
const PART_BYTES: usize = 1 << 20;

#[derive(Template)]
#[template(path = "desk/documents.html")]
struct DocumentsPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    documents: Vec<DocumentView>,
    /// The document that has just come.
    added: Option<String>,
}

impl DocumentsPage<'_> {
    /// What an act says to cite it.
    fn citation(&self, document: &DocumentView) -> String {
        format!(
            "[[act.documents]]\nsha256 = \"{}\"\nmedia_type = \"{}\"\nsize_bytes = {}\ntitle = {{ en = \"\" }}\n",
            document.sha256, document.record.media_type, document.record.size_bytes
        )
    }

    fn size(&self, bytes: &u64) -> String {
        self.frame.count("documents-size", bytes.div_ceil(1024))
    }
}

/// Lists them, with the form for another one.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let documents = view.office.documents(acting)?;
            let added = view.frame.param("added").filter(|sha256| sha256.len() == 64);
            let around = Around::new(view, acting)?;
            Ok(Answer::Page(DocumentsPage { frame: view.frame, around, documents, added }.render()?))
        })
        .await
}

/// Takes one. The number of the form comes before the file, so that nothing is taken from anybody else.
pub(crate) async fn upload(
    asked: Asked,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let too_large = declared_length(&headers).is_some_and(|length| length > UPLOAD_BYTES_MAX as u64);
    let Ok(mut form) = form else { return refuse(asked, DocumentError::Damaged("the form is broken")).await };
    if too_large {
        return refuse(asked, DocumentError::TooLarge).await;
    }
    let number = match first_field(&mut form).await {
        Ok(number) => number,
        Err(error) => return refuse(asked, error).await,
    };
    let begun = asked.stage(move |view| {
        let acting = view.acting()?;
        view.office.take_form(&acting, &number, "document.add")?;
        let incoming = view.office.begin_document(&acting)?;
        Ok((acting, incoming))
    });
    let (acting, incoming) = match begun.await {
        Ok(begun) => begun,
        Err(refused) => return *refused,
    };
    let (name, taken) = match form.next_field().await {
        Ok(Some(file)) => {
            let name = file.file_name().unwrap_or_default().to_owned();
            (name, take(file, incoming).await)
        }
        Ok(None) => (String::new(), Err(DocumentError::Empty)),
        Err(error) => (String::new(), Err(broken(&error))),
    };
    asked.answer(move |view| keep(view.office, &acting, taken, &name)).await
}

fn keep(
    office: &app::office::Office,
    acting: &Acting,
    taken: Result<Incoming, DocumentError>,
    name: &str,
) -> Result<Answer, Failed> {
    match taken {
        Ok(incoming) => {
            let held = office.keep_document(acting, incoming, name)?;
            Ok(Answer::See(format!("/documents?added={}", app::documents::sha256_text(&held.sha256))))
        }
        Err(error) => {
            office.refuse_document(acting, name, error.clone())?;
            Err(OfficeError::from(error).into())
        }
    }
}

/// The number of the form.
async fn first_field(form: &mut Multipart) -> Result<String, DocumentError> {
    let field = form.next_field().await.map_err(|error| broken(&error))?;
    let mut field = field.ok_or(DocumentError::Damaged("the form is empty"))?;
    let mut number = Vec::new();
    while let Some(part) = field.chunk().await.map_err(|error| broken(&error))? {
        number.extend_from_slice(&part);
        if number.len() > NUMBER_BYTES_MAX {
            return Err(DocumentError::Damaged("the form does not begin with its number"));
        }
    }
    Ok(String::from_utf8_lossy(&number).into_owned())
}

/// Writes the file as it comes. If the sender goes away, what came is dropped, and nothing is left of it.
async fn take(mut file: Field<'_>, mut incoming: Incoming) -> Result<Incoming, DocumentError> {
    let mut part = Vec::with_capacity(PART_BYTES);
    loop {
        let next = file.chunk().await.map_err(|error| broken(&error))?;
        let is_last = next.is_none();
        part.extend_from_slice(&next.unwrap_or_default());
        if is_last || part.len() >= PART_BYTES {
            (incoming, part) = write(incoming, part).await?;
        }
        if is_last {
            return Ok(incoming);
        }
    }
}

/// Writes a part where waiting for a disk harms nobody.
async fn write(mut incoming: Incoming, mut part: Vec<u8>) -> Result<(Incoming, Vec<u8>), DocumentError> {
    let written = tokio::task::spawn_blocking(move || {
        incoming.write(&part)?;
        part.clear();
        Ok((incoming, part))
    });
    written.await.unwrap_or(Err(DocumentError::Damaged("the server failed")))
}

fn broken(error: &MultipartError) -> DocumentError {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => DocumentError::TooLarge,
        _ => DocumentError::Damaged("it did not arrive whole"),
    }
}

async fn refuse(asked: Asked, error: DocumentError) -> Response {
    asked.for_officer(move |_, _| Err(OfficeError::from(error).into())).await
}
