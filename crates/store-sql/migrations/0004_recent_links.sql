-- Links that have come last and are in no list yet: a few rows, each at least twice as long as the one after it. A link
-- is eight bytes, the term and the sequence number of the certificate, each with the most significant byte first; in a
-- row they ascend. When there are many they all go into the lists together, so that a list is written once for many
-- transactions.
CREATE TABLE recent_links (
    sequence INTEGER PRIMARY KEY,
    links BLOB NOT NULL
) STRICT;
