import type { Moved } from '../app/guide/move-track.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import type { MappingRow } from '../domain/edition-mapping.ts';
import type { MovedRow, MovedStudy } from '../domain/moved-study.ts';
import { percent, plural } from '../domain/words.ts';
import { BLANK, type Block, type Cell, line, muted, type Report, strong } from './doc.ts';
import { DASH, rounded } from './words.ts';

/** What carries over, topic by topic, what does not, and what is new. */
export function migrationReport({ from, to, known, study, counted, mocks }: Moved): Report {
  const again = counted > study.carried + study.rows.length;
  const touched = study.rows.filter(({ minutes, questions }) => minutes > 0 || questions > 0);
  return {
    title: `From ${from.id} to ${to.id}`,
    data: {
      from: from.id,
      to: to.id,
      mapping: known ? 'known' : 'proposed',
      minutes: study.minutes,
      carried_minutes: study.carried,
      counted_minutes: counted,
      dropped_minutes: study.dropped,
      outside_minutes: study.outside,
      mocks,
      topics: study.rows.map(({ row, minutes, questions, carried, dropped }) => ({
        topic_id: row.old,
        kind: row.kind,
        carry: row.carry,
        to: row.targets.map(({ topicId, share }) => ({ topic_id: topicId, share: rounded(share) })),
        minutes,
        questions,
        carried_minutes: carried,
        dropped_minutes: dropped,
        notes: row.notes.map((note) => ({ ...note })),
      })),
      new_topics: study.fresh,
    },
    blocks: [
      line('Moved from ', strong(from.id), ' to ', strong(to.id), `: ${summary(study)}.`),
      ...(known
        ? []
        : [
            line({ text: 'Nobody has compared these editions yet: the mapping is a proposal.', tone: 'warn' as const }),
          ]),
      ...(again
        ? [line(`What was logged on ${to.id} before counts in full again: ${durationText(counted)} in all.`)]
        : []),
      ...(touched.length === 0
        ? [line('Nothing was studied yet, so nothing has to carry over.')]
        : [BLANK, table(touched, from, to)]),
      ...(mocks > 0
        ? [
            BLANK,
            line(
              `${plural(mocks, 'mock')}: ${mocks === 1 ? 'its' : 'their'} totals count on; sections count where they still exist.`,
            ),
          ]
        : []),
      ...fresh(study.fresh, to),
      BLANK,
      line(muted('What was logged stays as it was. Take the move back: certtrack undo')),
    ],
  };
}

function summary({ minutes, carried, dropped, outside }: MovedStudy): string {
  const rest = dropped > 0 ? `, ${durationText(dropped)} stay in the totals only` : '';
  const others = outside > 0 ? `, ${durationText(outside)} outside the guide stay there` : '';
  return `${durationText(carried)} of ${durationText(minutes)} count on${rest}${others}`;
}

function table(rows: readonly MovedRow[], from: Edition, to: Edition): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'topic_id', header: 'Topic', flexible: true },
      { key: 'minutes', header: 'Studied', align: 'right' },
      { key: 'questions', header: 'Answers', align: 'right', rank: 1 },
      { key: 'to', header: 'Now', flexible: true, spoken: 'now' },
      { key: 'kind', header: 'Kind', rank: 2 },
      { key: 'carried_minutes', header: 'Counts', align: 'right', spoken: 'counts' },
    ],
    rows: rows.map(({ row, minutes, questions, carried }): Cell[] => [
      { text: topicTitle(from, row.old), value: row.old },
      { text: shortDuration(minutes), value: minutes },
      questions === 0 ? DASH : { text: String(questions), value: questions },
      row.targets.length === 0
        ? DASH
        : {
            text: row.targets.map(({ topicId }) => shortTitle(to, topicId, row.targets.length)).join(', '),
            value: row.targets.map(({ topicId }) => topicId).join(' '),
          },
      { text: row.kind, ...(row.kind === 'dropped' ? { tone: 'warn' as const } : {}) },
      { text: shortDuration(carried), value: carried, tone: carried === minutes ? 'good' : 'warn' },
    ]),
  };
}

/** A title alone, or labels where there are several. */
function shortTitle(to: Edition, topicId: string, several: number): string {
  const title = topicTitle(to, topicId);
  return several === 1 ? title : (title.split(' ')[0] ?? title);
}

function fresh(topicIds: readonly string[], to: Edition): Block[] {
  if (topicIds.length === 0) return [];
  return [BLANK, line(`New: ${topicIds.map((id) => topicTitle(to, id)).join(', ')}`)];
}

/** `becomes 3.1 and 3.2, half of it counts`: a row in words. */
export function fateText({ targets, kind }: MappingRow, to: Edition): string {
  if (targets.length === 0 || kind === 'dropped') return 'has no heir';
  const share = targets.reduce((sum, target) => sum + target.share, 0);
  const names = targets.map(({ topicId }) => topicTitle(to, topicId)).join(' and ');
  return `becomes ${names}, ${share > 0.999 ? 'all' : percent(share)} of it counts`;
}
