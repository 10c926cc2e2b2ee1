-- Replies to comments are bound like comments: each has a place among those on its draft, in the order in which they were
-- made, from 0 on without gaps, and is never changed.
ALTER TABLE comment_reply ADD COLUMN draft INTEGER NOT NULL DEFAULT 0;
ALTER TABLE comment_reply ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE comment_reply SET draft = comment.draft FROM comment
    WHERE comment.procedure = comment_reply.procedure AND comment.number = comment_reply.number;
UPDATE comment_reply SET place = numbered.place
    FROM (SELECT sequence, row_number() OVER (PARTITION BY procedure, draft ORDER BY sequence) - 1 AS place
          FROM comment_reply) AS numbered
    WHERE numbered.sequence = comment_reply.sequence;
CREATE UNIQUE INDEX comment_reply_by_place ON comment_reply (procedure, draft, place);
CREATE TRIGGER a_reply_is_never_changed BEFORE UPDATE ON comment_reply
    BEGIN SELECT RAISE(ABORT, 'a reply to a comment is never changed'); END;
CREATE TRIGGER a_reply_is_never_deleted BEFORE DELETE ON comment_reply
    BEGIN SELECT RAISE(ABORT, 'a reply to a comment is never deleted'); END;
