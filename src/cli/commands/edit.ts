import { parseClock } from '../../domain/day.ts';
import {
  overlapping,
  type Part,
  type Session,
  type Share,
  sessionMinutes,
  sessionScore,
  shareOut,
  withMinutes,
  withScore,
} from '../../domain/session.ts';
import { hasTime, resolveWhen, type When } from '../../domain/when.ts';
import { clockText, isoInZone, storedZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { changedFields, editedReport } from '../../report/recorded.ts';
import { sessionPhrase } from '../../report/session.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/open.ts';
import { sessionsBetween } from '../../store/sessions.ts';
import type { App } from '../app.ts';
import { activityArg, clearable, collect, confidenceArg, minutesArg, scoreArg } from '../args.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { sessionFor } from '../find.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { noteFrom } from '../record-session.ts';
import { refuse } from '../refuse.ts';
import { resourceText } from '../resources.ts';
import { sessionNamer, standingOf } from '../standing.ts';
import { fittingMinutes, readTopic, sharesFor } from '../topic-words.ts';

const MINUTE = 60_000;

/** Fields to change, as typed; `none` or empty text clears what may be empty. */
interface Edits {
  readonly topic?: string[] | undefined;
  readonly duration?: number | undefined;
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly activity?: string | undefined;
  readonly confidence?: string | undefined;
  readonly score?: string | undefined;
  readonly note?: string | undefined;
  readonly tag?: string[] | undefined;
  readonly resource?: string | undefined;
  readonly force?: true | undefined;
}

export function editCommand(program: Program, app: App): void {
  program
    .command('edit')
    .summary('change any field of a session')
    .description(
      'Changes a session. What is not named stays; "none" clears activity, confidence, score, note, tags or resource.',
    )
    .argument('<id>', 'session id, or "last"')
    .option('--topic <topic>', 'another topic; repeat it, or name=30m, for several', collect)
    .option('--duration <time>', 'how long it was', minutesArg)
    .option('-d, --date <when>', 'another day or start')
    .option('-f, --from <time>', 'another start')
    .option('-t, --to <time>', 'another end')
    .option('-a, --activity <name>', 'reading, video, lab, practice, recall or none')
    .option('-c, --confidence <1-5>', 'how well you know it, or none')
    .option('-s, --score <right/all>', 'practice questions, or none')
    .option('-m, --note <text>', 'another note, or none; "-" reads it from standard input')
    .option('--tag <tag>', 'these tags instead, or none; may be repeated', collect)
    .option('-r, --resource <name>', 'another resource, or none')
    .option('--force', 'allow a session over 24 h or in the future')
    .addHelpText(
      'before',
      examples(
        'certtrack edit last --duration 50m --note "with the quota part"',
        'certtrack edit 7f3a --date yesterday --from 19:00 --to 20:15',
        'certtrack edit 7f3a --topic 3.1 --topic 3.2 --score none',
      ),
    )
    .action((id, options, command) => act(app, command, (context) => edit(context, id, options)));
}

async function edit(context: Context, id: string, said: Edits) {
  if (Object.keys(said).every((key) => key === 'force'))
    throw new CerttrackError(
      'usage',
      'nothing to change',
      'Name a field: --duration 50m, --note "...", --topic 3.1; all of them: certtrack edit --help',
    );
  const edits = { ...said, note: await noteFrom(context, said.note) };
  const db = await context.open();
  return change(context, db, () => {
    const before = sessionFor(db, id);
    if (before.deletedAt !== null)
      throw new CerttrackError('not_found', 'that session is deleted', 'Bring it back first: certtrack undo');
    const { track, edition } = currentTrack(context, db, before.certId);
    const after = edited(context, db, before, edits);
    refuse(after, context, edits.force, before);
    const fields = changedFields(before, after, storedZone(after.timezone));
    if (fields.length === 0)
      throw new CerttrackError('usage', 'that changes nothing: the session is like that already');
    const name = sessionNamer(context, db);
    const moved = before.startedAt !== after.startedAt || before.endedAt !== after.endedAt;
    const overlaps = moved ? overlapping(after, sessionsBetween(db, after.startedAt, after.endedAt)) : [];
    return {
      action: 'edit',
      summary: `changed ${fields.map((field) => field.name).join(', ')} of ${sessionPhrase(before, name(before).edition)}`,
      changes: [{ entity: 'session', id: before.id, before, after }],
      report: () =>
        editedReport(
          {
            verb: 'Changed',
            named: name(after),
            progress: standingOf(context, db, track, edition).progress,
            overlaps: overlaps.map(name),
            backdated: false,
            placed: false,
          },
          before,
        ),
    };
  });
}

/** The session with the edits; the instant it happened stays unless a time is named. */
function edited(context: Context, db: Db, before: Session, edits: Edits): Session {
  const edition = editionById(db, before.editionId) ?? currentTrack(context, db, before.certId).edition;
  const topics = edits.topic?.map((word) => readTopic(word, edition));
  const wanted = fittingMinutes(topics ?? [], edits.duration);
  const { minutes, ...times } = editedTimes(context, before, edits, wanted);
  return {
    ...before,
    ...times,
    parts: editedParts(before, edits, topics && sharesFor(edition, topics), minutes),
    activity: clearable(edits.activity, before.activity, activityArg),
    confidence: clearable(edits.confidence, before.confidence, confidenceArg),
    note: clearable(edits.note, before.note, String),
    resource: clearable(edits.resource, before.resource, (text) => resourceText(db, before.certId, text)),
    tags: edits.tag === undefined ? before.tags : [...new Set(edits.tag.filter((tag) => tag !== 'none'))],
    updatedAt: Math.floor(context.now.instant / 1000) * 1000,
  };
}

type Times = Pick<Session, 'startedAt' | 'endedAt' | 'timezone' | 'studyDate'> & Pick<When, 'minutes'>;

/** Without --to a session keeps its span, and so its breaks; other minutes stretch it only where they do not fit into a break. */
function editedTimes({ now }: Context, before: Session, edits: Edits, wanted: number | undefined): Times {
  const { date, from, to } = edits;
  const present = sessionMinutes(before);
  const span = Math.round((before.endedAt - before.startedAt) / MINUTE);
  if (date === undefined && from === undefined && to === undefined) {
    const { startedAt, endedAt, timezone, studyDate } = before;
    const kept = { startedAt, endedAt, timezone, studyDate, minutes: wanted ?? present };
    const fits = kept.minutes === present || (present < span && kept.minutes <= span);
    return fits ? kept : { ...kept, ...stretched(before, kept.minutes * MINUTE, now.instant) };
  }
  const zone = storedZone(before.timezone);
  const start = zone.wallAt(before.startedAt);
  const kept = date === undefined ? isoInZone(zone, before.startedAt) : clockText(start.minutes);
  const words = {
    date: date ?? (parseClock(from ?? '') === undefined ? undefined : start.date),
    from: from ?? (date !== undefined && hasTime(date) ? undefined : kept),
    to,
    minutes: wanted ?? (to === undefined ? span : undefined),
  };
  const when = resolveWhen(words, { ...now, zone }, () => undefined);
  const { startedAt, endedAt, studyDate } = when;
  const minutes = wanted ?? (to === undefined ? present : when.minutes);
  return { startedAt, endedAt, timezone: when.zone.name, studyDate, minutes };
}

/** Another length from the same start; from the same end when it would otherwise reach into the future. */
function stretched(before: Session, length: number, now: number) {
  const endedAt = before.startedAt + length;
  return endedAt <= now
    ? { startedAt: before.startedAt, endedAt }
    : { startedAt: before.endedAt - length, endedAt: before.endedAt };
}

function editedParts(before: Session, edits: Edits, shares: readonly Share[] | undefined, minutes: number): Part[] {
  const score = clearable(edits.score, sessionScore(before), scoreArg);
  if (shares !== undefined) return shareOut(shares, minutes, score);
  const parts = withMinutes(before.parts, minutes);
  return edits.score === undefined ? parts : withScore(parts, score);
}
