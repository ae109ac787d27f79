import type { CalendarDrawing } from '../../report/doc-drawing.ts';
import { type Canvas, type ChartOptions, INK, label, MUTED, utc } from './canvas.ts';

const DAY = 86_400_000;
const LARGEST = 18;
const LEFT = 34;
const TOP = 18;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** A row of the calendar holds a year at most. */
const WEEKS = 53;

interface Square {
  readonly row: number;
  readonly column: number;
  readonly weekday: number;
  readonly time: number;
  readonly step: number;
  readonly text: string;
}

/** A square a day, a column a week; more than a year takes a row for each year. */
export function calendarChart(drawing: CalendarDrawing, { plot, width }: Canvas): ChartOptions {
  const squares = squaresOf(drawing);
  const columns = Math.max(...squares.map(({ column }) => column)) + 1;
  const rows = [...new Set(squares.map(({ row }) => row))];
  const size = Math.min(LARGEST, (width - LEFT - 2) / columns);
  // Rows of squares left free above each year for the names of its months.
  const free = Math.ceil(TOP / size);
  const marked = drawing.moments.flatMap(({ date, text }) =>
    squares.filter(({ time }) => time === utc(date).getTime()).map((square) => ({ ...square, text })),
  );
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
      plot.cell(marked, {
        ...PLACE,
        inset: 0.5,
        rx: 2,
        fill: 'none',
        stroke: INK,
        strokeWidth: 2,
        title: ({ text }) => label(text),
      }),
      plot.text(monthsOf(squares), {
        x: 'column',
        y: () => -1,
        fy: 'row',
        dx: -size / 2 + 1,
        textAnchor: 'start',
        text: 'text',
        fill: MUTED,
        fontSize: 11,
      }),
      plot.text(
        rows.flatMap((row) => [0, 2, 4].map((weekday) => ({ row, weekday }))),
        {
          y: 'weekday',
          fy: 'row',
          frameAnchor: 'left',
          dx: -6,
          textAnchor: 'end',
          text: ({ weekday }) => (size > 7 ? WEEKDAYS[(weekday + drawing.weekStart) % 7] : ''),
          fill: MUTED,
          fontSize: 11,
        },
      ),
    ],
  };
}

const PLACE = { x: 'column', y: 'weekday', fy: 'row' } as const;

function squaresOf({ from, to, weekStart, days, steps }: CalendarDrawing): Square[] {
  const known = new Map(days.map((day) => [utc(day.date).getTime(), day]));
  const start = weekBefore(utc(from).getTime(), weekStart);
  const end = utc(to).getTime();
  const long = (end - start) / DAY >= 7 * WEEKS;
  const squares: Square[] = [];
  for (let time = utc(from).getTime(); time <= end; time += DAY) {
    const year = new Date(time).getUTCFullYear();
    const first = long ? weekBefore(Date.UTC(year, 0, 1), weekStart) : start;
    const { value = 0, text = '' } = known.get(time) ?? {};
    squares.push({
      row: long ? year : 0,
      column: Math.floor((time - first) / DAY / 7),
      weekday: (new Date(time).getUTCDay() - weekStart + 7) % 7,
      time,
      step: value > 0 ? Math.max(1, steps.filter((step) => value >= step.value).length) : 0,
      text,
    });
  }
  return squares;
}

function weekBefore(time: number, weekStart: number): number {
  return time - ((new Date(time).getUTCDay() - weekStart + 7) % 7) * DAY;
}

/** Names of months over the column of their first day, where there is room; the first of a row comes with its year. */
function monthsOf(squares: readonly Square[]): { row: number; column: number; text: string }[] {
  const firsts = squares.filter(({ time }, i) => i === 0 || new Date(time).getUTCDate() === 1);
  const roomy = firsts.filter((month, i) => {
    const next = firsts[i + 1];
    return next === undefined || next.row !== month.row || next.column - month.column > 2;
  });
  return roomy.map(({ row, column, time }, i) => {
    const name = MONTHS[new Date(time).getUTCMonth()] ?? '';
    const first = roomy[i - 1]?.row !== row;
    return { row, column, text: first ? `${name} ${new Date(time).getUTCFullYear()}` : name };
  });
}
