import type { Drawing } from './doc-drawing.ts';

/** What a colour would mean; renderers turn it into a colour, a class, or nothing. */
export type Tone = 'good' | 'warn' | 'bad' | 'muted' | 'strong';

/** A piece of text with a meaning. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
  /** An address to go to; only http and https ones become links. */
  readonly link?: string;
}

/** One value to show. `value` is the bare number or text for CSV, `bar` a share in 0..1 drawn before the text (up to `barTo` less filled: an interval), `spoken` how to say it in a sentence. */
export interface Cell extends Span {
  readonly value?: string | number | null;
  readonly bar?: number;
  readonly barTo?: number;
  readonly spoken?: string;
}

export interface Column {
  /** Name of the column in CSV. */
  readonly key: string;
  readonly header: string;
  /** What stands before the value in a sentence; the header otherwise. */
  readonly spoken?: string;
  readonly align?: 'left' | 'right';
  /** Narrow terminals leave out the columns with the lowest `rank` first; columns without one always stay. */
  readonly rank?: number;
  /** May be shortened to fit. */
  readonly flexible?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A label with its value: `Covered  64 %  of the guide by weight`. */
export interface Fact {
  readonly label: string;
  readonly cell: Cell;
  readonly note?: string;
  /** All of it but the label as a sentence, where value and note do not make one. */
  readonly spoken?: string;
}

/** Starts a part of a long report; renderers that have no room for one show the text alone. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
}

/** A picture with its twins: what it shows in words, and the same numbers as a table. */
export interface Chart {
  readonly kind: 'chart';
  readonly title: string;
  readonly alternative: string;
  readonly drawing: Drawing;
  readonly table: Table;
  /** The table says more than the picture and stands beside it; otherwise it may be folded away. */
  readonly tableShown?: boolean;
}

export type Block =
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'blank' }
  | Heading
  | Chart
  | Table;

/** Plain JSON: the contract of `--json`. Keys are only ever added. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a command has to say, once, for every format. */
export interface Report {
  readonly title: string;
  readonly data: Json;
  readonly blocks: readonly Block[];
}

export const BLANK: Block = { kind: 'blank' };

export function heading(level: Heading['level'], text: string): Heading {
  return { kind: 'heading', level, text };
}

/** A line of text; plain strings have no tone. */
export function line(...parts: readonly (string | Span)[]): Block {
  return { kind: 'text', spans: parts.map((part) => (typeof part === 'string' ? { text: part } : part)) };
}

export function muted(text: string): Span {
  return { text, tone: 'muted' };
}

export function strong(text: string): Span {
  return { text, tone: 'strong' };
}
