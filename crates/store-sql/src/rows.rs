//! Values as they stand in rows of the private databases.

use model::PartyId;
use rusqlite::{Connection, Params, Row};

use crate::sqlite::error::{SqlError, corrupt};

/// Every row of a query, read.
pub(crate) fn all<T>(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl Fn(&Row<'_>) -> Result<T, SqlError>,
) -> Result<Vec<T>, SqlError> {
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query(parameters)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

pub(crate) fn party(text: &str) -> Result<PartyId, SqlError> {
    text.parse().map_err(|error| corrupt(format!("a party in a private database: {error}")))
}

pub(crate) fn bytes<const N: usize>(row: &Row<'_>, column: &str) -> Result<[u8; N], SqlError> {
    let found: Vec<u8> = row.get(column)?;
    found
        .try_into()
        .map_err(|_| corrupt(format!("the column `{column}` of a private database has another length")))
}

pub(crate) fn number(row: &Row<'_>, column: &str) -> Result<u64, SqlError> {
    Ok(row.get::<_, i64>(column)?.cast_unsigned())
}

pub(crate) fn optional_number(row: &Row<'_>, column: &str) -> Result<Option<u64>, SqlError> {
    Ok(row.get::<_, Option<i64>>(column)?.map(i64::cast_unsigned))
}
