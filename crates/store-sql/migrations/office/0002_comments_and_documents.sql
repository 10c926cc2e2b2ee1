-- Public comments on drafts. What was said never changes, and no comment is ever deleted: a signed act in the log
-- counts and binds those that are published.
CREATE TABLE comment (
    procedure TEXT NOT NULL,
    number INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    about TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    country TEXT NOT NULL,
    language TEXT NOT NULL,
    content TEXT NOT NULL,
    contact TEXT NOT NULL,
    late INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    form BLOB NOT NULL UNIQUE,
    -- 0 nobody has looked at it, 1 published, 2 declined.
    decision INTEGER NOT NULL DEFAULT 0,
    place INTEGER,
    leaf BLOB,
    reason TEXT,
    decided_for TEXT,
    decided_by BLOB,
    decided_at INTEGER,
    PRIMARY KEY (procedure, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_by_decision ON comment (procedure, draft, decision > 0, number);
CREATE UNIQUE INDEX comment_by_place ON comment (procedure, draft, place) WHERE place IS NOT NULL;
CREATE TRIGGER what_was_said_is_never_changed
    BEFORE UPDATE OF procedure, number, draft, about, name, organisation, country, language, content, contact, late,
        received_at, form ON comment
    BEGIN SELECT RAISE(ABORT, 'what was said in a comment is never changed'); END;
CREATE TRIGGER a_decision_is_made_once BEFORE UPDATE ON comment WHEN OLD.decision <> 0
    BEGIN SELECT RAISE(ABORT, 'a decision about a comment is made once'); END;
CREATE TRIGGER a_comment_is_never_deleted BEFORE DELETE ON comment
    BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;

-- How many there are: kept along, so that fifty thousand comments are not counted for every page.
CREATE TABLE comment_tally (
    procedure TEXT NOT NULL,
    draft INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    published INTEGER NOT NULL,
    declined INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (procedure, draft)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER a_comment_is_counted AFTER INSERT ON comment
    BEGIN
        INSERT INTO comment_tally (procedure, draft, waiting, published, declined, late)
            VALUES (NEW.procedure, NEW.draft, 1, 0, 0, NEW.late)
            ON CONFLICT DO UPDATE SET waiting = waiting + 1, late = late + NEW.late;
    END;
CREATE TRIGGER a_decision_is_counted AFTER UPDATE OF decision ON comment
    BEGIN
        UPDATE comment_tally SET waiting = waiting - 1, published = published + (NEW.decision = 1),
            declined = declined + (NEW.decision = 2)
            WHERE procedure = NEW.procedure AND draft = NEW.draft;
    END;

CREATE TABLE comment_reply (
    sequence INTEGER PRIMARY KEY,
    procedure TEXT NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    replied_for TEXT NOT NULL,
    replied_by BLOB NOT NULL,
    replied_at INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_reply_by_comment ON comment_reply (procedure, number, sequence);

-- Documents that parties handed in. Their bytes are files named by their hash.
CREATE TABLE document (
    sequence INTEGER PRIMARY KEY,
    -- Empty: whoever runs the registry.
    party TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    name TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (party, sha256)
) STRICT;
