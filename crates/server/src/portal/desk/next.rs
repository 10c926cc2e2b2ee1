//! What the party could do next about procedures and objectives, each act begun with what is known.

use app::office::Case;
use askama::Template;
use axum::response::Response;

use super::view::{Answer, Around, Asked};
use super::words;
use crate::portal::address;
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/next.html")]
struct NextPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    cases: Vec<Case>,
}

impl NextPage<'_> {
    fn title(&self, act: &str) -> String {
        words::of(self.frame.language).title(act)
    }

    /// The form of an act that begins from a case.
    fn form(&self, act: &str, of: &str) -> String {
        self.frame.page(&format!("/desk/acts/form?{}", address::query(&[("act", act), ("of", of)])))
    }

    fn duty(&self, rule: &str) -> String {
        self.frame.word("due", rule.rsplit('.').next().unwrap_or(rule))
    }
}

/// Lists it.
pub(crate) async fn page(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let of = view.frame.param("of");
            let cases = view.office.next(acting, of.as_deref(), view.frame.lang())?;
            let around = Around::new(view, acting)?;
            Ok(Answer::Page(NextPage { frame: view.frame, around, cases }.render()?))
        })
        .await
}
