/** The log: editions, tracks, sessions, evidence, journal. */
export const LOG = `
CREATE TABLE edition (
  id      TEXT PRIMARY KEY,
  cert_id TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE track (
  cert_id        TEXT PRIMARY KEY,
  edition_id     TEXT NOT NULL REFERENCES edition (id),
  exam_date      TEXT,
  weekly_minutes INTEGER CHECK (weekly_minutes > 0),
  target         REAL NOT NULL CHECK (target > 0 AND target <= 100),
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  cert_id    TEXT NOT NULL,
  edition_id TEXT NOT NULL REFERENCES edition (id),
  started_at INTEGER NOT NULL,
  ended_at   INTEGER NOT NULL CHECK (ended_at >= started_at),
  timezone   TEXT NOT NULL,
  study_date TEXT NOT NULL CHECK (length(study_date) = 10),
  activity   TEXT CHECK (activity IN ('reading', 'video', 'lab', 'practice', 'recall')),
  confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
  note       TEXT,
  tags       TEXT NOT NULL CHECK (json_valid(tags)),
  resource   TEXT,
  source     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX session_started ON session (started_at, id);
CREATE INDEX session_created ON session (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX session_handle ON session (substr(id, 25));

CREATE TABLE session_topic (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  topic_id   TEXT NOT NULL,
  minutes    INTEGER NOT NULL CHECK (minutes >= 0),
  correct    INTEGER,
  questions  INTEGER,
  PRIMARY KEY (session_id, position),
  UNIQUE (session_id, topic_id),
  CHECK ((correct IS NULL) = (questions IS NULL)),
  CHECK (questions > 0 AND correct BETWEEN 0 AND questions)
) STRICT, WITHOUT ROWID;

-- Evidence, kept in step with the sessions inside the same transaction: reports read this, never the log.
CREATE TABLE topic_day (
  cert_id    TEXT NOT NULL,
  edition_id TEXT NOT NULL,
  topic_id   TEXT NOT NULL,
  study_date TEXT NOT NULL,
  activity   TEXT NOT NULL,
  sessions   INTEGER NOT NULL,
  minutes    INTEGER NOT NULL,
  correct    INTEGER NOT NULL,
  questions  INTEGER NOT NULL,
  PRIMARY KEY (cert_id, edition_id, topic_id, study_date, activity)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every change of the log, complete enough to replay it either way. Rows are never edited but for state:
-- applied, undone (redo brings it back), superseded (undone and then overtaken by a new change), reversal (an undo or redo).
CREATE TABLE journal (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  id      TEXT NOT NULL UNIQUE,
  at      INTEGER NOT NULL,
  device  TEXT NOT NULL,
  action  TEXT NOT NULL,
  summary TEXT NOT NULL,
  reverts INTEGER REFERENCES journal (seq),
  state   TEXT NOT NULL CHECK (state IN ('applied', 'undone', 'superseded', 'reversal'))
) STRICT;
CREATE INDEX journal_state ON journal (state, seq);

CREATE TABLE journal_change (
  seq       INTEGER NOT NULL REFERENCES journal (seq),
  position  INTEGER NOT NULL,
  entity    TEXT NOT NULL CHECK (entity IN ('session', 'track', 'setting')),
  entity_id TEXT NOT NULL,
  before    TEXT CHECK (json_valid(before)),
  after     TEXT CHECK (json_valid(after)),
  PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
`;
