import type * as Plot from '@observablehq/plot';
import type { Hue, Unit } from '../../report/doc-drawing.ts';
import { visibleLine } from '../visible.ts';

/** What a chart is drawn with: the library, and how wide it may be in CSS pixels. */
export interface Canvas {
  readonly plot: typeof Plot;
  readonly width: number;
  /** Drawn for a phone. */
  readonly narrow: boolean;
}

/** A chart as the library's options, still without a document to draw in. */
export type ChartOptions = Plot.PlotOptions;

/** Colours are names the page's style gives a value to, light or dark. */
export function hueColour(hue: Hue): string {
  return `var(--hue${hue})`;
}

export const INK = 'var(--ink)';
export const MUTED = 'var(--muted)';
export const PAPER = 'var(--paper)';

/** Text over lines: a rim in the colour of the page keeps it readable. */
export const ON_LINES = { fill: INK, stroke: PAPER, strokeWidth: 4, fontSize: 12 } as const;

/** Symbols, each with an area to fill, and the signs the legend shows for them, so that colour is never alone. */
export const SYMBOLS = ['circle', 'square', 'diamond2', 'triangle2', 'star', 'cross'] as const;
export const SIGNS = ['●', '■', '◆', '▲', '★', '✚'] as const;

export function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** `64 %`, `2.5 h`. */
export function amount(value: number, unit: Unit): string {
  return unit === 'percent' ? `${Math.round(value * 100)} %` : `${Math.round(value * 10) / 10} h`;
}

/** Text for a drawing, on one line and safe. */
export function label(text: string): string {
  return visibleLine(text);
}
