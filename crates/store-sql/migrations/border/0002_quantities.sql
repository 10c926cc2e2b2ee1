-- Quantities of certificates, and what lines of declarations draw from them. All numbers are integers, in parts of 10^-6 of
-- the unit. The checks stand here so that no program, however wrong, draws more than there is.
CREATE TABLE quantity_account (
    certificate TEXT NOT NULL,
    unit TEXT NOT NULL,
    -- Empty: for imports into every country, as the issuer stated it.
    scope TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),
    reserved INTEGER NOT NULL CHECK (reserved >= 0),
    consumed INTEGER NOT NULL CHECK (consumed >= 0),
    CHECK (reserved + consumed <= total),
    PRIMARY KEY (certificate, unit, scope)
) STRICT, WITHOUT ROWID;

-- What was stated of accounts, and by whom.
CREATE TABLE quantity_stated (
    sequence INTEGER PRIMARY KEY,
    certificate TEXT NOT NULL,
    unit TEXT NOT NULL,
    scope TEXT NOT NULL,
    total INTEGER NOT NULL,
    party TEXT NOT NULL,
    kid TEXT NOT NULL,
    request BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER what_was_stated_is_never_changed BEFORE UPDATE ON quantity_stated
    BEGIN SELECT RAISE(ABORT, 'what was stated of a quantity is never changed'); END;
CREATE TRIGGER what_was_stated_is_never_deleted BEFORE DELETE ON quantity_stated
    BEGIN SELECT RAISE(ABORT, 'what was stated of a quantity is never deleted'); END;

CREATE TABLE quantity_draw (
    certificate TEXT NOT NULL,
    importing TEXT NOT NULL,
    kind TEXT NOT NULL,
    declaration TEXT NOT NULL,
    item INTEGER NOT NULL,
    unit TEXT NOT NULL,
    parts INTEGER NOT NULL CHECK (parts >= 0),
    state TEXT NOT NULL,
    PRIMARY KEY (certificate, importing, kind, declaration, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity_movement (
    sequence INTEGER PRIMARY KEY,
    certificate TEXT NOT NULL,
    importing TEXT NOT NULL,
    kind TEXT NOT NULL,
    declaration TEXT NOT NULL,
    item INTEGER NOT NULL,
    step TEXT NOT NULL,
    -- Of a correction; empty for other steps, which a line takes once.
    reference TEXT NOT NULL,
    -- What was asked, and how it stood afterwards.
    asked INTEGER,
    unit TEXT NOT NULL,
    parts INTEGER NOT NULL,
    state TEXT NOT NULL,
    -- [[scope, total, reserved, consumed], …] afterwards.
    accounts TEXT NOT NULL,
    party TEXT NOT NULL,
    kid TEXT NOT NULL,
    request BLOB NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (certificate, importing, kind, declaration, item, step, reference)
) STRICT;
CREATE INDEX quantity_movement_by_country ON quantity_movement (certificate, importing, sequence);
CREATE TRIGGER a_movement_is_never_changed BEFORE UPDATE ON quantity_movement
    BEGIN SELECT RAISE(ABORT, 'a movement is never changed'); END;
CREATE TRIGGER a_movement_is_never_deleted BEFORE DELETE ON quantity_movement
    BEGIN SELECT RAISE(ABORT, 'a movement is never deleted'); END;
