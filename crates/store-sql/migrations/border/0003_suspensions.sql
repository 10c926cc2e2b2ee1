-- Suspended releases: what customs asked, and what the authority answered. Neither is ever changed.
CREATE TABLE suspension (
    number INTEGER PRIMARY KEY,
    importing TEXT NOT NULL,
    kind TEXT NOT NULL,
    declaration TEXT NOT NULL,
    item INTEGER NOT NULL,
    reference TEXT NOT NULL,
    suspended_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    content TEXT NOT NULL,
    party TEXT NOT NULL,
    kid TEXT NOT NULL,
    request BLOB NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (importing, kind, declaration, item, reference)
) STRICT;
CREATE TRIGGER a_suspension_is_never_changed BEFORE UPDATE ON suspension
    BEGIN SELECT RAISE(ABORT, 'a suspension is never changed'); END;
CREATE TRIGGER a_suspension_is_never_deleted BEFORE DELETE ON suspension
    BEGIN SELECT RAISE(ABORT, 'a suspension is never deleted'); END;

CREATE TABLE suspension_answer (
    sequence INTEGER PRIMARY KEY,
    suspension INTEGER NOT NULL,
    answer TEXT NOT NULL,
    content TEXT NOT NULL,
    party TEXT NOT NULL,
    kid TEXT NOT NULL,
    request BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX suspension_answer_by_suspension ON suspension_answer (suspension, sequence);
CREATE TRIGGER an_answer_is_never_changed BEFORE UPDATE ON suspension_answer
    BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;
CREATE TRIGGER an_answer_is_never_deleted BEFORE DELETE ON suspension_answer
    BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

-- Those that wait for an answer: kept along, so that the list does not grow with what is settled.
CREATE TABLE suspension_open (
    importing TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (importing, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER a_suspension_is_open AFTER INSERT ON suspension
    BEGIN INSERT INTO suspension_open (importing, number) VALUES (NEW.importing, NEW.number); END;
CREATE TRIGGER a_final_answer_closes AFTER INSERT ON suspension_answer WHEN NEW.answer <> 'maintain'
    BEGIN DELETE FROM suspension_open WHERE number = NEW.suspension
        AND importing = (SELECT importing FROM suspension WHERE number = NEW.suspension); END;
