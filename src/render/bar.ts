import type { Cell } from '../report/doc.ts';

/** Columns between two columns of text. */
export const GAP = 2;
/** Columns a bar takes. */
export const BAR_WIDTH = 8;

/** Eight cells, filled from the left; anything above nothing shows at least one. An interval is half filled from `bar` to `barTo`. */
export function bar({ bar: share = 0, barTo }: Cell): string {
  const part = (value: number) => Math.min(1, Math.max(0, value)) * BAR_WIDTH;
  const least = share > 0 && barTo === undefined ? 1 : 0;
  const full = Math.max(least, Math.floor(part(share) + 1e-9));
  const half = barTo === undefined ? full : Math.max(full, 1, Math.round(part(barTo)));
  return '█'.repeat(full) + '▒'.repeat(half - full) + '░'.repeat(BAR_WIDTH - half);
}
