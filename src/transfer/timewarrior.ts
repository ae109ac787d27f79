import type { EntryOrProblem } from './entry.ts';
import { jsonValues } from './json-values.ts';

/** Reads what `timew export` writes: intervals in UTC with tags and an annotation. Only numbers that change stand for an interval, so it is known by its content. */
export function* entriesFromTimewarrior(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  for (const item of jsonValues(pieces)) {
    if ('message' in item) {
      yield item;
      continue;
    }
    const { line, text } = item;
    const { start, end, tags = [], annotation } = (item.value ?? {}) as Readonly<Record<string, unknown>>;
    const [startedAt, endedAt] = [compactInstant(start), end === undefined ? null : compactInstant(end)];
    if (startedAt === undefined) yield { line, text, message: 'start is not a time such as 20260922T170000Z' };
    else if (endedAt === undefined) yield { line, text, message: 'end is not a time such as 20260922T174500Z' };
    else if (!Array.isArray(tags) || tags.some((tag) => typeof tag !== 'string'))
      yield { line, text, message: 'tags are not a list of words' };
    else
      yield {
        ...{ line, text, startedAt, endedAt, timezone, labels: tags, clock: startedAt },
        formerName: String(startedAt),
        note: typeof annotation === 'string' ? annotation : null,
      };
  }
}

/** `20260922T170000Z` as an instant. */
function compactInstant(value: unknown): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(value));
  const instant = match
    ? Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`)
    : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
