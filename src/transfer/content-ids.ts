import type { Instant } from '../domain/zone.ts';
import { contentHash, madeId } from './made-id.ts';

/**
 * Makes ids of what things say and when they were, so that a file without ids imported again changes nothing, wherever in it they
 * stand by then; equal ones are told apart by their count.
 */
export function contentIds(): (at: Instant, content: string) => string {
  const repeats = new Map<number, number>();
  return (at, content) => {
    const hash = contentHash(`${content}#0`);
    const key = hash.readUIntBE(0, 6);
    const repeat = repeats.get(key) ?? 0;
    repeats.set(key, repeat + 1);
    return madeId(at, repeat === 0 ? hash : contentHash(`${content}#${repeat}`));
  };
}
