-- Signatures over tables that were answered lately: whoever was given the last row fetches his by its identifier.
CREATE TABLE manifest (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    -- A compact JWS.
    jws TEXT NOT NULL
) STRICT;
