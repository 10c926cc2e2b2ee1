-- Links become lists: most certificates of a transaction share what they are linked to, so that a list that grows at
-- its end costs a fraction of a row for each. A row holds the sequence numbers of up to 448 certificates of one term,
-- ascending, four bytes each, most significant first; `first` is the first of them.
CREATE TABLE posting (
    term INTEGER NOT NULL,
    first INTEGER NOT NULL,
    certificates BLOB NOT NULL,
    PRIMARY KEY (term, first)
) STRICT, WITHOUT ROWID;
INSERT INTO posting (term, first, certificates)
SELECT term, min(certificate), unhex(group_concat(printf('%08X', certificate), '' ORDER BY certificate))
FROM (SELECT term, certificate,
        (row_number() OVER (PARTITION BY term ORDER BY certificate) - 1) / 448 AS part FROM link)
GROUP BY term, part;
DROP TABLE link;
