-- The log. Statements are kept as they were submitted; columns beside them are indexes into them.
CREATE TABLE entry (
    position INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    signer TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    payload_digest BLOB NOT NULL,
    act TEXT NOT NULL,
    jws BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_by_id ON entry (signer, statement_id);
-- Start-up reads these and skips the many about certificates.
CREATE INDEX entry_reference ON entry (position)
    WHERE act NOT IN ('certificates.issued', 'certificates.changed');

-- Hashes of the tree in tiles of up to 256; the identifier is level * 2^56 + index.
CREATE TABLE tile (
    id INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL
) STRICT;

-- The right edge of the tree: one row.
CREATE TABLE frontier (
    id INTEGER PRIMARY KEY CHECK (id = 0),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL
) STRICT;

-- Derived from the log: everything below can be rebuilt.
CREATE TABLE certificate (
    sequence INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    position INTEGER NOT NULL,
    item INTEGER NOT NULL,
    issuer TEXT NOT NULL,
    key INTEGER NOT NULL,
    reported_by TEXT,
    document BLOB,
    content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX certificate_by_number ON certificate (number);

CREATE TABLE certificate_change (
    sequence INTEGER PRIMARY KEY,
    certificate INTEGER NOT NULL,
    position INTEGER NOT NULL,
    item INTEGER NOT NULL,
    key INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    transferred_to TEXT,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX certificate_change_by_certificate ON certificate_change (certificate);

CREATE TABLE alias (
    certifier TEXT NOT NULL,
    product TEXT NOT NULL,
    version TEXT NOT NULL,
    position INTEGER NOT NULL,
    item INTEGER NOT NULL,
    certificate INTEGER NOT NULL,
    PRIMARY KEY (certifier, product, version, position, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    sha256 BLOB NOT NULL,
    position INTEGER NOT NULL,
    item INTEGER NOT NULL,
    certificate INTEGER NOT NULL,
    PRIMARY KEY (sha256, position, item)
) STRICT, WITHOUT ROWID;

-- What certificates are linked to, each once, so that links are two small numbers.
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX term_by_value ON term (kind, value);

CREATE TABLE link (
    term INTEGER NOT NULL,
    certificate INTEGER NOT NULL,
    PRIMARY KEY (term, certificate)
) STRICT, WITHOUT ROWID;

CREATE TABLE issuer (
    party TEXT PRIMARY KEY,
    next_status_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
