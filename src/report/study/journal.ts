import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { topicTitle } from '../../domain/edition.ts';
import { type LocalDate, shortDate, shortMonth } from '../../domain/local-date.ts';
import type { StudyNote } from '../../domain/study-note.ts';
import { type Block, type Fact, heading, line, muted } from '../doc.ts';

/** The notes, newest first, month by month. */
export function journalBlocks(record: StudyRecord): Block[] {
  if (record.journal === null || record.journal.total === 0) return [];
  const { notes, total } = record.journal;
  const months = new Map<string, StudyNote[]>();
  for (const note of notes) months.set(monthOf(note.date), [...(months.get(monthOf(note.date)) ?? []), note]);
  return [
    ...(total > notes.length
      ? [line(muted(`The newest ${notes.length} of ${total} notes; certtrack export --format md writes all of them.`))]
      : []),
    ...[...months].flatMap(([month, own]): Block[] => [
      heading(3, month),
      { kind: 'facts', facts: own.map((note) => factOf(note, record)) },
    ]),
  ];
}

/** `Nov 2026`. */
function monthOf(date: LocalDate): string {
  return `${shortMonth(date)} ${date.slice(0, 4)}`;
}

function factOf({ date, note, activity, topicIds }: StudyNote, { edition }: StudyRecord): Fact {
  const about = topicIds.map((id) => topicTitle(edition, id)).join(', ');
  return {
    label: shortDate(date),
    cell: { text: note.trim() },
    note: activity === null ? about : `${about}, ${activity}`,
  };
}
