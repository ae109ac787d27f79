import { Chalk, type ChalkInstance } from 'chalk';
import type { TextStyle } from '../render/text-table.ts';
import type { Tone } from '../report/doc.ts';
import type { App, Output } from './app.ts';

const NARROWEST = 40;
const WIDEST = 110;

/** What a person says about colour: the flag, and the settings file. */
export interface ColorChoice {
  readonly flag: string | undefined;
  readonly configured: string;
}

/** What of an output decides how text looks there. */
export type Look = Pick<Output, 'isTTY' | 'columns'>;

/** How text looks on this output: flag before environment before settings before what the terminal can do. */
export function styleFor(app: App, output: Look, color: ColorChoice): TextStyle {
  const chalk = new Chalk({ level: wantsColor(app, output, color) ? 1 : 0 });
  const paints: Record<Tone, ChalkInstance> = {
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    muted: chalk.dim,
    strong: chalk.bold,
  };
  const { ACCESSIBLE } = app.env;
  return {
    // A terminal that does not know its width says 0.
    width: Math.min(WIDEST, Math.max(NARROWEST, output.columns() || Number(app.env.COLUMNS) || 80)),
    paint: (tone, text) => (text.trim() === '' ? text : paints[tone](text)),
    accessible: ACCESSIBLE !== undefined && ACCESSIBLE !== '' && ACCESSIBLE !== '0',
  };
}

function wantsColor({ env }: App, output: Look, { flag = 'auto', configured }: ColorChoice): boolean {
  if (flag !== 'auto') return flag === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  if (configured !== 'auto') return configured === 'always';
  return output.isTTY && env.TERM !== 'dumb';
}
