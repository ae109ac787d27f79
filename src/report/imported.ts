import type { Imported } from '../app/import/import-file.ts';
import type { ImportedMocks } from '../app/import/import-mocks.ts';
import { durationText } from '../domain/duration.ts';
import { plural } from '../domain/words.ts';
import { type Block, line, muted, type Report } from './doc.ts';

export function importReport(done: Imported): Report {
  const { file, imported, minutes, unchanged, deleted, updated, kept, started, leftOut, rejected, rejects } = done;
  return {
    title: 'Import',
    data: {
      ...{ file, imported, minutes, unchanged, deleted, kept, started },
      ...{ updated, left_out: Object.fromEntries(leftOut), rejected, remembered: done.remembered },
      not_in_file: done.absent.map(({ id }) => id),
    },
    blocks: [
      line(`Read ${file.split('/').at(-1)}: ${said(done)}.`),
      ...(deleted > 0
        ? [
            line(
              `${plural(deleted, 'session')} of those you deleted; deleted stays deleted (certtrack sessions --deleted).`,
            ),
          ]
        : []),
      ...(kept.length > 0
        ? [
            line({
              text:
                kept.length === 1
                  ? '1 session differs from yours; yours was kept.'
                  : `${kept.length} sessions differ from yours; yours were kept.`,
              tone: 'warn' as const,
            }),
          ]
        : []),
      ...absentLines(done),
      ...leftOutLines(leftOut),
      ...(rejected > 0
        ? [line({ text: `${plural(rejected, 'bad row')} left out, written to ${rejects}.`, tone: 'warn' as const })]
        : []),
      ...(done.remembered ? [line('What the labels mean is remembered for the next import.')] : []),
      ...started.map((edition) =>
        line(
          `Now tracking ${edition}. Set exam date and goal: certtrack cert set ${edition.split('@')[0]} --exam DATE --hours 6/week`,
        ),
      ),
      ...(imported + updated > 0 ? [line(muted('Take the whole import back: certtrack undo'))] : []),
    ],
  };
}

function said({ imported, minutes, unchanged, updated }: Imported): string {
  return [
    imported === 0 ? 'nothing new' : `${plural(imported, 'new session')}, ${durationText(minutes)}`,
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(unchanged > 0 ? [`${unchanged} already there`] : []),
  ].join('; ');
}

const REASONS: Readonly<Record<string, string>> = {
  skipped: 'left out, as their labels say',
  running: 'still running, left out',
  short: 'under half a minute, left out',
  deleted: 'deleted there, left out',
};

function leftOutLines(leftOut: ReadonlyMap<string, number>): Block[] {
  return [...leftOut].map(([why, count]) =>
    line(muted(`${count} ${count === 1 ? 'entry' : 'entries'} ${REASONS[why] ?? why}.`)),
  );
}

/** What an import of practice exams did. */
export function mocksImportedReport({ file, imported, unchanged }: ImportedMocks): Report {
  const news = imported === 0 ? 'nothing new' : plural(imported, 'new practice exam');
  return {
    title: 'Import',
    data: { file, imported, unchanged },
    blocks: [
      line(`Read ${file.split('/').at(-1)}: ${news}${unchanged > 0 ? `; ${unchanged} already there` : ''}.`),
      ...(imported > 0 ? [line(muted('Take the whole import back: certtrack undo'))] : []),
    ],
  };
}

/** Up to so many sessions are named. */
const MOST_NAMED = 5;

/** Sessions of an earlier import that the file does not have: those of its days by their ids, those of other days by their number. */
function absentLines({ absent, days, handle }: Imported): Block[] {
  const [first = '', last = ''] = days ?? [];
  const here = absent.filter(({ studyDate }) => studyDate >= first && studyDate <= last);
  const elsewhere = absent.length - here.length;
  const ids = here.slice(0, MOST_NAMED).map(({ id }) => handle(id));
  const named = `${ids.join(', ')}${here.length > MOST_NAMED ? ' ...' : ''}`;
  return [
    ...(here.length > 0
      ? [
          line({
            text: `Imported before, and not in the file now: ${named}. Kept; to delete one: certtrack delete ID`,
            tone: 'warn',
          }),
        ]
      : []),
    ...(elsewhere > 0 ? [line(muted(`${plural(elsewhere, 'session')} of other days, imported before, kept.`))] : []),
  ];
}
