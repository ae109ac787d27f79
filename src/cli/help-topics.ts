/** What `certtrack help TOPIC` says beyond the commands' own help; the options every command takes come from the program itself. */
export const HELP_TOPICS: Readonly<Record<string, { readonly about: string; readonly text: string }>> = {
  dates: {
    about: 'dates, times and durations as certtrack reads them',
    text: `Dates      2026-09-22  today  yesterday  mon (the last Monday)  -2d
Moments    2026-09-22T19:00  2026-09-22T19:00+02:00  2026-09-22T17:00Z  "2h ago"
Times      19:00  7pm  7:30pm
Durations  45  45m  1h30  1h30m  1.5h  1:30  PT45M     (a bare number is minutes)

Anything else is refused, and 03/04/2026 is refused with both readings shown.
A study day starts at 04:00 (certtrack config set day-start), so a session at
00:30 counts for the evening before. --from and --to lie in the present study
day, or in that of today, yesterday, mon or -2d; with a date such as 2026-09-22
they are times of that calendar day. A date without a time puts the session at
noon, or after the last one of that day.
The study date is stored with the session: travel and daylight saving change
nothing later. On the night the clocks go back, write the offset.`,
  },
  topics: {
    about: 'how a typed topic is found',
    text: `A topic may be typed as its slug (sharing-data), the label of your edition
(4.3), an old or new product name (Dataplex), or a part that only one topic
has (sovereignty). A section (3, storing-data) stands for all of its topics.

Several topics share the time evenly:   certtrack add-session 3.1 3.2 1h
Or each has its own:                    certtrack add-session 3.1=40m 3.2=20m
Right answers are shared in proportion to the minutes.

When several topics fit, they are listed and nothing is saved. Time outside the
guide goes to the topic "other", so that no hour is lost. All topics of your
guide: certtrack syllabus show`,
  },
  activities: {
    about: 'the five activities',
    text: `reading    guides, documentation, books, articles
video      courses, talks
lab        hands-on work
practice   practice questions; --score 14/20 says how many were right
recall     from memory: flash cards, explaining, blank page

A beginning that only one has is enough: -a prac. With --score and without an
activity, practice is meant.`,
  },
  csv: {
    about: "the columns of certtrack's CSV",
    text: `One row per session and topic, in this order; columns are only ever appended:

session_id, cert_id, edition, section_id, section, section_weight, topic_id,
topic, study_date, started_at, ended_at, timezone, minutes, activity,
confidence, correct, questions, note, tags, resource, source, created_at,
updated_at

RFC 4180, UTF-8, ISO 8601 times with offset. Text that a spreadsheet would run
as a formula (it starts with = + - @ or a tab) gets an apostrophe in front,
which import takes away again. Exporting, importing into an empty database and
exporting again gives the same bytes.

For a file of your own, topic_id, minutes and study_date (or started_at) are
enough. A row without session_id gets one made of its content, so that a second
import still changes nothing.`,
  },
  import: {
    about: 'the formats import reads, and what labels mean',
    text: `csv          certtrack's own columns (certtrack help csv)
json         what certtrack export --format json writes
ndjson       what certtrack export --format ndjson writes
timewarrior  what "timew export" writes
watson       what "watson log --json" writes, or its file of frames
klog         a .klg file
toggl        the CSV of Toggl Track's detailed report, dates as YYYY-MM-DD
timeclock    a timeclock file of hledger or ledger
mocks        practice exams, as certtrack export --what mocks writes them

In other tools a tag, project or account says what the time was for. One that is
a topic's slug, or an account such as gcp-pde:storing-data:data-lake, needs no
explanation, and neither does the name of an activity. Every other is told once
and remembered:

--map bigquery=data-warehouse   this topic, or all topics of a section
--map ml=gcp-pmle:serving-models  a topic of another certification you track
--map work=-                    no study of a topic: left out
--map =other                    entries without a label

An entry needs one label that names a topic; several share its time. Its other
labels become tags. Nothing is imported while a label is unexplained.

Importing again changes nothing: an entry is known by its id (Watson), or by its
day and all it says, wherever it stands. After an edit in the file what is new is
imported; what the file no longer has stays, and you are told. If you changed an
entry here, yours is kept (--on-conflict skip), or taken from the file (update),
or nothing is imported (fail). What you deleted stays deleted. Running entries
and those under half a minute are left out.

Time is kept in whole minutes, each entry rounded by itself. Tools that keep no
time zone (klog, toggl, timeclock) mean the clock of this machine; TZ=Asia/Tokyo
before the command reads them as another's.`,
  },
  'exit-codes': {
    about: 'what the exit code says',
    text: `0    done
1    it ran, and the answer is no (status --require, doctor, backup verify)
2    how it was called, or a decision is needed and nobody is there to ask
3    no such thing: topic, session, certification, file
4    bad data: syllabus, import file, settings file
5    the database: locked, newer, damaged, not writable, disk full
70   a bug in certtrack
130  interrupted

With --json an error is one object on standard error:
{"error":{"code":"not_found","message":"...","hint":"..."}}`,
  },
  environment: {
    about: 'environment variables and where files are',
    text: `CERTTRACK_DB    database file
CERTTRACK_CERT  certification to use
NO_COLOR        no colour             FORCE_COLOR  colour even in a pipe
ACCESSIBLE      sentences instead of columns and bars
TZ              time zone for new sessions
COLUMNS         width when it is not a terminal

A flag wins over the environment, that over the settings file, that over the
default. On Linux the database is ~/.local/share/certtrack/certtrack.db and the
settings are ~/.config/certtrack/config.json (XDG_DATA_HOME and XDG_CONFIG_HOME
are respected). Both are readable by you only. certtrack opens no network
connection.`,
  },
};
