//! Presentations of certificates in SQLite: read from the index over signed checks, and from what lines drew.

use model::CertificateNumber;
use rusqlite::{Row, params};
use store::StoreError;
use store::border::{Presentation, Presentations, RecordedAs};

use super::SqliteBorder;
use crate::rows::{all, number};
use crate::sqlite::error::{SqlError, corrupt};

/// A line that gave everything back presented nothing: what it draws now is asked.
const SELECT: &str = "
    SELECT importing, max(checked_at) AS at, 0 AS quantity, batch, serial FROM presented
    WHERE certificate = ?1 AND checked_at >= ?2 GROUP BY importing, batch, serial
    UNION ALL
    SELECT m.importing, max(m.at), 1, NULL, NULL FROM quantity_movement m
    JOIN quantity_draw d USING (certificate, importing, kind, declaration, item)
    WHERE m.certificate = ?1 AND m.at >= ?2 AND d.state <> 'released' AND d.parts > 0 GROUP BY m.importing
    ORDER BY at DESC, importing LIMIT ?3";

impl Presentations for SqliteBorder {
    fn presentations(
        &self,
        certificate: &CertificateNumber,
        since: u64,
        limit: usize,
    ) -> Result<Vec<Presentation>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let parameters = params![certificate.as_str(), since.cast_signed(), limit];
        self.read(|connection| all(connection, SELECT, parameters, read))
    }
}

fn read(row: &Row<'_>) -> Result<Presentation, SqlError> {
    let importing: String = row.get("importing")?;
    let quantity: bool = row.get("quantity")?;
    Ok(Presentation {
        importing: importing.parse().map_err(|error| corrupt(format!("a presentation: {error}")))?,
        at: number(row, "at")?,
        recorded: if quantity { RecordedAs::Quantity } else { RecordedAs::Check },
        batch: row.get("batch")?,
        serial: row.get("serial")?,
    })
}
