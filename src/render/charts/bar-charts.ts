import type { PartsDrawing, RangeDrawing } from '../../report/doc-drawing.ts';
import { amount, type Canvas, type ChartOptions, hueColour, INK, label, MUTED, ON_LINES, PAPER } from './canvas.ts';

/** A row holds its name above its bar, which leaves the bar the whole width on any screen. */
const ROW = 46;
const BAR = { insetTop: 22, insetBottom: 10 } as const;
/** From the middle of a row to the middle of its bar. */
const DOWN = 6;

/** Bars from 0 to 1 with the interval around their end. */
export function rangeChart({ rows, levels }: RangeDrawing, canvas: Canvas): ChartOptions {
  const { plot } = canvas;
  const placed = rows.map((row, y) => ({ ...row, y }));
  const said = ({ name, value, low, high }: RangeDrawing['rows'][number]) =>
    label(`${name}: ${amount(value, 'percent')} (${amount(low, 'percent')} to ${amount(high, 'percent')})`);
  return {
    ...frame(rows.length, levels.length > 0 ? 22 : 4),
    marginRight: 48,
    x: {
      domain: [0, 1],
      label: null,
      ticks: [0, 0.25, 0.5, 0.75, 1],
      grid: true,
      tickSize: 0,
      tickFormat: (value: number) => amount(value, 'percent'),
    },
    marks: [
      plot.barX(placed, { x1: 0, x2: 1, y: 'y', fill: 'var(--track)', ...BAR }),
      plot.barX(placed, { x1: 0, x2: 'value', y: 'y', fill: hueColour(0), title: said, ...BAR }),
      ...whiskers(placed, canvas),
      plot.text(placed, {
        x: 1,
        y: 'y',
        dx: 8,
        dy: DOWN,
        text: ({ value }) => amount(value, 'percent'),
        textAnchor: 'start',
        fontWeight: 600,
        fill: INK,
      }),
      ...names(placed, 0, 1, canvas),
      plot.tickX(
        levels.flatMap(({ value }) => placed.map(({ y }) => ({ y, value }))),
        { x: 'value', y: 'y', stroke: INK, strokeDasharray: '2 2', strokeWidth: 1.5, insetTop: 19, insetBottom: 7 },
      ),
      plot.text(levels, {
        x: 'value',
        frameAnchor: 'top',
        dy: -10,
        text: ({ text }) => label(text),
        ...ON_LINES,
      }),
    ],
  };
}

/** Each interval twice: a rim in the colour of the page, which sets the line off from the bar below it, and the line. */
function whiskers(
  rows: readonly { readonly y: number; readonly low: number; readonly high: number }[],
  { plot }: Canvas,
) {
  return [
    { stroke: PAPER, wider: 2.5 },
    { stroke: INK, wider: 0 },
  ].flatMap(({ stroke, wider }) => [
    plot.ruleY(rows, { x1: 'low', x2: 'high', y: 'y', dy: DOWN, stroke, strokeWidth: 1.5 + wider }),
    ...['low', 'high'].map((x) =>
      plot.tickX(rows, { x, y: 'y', stroke, strokeWidth: 1.5 + wider, insetTop: 25, insetBottom: 13 }),
    ),
  ]);
}

/** Bars made of parts, in hours. */
export function partsChart({ rows, series }: PartsDrawing, canvas: Canvas): ChartOptions {
  const { plot } = canvas;
  const totals = rows.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const most = Math.max(1, ...totals);
  const parts = rows.flatMap((row, y) =>
    row.parts.flatMap((value, i) => (value > 0 ? [{ y, value, row: row.name, ...series[i] }] : [])),
  );
  const placed = rows.map((row, y) => ({ ...row, y }));
  return {
    ...frame(rows.length, 4),
    marginRight: 52,
    x: {
      domain: [0, most],
      label: null,
      ticks: 4,
      grid: true,
      tickSize: 0,
      tickFormat: (value: number) => amount(value, 'hours'),
    },
    marks: [
      plot.barX(placed, { x1: 0, x2: most, y: 'y', fill: 'var(--track)', ...BAR }),
      plot.barX(
        parts,
        plot.stackX({
          x: 'value',
          y: 'y',
          fill: ({ hue }: (typeof parts)[number]) => hueColour(hue ?? 5),
          title: ({ row, name, value }: (typeof parts)[number]) => label(`${row}: ${amount(value, 'hours')} ${name}`),
          ...BAR,
          insetLeft: 0.5,
          insetRight: 0.5,
        }),
      ),
      plot.text(placed, {
        x: most,
        y: 'y',
        dx: 8,
        dy: DOWN,
        text: ({ y }) => amount(totals[y] ?? 0, 'hours'),
        textAnchor: 'start',
        fontWeight: 600,
        fill: INK,
      }),
      ...names(placed, 0, most, canvas),
    ],
  };
}

function frame(rows: number, marginTop: number): ChartOptions {
  return {
    height: rows * ROW + marginTop + 26,
    marginLeft: 12,
    marginTop,
    marginBottom: 26,
    y: { type: 'band', domain: Array.from({ length: rows }, (_, y) => y), axis: null, padding: 0 },
  };
}

/** The name at the start and the note at the end of the line above each bar; a name too long for the room ends in an ellipsis. */
function names(
  rows: readonly { readonly y: number; readonly name: string; readonly note: string }[],
  start: number,
  end: number,
  { plot, narrow }: Canvas,
) {
  const above = { y: 'y', dy: -11, fontSize: 12.5 } as const;
  return [
    plot.text(rows, {
      ...above,
      x: () => start,
      text: ({ name }) => label(name),
      textAnchor: 'start',
      lineWidth: narrow ? 12.5 : 44,
      textOverflow: 'ellipsis',
      fill: INK,
    }),
    plot.text(rows, { ...above, x: () => end, text: ({ note }) => label(note), textAnchor: 'end', fill: MUTED }),
  ];
}
