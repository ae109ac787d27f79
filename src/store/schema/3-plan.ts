/** Study plans, and what is to be called up from memory. */
export const PLAN = `
CREATE TABLE plan (
  cert_id        TEXT PRIMARY KEY,
  edition_id     TEXT NOT NULL REFERENCES edition (id),
  exam_date      TEXT NOT NULL CHECK (length(exam_date) = 10),
  weekly_minutes INTEGER NOT NULL CHECK (weekly_minutes > 0),
  weekdays       TEXT NOT NULL CHECK (json_valid(weekdays)),
  skips          TEXT NOT NULL CHECK (json_valid(skips)),
  retired        TEXT NOT NULL CHECK (json_valid(retired)),
  revision       INTEGER NOT NULL CHECK (revision >= 0),
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- A block without a topic is a practice exam.
CREATE TABLE plan_block (
  cert_id  TEXT NOT NULL REFERENCES plan (cert_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  date     TEXT NOT NULL CHECK (length(date) = 10),
  minutes  INTEGER NOT NULL CHECK (minutes > 0),
  topic_id TEXT,
  activity TEXT NOT NULL,
  reason   TEXT NOT NULL CHECK (json_valid(reason)),
  PRIMARY KEY (cert_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  id           TEXT PRIMARY KEY,
  cert_id      TEXT NOT NULL,
  topic_id     TEXT NOT NULL,
  objective_id TEXT,
  added_on     TEXT NOT NULL CHECK (length(added_on) = 10),
  created_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Answers outlive their card: taken up again, it goes on where it was.
CREATE TABLE card_rating (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  card_id    TEXT NOT NULL,
  session_id TEXT NOT NULL,
  at         INTEGER NOT NULL,
  study_date TEXT NOT NULL CHECK (length(study_date) = 10),
  grade      TEXT NOT NULL CHECK (grade IN ('again', 'hard', 'good', 'easy'))
) STRICT;
CREATE INDEX card_rating_card ON card_rating (card_id, at);
`;
