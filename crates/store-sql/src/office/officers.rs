//! Officers, invitations and passkeys in SQLite.

use model::PartyId;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use store::StoreError;
use store::office::{Invitation, Officer, OfficerId, Officers, Passkey, Roles, TokenHash};

use super::rows::{all, bytes, number, optional_number, party};
use super::{SqliteOffice, sessions};
use crate::sqlite::error::SqlError;

impl Officers for SqliteOffice {
    fn invite(&self, invitation: &Invitation) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO invitation (token, officer, party, name, roles, invited_by, expires_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    invitation.token.0,
                    invitation.officer.0,
                    invitation.party.as_str(),
                    invitation.name,
                    invitation.roles.to_string(),
                    invitation.by,
                    invitation.expires_at.cast_signed(),
                ],
            )?;
            Ok(())
        })
    }

    fn invitation(&self, token: &TokenHash) -> Result<Option<Invitation>, StoreError> {
        let sql = "SELECT * FROM invitation WHERE token = ?1";
        self.read(|connection| Ok(all(connection, sql, [token.0], invitation)?.pop()))
    }

    fn invitations(&self, party: &PartyId) -> Result<Vec<Invitation>, StoreError> {
        let sql = "SELECT * FROM invitation WHERE party = ?1 ORDER BY expires_at DESC, token DESC";
        self.read(|connection| all(connection, sql, [party.as_str()], invitation))
    }

    fn withdraw_invitations(&self, officer: &OfficerId) -> Result<bool, StoreError> {
        self.write(|transaction| {
            Ok(transaction.execute("DELETE FROM invitation WHERE officer = ?1", [officer.0])? > 0)
        })
    }

    fn accept(&self, token: &TokenHash, new: &Officer, passkey: &Passkey) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let known = all(transaction, "SELECT * FROM officer WHERE id = ?1", [new.id.0], officer)?.pop();
            let taken =
                exists(transaction, "SELECT 1 FROM passkey WHERE credential = ?1", &passkey.credential)?;
            if taken || known.as_ref().is_some_and(|known| known.revoked_at.is_some()) {
                return Ok(false);
            }
            if transaction.execute("DELETE FROM invitation WHERE token = ?1", [token.0])? == 0 {
                return Ok(false);
            }
            if known.is_none() {
                insert_officer(transaction, new)?;
            }
            insert_passkey(transaction, passkey)?;
            Ok(true)
        })
    }

    fn officer(&self, id: &OfficerId) -> Result<Option<Officer>, StoreError> {
        let sql = "SELECT * FROM officer WHERE id = ?1";
        self.read(|connection| Ok(all(connection, sql, [id.0], officer)?.pop()))
    }

    fn officers(&self, party: Option<&PartyId>) -> Result<Vec<Officer>, StoreError> {
        let sql = "SELECT * FROM officer WHERE ?1 IS NULL OR party = ?1 ORDER BY sequence";
        self.read(|connection| all(connection, sql, [party.map(PartyId::as_str)], officer))
    }

    fn passkeys(&self, officer: &OfficerId) -> Result<Vec<Passkey>, StoreError> {
        let sql = "SELECT * FROM passkey WHERE officer = ?1 ORDER BY sequence";
        self.read(|connection| all(connection, sql, [officer.0], passkey))
    }

    fn passkey(&self, credential: &[u8]) -> Result<Option<Passkey>, StoreError> {
        let sql = "SELECT * FROM passkey WHERE credential = ?1";
        self.read(|connection| Ok(all(connection, sql, [credential], passkey)?.pop()))
    }

    fn passkey_used(
        &self,
        credential: &[u8],
        before: &[u8],
        after: &[u8],
        at: u64,
    ) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE passkey SET state = ?3, used_at = ?4
                 WHERE credential = ?1 AND state = ?2 AND revoked_at IS NULL",
                params![credential, before, after, at.cast_signed()],
            )?;
            Ok(changed == 1)
        })
    }

    fn revoke_officer(&self, id: &OfficerId, at: u64) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let at = at.cast_signed();
            let officers = transaction.execute(
                "UPDATE officer SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL",
                params![id.0, at],
            )?;
            transaction.execute(
                "UPDATE passkey SET revoked_at = ?2 WHERE officer = ?1 AND revoked_at IS NULL",
                params![id.0, at],
            )?;
            let invitations = transaction.execute("DELETE FROM invitation WHERE officer = ?1", [id.0])?;
            sessions::close_all(transaction, id)?;
            Ok(officers + invitations > 0)
        })
    }

    fn revoke_passkey(&self, credential: &[u8], at: u64) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let mut revoke = transaction.prepare(
                "UPDATE passkey SET revoked_at = ?2 WHERE credential = ?1 AND revoked_at IS NULL
                 RETURNING officer",
            )?;
            let revoked =
                revoke.query_row(params![credential, at.cast_signed()], |row| row.get(0)).optional()?;
            let Some(officer) = revoked else { return Ok(false) };
            sessions::close_all(transaction, &OfficerId(officer))?;
            Ok(true)
        })
    }
}

fn insert_officer(transaction: &Transaction<'_>, officer: &Officer) -> Result<(), SqlError> {
    transaction.execute(
        "INSERT INTO officer (id, party, name, roles, since) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            officer.id.0,
            officer.party.as_str(),
            officer.name,
            officer.roles.to_string(),
            officer.since.cast_signed(),
        ],
    )?;
    Ok(())
}

fn insert_passkey(transaction: &Transaction<'_>, passkey: &Passkey) -> Result<(), SqlError> {
    transaction.execute(
        "INSERT INTO passkey (credential, officer, fixed, state, since) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            passkey.credential,
            passkey.officer.0,
            passkey.fixed,
            passkey.state,
            passkey.since.cast_signed(),
        ],
    )?;
    Ok(())
}

fn exists(connection: &Connection, sql: &str, key: &[u8]) -> Result<bool, SqlError> {
    Ok(connection.query_row(sql, [key], |_| Ok(())).optional()?.is_some())
}

fn invitation(row: &Row<'_>) -> Result<Invitation, SqlError> {
    Ok(Invitation {
        token: TokenHash(bytes(row, "token")?),
        officer: OfficerId(bytes(row, "officer")?),
        party: party(&row.get::<_, String>("party")?)?,
        name: row.get("name")?,
        roles: Roles::from_names(&row.get::<_, String>("roles")?),
        by: row.get("invited_by")?,
        expires_at: number(row, "expires_at")?,
    })
}

fn officer(row: &Row<'_>) -> Result<Officer, SqlError> {
    Ok(Officer {
        id: OfficerId(bytes(row, "id")?),
        party: party(&row.get::<_, String>("party")?)?,
        name: row.get("name")?,
        roles: Roles::from_names(&row.get::<_, String>("roles")?),
        since: number(row, "since")?,
        revoked_at: optional_number(row, "revoked_at")?,
    })
}

fn passkey(row: &Row<'_>) -> Result<Passkey, SqlError> {
    Ok(Passkey {
        credential: row.get("credential")?,
        officer: OfficerId(bytes(row, "officer")?),
        fixed: row.get("fixed")?,
        state: row.get("state")?,
        since: number(row, "since")?,
        used_at: optional_number(row, "used_at")?,
        revoked_at: optional_number(row, "revoked_at")?,
    })
}
