import type { Reversed } from '../app/undo.ts';
import { shortDate } from '../domain/local-date.ts';
import { clockText, type Instant, isoUtc, type Zone } from '../domain/zone.ts';
import { type Cell, line, muted, type Report } from './doc.ts';

/** A journal entry as people see it. */
export interface HistoryEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly action: string;
  readonly summary: string;
  readonly state: 'applied' | 'undone' | 'superseded' | 'reversal';
  readonly reverts: number | null;
  readonly changes: number;
}

/** Changes of the log, newest first. */
export function historyReport(entries: readonly HistoryEntry[], zone: Zone): Report {
  return {
    title: 'History',
    data: entries.map(({ seq, at, action, summary, state, reverts, changes }) => ({
      seq,
      at: isoUtc(at),
      action,
      summary,
      state,
      reverts,
      changes,
    })),
    blocks:
      entries.length === 0
        ? [line('Nothing has been changed yet.')]
        : [
            {
              kind: 'table',
              columns: [
                { key: 'seq', header: '#', align: 'right' },
                { key: 'at', header: 'When' },
                { key: 'action', header: 'Command', rank: 1 },
                { key: 'summary', header: 'What', flexible: true },
                { key: 'state', header: '' },
              ],
              rows: entries.map((entry) => row(entry, zone)),
            },
          ],
  };
}

function row({ seq, at, action, summary, state }: HistoryEntry, zone: Zone): Cell[] {
  const wall = zone.wallAt(at);
  const gone = state === 'undone' || state === 'superseded';
  return [
    { text: String(seq), value: seq, spoken: `Change ${seq}` },
    { text: `${shortDate(wall.date)} ${clockText(wall.minutes)}`, value: isoUtc(at) },
    { text: action },
    gone ? { text: summary, tone: 'muted' } : { text: summary },
    gone ? { text: 'undone', value: state, tone: 'warn' } : { text: '', value: state },
  ];
}

/** What undo took back, or redo brought back. */
export function reversedReport(action: 'undo' | 'redo', target: Reversed): Report {
  const verb = action === 'undo' ? 'Took back' : 'Brought back';
  const other = action === 'undo' ? 'Bring back: certtrack redo' : 'Take back again: certtrack undo';
  return {
    title: verb,
    data: { action, entry: target.seq, summary: target.summary, changes: target.changes },
    blocks: [line(`${verb}: ${target.summary}`), line(muted(other))],
  };
}
