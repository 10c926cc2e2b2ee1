-- What officers of parties need to work. None of it is in the log, and none of it can be rebuilt from there.
-- Moments are seconds since 1970; identifiers are bytes as they were drawn.
CREATE TABLE invitation (
    token BLOB PRIMARY KEY,
    officer BLOB NOT NULL,
    party TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    invited_by TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE officer (
    sequence INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    party TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    since INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX officer_by_party ON officer (party);

CREATE TABLE passkey (
    sequence INTEGER PRIMARY KEY,
    credential BLOB NOT NULL UNIQUE,
    officer BLOB NOT NULL,
    fixed BLOB NOT NULL,
    state BLOB NOT NULL,
    since INTEGER NOT NULL,
    used_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE INDEX passkey_by_officer ON passkey (officer);

CREATE TABLE session (
    token BLOB PRIMARY KEY,
    officer BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Forms that were sent: each counts once. They go with their session.
CREATE TABLE form (
    session BLOB NOT NULL,
    number BLOB NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    id BLOB PRIMARY KEY,
    party TEXT NOT NULL,
    act TEXT NOT NULL,
    content TEXT NOT NULL,
    version INTEGER NOT NULL,
    written_by BLOB NOT NULL,
    written_at INTEGER NOT NULL,
    logged_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_party ON draft (party, written_at);

CREATE TABLE held_key (
    sequence INTEGER PRIMARY KEY,
    party TEXT NOT NULL,
    kid TEXT NOT NULL,
    home TEXT NOT NULL,
    public TEXT NOT NULL,
    sealed BLOB NOT NULL,
    since INTEGER NOT NULL,
    UNIQUE (party, kid)
) STRICT;

-- The audit trail: appended only, each record bound to the one before it.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    party TEXT,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    request TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_party ON audit (party, number);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is appended only'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is appended only'); END;
