import { type EntryEdit, editEntry, entryToEdit } from '../../app/entry/edit-entry.ts';
import { ENTRIES, type Entry } from '../../app/entry/find-entry.ts';
import type { TopicWord } from '../../app/topic/find-topics.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { editedEntryReport } from '../../report/entries.ts';
import type { App } from '../app.ts';
import {
  activityArg,
  cleared,
  collect,
  confidenceArg,
  minutesArg,
  profileArg,
  resourceKindArg,
  scoreArg,
  statusArg,
  yesNoArg,
} from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { readTopic } from '../topic-words.ts';
import { noteFrom } from './session-options.ts';

/** The options of `edit` as typed; which of them apply depends on what the id names. */
interface Words {
  readonly topic?: string[] | undefined;
  readonly duration?: string | undefined;
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly activity?: string | undefined;
  readonly confidence?: string | undefined;
  readonly score?: string | undefined;
  readonly note?: string | undefined;
  readonly tag?: string[] | undefined;
  readonly resource?: string | undefined;
  readonly provider?: string | undefined;
  readonly profile?: string | undefined;
  readonly section?: string[] | undefined;
  readonly timed?: boolean | undefined;
  readonly first?: boolean | undefined;
  readonly openBook?: boolean | undefined;
  readonly passed?: boolean | undefined;
  readonly title?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly force?: true | undefined;
}

/** Which options each kind of entry has. */
const OPTIONS: Readonly<Record<Entry['kind'], readonly (keyof Words)[]>> = {
  session: [
    ...(['topic', 'duration', 'date', 'from', 'to', 'activity', 'confidence', 'score'] as const),
    ...(['note', 'tag', 'resource', 'force'] as const),
  ],
  mock: ['provider', 'profile', 'score', 'section', 'duration', 'timed', 'first', 'openBook', 'date', 'note'],
  attempt: ['date', 'passed', 'note'],
  resource: ['title', 'kind', 'topic', 'duration', 'status'],
};

export function editCommand(program: Program, app: App): void {
  program
    .command('edit')
    .summary('change any field of a session, practice exam, exam or resource')
    .description('Changes what has an id. What is not named stays; "none" clears what may be empty.')
    .argument('<id>', 'id, or "last" for the last session')
    .option('--topic <topic>', 'another topic; repeat it, or name=30m, for several', collect)
    .option('--duration <time>', 'how long it was, or takes')
    .option('-d, --date <when>', 'another day or start')
    .option('-f, --from <time>', 'another start')
    .option('-t, --to <time>', 'another end')
    .option('-a, --activity <name>', 'reading, video, lab, practice, recall or none')
    .option('-c, --confidence <1-5>', 'how well you know it, or none')
    .option('-s, --score <right/all>', 'questions right of all, or none')
    .option('-m, --note <text>', 'another note, or none; "-" reads it from standard input')
    .option('--tag <tag>', 'these tags instead, or none; may be repeated', collect)
    .option('-r, --resource <name>', 'another resource, or none')
    .option('-p, --provider <name>', 'of a practice exam: another provider')
    .option('--profile <kind>', 'of a practice exam: official, third-party or re-used, for all of its provider')
    .option('--section <name=right/all>', 'of a practice exam: these sections instead, or none', collect)
    .option('--timed <yes/no>', 'of a practice exam: with the clock of the exam', yesNoArg)
    .option('--first <yes/no>', 'of a practice exam: first attempt at these questions', yesNoArg)
    .option('--open-book <yes/no>', 'of a practice exam: with notes or documentation', yesNoArg)
    .option('--passed <yes/no>', 'of an exam: how it went', yesNoArg)
    .option('--title <text>', 'of a resource: another name')
    .option('--kind <kind>', 'of a resource: another kind')
    .option('--status <status>', 'of a resource: open, done or dropped')
    .option('--force', 'allow a session over 24 h or in the future')
    .addHelpText(
      'before',
      examples(
        'certtrack edit last --duration 50m --note "with the quota part"',
        'certtrack edit 7f3a --date yesterday --from 19:00 --to 20:15',
        'certtrack edit 7f3a --topic 3.1 --topic 3.2 --score none',
        'certtrack edit "Storage lab" --status done',
      ),
    )
    .action((id, options, command) => act(app, command, (context) => edit(context, id, options)));
}

async function edit(context: Context, id: string, words: Words): Promise<Report> {
  const named = (Object.keys(words) as (keyof Words)[]).filter((key) => key !== 'force');
  if (named.length === 0)
    throw new CerttrackError(
      'usage',
      'nothing to change',
      'Name a field: --duration 50m, --note "...", --topic 3.1; all of them: certtrack edit --help',
    );
  const entry = await entryToEdit(context, id);
  const foreign = named.find((key) => !OPTIONS[entry.kind].includes(key));
  if (foreign !== undefined)
    throw new CerttrackError(
      'usage',
      `a ${ENTRIES[entry.kind].noun} has no ${flag(foreign)}`,
      `It has ${OPTIONS[entry.kind]
        .filter((key) => key !== 'force')
        .map(flag)
        .join(', ')}`,
    );
  return editedEntryReport(await editEntry(context, id, await editFrom(context, entry, words)));
}

function flag(key: keyof Words): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What the words change, read as the kind of entry needs it. */
async function editFrom(context: Context, { kind, row }: Entry, words: Words): Promise<EntryEdit> {
  const note = cleared(await noteFrom(context, words.note), String);
  switch (kind) {
    case 'session':
      return {
        kind,
        edits: {
          topics: words.topic && (await topicsOf(context, row.certId, words.topic)),
          minutes: words.duration === undefined ? undefined : minutesArg(words.duration),
          date: words.date,
          from: words.from,
          to: words.to,
          activity: cleared(words.activity, activityArg),
          confidence: cleared(words.confidence, confidenceArg),
          score: cleared(words.score, scoreArg),
          note,
          tags: words.tag?.filter((tag) => tag !== 'none'),
          resource: cleared(words.resource, String),
          force: words.force,
        },
      };
    case 'mock':
      return {
        kind,
        edits: {
          provider: words.provider,
          profile: words.profile === undefined ? undefined : profileArg(words.profile),
          score: words.score,
          sections: words.section?.filter((word) => word !== 'none'),
          minutes: cleared(words.duration, minutesArg),
          timed: words.timed,
          firstAttempt: words.first,
          openBook: words.openBook,
          date: words.date,
          note,
        },
      };
    case 'attempt':
      return { kind, edits: { date: words.date, passed: words.passed, note } };
    case 'resource':
      return {
        kind,
        edits: {
          title: words.title,
          kind: words.kind === undefined ? undefined : resourceKindArg(words.kind),
          topics: words.topic?.filter((word) => word !== 'none'),
          minutes: cleared(words.duration, minutesArg),
          status: words.status === undefined ? undefined : statusArg(words.status),
        },
      };
  }
}

async function topicsOf(context: Context, certId: string, words: readonly string[]): Promise<TopicWord[]> {
  const { edition } = currentTrack(context, await context.open(), certId);
  return words.map((word) => readTopic(word, edition));
}
