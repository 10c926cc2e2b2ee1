//! Subscriptions in SQLite.

use model::PartyId;
use rusqlite::{Row, params};
use store::StoreError;
use store::border::{About, DeadLetter, NewSubscription, Place, Subscribed, Subscription, Subscriptions};

use super::SqliteBorder;
use crate::rows::{all, number, optional_number, party};
use crate::sqlite::error::{SqlError, corrupt};

impl Subscriptions for SqliteBorder {
    fn subscribe(
        &self,
        new: &NewSubscription,
        party_max: u64,
        all_max: u64,
    ) -> Result<Subscribed, StoreError> {
        self.write(|transaction| {
            let (certificate, line) = columns(&new.about);
            let sql = "SELECT * FROM subscription
                       WHERE party = ?1 AND certificate IS ?2 AND line IS ?3 AND url = ?4";
            let key = params![new.by.party.as_str(), certificate, line, new.url];
            if let Some(known) = all(transaction, sql, key, read)?.pop() {
                return Ok(Subscribed::Known(known));
            }
            let sql = "SELECT count(*), count(*) FILTER (WHERE party = ?1) FROM subscription";
            let (of_all, of_party): (i64, i64) =
                transaction.query_row(sql, [new.by.party.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if of_party.cast_unsigned() >= party_max || of_all.cast_unsigned() >= all_max {
                return Ok(Subscribed::Full);
            }
            transaction.execute(
                "INSERT INTO subscription (party, certificate, line, url, after_at, after_item, kid, request, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    new.by.party.as_str(),
                    certificate,
                    line,
                    new.url,
                    new.after.map(|(at, _)| at.cast_signed()),
                    new.after.map(|(_, item)| item),
                    new.by.kid,
                    new.by.request,
                    new.by.at.cast_signed(),
                ],
            )?;
            Ok(Subscribed::New(Subscription {
                number: transaction.last_insert_rowid().cast_unsigned(),
                party: new.by.party.clone(),
                about: new.about.clone(),
                url: new.url.clone(),
                after: new.after,
                next: None,
                failures: 0,
                not_before: 0,
            }))
        })
    }

    fn unsubscribe(&self, party: &PartyId, number: u64) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let sql = "DELETE FROM subscription WHERE party = ?1 AND number = ?2";
            let ended = transaction.execute(sql, params![party.as_str(), number.cast_signed()])? == 1;
            if ended {
                transaction
                    .execute("DELETE FROM dead_letter WHERE subscription = ?1", [number.cast_signed()])?;
            }
            Ok(ended)
        })
    }

    fn subscriptions(&self, party: Option<&PartyId>) -> Result<Vec<Subscription>, StoreError> {
        let sql = "SELECT * FROM subscription WHERE ?1 IS NULL OR party = ?1 ORDER BY number";
        self.read(|connection| all(connection, sql, [party.map(PartyId::as_str)], read))
    }

    fn set_next(&self, number: u64, at: u64) -> Result<(), StoreError> {
        self.write(|transaction| {
            let sql = "UPDATE subscription SET next_at = ?2 WHERE number = ?1";
            transaction.execute(sql, params![number.cast_signed(), at.cast_signed()])?;
            Ok(())
        })
    }

    fn delivered(&self, number: u64, event: Place) -> Result<(), StoreError> {
        self.write(|transaction| {
            let sql = "UPDATE subscription
                       SET after_at = ?2, after_item = ?3, next_at = NULL, failures = 0, not_before = 0
                       WHERE number = ?1";
            transaction.execute(sql, params![number.cast_signed(), event.0.cast_signed(), event.1])?;
            Ok(())
        })
    }

    fn failed(&self, number: u64, not_before: u64) -> Result<(), StoreError> {
        self.write(|transaction| {
            let sql = "UPDATE subscription SET failures = failures + 1, not_before = ?2 WHERE number = ?1";
            transaction.execute(sql, params![number.cast_signed(), not_before.cast_signed()])?;
            Ok(())
        })
    }

    fn give_up(&self, number: u64, event: Place, reason: &str, at: u64) -> Result<(), StoreError> {
        self.write(|transaction| {
            let (number, event_at) = (number.cast_signed(), event.0.cast_signed());
            let sql = "UPDATE subscription
                       SET after_at = ?2, after_item = ?3, next_at = NULL, failures = 0, not_before = 0
                       WHERE number = ?1";
            // A subscription that was ended meanwhile leaves no letter.
            if transaction.execute(sql, params![number, event_at, event.1])? == 1 {
                transaction.execute(
                    "INSERT INTO dead_letter (subscription, event_at, event_item, reason, at)
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                    params![number, event_at, event.1, reason, at.cast_signed()],
                )?;
            }
            Ok(())
        })
    }

    fn dead_letters(
        &self,
        party: Option<&PartyId>,
        after: u64,
        limit: usize,
    ) -> Result<Vec<DeadLetter>, StoreError> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| match party {
            Some(party) => {
                let sql = "SELECT d.* FROM dead_letter d JOIN subscription s ON s.number = d.subscription
                           WHERE s.party = ?1 AND d.number > ?2 ORDER BY d.number LIMIT ?3";
                all(connection, sql, params![party.as_str(), after, limit], letter)
            }
            None => {
                let sql =
                    "SELECT * FROM dead_letter WHERE again = 1 AND number > ?1 ORDER BY number LIMIT ?2";
                all(connection, sql, params![after, limit], letter)
            }
        })
    }

    fn send_again(&self, party: &PartyId, number: u64) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let sql = "UPDATE dead_letter SET again = 1 WHERE number = ?1
                       AND subscription IN (SELECT number FROM subscription WHERE party = ?2)";
            Ok(transaction.execute(sql, params![number.cast_signed(), party.as_str()])? == 1)
        })
    }

    fn sent_again(&self, number: u64, failed: Option<&str>) -> Result<(), StoreError> {
        self.write(|transaction| {
            match failed {
                None => transaction
                    .execute("DELETE FROM dead_letter WHERE number = ?1", [number.cast_signed()])?,
                Some(reason) => transaction.execute(
                    "UPDATE dead_letter SET again = 0, reason = ?2 WHERE number = ?1",
                    params![number.cast_signed(), reason],
                )?,
            };
            Ok(())
        })
    }
}

/// Of the two columns that say what it is about, one is null.
fn columns(about: &About) -> (Option<&str>, Option<&str>) {
    match about {
        About::Certificate(number) => (Some(number.as_str()), None),
        About::Line(line) => (None, Some(line)),
    }
}

fn read(row: &Row<'_>) -> Result<Subscription, SqlError> {
    let (certificate, line): (Option<String>, Option<String>) = (row.get("certificate")?, row.get("line")?);
    let about = match (certificate, line) {
        (_, Some(line)) => About::Line(line),
        (Some(number), None) => {
            About::Certificate(number.parse().map_err(|error| corrupt(format!("a subscription: {error}")))?)
        }
        (None, None) => return Err(corrupt("a subscription is about nothing".to_owned())),
    };
    let item: Option<u32> = row.get("after_item")?;
    Ok(Subscription {
        number: number(row, "number")?,
        party: party(&row.get::<_, String>("party")?)?,
        about,
        url: row.get("url")?,
        after: optional_number(row, "after_at")?.zip(item),
        next: optional_number(row, "next_at")?,
        failures: row.get("failures")?,
        not_before: number(row, "not_before")?,
    })
}

fn letter(row: &Row<'_>) -> Result<DeadLetter, SqlError> {
    Ok(DeadLetter {
        number: number(row, "number")?,
        subscription: number(row, "subscription")?,
        event: (number(row, "event_at")?, row.get("event_item")?),
        reason: row.get("reason")?,
        at: number(row, "at")?,
        again: row.get("again")?,
    })
}
