import { expect } from 'vitest';
import type { EntryOrProblem } from '../../src/transfer/entry.ts';

type Reader = (pieces: Iterable<string>, timezone: string) => Iterable<EntryOrProblem>;

/** What a reader finds, the same however the text is cut: line and message, or start, end, minutes, labels and note in words. */
export function told(read: Reader, text: string, timezone = 'Europe/Berlin'): string[] {
  const cut = (size: number) =>
    Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
  const whole = [...read([text], timezone)];
  for (const size of [1, 2, 7]) expect([...read(cut(size), timezone)]).toEqual(whole);
  const iso = (at: number | null) => (at === null ? 'running' : new Date(at).toISOString().slice(0, 19));
  return whole.map((item) =>
    'message' in item
      ? `${item.line}: ${item.message}`
      : [iso(item.startedAt), iso(item.endedAt), item.minutes, item.labels.join('+'), item.note?.replaceAll('\n', '/')]
          .filter((part) => part !== undefined)
          .join(' | '),
  );
}
