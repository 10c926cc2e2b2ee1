//! Moderating public comments: the procedures that the party looks after, the comments that wait, and those that were
//! decided on.

use app::office::comments::{CommentCounts, Queue};
use app::office::{Comment, Decision, OfficeError, Standing};
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::response::Response;

use super::view::{Answer, Around, Asked, Fields, field};
use crate::portal::consultation::{path_of, segment};
use crate::portal::frame::Frame;

#[derive(Template)]
#[template(path = "desk/queues.html")]
struct QueuesPage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    queues: Vec<Queue>,
}

impl QueuesPage<'_> {
    fn path(&self, queue: &Queue, draft: &u32) -> String {
        self.frame.page(&queue_path(queue.procedure.as_str(), *draft))
    }

    fn counts(&self, counts: &CommentCounts) -> String {
        let frame = self.frame;
        let parts = [
            frame.about("comments-of-them-waiting", counts.waiting),
            frame.about("comments-of-them-published", counts.published),
            frame.about("comments-of-them-declined", counts.declined),
            frame.about("comments-of-them-late", counts.late),
        ];
        parts.join("; ")
    }
}

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage<'a> {
    frame: &'a Frame,
    around: Around<'a>,
    procedure: String,
    draft: u32,
    decided: bool,
    comments: Vec<Comment>,
}

impl QueuePage<'_> {
    fn here(&self) -> String {
        self.frame.page(&format!("/desk/comments/{}/{}", segment(&self.procedure), self.draft))
    }

    fn public(&self) -> String {
        self.frame.page(&format!("{}?draft={}", path_of(&self.procedure), self.draft))
    }

    fn part(&self, part: &str) -> String {
        if part.is_empty() {
            self.frame.say("comments-part-whole")
        } else {
            self.frame.word("comments-part", part)
        }
    }

    fn next(&self) -> Option<String> {
        let full = self.comments.len() == app::office::comments::COMMENTS_PAGE;
        let last = self.comments.last().filter(|_| full)?.number;
        let show = if self.decided { "show=decided&" } else { "" };
        Some(format!("{}?{show}after={last}", self.here()))
    }

    fn declined(&self, comment: &Comment) -> Option<String> {
        match &comment.decided.as_ref()?.what {
            Decision::Declined { reason } => Some(reason.clone()),
            Decision::Published { .. } => None,
        }
    }
}

/// The address of the comments on a draft, below the language.
fn queue_path(procedure: &str, draft: u32) -> String {
    format!("/desk/comments/{}/{draft}", segment(procedure))
}

/// Lists the procedures whose comments the party looks after.
pub(crate) async fn queues(asked: Asked) -> Response {
    asked
        .for_officer(|view, acting| {
            let queues = view.office.comment_queues(acting, view.frame.lang())?;
            let around = Around::new(view, acting)?;
            Ok(Answer::Page(QueuesPage { frame: view.frame, around, queues }.render()?))
        })
        .await
}

/// Lists the comments on a draft that wait, or those that were decided on.
pub(crate) async fn queue(asked: Asked, Path((procedure, draft)): Path<(String, u32)>) -> Response {
    asked
        .for_officer(move |view, acting| {
            let decided = view.frame.param("show").as_deref() == Some("decided");
            let standing = if decided { Standing::Decided } else { Standing::Waiting };
            let after = view.frame.param("after").and_then(|after| after.parse().ok()).unwrap_or(0);
            let comments = view.office.moderated_comments(acting, &procedure, draft, standing, after)?;
            let around = Around::new(view, acting)?;
            let page = QueuePage { frame: view.frame, around, procedure, draft, decided, comments };
            Ok(Answer::Page(page.render()?))
        })
        .await
}

/// Publishes a comment.
pub(crate) async fn publish(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "comment.publish", |view, acting, fields| {
            let (procedure, draft, number) = named(fields)?;
            view.office.publish_comment(acting, procedure, number)?;
            Ok(back(procedure, draft))
        })
        .await
}

/// Declines a comment.
pub(crate) async fn decline(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "comment.decline", |view, acting, fields| {
            let (procedure, draft, number) = named(fields)?;
            view.office.decline_comment(acting, procedure, number, field(fields, "reason"))?;
            Ok(back(procedure, draft))
        })
        .await
}

/// Adds a reply.
pub(crate) async fn reply(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "comment.reply", |view, acting, fields| {
            let (procedure, draft, number) = named(fields)?;
            view.office.reply_to_comment(acting, procedure, number, field(fields, "text"))?;
            Ok(Answer::See(format!("/comments/{}/{draft}?show=decided", segment(procedure))))
        })
        .await
}

/// Writes the act that binds what is published, and shows it: it is signed like any other.
pub(crate) async fn bind(asked: Asked, Form(fields): Form<Fields>) -> Response {
    asked
        .take(fields, "comment.bind", |view, acting, fields| {
            let draft = field(fields, "draft").parse().map_err(|_| OfficeError::NoSuch("draft"))?;
            let id = view.office.bind_comments(acting, field(fields, "procedure"), draft)?;
            Ok(Answer::See(format!("/acts/{id}")))
        })
        .await
}

fn named(fields: &Fields) -> Result<(&str, u32, u64), OfficeError> {
    let none = OfficeError::NoSuch("comment");
    let draft = field(fields, "draft").parse().map_err(|_| none.clone())?;
    let number = field(fields, "number").parse().map_err(|_| none)?;
    Ok((field(fields, "procedure"), draft, number))
}

fn back(procedure: &str, draft: u32) -> Answer {
    Answer::See(format!("/comments/{}/{draft}", segment(procedure)))
}
