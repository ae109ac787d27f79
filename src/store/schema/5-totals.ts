/** Sums that are asked for every day, so that no command adds up years of evidence to answer. */
export const TOTALS = `
-- Kept in step with topic_day in the same transaction.
CREATE TABLE topic_total (
  cert_id    TEXT NOT NULL,
  edition_id TEXT NOT NULL,
  topic_id   TEXT NOT NULL,
  sessions   INTEGER NOT NULL,
  minutes    INTEGER NOT NULL,
  correct    INTEGER NOT NULL,
  questions  INTEGER NOT NULL,
  PRIMARY KEY (cert_id, edition_id, topic_id)
) STRICT, WITHOUT ROWID;
INSERT INTO topic_total SELECT cert_id, edition_id, topic_id, sum(sessions), sum(minutes), sum(correct), sum(questions)
  FROM topic_day GROUP BY cert_id, edition_id, topic_id;

CREATE TABLE study_day (
  cert_id    TEXT NOT NULL,
  study_date TEXT NOT NULL,
  sessions   INTEGER NOT NULL,
  minutes    INTEGER NOT NULL,
  PRIMARY KEY (cert_id, study_date)
) STRICT, WITHOUT ROWID;
INSERT INTO study_day SELECT cert_id, study_date, sum(sessions), sum(minutes) FROM topic_day GROUP BY cert_id, study_date;

-- What the readiness model has made of a topic's study up to and with a study date; gone as soon as anything up to that date changes.
CREATE TABLE study_past (
  cert_id  TEXT NOT NULL,
  topic_id TEXT NOT NULL,
  until    TEXT NOT NULL,
  basis    TEXT NOT NULL,
  own      INTEGER NOT NULL CHECK (own IN (0, 1)),
  content  BLOB NOT NULL,
  PRIMARY KEY (cert_id, topic_id)
) STRICT;
`;
