import type { CalendarDrawing } from '../../report/doc-drawing.ts';
import { type Canvas, type ChartOptions, INK, label, MUTED } from './canvas.ts';

const LARGEST = 18;
const LEFT = 34;
const TOP = 18;
/** How wide a letter of a name is at most, on average, and how far apart names are. */
const LETTER = 7;
const GAP = 7;
/** A month takes so many columns at least. */
const MONTH = 4;

/** A square a day, a column a week. */
export function calendarChart(
  { squares, moments, years, months, weekdays }: CalendarDrawing,
  { plot, width }: Canvas,
): ChartOptions {
  const columns = Math.max(...squares.map(({ column }) => column)) + 1;
  const rows = [...new Set(squares.map(({ row }) => row))];
  const size = Math.min(LARGEST, (width - LEFT - 2) / columns);
  // Rows of squares left free above each year for the names of its months.
  const free = Math.ceil(TOP / size);
  const above = {
    y: () => 0,
    fy: 'row',
    dy: -size / 2 - 5,
    lineAnchor: 'bottom',
    text: 'text',
    fill: MUTED,
    fontSize: 11,
  } as const;
  return {
    width: LEFT + 2 + size * columns,
    height: rows.length * (7 + free) * size + 2,
    marginLeft: LEFT,
    marginRight: 2,
    marginTop: 0,
    marginBottom: 2,
    padding: 0,
    x: { type: 'band', domain: Array.from({ length: columns }, (_, i) => i), axis: null },
    y: { type: 'band', domain: Array.from({ length: 7 + free }, (_, i) => i - free), axis: null },
    fy: { domain: rows, axis: null, padding: 0 },
    marks: [
      plot.cell(squares, {
        ...PLACE,
        inset: size > 9 ? 1 : 0.5,
        rx: size > 9 ? 2 : 1,
        fill: ({ step }) => `var(--day${step})`,
        title: ({ text }) => (text === '' ? null : label(text)),
      }),
      plot.cell(moments, {
        ...PLACE,
        inset: 0.5,
        rx: 2,
        fill: 'none',
        stroke: INK,
        strokeWidth: 2,
        title: ({ text }) => label(text),
      }),
      plot.text(fitting(months, size, width - LEFT), {
        ...above,
        x: 'column',
        dx: -size / 2 + 1,
        textAnchor: 'start',
      }),
      plot.text(years, { ...above, frameAnchor: 'left', dx: -6, textAnchor: 'end' }),
      plot.text(
        rows.flatMap((row) => [0, 2, 4].map((weekday) => ({ row, weekday }))),
        {
          y: 'weekday',
          fy: 'row',
          frameAnchor: 'left',
          dx: -6,
          textAnchor: 'end',
          text: ({ weekday }) => (size > 7 ? weekdays[weekday] : ''),
          fill: MUTED,
          fontSize: 11,
        },
      ),
    ],
  };
}

/** Names that stand clear of the one before them in their row, and end where the drawing may. The rest of a month gives way to a whole one. */
function fitting(months: CalendarDrawing['months'], size: number, room: number): CalendarDrawing['months'] {
  const taken = new Map<number, number>();
  return months.filter(({ row, column, text }, i) => {
    const start = column * size;
    const end = start + text.length * LETTER;
    const next = months[i + 1];
    const gives = next?.row === row && next.column - column < MONTH && next.column * size < end + GAP;
    if (gives || start < (taken.get(row) ?? 0) || end > room) return false;
    taken.set(row, end + GAP);
    return true;
  });
}

const PLACE = { x: 'column', y: 'weekday', fy: 'row' } as const;
