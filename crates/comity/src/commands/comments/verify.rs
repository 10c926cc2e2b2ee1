//! `comity comments verify`: whether exported comments are those that acts in the log bind.

use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::ExitCode;

use app::office::comments::{Binding, Bound, COMMENT_FILE_BYTES_MAX, CheckedFile, CommentFile};
use model::LogIndex;
use serde_json::{Value, json};
use statement::{Act, Payload};

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::failure::Failure;
use crate::place::{Place, Where};
use crate::remote::Remote;
use crate::serving::percent;

/// Which comments, and where the log is.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Examples:\n  comity comments verify comments-draft-1.json --server https://registry.example\n  comity comments verify comments-draft-1.json --data ./registry --json\n\nThe file is the JSON of all comments on a draft, as its page offers it. Every comment and reply is hashed anew from its words; the roots over them are compared with those that the acts `comments.published` name. With `--server` the acts are those that the server shows: `comity log verify --server URL` shows that it hides none.\n\nExit codes: 0 everything is as it was bound, 1 failed, 2 wrong call, 3 something is altered, missing or added, 4 nothing is, but something is bound by no act yet."
)]
pub struct Args {
    /// The comments.
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Something is otherwise than it was bound.
const DIFFERS: u8 = 3;
/// Something is bound by no act.
const UNBOUND: u8 = 4;

/// Checks them.
pub fn run(args: &Args, console: Console) -> Ended {
    let file = CommentFile::read(&read(args)?).map_err(|error| Failure::of(&error))?;
    let bindings = match args.place.resolve() {
        Where::Directory(directory) => {
            let app = data_dir::open_for_reading(directory, console)?;
            app.comment_bindings(&file.procedure, file.draft).map_err(|error| Failure::of(&error))?
        }
        Where::Server(url) => shown_by(&Remote::new(url)?, &file)?,
    };
    let checked = file.check(&bindings);
    console.result(&as_json(&file, &checked), as_text(&file, &checked))?;
    Ok(ExitCode::from(match (checked.holds(), checked.unbound) {
        (false, _) => DIFFERS,
        (true, 0) => 0,
        (true, _) => UNBOUND,
    }))
}

fn read(args: &Args) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::file("cannot read", &args.file, &error);
    let mut bytes = Vec::new();
    let mut limited = File::open(&args.file).map_err(failed)?.take(COMMENT_FILE_BYTES_MAX + 1);
    limited.read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > COMMENT_FILE_BYTES_MAX {
        let message = format!("`{}` has more than {COMMENT_FILE_BYTES_MAX} bytes", args.file.display());
        return Err(Failure::new(message, "give the comments on one draft"));
    }
    Ok(bytes)
}

/// The acts that a server shows, each read as the statement that it is.
fn shown_by(server: &Remote, file: &CommentFile) -> Result<Vec<Binding>, Failure> {
    let path = format!("/api/v1/procedures/{}/comments", percent(file.procedure.as_str()));
    let page: Value = parsed(&server.get(&format!("{path}?draft={}&limit=1", file.draft))?)?;
    let listed = page["bound"].as_array().into_iter().flatten();
    let positions = listed.filter_map(|bound| bound["statement"].as_u64());
    let mut bindings = Vec::new();
    for at in positions {
        let shown: Value = parsed(&server.get(&format!("/api/v1/statements/{at}"))?)?;
        let payload = Payload::from_json(shown["payload"].to_string().as_bytes());
        let payload = payload.map_err(|error| odd(&error))?;
        match payload.act {
            Act::CommentsPublished(act) if act.procedure == file.procedure && act.draft == file.draft => {
                bindings.push(Binding::of(&act, LogIndex(at)));
            }
            _ => return Err(odd(&format!("statement {at} binds no comments on this draft"))),
        }
    }
    Ok(bindings)
}

fn parsed(answer: &[u8]) -> Result<Value, Failure> {
    serde_json::from_slice(answer).map_err(|error| odd(&error))
}

fn odd(reason: &impl std::fmt::Display) -> Failure {
    Failure::new(
        format!("the answer of the registry cannot be read: {reason}"),
        "check that this is the address of a registry of this version",
    )
}

fn as_json(file: &CommentFile, checked: &CheckedFile) -> Value {
    let bound = checked.bound.iter().map(|Bound { binding, holds }| {
        json!({
            "statement": binding.statement, "on": binding.on, "published": binding.published,
            "replies": binding.replies.as_ref().map(|(count, _)| count), "holds": holds,
        })
    });
    json!({
        "procedure": file.procedure, "draft": file.draft, "published": checked.published, "replies": checked.replies,
        "holds": checked.holds(), "bound": bound.collect::<Vec<_>>(), "unbound": checked.unbound,
        "faults": checked.faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn as_text(file: &CommentFile, checked: &CheckedFile) -> String {
    let mut lines = vec![format!(
        "`{}` draft {}: {} published comments, {} replies",
        file.procedure, file.draft, checked.published, checked.replies
    )];
    lines.extend(checked.faults.iter().map(|fault| format!("- {fault}")));
    lines.extend(checked.bound.iter().map(|Bound { binding, holds }| {
        let replies = binding.replies.as_ref().map(|(count, _)| format!(" and {count} replies"));
        let (mark, verdict) = match holds {
            true => ('+', "they are in the file as they were bound"),
            false => ('-', "they are not in the file as they were bound"),
        };
        format!(
            "{mark} statement {} of {} binds {} comments{}: {verdict}",
            binding.statement,
            binding.on,
            binding.published,
            replies.unwrap_or_default()
        )
    }));
    if checked.bound.is_empty() {
        lines.push("? no act in the log binds comments on this draft yet".to_owned());
    }
    if checked.unbound > 0 {
        lines.push(format!("? {} of them are bound by no act yet", checked.unbound));
    }
    lines.join("\n")
}
