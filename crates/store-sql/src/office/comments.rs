//! Comments in SQLite.

use model::InstrumentId;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use store::StoreError;
use store::office::{
    Comment, CommentCounts, Comments, CommentsMax, Decided, Decision, NewComment, NewReply, Officer,
    OfficerId, Received, Reply, Said, Standing, Verdict,
};

use super::SqliteOffice;
use super::rows::{all, bytes, number, party};
use crate::sqlite::error::{SqlError, corrupt};

const PUBLISHED: i64 = 1;
const DECLINED: i64 = 2;

impl Comments for SqliteOffice {
    fn receive_comment(&self, new: &NewComment, max: CommentsMax) -> Result<Received, StoreError> {
        self.write(|transaction| {
            let known = transaction
                .prepare_cached("SELECT number FROM comment WHERE form = ?1")?
                .query_row([new.form], |row| row.get::<_, i64>(0))
                .optional()?;
            if let Some(number) = known {
                return Ok(Received::Repeated(number.cast_unsigned()));
            }
            let id = new.procedure.as_str();
            let last: i64 = transaction
                .prepare_cached("SELECT coalesce(max(number), 0) FROM comment WHERE procedure = ?1")?
                .query_row([id], |row| row.get(0))?;
            if last.cast_unsigned() >= max.in_procedure || waiting(transaction, id, max.waiting)? {
                return Ok(Received::Full);
            }
            insert(transaction, new, last + 1)?;
            Ok(Received::Taken((last + 1).cast_unsigned()))
        })
    }

    fn comment(&self, procedure: &InstrumentId, number: u64) -> Result<Option<Comment>, StoreError> {
        let sql = "SELECT * FROM comment WHERE procedure = ?1 AND number = ?2";
        let Ok(number) = i64::try_from(number) else { return Ok(None) };
        self.read(|connection| {
            let found = all(connection, sql, params![procedure.as_str(), number], comment)?;
            Ok(with_replies(connection, procedure, found)?.pop())
        })
    }

    fn comments(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        standing: Standing,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Comment>, StoreError> {
        let sql = "SELECT * FROM comment INDEXED BY comment_by_decision
                   WHERE procedure = ?1 AND draft = ?2 AND (decision > 0) = ?3 AND number > ?4
                   ORDER BY number LIMIT ?5";
        let decided = standing == Standing::Decided;
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            let parameters = params![procedure.as_str(), draft, decided, after, limit];
            let found = all(connection, sql, parameters, comment)?;
            with_replies(connection, procedure, found)
        })
    }

    fn published_comments(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        from_place: u64,
        limit: usize,
    ) -> Result<Vec<Comment>, StoreError> {
        let sql = "SELECT * FROM comment INDEXED BY comment_by_place
                   WHERE procedure = ?1 AND draft = ?2 AND place >= ?3
                   ORDER BY place LIMIT ?4";
        let from = i64::try_from(from_place).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            let found = all(connection, sql, params![procedure.as_str(), draft, from, limit], comment)?;
            with_replies(connection, procedure, found)
        })
    }

    fn comment_counts(&self, procedure: &InstrumentId) -> Result<Vec<(u32, CommentCounts)>, StoreError> {
        let sql = "SELECT * FROM comment_tally WHERE procedure = ?1 ORDER BY draft";
        let counted = |row: &Row<'_>| -> Result<(u32, CommentCounts), SqlError> {
            let counts = CommentCounts {
                waiting: number(row, "waiting")?,
                published: number(row, "published")?,
                declined: number(row, "declined")?,
                late: number(row, "late")?,
            };
            Ok((row.get("draft")?, counts))
        };
        self.read(|connection| all(connection, sql, [procedure.as_str()], counted))
    }

    fn decide_comment(
        &self,
        procedure: &InstrumentId,
        number: u64,
        verdict: &Verdict,
        by: &Officer,
        at: u64,
    ) -> Result<bool, StoreError> {
        let Ok(number) = i64::try_from(number) else { return Ok(false) };
        let (decision, leaf, reason) = match verdict {
            Verdict::Publish(leaf) => (PUBLISHED, Some(leaf), None),
            Verdict::Decline(reason) => (DECLINED, None, Some(reason)),
        };
        self.write(|transaction| {
            // The next place of the draft; none for what is declined.
            let changed = transaction.execute(
                "UPDATE comment SET decision = ?3, leaf = ?4, reason = ?5, decided_for = ?6, decided_by = ?7,
                     decided_at = ?8,
                     place = CASE WHEN ?3 = 1 THEN (SELECT coalesce(max(other.place) + 1, 0) FROM comment AS other
                         WHERE other.procedure = ?1 AND other.draft = comment.draft AND other.place IS NOT NULL) END
                 WHERE procedure = ?1 AND number = ?2 AND decision = 0",
                params![
                    procedure.as_str(),
                    number,
                    decision,
                    leaf,
                    reason,
                    by.party.as_str(),
                    by.id.0,
                    at.cast_signed()
                ],
            )?;
            Ok(changed == 1)
        })
    }

    fn reply_to_comment(
        &self,
        procedure: &InstrumentId,
        number: u64,
        reply: &NewReply,
        max: usize,
    ) -> Result<bool, StoreError> {
        let Ok(number) = i64::try_from(number) else { return Ok(false) };
        self.write(|transaction| {
            let changed = transaction.execute(
                "INSERT INTO comment_reply (procedure, number, draft, place, content, replied_for, replied_by,
                     replied_at)
                 SELECT procedure, number, draft,
                     (SELECT coalesce(max(other.place) + 1, 0) FROM comment_reply AS other
                         WHERE other.procedure = ?1 AND other.draft = comment.draft),
                     ?3, ?4, ?5, ?6 FROM comment
                 WHERE procedure = ?1 AND number = ?2 AND decision = 1
                   AND (SELECT count(*) FROM comment_reply WHERE procedure = ?1 AND number = ?2) < ?7",
                params![
                    procedure.as_str(),
                    number,
                    reply.text,
                    reply.party.as_str(),
                    reply.by.0,
                    reply.at.cast_signed(),
                    i64::try_from(max).unwrap_or(i64::MAX)
                ],
            )?;
            Ok(changed == 1)
        })
    }

    fn replies(
        &self,
        procedure: &InstrumentId,
        draft: u32,
        from_place: u64,
        limit: usize,
    ) -> Result<Vec<(u64, Reply)>, StoreError> {
        let sql = "SELECT * FROM comment_reply INDEXED BY comment_reply_by_place
                   WHERE procedure = ?1 AND draft = ?2 AND place >= ?3
                   ORDER BY place LIMIT ?4";
        let from = i64::try_from(from_place).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let of = |row: &Row<'_>| Ok((number(row, "number")?, reply(row)?));
        self.read(|connection| all(connection, sql, params![procedure.as_str(), draft, from, limit], of))
    }

    fn reply_count(&self, procedure: &InstrumentId, draft: u32) -> Result<u64, StoreError> {
        // Places have no gaps.
        let sql = "SELECT coalesce(max(place) + 1, 0) AS count FROM comment_reply WHERE procedure = ?1 AND draft = ?2";
        let count = |row: &Row<'_>| number(row, "count");
        self.read(|connection| {
            Ok(all(connection, sql, params![procedure.as_str(), draft], count)?.pop().unwrap_or(0))
        })
    }

    fn commented_procedures(&self) -> Result<Vec<InstrumentId>, StoreError> {
        // One seek for each procedure, not one look at each comment.
        let sql = "WITH RECURSIVE each (id) AS (
                       SELECT min(procedure) FROM comment
                       UNION ALL
                       SELECT (SELECT min(procedure) FROM comment WHERE procedure > each.id) FROM each
                       WHERE each.id IS NOT NULL)
                   SELECT id AS procedure FROM each WHERE id IS NOT NULL";
        self.read(|connection| all(connection, sql, [], procedure_of))
    }
}

/// Whether at least so many comments of a procedure wait.
fn waiting(connection: &Connection, procedure: &str, max: u64) -> Result<bool, SqlError> {
    let mut sum = connection
        .prepare_cached("SELECT coalesce(sum(waiting), 0) FROM comment_tally WHERE procedure = ?1")?;
    Ok(sum.query_row([procedure], |row| row.get::<_, i64>(0))?.cast_unsigned() >= max)
}

fn insert(connection: &Connection, new: &NewComment, number: i64) -> Result<(), SqlError> {
    let said = &new.said;
    let mut insert = connection.prepare_cached(
        "INSERT INTO comment (procedure, number, draft, about, name, organisation, country, language, content,
             contact, late, received_at, form)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    insert.execute(params![
        new.procedure.as_str(),
        number,
        said.draft,
        said.about,
        said.name,
        said.organisation,
        said.country,
        said.language,
        said.text,
        said.contact,
        new.late,
        new.received_at.cast_signed(),
        new.form
    ])?;
    Ok(())
}

/// Adds the replies to comments of one procedure that stand in a list.
fn with_replies(
    connection: &Connection,
    procedure: &InstrumentId,
    mut found: Vec<Comment>,
) -> Result<Vec<Comment>, SqlError> {
    let sql = "SELECT * FROM comment_reply WHERE procedure = ?1 AND number = ?2 ORDER BY sequence";
    for comment in found.iter_mut().filter(|comment| comment.is_published()) {
        let parameters = params![procedure.as_str(), comment.number.cast_signed()];
        comment.replies = all(connection, sql, parameters, reply)?;
    }
    Ok(found)
}

fn procedure_of(row: &Row<'_>) -> Result<InstrumentId, SqlError> {
    let text: String = row.get("procedure")?;
    text.parse().map_err(|error| corrupt(format!("a procedure in the office: {error}")))
}

fn comment(row: &Row<'_>) -> Result<Comment, SqlError> {
    Ok(Comment {
        procedure: procedure_of(row)?,
        number: number(row, "number")?,
        said: Said {
            draft: row.get("draft")?,
            about: row.get("about")?,
            name: row.get("name")?,
            organisation: row.get("organisation")?,
            country: row.get("country")?,
            language: row.get("language")?,
            text: row.get("content")?,
            contact: row.get("contact")?,
        },
        late: row.get("late")?,
        received_at: number(row, "received_at")?,
        decided: decided(row)?,
        replies: Vec::new(),
    })
}

fn decided(row: &Row<'_>) -> Result<Option<Decided>, SqlError> {
    let what = match row.get::<_, i64>("decision")? {
        0 => return Ok(None),
        PUBLISHED => Decision::Published { place: number(row, "place")?, leaf: bytes(row, "leaf")? },
        DECLINED => Decision::Declined { reason: row.get("reason")? },
        other => return Err(corrupt(format!("a decision about a comment is `{other}`"))),
    };
    let of: String = row.get("decided_for")?;
    Ok(Some(Decided {
        what,
        party: party(&of)?,
        by: OfficerId(bytes(row, "decided_by")?),
        at: number(row, "decided_at")?,
    }))
}

fn reply(row: &Row<'_>) -> Result<Reply, SqlError> {
    let of: String = row.get("replied_for")?;
    Ok(Reply {
        place: number(row, "place")?,
        text: row.get("content")?,
        party: party(&of)?,
        by: OfficerId(bytes(row, "replied_by")?),
        at: number(row, "replied_at")?,
    })
}
