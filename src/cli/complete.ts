import type { Option } from '@commander-js/extra-typings';
import { visible } from '../render/visible.ts';
import type { App } from './app.ts';
import { type Candidate, FILES, sourceOf } from './complete-values.ts';
import { contextFor } from './context.ts';
import type { Program } from './help.ts';
import { HELP_TOPICS } from './help-topics.ts';

/** What stands in the place of names of files, which shells complete themselves. */
const FILES_LINE = ':files';

/**
 * Prints what may stand where the last word is being typed, one `value<tab>description` a line. Commands, options and arguments are those of
 * the program. It never fails: a shell that completes has nobody to tell.
 */
export async function complete(program: Program, typed: readonly string[], app: App): Promise<void> {
  try {
    const found = await candidatesFor(program, typed, app);
    if (found.length > 0) await app.stdout.write(found.map((text) => `${text}\n`).join(''));
  } catch {
    // A database that is locked, damaged or not there yet completes nothing.
  }
}

async function candidatesFor(program: Program, typed: readonly string[], app: App): Promise<string[]> {
  const current = typed.at(-1) ?? '';
  const place = placeOf(program, typed.slice(0, -1));
  const [, inline, part] = /^(--[^=]+)=(.*)$/s.exec(current) ?? [];
  const valued = inline === undefined ? awaitedBy(place, current) : optionNamed(place.options, inline);
  const word = inline === undefined ? current : (part ?? '');
  const candidates = await valuesAt(place, valued, word, app);
  if (candidates === FILES) return [FILES_LINE];
  const lead = inline === undefined ? '' : `${inline}=`;
  return candidates
    .filter(({ value }) => value.startsWith(word) && !/\s/.test(value.replaceAll(' ', '')) && visible(value) === value)
    .map(({ value, about }) => `${lead}${value}\t${visible(about).replace(/\s+/g, ' ')}`);
}

/** Where on the command line the next word stands. */
interface Place {
  readonly command: Program;
  readonly options: readonly Option[];
  /** The option that may have the next word as its value. */
  readonly awaiting: Option | undefined;
  /** The arguments before it. */
  readonly before: readonly string[];
  readonly literal: boolean;
  /** Values of --db and --cert, which decide where names come from. */
  readonly db: string | undefined;
  readonly cert: string | undefined;
}

function placeOf(program: Program, words: readonly string[]): Place {
  let command = program;
  let awaiting: Option | undefined;
  const before: string[] = [];
  let literal = false;
  const given = new Map<string, string>();
  const options = () => [...new Set([...command.options, ...program.options])].filter(({ hidden }) => !hidden);
  for (const word of words) {
    if (awaiting !== undefined && takes(awaiting, word)) {
      given.set(awaiting.name(), word);
      awaiting = undefined;
    } else if (!literal && word === '--') literal = true;
    else if (!literal && word.startsWith('-') && word.length > 1) {
      const [name = '', ...value] = word.split('=');
      const option = optionNamed(options(), name);
      if (value.length > 0 && option) given.set(option.name(), value.join('='));
      awaiting = value.length === 0 && (option?.required || option?.optional) ? option : undefined;
    } else {
      const child = before.length > 0 ? undefined : childNamed(command, word);
      if (child) command = child;
      else before.push(word);
    }
  }
  return { command, options: options(), awaiting, before, literal, db: given.get('db'), cert: given.get('cert') };
}

/** Whether a word is the value of the option before it; where the value may be left out, the next option is none. */
function takes(option: Option, word: string): boolean {
  return option.required || !word.startsWith('-');
}

function awaitedBy({ awaiting }: Place, word: string): Option | undefined {
  return awaiting && takes(awaiting, word) ? awaiting : undefined;
}

function childNamed(command: Program, word: string): Program | undefined {
  return command.commands.find((child) => child.name() === word || child.aliases().includes(word)) as
    | Program
    | undefined;
}

function optionNamed(options: readonly Option[], name: string): Option | undefined {
  return options.find(({ short, long }) => name === short || name === long);
}

async function valuesAt(
  { command, options, before, literal, db, cert }: Place,
  valued: Option | undefined,
  word: string,
  app: App,
): Promise<readonly Candidate[] | typeof FILES> {
  const context = () =>
    contextFor(app, { ...(db === undefined ? {} : { db }), ...(cert === undefined ? {} : { cert: [cert] }) });
  const candidates = (name: string, choices: readonly string[] | undefined) =>
    sourceOf(pathOf(command), name, choices)?.(context(), word, before) ?? [];
  if (valued) return candidates(valued.name(), valued.argChoices);
  if (word.startsWith('-') && !literal)
    return options.flatMap(({ long, description }) => (long ? [{ value: long, about: description }] : []));
  if (command.commands.length > 0 && before.length === 0)
    return command.commands.flatMap((child) =>
      [child.name(), ...child.aliases()].map((value) => ({ value, about: child.summary() })),
    );
  if (command.name() === 'help') return helpWords(command.parent as Program);
  const last = command.registeredArguments.at(-1);
  const argument = command.registeredArguments[before.length] ?? (last?.variadic ? last : undefined);
  return argument ? candidates(argument.name(), argument.argChoices) : [];
}

/** The words of a command below the program: `plan export`. */
function pathOf(command: Program): string[] {
  const parent = command.parent as Program | null;
  return parent === null ? [] : [...pathOf(parent), command.name()];
}

function helpWords(program: Program): Candidate[] {
  return [
    ...program.commands.map((child) => ({ value: child.name(), about: child.summary() })),
    ...Object.entries(HELP_TOPICS).map(([value, { about }]) => ({ value, about })),
    { value: 'options', about: 'the options every command takes' },
  ];
}
