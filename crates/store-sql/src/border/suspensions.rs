//! Suspensions in SQLite.

use model::{Date, Jurisdiction};
use rusqlite::{Connection, Row, params};
use store::StoreError;
use store::border::{
    AnswerKind, By, NewAnswer, NewSuspension, Suspension, Suspensions, Told, WhichSuspensions,
};

use super::SqliteBorder;
use crate::rows::{all, bytes, number, party};
use crate::sqlite::error::{SqlError, corrupt};

impl Suspensions for SqliteBorder {
    fn suspend(&self, new: &NewSuspension) -> Result<Told, StoreError> {
        self.write(|transaction| {
            let sql = "SELECT * FROM suspension WHERE importing = ?1 AND kind = ?2 AND declaration = ?3 AND item = ?4
                       AND reference = ?5";
            let importing = new.importing.to_string();
            let key = params![importing, new.kind, new.declaration, new.item, new.reference];
            if let Some((number, asked)) = all(transaction, sql, key, read)?.pop() {
                let same = asked.content == new.content && asked.suspended_on == new.suspended_on;
                let answers = answers(transaction, number)?;
                let known = Suspension { number, asked, answers };
                return Ok(if same { Told::Known(known) } else { Told::Differs });
            }
            transaction.execute(
                "INSERT INTO suspension (importing, kind, declaration, item, reference, suspended_on, due_on, content,
                     party, kid, request, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                params![
                    importing,
                    new.kind,
                    new.declaration,
                    new.item,
                    new.reference,
                    new.suspended_on.to_string(),
                    new.due_on.to_string(),
                    new.content,
                    new.by.party.as_str(),
                    new.by.kid,
                    new.by.request,
                    new.by.at.cast_signed(),
                ],
            )?;
            let number = transaction.last_insert_rowid().cast_unsigned();
            Ok(Told::New(Suspension { number, asked: new.clone(), answers: Vec::new() }))
        })
    }

    fn answer(&self, number: u64, importing: Jurisdiction, new: &NewAnswer) -> Result<Told, StoreError> {
        self.write(|transaction| {
            let found = suspension(transaction, number)?;
            let Some(mut found) = found.filter(|found| found.asked.importing == importing) else {
                return Ok(Told::None);
            };
            let same = |given: &NewAnswer| {
                given.kind == new.kind && given.content == new.content && given.by.party == new.by.party
            };
            if found.answers.iter().any(same) {
                return Ok(Told::Known(found));
            }
            if found.answers.iter().any(|given| given.kind.is_final()) {
                return Ok(Told::Final);
            }
            transaction.execute(
                "INSERT INTO suspension_answer (suspension, answer, content, party, kid, request, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    number.cast_signed(),
                    new.kind.as_str(),
                    new.content,
                    new.by.party.as_str(),
                    new.by.kid,
                    new.by.request,
                    new.by.at.cast_signed(),
                ],
            )?;
            found.answers.push(new.clone());
            Ok(Told::New(found))
        })
    }

    fn suspension(&self, number: u64) -> Result<Option<Suspension>, StoreError> {
        self.read(|connection| suspension(connection, number))
    }

    fn suspensions(
        &self,
        importing: Jurisdiction,
        which: WhichSuspensions,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Suspension>, StoreError> {
        let sql = match which {
            WhichSuspensions::Open => {
                "SELECT s.* FROM suspension_open o JOIN suspension s ON s.number = o.number
                 WHERE o.importing = ?1 AND o.number > ?2 ORDER BY o.number LIMIT ?3"
            }
            WhichSuspensions::All => {
                "SELECT * FROM suspension WHERE importing = ?1 AND number > ?2 ORDER BY number LIMIT ?3"
            }
        };
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            let found = all(connection, sql, params![importing.to_string(), after, limit], read)?;
            let with_answers = found.into_iter().map(|(number, asked)| {
                Ok(Suspension { number, asked, answers: answers(connection, number)? })
            });
            with_answers.collect()
        })
    }
}

fn suspension(connection: &Connection, number: u64) -> Result<Option<Suspension>, SqlError> {
    let sql = "SELECT * FROM suspension WHERE number = ?1";
    let Some((number, asked)) = all(connection, sql, [number.cast_signed()], read)?.pop() else {
        return Ok(None);
    };
    Ok(Some(Suspension { number, asked, answers: answers(connection, number)? }))
}

fn answers(connection: &Connection, number: u64) -> Result<Vec<NewAnswer>, SqlError> {
    let sql = "SELECT * FROM suspension_answer WHERE suspension = ?1 ORDER BY sequence";
    all(connection, sql, [number.cast_signed()], |row| {
        let answer: String = row.get("answer")?;
        let kind = AnswerKind::from_name(&answer);
        let kind = kind.ok_or_else(|| corrupt(format!("an answer to a suspension is `{answer}`")))?;
        Ok(NewAnswer { kind, content: row.get("content")?, by: by(row)? })
    })
}

fn read(row: &Row<'_>) -> Result<(u64, NewSuspension), SqlError> {
    let importing: String = row.get("importing")?;
    let importing = importing.parse().map_err(|error| corrupt(format!("a suspension: {error}")))?;
    let asked = NewSuspension {
        importing,
        kind: row.get("kind")?,
        declaration: row.get("declaration")?,
        item: row.get("item")?,
        reference: row.get("reference")?,
        suspended_on: day(row, "suspended_on")?,
        due_on: day(row, "due_on")?,
        content: row.get("content")?,
        by: by(row)?,
    };
    Ok((number(row, "number")?, asked))
}

fn by(row: &Row<'_>) -> Result<By, SqlError> {
    Ok(By {
        party: party(&row.get::<_, String>("party")?)?,
        kid: row.get("kid")?,
        request: bytes(row, "request")?,
        at: number(row, "at")?,
    })
}

fn day(row: &Row<'_>, column: &str) -> Result<Date, SqlError> {
    let text: String = row.get(column)?;
    model::parse_date(&text).map_err(|error| corrupt(format!("a day of a suspension: {error}")))
}
