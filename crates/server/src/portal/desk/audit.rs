//! The audit trail of the party.

use app::office::AuditRecord;
use askama::Template;
use axum::response::Response;

use super::view::{Answer, Around, Asked};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/audit.html")]
struct AuditPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    records: Vec<AuditRecord>,
}

impl AuditPage<'_> {
    /// The number before which the next page begins.
    fn earlier(&self) -> Option<u64> {
        let last = self.records.last()?.number;
        (self.records.len() == app::office::AUDIT_PAGE && last > 1).then_some(last)
    }
}

/// Shows a page of it, the latest first.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let before = view.frame.param("before").and_then(|before| before.parse().ok());
            let records = view.office.audit(acting, before)?;
            let around = Around::new(view, acting)?;
            Ok(Answer::Page(AuditPage { frame: view.frame, around, records }.render()?))
        })
        .await
}
