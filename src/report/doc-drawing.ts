/** Which of the colours that colour-blind readers can tell apart; the same hue is the same thing in every drawing of a report. */
export type Hue = 0 | 1 | 2 | 3 | 4 | 5;

/** What numbers are: shares in 0..1 shown as percent, or hours. */
export type Unit = 'percent' | 'hours';

interface Point {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly value: number;
}

/** Something drawn over time. Bars stand on the bars before them, each up to the day before `to`. Layers without a name have no entry in the legend. */
export type Layer =
  | {
      readonly kind: 'line';
      readonly name: string;
      readonly hue: Hue;
      readonly dashed?: boolean;
      readonly points: readonly Point[];
    }
  | {
      readonly kind: 'band';
      readonly name: string;
      readonly hue: Hue;
      readonly points: readonly { readonly date: string; readonly low: number; readonly high: number }[];
    }
  | {
      readonly kind: 'bars';
      readonly name: string;
      readonly hue: Hue;
      readonly points: readonly (Point & { readonly to: string })[];
    }
  | {
      readonly kind: 'dots';
      readonly name: string;
      readonly hue: Hue;
      readonly points: readonly (Point & { readonly low: number; readonly high: number; readonly text: string })[];
    };

/** A value or a day worth a line across the drawing. */
interface Level {
  readonly value: number;
  readonly text: string;
}

/** Values over days. `from` and `to` bound the days, which are a week at least; `most` the values where they have a natural end. */
export interface TimeDrawing {
  readonly kind: 'time';
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
  readonly most: number | null;
  readonly layers: readonly Layer[];
  readonly levels: readonly Level[];
  readonly moments: readonly { readonly date: string; readonly text: string }[];
}

/** A bar a row with the interval around its end, between 0 and 1. */
export interface RangeDrawing {
  readonly kind: 'ranges';
  readonly rows: readonly {
    readonly name: string;
    readonly note: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly levels: readonly Level[];
}

/** A bar a row made of parts, in hours. */
export interface PartsDrawing {
  readonly kind: 'parts';
  readonly series: readonly { readonly name: string; readonly hue: Hue }[];
  readonly rows: readonly { readonly name: string; readonly note: string; readonly parts: readonly number[] }[];
}

/** Where something stands in a calendar: a column a week, counted from 0 like the days of the week; a row of it is one year, or all there is. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** A day in a calendar. */
interface Square extends Place {
  readonly weekday: number;
  readonly text: string;
}

/** Squares a day, the stronger in colour the higher their `step`. `steps` says what each is from 0 on, which is nothing; `years` names rows, `months` columns. */
export interface CalendarDrawing {
  readonly kind: 'calendar';
  readonly weekdays: readonly string[];
  readonly squares: readonly (Square & { readonly step: number })[];
  readonly steps: readonly string[];
  readonly years: readonly { readonly row: number; readonly text: string }[];
  readonly months: readonly (Place & { readonly text: string })[];
  readonly moments: readonly Square[];
}

/** A picture as data: what is drawn, not how. */
export type Drawing = TimeDrawing | RangeDrawing | PartsDrawing | CalendarDrawing;
