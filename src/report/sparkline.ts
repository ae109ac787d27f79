const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const SHADES = ['·', '░', '▒', '▓', '█'] as const;

/** One character a value, from the lowest line for 0 to a full block for `most`; a blank for null. */
export function sparkline(values: readonly (number | null)[], most: number): string {
  return values
    .map((value) => {
      if (value === null) return ' ';
      const level = most > 0 ? Math.round((Math.min(value, most) / most) * (LEVELS.length - 1)) : 0;
      return LEVELS[value > 0 ? Math.max(1, level) : 0];
    })
    .join('');
}

/** A shade for an amount: a dot for nothing, then four steps up to `most`. */
export function shade(value: number, most: number): string {
  if (value <= 0) return SHADES[0];
  return SHADES[Math.min(SHADES.length - 1, Math.max(1, Math.ceil((value / most) * (SHADES.length - 1))))] as string;
}
