/** What the readiness model needs: finer evidence, practice exams, results, resources, derived values. */
export const READINESS = `
-- Evidence for the readiness model: minutes of what carried practice questions, and ratings weighted by minutes.
ALTER TABLE topic_day ADD COLUMN tested_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE topic_day ADD COLUMN rating_sum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE topic_day ADD COLUMN rating_weight INTEGER NOT NULL DEFAULT 0;
DELETE FROM topic_day;
INSERT INTO topic_day (cert_id, edition_id, topic_id, study_date, activity, sessions, minutes, correct, questions,
    tested_minutes, rating_sum, rating_weight)
  SELECT cert_id, edition_id, topic_id, study_date, ifnull(activity, ''), count(*), sum(minutes), sum(ifnull(correct, 0)),
    sum(ifnull(questions, 0)), sum(iif(questions > 0, minutes, 0)),
    sum(iif(confidence IS NULL, 0, confidence * max(minutes, 1))), sum(iif(confidence IS NULL, 0, max(minutes, 1)))
  FROM session JOIN session_topic ON session_id = session.id
  WHERE deleted_at IS NULL
  GROUP BY cert_id, edition_id, topic_id, study_date, ifnull(activity, '');

-- Practice exams. Counts are REAL because some providers give a percentage only.
CREATE TABLE mock (
  id            TEXT PRIMARY KEY CHECK (length(id) = 36),
  cert_id       TEXT NOT NULL,
  edition_id    TEXT NOT NULL REFERENCES edition (id),
  provider      TEXT NOT NULL,
  taken_at      INTEGER NOT NULL,
  timezone      TEXT NOT NULL,
  study_date    TEXT NOT NULL CHECK (length(study_date) = 10),
  correct       REAL NOT NULL,
  questions     REAL NOT NULL CHECK (questions > 0 AND correct BETWEEN 0 AND questions),
  minutes       INTEGER CHECK (minutes > 0),
  timed         INTEGER NOT NULL CHECK (timed IN (0, 1)),
  first_attempt INTEGER NOT NULL CHECK (first_attempt IN (0, 1)),
  open_book     INTEGER NOT NULL CHECK (open_book IN (0, 1)),
  note          TEXT,
  prediction    TEXT CHECK (json_valid(prediction)),
  source        TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  deleted_at    INTEGER
) STRICT;
CREATE INDEX mock_taken ON mock (cert_id, taken_at);
CREATE INDEX mock_handle ON mock (substr(id, 25));
CREATE TABLE mock_section (
  mock_id    TEXT NOT NULL REFERENCES mock (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  section_id TEXT NOT NULL,
  correct    REAL NOT NULL,
  questions  REAL NOT NULL CHECK (questions > 0 AND correct BETWEEN 0 AND questions),
  PRIMARY KEY (mock_id, position),
  UNIQUE (mock_id, section_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE provider (
  name    TEXT PRIMARY KEY COLLATE NOCASE,
  profile TEXT NOT NULL CHECK (profile IN ('official', 'third-party', 're-used'))
) STRICT, WITHOUT ROWID;

-- How real exams went.
CREATE TABLE result (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  cert_id    TEXT NOT NULL,
  edition_id TEXT NOT NULL REFERENCES edition (id),
  exam_date  TEXT NOT NULL CHECK (length(exam_date) = 10),
  passed     INTEGER NOT NULL CHECK (passed IN (0, 1)),
  note       TEXT,
  prediction TEXT CHECK (json_valid(prediction)),
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- A person's own learning track.
CREATE TABLE resource (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  cert_id    TEXT NOT NULL,
  url        TEXT NOT NULL,
  title      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('course', 'lab', 'video', 'article', 'book', 'docs', 'practice')),
  topics     TEXT NOT NULL CHECK (json_valid(topics)),
  free       INTEGER CHECK (free IN (0, 1)),
  minutes    INTEGER CHECK (minutes > 0),
  status     TEXT NOT NULL CHECK (status IN ('open', 'done', 'dropped')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (cert_id, url)
) STRICT;
CREATE INDEX session_resource ON session (resource) WHERE resource IS NOT NULL AND deleted_at IS NULL;

-- What is expensive to derive, with the state of the log it was derived from; it may be emptied at any time.
CREATE TABLE derived (
  name    TEXT PRIMARY KEY,
  basis   TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;

-- The journal takes any kind of row: what it may hold is the code's to know.
CREATE TABLE journal_change_2 (
  seq       INTEGER NOT NULL REFERENCES journal (seq),
  position  INTEGER NOT NULL,
  entity    TEXT NOT NULL CHECK (entity <> ''),
  entity_id TEXT NOT NULL,
  before    TEXT CHECK (json_valid(before)),
  after     TEXT CHECK (json_valid(after)),
  PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
INSERT INTO journal_change_2 SELECT * FROM journal_change;
DROP TABLE journal_change;
ALTER TABLE journal_change_2 RENAME TO journal_change;
`;
