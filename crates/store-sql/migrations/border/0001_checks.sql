-- Checks at a border that were answered offline and told later. The identifier is chosen by whoever checked, so that
-- telling twice records once. What was told is never changed.
CREATE TABLE checks (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    -- Seconds since 1970.
    received_at INTEGER NOT NULL,
    -- JSON, as it was checked and written by the registry.
    body TEXT NOT NULL
) STRICT;
CREATE TRIGGER a_check_is_never_changed BEFORE UPDATE ON checks
    BEGIN SELECT RAISE(ABORT, 'a recorded check is never changed'); END;
CREATE TRIGGER a_check_is_never_deleted BEFORE DELETE ON checks
    BEGIN SELECT RAISE(ABORT, 'a recorded check is never deleted'); END;
