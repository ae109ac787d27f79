import { change } from '../../app/change.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { lifeOf } from '../../domain/certification-life.ts';
import { today } from '../../domain/day.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { type NamedTrack, trackReport, tracksReport } from '../../report/tracks.ts';
import { editionById } from '../../store/editions.ts';
import { examResults } from '../../store/exam-results.ts';
import type { Db } from '../../store/open.ts';
import { setting } from '../../store/settings.ts';
import { tracks } from '../../store/tracks.ts';
import type { App } from '../app.ts';
import { clearable, examDateArg, targetArg, weeklyArg, yesNoArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';
import { certOverlapCommand } from './cert-overlap.ts';
import { certResultCommand } from './cert-result.ts';

/** Changes to a track as typed; `none` clears what may be empty. */
interface TrackWords {
  readonly exam?: string | undefined;
  readonly hours?: string | undefined;
  readonly target?: number | undefined;
  readonly related?: boolean | undefined;
}

export function certCommand(program: Program, app: App): void {
  const cert = program
    .command('cert')
    .helpCommand(false)
    .summary('your certifications: list, use, set, result, overlap')
    .description('The certifications you track.')
    .addHelpText(
      'before',
      examples(
        'certtrack cert list',
        'certtrack cert use gcp-pmle',
        'certtrack cert set gcp-pde --exam 2026-11-20 --hours 8/week --target 80',
      ),
    );
  cert
    .command('list')
    .summary('what you track, with exam date and goal')
    .addHelpText('before', examples('certtrack cert list'))
    .action((_options, command) =>
      answer(app, command, async (context) => {
        const db = await context.open();
        const now = today(context.now);
        return tracksReport(namedTracks(db, now), setting(db, 'current_cert'), now);
      }),
    );
  cert
    .command('use')
    .summary('the certification commands are about from now on')
    .argument('<cert>', 'certification, gcp-pmle')
    .addHelpText('before', examples('certtrack cert use gcp-pmle'))
    .action((name, _options, command) => act(app, command, (context) => use(context, name)));
  cert
    .command('set')
    .summary('change exam date, weekly goal or target')
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--exam <date>', 'exam date, 2026-11-20, or none')
    .option('--hours <per-week>', 'weekly goal, 6/week, or none')
    .option('--target <percent>', 'score to be sure of', targetArg)
    .option('--related <on/off>', 'count what study for other certifications gives this one', yesNoArg)
    .addHelpText(
      'before',
      examples('certtrack cert set --exam 2026-11-20 --hours 6/week', 'certtrack cert set gcp-pmle --target 75'),
    )
    .action((name, options, command) => act(app, command, (context) => set(context, name, options)));
  certResultCommand(cert, app);
  certOverlapCommand(cert, app);
}

function namedTracks(db: Db, now: LocalDate): NamedTrack[] {
  return tracks(db).flatMap((track) => {
    const edition = editionById(db, track.editionId);
    return edition ? [{ track, edition, life: lifeOf(examResults(db, track.certId), edition.exam, now) }] : [];
  });
}

async function use(context: Context, name: string): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const named = currentTrack(context, db, name);
    const before = setting(db, 'current_cert') ?? null;
    const { certId } = named.track;
    const other = before !== certId;
    return {
      action: 'cert use',
      summary: `switched to ${certId}`,
      changes: other ? [{ entity: 'setting', id: 'current_cert', before, after: certId }] : [],
      result: () => trackReport(other ? 'Using' : 'Already using', named, other),
    };
  });
}

async function set(context: Context, name: string | undefined, words: TrackWords): Promise<Report> {
  if (Object.keys(words).length === 0)
    throw new CerttrackError('usage', 'nothing to change', 'Name it: --exam 2026-11-20, --hours 6/week or --target 75');
  const db = await context.open();
  return change(context, db, () => {
    const { track: before, edition } = currentTrack(context, db, name);
    const after: Track = {
      ...before,
      examDate: clearable(words.exam, before.examDate, (text) => examDateArg(text, context.now)),
      weeklyMinutes: clearable(words.hours, before.weeklyMinutes, weeklyArg),
      target: words.target ?? before.target,
      countsRelated: words.related ?? before.countsRelated,
      updatedAt: context.now.instant,
    };
    const changed = !same(before, after);
    return {
      action: 'cert set',
      summary: `changed ${before.certId}: ${Object.entries(words)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')}`,
      changes: changed ? [{ entity: 'track', id: before.certId, before, after }] : [],
      result: () => trackReport(changed ? 'Changed' : 'Already so:', { track: after, edition }, changed),
    };
  });
}

function same(before: Track, after: Track): boolean {
  return (
    before.examDate === after.examDate &&
    before.weeklyMinutes === after.weeklyMinutes &&
    before.target === after.target &&
    before.countsRelated === after.countsRelated
  );
}
