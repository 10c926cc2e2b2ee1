-- Of which country a check is, and which authority signed it, if one did.
ALTER TABLE checks ADD COLUMN importing TEXT;
ALTER TABLE checks ADD COLUMN party TEXT;
ALTER TABLE checks ADD COLUMN kid TEXT;
ALTER TABLE checks ADD COLUMN request BLOB;
-- What is known of former checks is put into its column; what was told stays as it was.
DROP TRIGGER a_check_is_never_changed;
UPDATE checks SET importing = json_extract(body, '$.question.importing');
CREATE TRIGGER a_check_is_never_changed BEFORE UPDATE ON checks
    BEGIN SELECT RAISE(ABORT, 'a recorded check is never changed'); END;
CREATE INDEX checks_by_country ON checks (importing, sequence);

-- Which certificates were presented at which border, as authorities signed it: an index over checks.
CREATE TABLE presented (
    certificate TEXT NOT NULL,
    -- Seconds since 1970.
    checked_at INTEGER NOT NULL,
    -- The check.
    sequence INTEGER NOT NULL,
    importing TEXT NOT NULL,
    batch TEXT,
    serial TEXT,
    PRIMARY KEY (certificate, checked_at, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX quantity_movement_by_moment ON quantity_movement (certificate, at);
