import type { Deleted } from '../app/entry/delete-entries.ts';
import type { EditedEntry } from '../app/entry/edit-entry.ts';
import type { NamedEntry } from '../app/entry/show-entries.ts';
import { BLANK, type Block, type Json, line, muted, type Report } from './doc.ts';
import { attemptBlocks, attemptData } from './exam.ts';
import { mockBlocks, mockData } from './mock.ts';
import { editedReport } from './recorded.ts';
import { resourceBlocks, resourceData } from './resources.ts';
import { sessionBlocks, sessionData } from './session.ts';

/** Everything about entries of any kind, one below the other. */
export function entriesReport(entries: readonly NamedEntry[]): Report {
  const data = entries.map(entryData);
  return {
    title: entries.map(({ named }) => named.handle).join(', '),
    data: data.length === 1 ? (data[0] as Json) : data,
    blocks: entries.flatMap((entry, i) => [...(i === 0 ? [] : [BLANK]), ...entryBlocks(entry)]),
  };
}

/** What was deleted. */
export function deletedReport({ entries }: Deleted): Report {
  return {
    title: 'Deleted',
    data: { deleted: entries.map(({ entry }) => entryData(entry)) },
    blocks: [
      ...entries.map(({ entry, phrase }) => line(`Deleted ${phrase}`, muted(`  ${entry.named.handle}`))),
      line(muted('Bring back: certtrack undo')),
    ],
  };
}

/** An entry as it is after a change. */
export function editedEntryReport(edited: EditedEntry): Report {
  if (edited.kind === 'session') return editedReport(edited.edited);
  const report = entriesReport([edited]);
  return { ...report, blocks: [line('Changed:'), ...report.blocks, line(muted('Take it back: certtrack undo'))] };
}

function entryData(entry: NamedEntry): Json {
  switch (entry.kind) {
    case 'session':
      return sessionData(entry.named);
    case 'mock':
      return mockData(entry.named);
    case 'attempt':
      return attemptData(entry.named);
    case 'resource':
      return resourceData(entry.named);
  }
}

function entryBlocks(entry: NamedEntry): Block[] {
  switch (entry.kind) {
    case 'session':
      return sessionBlocks(entry.named);
    case 'mock':
      return mockBlocks(entry.named);
    case 'attempt':
      return attemptBlocks(entry.named);
    case 'resource':
      return resourceBlocks(entry.named);
  }
}
