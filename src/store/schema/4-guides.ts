/** Moves between editions, and what study for one certification gives another. */
export const GUIDES = `
-- How topics of one edition were mapped to another when a track moved; history stays logged against the old edition.
CREATE TABLE mapping (
  id      TEXT PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;

-- Topics of other certifications whose study counts here too, as shipped; renewed whenever the guides are read.
CREATE TABLE related (
  from_cert  TEXT NOT NULL,
  from_topic TEXT NOT NULL,
  to_cert    TEXT NOT NULL,
  to_topic   TEXT NOT NULL,
  share      REAL NOT NULL CHECK (share > 0 AND share <= 1),
  reason     TEXT NOT NULL,
  PRIMARY KEY (to_cert, to_topic, from_cert, from_topic)
) STRICT, WITHOUT ROWID;

ALTER TABLE track ADD COLUMN counts_related INTEGER NOT NULL DEFAULT 1 CHECK (counts_related IN (0, 1));
`;
