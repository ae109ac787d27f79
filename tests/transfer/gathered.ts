import type { Session } from '../../src/domain/session.ts';
import { type Found, ScatteredRows } from '../../src/transfer/found.ts';
import type { RowContext } from '../../src/transfer/session-from-rows.ts';
import { sessionsFromCsv } from '../../src/transfer/sessions-from-csv.ts';

/** Everything a reader finds, its sessions and its problems apart; the rest by its kind. */
function gathered(found: Iterable<Found>) {
  const sessions: Session[] = [];
  const problems: { line: number; message: string }[] = [];
  const rest: Found[] = [];
  for (const item of found) {
    if (item.kind === 'session') sessions.push(item.session);
    else if (item.kind === 'problem') problems.push({ line: item.problem.line, message: item.problem.message });
    else rest.push(item);
  }
  problems.sort((a, b) => a.line - b.line);
  return { sessions, problems, rest };
}

/** What a CSV holds, read as the import command reads it: again in any order when rows of a session do not stand together. */
export function csvRead(text: string, context: RowContext, piece = 7) {
  const pieces = Array.from({ length: Math.ceil(text.length / piece) }, (_, i) =>
    text.slice(i * piece, (i + 1) * piece),
  );
  const read = (order: 'together' | 'any') => {
    const { sessions, problems } = gathered(sessionsFromCsv(pieces, context, order));
    return { sessions, problems };
  };
  try {
    return read('together');
  } catch (error) {
    if (!(error instanceof ScatteredRows)) throw error;
    return read('any');
  }
}
