//! Quantities in SQLite. Every step is one transaction that holds the write lock from its beginning: what it reads, nobody
//! changes before it is done. If we crash before the commit, nothing happened; after it, the same step asked again finds
//! what was done.

use model::{CertificateNumber, Jurisdiction};
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use store::StoreError;
use store::border::{
    Account, By, DrawKey, DrawRefusal, DrawState, Moved, Movement, Quantities, Stated, Step,
};

use super::SqliteBorder;
use crate::rows::{all, number};
use crate::sqlite::error::{SqlError, corrupt};

impl Quantities for SqliteBorder {
    fn state_quantity(
        &self,
        certificate: &CertificateNumber,
        scope: Option<Jurisdiction>,
        unit: &str,
        total: i64,
        by: &By,
    ) -> Result<Stated, StoreError> {
        self.write(|transaction| {
            let known = account(transaction, certificate, unit, scope)?;
            if let Some(known) = known.as_ref().filter(|known| known.total == total) {
                return Ok(Stated::Known(known.clone()));
            }
            // What lines drew from another account of the certificate, before there was this one, counts here as well.
            let (reserved, consumed) = match &known {
                Some(known) => (known.reserved, known.consumed),
                None => drawn(transaction, certificate, unit, scope)?,
            };
            if reserved + consumed > total {
                return Ok(Stated::Drawn { drawn: reserved + consumed });
            }
            let text = scope_text(scope);
            transaction.execute(
                "INSERT OR REPLACE INTO quantity_account (certificate, unit, scope, total, reserved, consumed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![certificate.as_str(), unit, text, total, reserved, consumed],
            )?;
            transaction.execute(
                "INSERT INTO quantity_stated (certificate, unit, scope, total, party, kid, request, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    certificate.as_str(),
                    unit,
                    text,
                    total,
                    by.party.as_str(),
                    by.kid,
                    by.request,
                    by.at.cast_signed(),
                ],
            )?;
            let (certificate, unit) = (certificate.clone(), unit.to_owned());
            Ok(Stated::Done(Account { certificate, unit, scope, total, reserved, consumed }))
        })
    }

    fn draw(&self, key: &DrawKey, step: &Step, by: &By) -> Result<Moved, StoreError> {
        self.write(|transaction| match taken(transaction, key, step)? {
            Some(Taken { movement, same: true }) => Ok(Moved::Known(movement)),
            Some(_) => Ok(Moved::Refused(DrawRefusal::Differs)),
            None => take(transaction, key, step, by),
        })
    }

    fn drawn(&self, key: &DrawKey, unit: &str) -> Result<i64, StoreError> {
        let drawing = self.read(|connection| drawing(connection, key))?;
        Ok(drawing.filter(|drawing| drawing.unit == unit).map_or(0, |drawing| drawing.parts))
    }

    fn accounts(&self, certificate: &CertificateNumber) -> Result<Vec<Account>, StoreError> {
        let sql = "SELECT * FROM quantity_account WHERE certificate = ?1 ORDER BY unit, scope";
        self.read(|connection| all(connection, sql, [certificate.as_str()], read_account))
    }

    fn movements(
        &self,
        certificate: &CertificateNumber,
        importing: Jurisdiction,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Movement>, StoreError> {
        let sql =
            "SELECT * FROM quantity_movement WHERE certificate = ?1 AND importing = ?2 AND sequence > ?3
                   ORDER BY sequence LIMIT ?4";
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let parameters = params![certificate.as_str(), importing.to_string(), after, limit];
        self.read(|connection| all(connection, sql, parameters, read_movement))
    }
}

/// A step that was taken before, and whether it was the same.
struct Taken {
    movement: Movement,
    same: bool,
}

/// What a line draws.
struct Drawing {
    unit: String,
    parts: i64,
    state: DrawState,
}

fn taken(transaction: &Transaction<'_>, key: &DrawKey, step: &Step) -> Result<Option<Taken>, SqlError> {
    let sql = "SELECT * FROM quantity_movement WHERE certificate = ?1 AND importing = ?2 AND kind = ?3
               AND declaration = ?4 AND item = ?5 AND step = ?6 AND reference = ?7";
    let mut select = transaction.prepare_cached(sql)?;
    let (certificate, importing) = (key.certificate.as_str(), key.importing.to_string());
    let parameters =
        params![certificate, importing, key.kind, key.declaration, key.item, step.as_str(), reference(step)];
    let mut rows = select.query(parameters)?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let movement = read_movement(row)?;
    let asked: Option<i64> = row.get("asked")?;
    let same = match step {
        Step::Reserve { unit, parts } => *unit == movement.unit && asked == Some(*parts),
        Step::Correct { parts, .. } => asked == Some(*parts),
        Step::Consume | Step::Release => true,
    };
    Ok(Some(Taken { movement, same }))
}

fn take(transaction: &Transaction<'_>, key: &DrawKey, step: &Step, by: &By) -> Result<Moved, SqlError> {
    let before = drawing(transaction, key)?;
    let next = match next(before.as_ref(), step) {
        Ok(next) => next,
        Err(refusal) => return Ok(Moved::Refused(refusal)),
    };
    let mut accounts = accounts_of(transaction, key, &next.unit)?;
    if accounts.is_empty() {
        return Ok(Moved::Refused(DrawRefusal::NoAccount));
    }
    for account in &mut accounts {
        if let Some(before) = &before {
            *slot(account, before.state) -= before.parts;
        }
        let available = account.available();
        if next.state != DrawState::Released && next.parts > available {
            return Ok(Moved::Refused(DrawRefusal::Exceeds { available }));
        }
        if next.state != DrawState::Released {
            *slot(account, next.state) += next.parts;
        }
    }
    for account in &accounts {
        write_account(transaction, account)?;
    }
    write_drawing(transaction, key, &next)?;
    write_movement(transaction, key, step, &next, accounts, by).map(Moved::Done)
}

/// What a line draws after a step.
fn next(drawing: Option<&Drawing>, step: &Step) -> Result<Drawing, DrawRefusal> {
    let after = |drawing: &Drawing, parts: i64, state: DrawState| Drawing {
        unit: drawing.unit.clone(),
        parts,
        state,
    };
    match (step, drawing) {
        (Step::Reserve { unit, parts }, None) => {
            Ok(Drawing { unit: unit.clone(), parts: *parts, state: DrawState::Reserved })
        }
        // A reservation is taken once; that of the same line was looked for before.
        (Step::Reserve { .. }, Some(_)) => Err(DrawRefusal::Differs),
        (_, None) => Err(DrawRefusal::NotReserved),
        (_, Some(Drawing { state: DrawState::Released, .. })) => Err(DrawRefusal::Released),
        (Step::Correct { parts, .. }, Some(drawing)) => Ok(after(drawing, *parts, drawing.state)),
        (_, Some(Drawing { state: DrawState::Consumed, .. })) => Err(DrawRefusal::Consumed),
        (Step::Consume, Some(drawing)) => Ok(after(drawing, drawing.parts, DrawState::Consumed)),
        (Step::Release, Some(drawing)) => Ok(after(drawing, 0, DrawState::Released)),
    }
}

fn slot(account: &mut Account, state: DrawState) -> &mut i64 {
    match state {
        DrawState::Consumed => &mut account.consumed,
        DrawState::Reserved | DrawState::Released => &mut account.reserved,
    }
}

fn drawing(connection: &Connection, key: &DrawKey) -> Result<Option<Drawing>, SqlError> {
    let sql =
        "SELECT unit, parts, state FROM quantity_draw WHERE certificate = ?1 AND importing = ?2 AND kind = ?3
               AND declaration = ?4 AND item = ?5";
    let mut select = connection.prepare_cached(sql)?;
    let (certificate, importing) = (key.certificate.as_str(), key.importing.to_string());
    let mut rows = select.query(params![certificate, importing, key.kind, key.declaration, key.item])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(Drawing { unit: row.get(0)?, parts: row.get(1)?, state: state(&row.get::<_, String>(2)?)? }))
}

/// The accounts that a line draws from: that of its country and that of all.
fn accounts_of(transaction: &Transaction<'_>, key: &DrawKey, unit: &str) -> Result<Vec<Account>, SqlError> {
    let sql = "SELECT * FROM quantity_account WHERE certificate = ?1 AND unit = ?2 AND scope IN ('', ?3)
               ORDER BY scope";
    all(transaction, sql, params![key.certificate.as_str(), unit, key.importing.to_string()], read_account)
}

fn account(
    connection: &Connection,
    certificate: &CertificateNumber,
    unit: &str,
    scope: Option<Jurisdiction>,
) -> Result<Option<Account>, SqlError> {
    let sql = "SELECT * FROM quantity_account WHERE certificate = ?1 AND unit = ?2 AND scope = ?3";
    Ok(all(connection, sql, params![certificate.as_str(), unit, scope_text(scope)], read_account)?.pop())
}

/// What lines have reserved and consumed of a certificate, of one country or of all.
fn drawn(
    transaction: &Transaction<'_>,
    certificate: &CertificateNumber,
    unit: &str,
    scope: Option<Jurisdiction>,
) -> Result<(i64, i64), SqlError> {
    let sql = "SELECT coalesce(sum(parts), 0) FROM quantity_draw
               WHERE certificate = ?1 AND unit = ?2 AND (?3 = '' OR importing = ?3) AND state = ?4";
    let sum = |state: DrawState| -> Result<i64, SqlError> {
        let parameters = params![certificate.as_str(), unit, scope_text(scope), state.as_str()];
        Ok(transaction.query_row(sql, parameters, |row| row.get(0)).optional()?.unwrap_or(0))
    };
    Ok((sum(DrawState::Reserved)?, sum(DrawState::Consumed)?))
}

fn write_account(transaction: &Transaction<'_>, account: &Account) -> Result<(), SqlError> {
    let sql = "UPDATE quantity_account SET reserved = ?4, consumed = ?5
               WHERE certificate = ?1 AND unit = ?2 AND scope = ?3";
    let (certificate, scope) = (account.certificate.as_str(), scope_text(account.scope));
    transaction.prepare_cached(sql)?.execute(params![
        certificate,
        account.unit,
        scope,
        account.reserved,
        account.consumed
    ])?;
    Ok(())
}

fn write_drawing(transaction: &Transaction<'_>, key: &DrawKey, drawing: &Drawing) -> Result<(), SqlError> {
    let sql = "INSERT OR REPLACE INTO quantity_draw
                   (certificate, importing, kind, declaration, item, unit, parts, state)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    transaction.prepare_cached(sql)?.execute(params![
        key.certificate.as_str(),
        key.importing.to_string(),
        key.kind,
        key.declaration,
        key.item,
        drawing.unit,
        drawing.parts,
        drawing.state.as_str(),
    ])?;
    Ok(())
}

fn write_movement(
    transaction: &Transaction<'_>,
    key: &DrawKey,
    step: &Step,
    drawing: &Drawing,
    accounts: Vec<Account>,
    by: &By,
) -> Result<Movement, SqlError> {
    let asked = match step {
        Step::Reserve { parts, .. } | Step::Correct { parts, .. } => Some(*parts),
        Step::Consume | Step::Release => None,
    };
    let sql = "INSERT INTO quantity_movement (certificate, importing, kind, declaration, item, step, reference, asked,
                   unit, parts, state, accounts, party, kid, request, at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
    transaction.prepare_cached(sql)?.execute(params![
        key.certificate.as_str(),
        key.importing.to_string(),
        key.kind,
        key.declaration,
        key.item,
        step.as_str(),
        reference(step),
        asked,
        drawing.unit,
        drawing.parts,
        drawing.state.as_str(),
        written(&accounts)?,
        by.party.as_str(),
        by.kid,
        by.request,
        by.at.cast_signed(),
    ])?;
    Ok(Movement {
        sequence: transaction.last_insert_rowid().cast_unsigned(),
        key: key.clone(),
        step: step.as_str().to_owned(),
        state: drawing.state,
        unit: drawing.unit.clone(),
        parts: drawing.parts,
        accounts,
        at: by.at,
    })
}

fn read_movement(row: &Row<'_>) -> Result<Movement, SqlError> {
    let key = DrawKey {
        importing: jurisdiction(&row.get::<_, String>("importing")?)?,
        kind: row.get("kind")?,
        declaration: row.get("declaration")?,
        item: row.get("item")?,
        certificate: certificate(&row.get::<_, String>("certificate")?)?,
    };
    let unit: String = row.get("unit")?;
    Ok(Movement {
        sequence: number(row, "sequence")?,
        step: row.get("step")?,
        state: state(&row.get::<_, String>("state")?)?,
        parts: row.get("parts")?,
        accounts: accounts(&row.get::<_, String>("accounts")?, &key.certificate, &unit)?,
        at: number(row, "at")?,
        unit,
        key,
    })
}

fn read_account(row: &Row<'_>) -> Result<Account, SqlError> {
    Ok(Account {
        certificate: certificate(&row.get::<_, String>("certificate")?)?,
        unit: row.get("unit")?,
        scope: scope(&row.get::<_, String>("scope")?)?,
        total: row.get("total")?,
        reserved: row.get("reserved")?,
        consumed: row.get("consumed")?,
    })
}

fn written(accounts: &[Account]) -> Result<String, SqlError> {
    let rows: Vec<_> = accounts
        .iter()
        .map(|account| (scope_text(account.scope), account.total, account.reserved, account.consumed))
        .collect();
    serde_json::to_string(&rows).map_err(|error| corrupt(error.to_string()))
}

fn accounts(text: &str, certificate: &CertificateNumber, unit: &str) -> Result<Vec<Account>, SqlError> {
    let rows: Vec<(String, i64, i64, i64)> =
        serde_json::from_str(text).map_err(|error| corrupt(format!("accounts of a movement: {error}")))?;
    rows.into_iter()
        .map(|(text, total, reserved, consumed)| {
            let (certificate, unit) = (certificate.clone(), unit.to_owned());
            Ok(Account { certificate, unit, scope: scope(&text)?, total, reserved, consumed })
        })
        .collect()
}

fn reference(step: &Step) -> &str {
    match step {
        Step::Correct { reference, .. } => reference,
        _ => "",
    }
}

fn scope_text(scope: Option<Jurisdiction>) -> String {
    scope.map(|scope| scope.to_string()).unwrap_or_default()
}

fn scope(text: &str) -> Result<Option<Jurisdiction>, SqlError> {
    if text.is_empty() { Ok(None) } else { jurisdiction(text).map(Some) }
}

fn jurisdiction(text: &str) -> Result<Jurisdiction, SqlError> {
    text.parse().map_err(|error| corrupt(format!("a country at the border: {error}")))
}

fn certificate(text: &str) -> Result<CertificateNumber, SqlError> {
    text.parse().map_err(|error| corrupt(format!("a certificate at the border: {error}")))
}

fn state(text: &str) -> Result<DrawState, SqlError> {
    DrawState::from_name(text).ok_or_else(|| corrupt(format!("a quantity is `{text}`")))
}
