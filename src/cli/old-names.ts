/** A command as it is typed now, in the place of one that went. Several are run one after the other. */
export interface Renamed {
  readonly commands: readonly (readonly string[])[];
  /** The words that went and those that took their place; null where that need not be said. */
  readonly said: { readonly old: string; readonly now: string } | null;
}

type Words = readonly string[];
type Rewrite = (rest: Words) => readonly Words[];

/** Names that went with 0.3.0 and work once more: what they begin with, or an option they had, and what takes their place. */
const OLD: readonly { readonly old: string; readonly rewrite: Rewrite }[] = [
  { old: 'status --trend', rewrite: (rest) => [['stats', 'trend', ...rest]] },
  { old: 'status --calibration', rewrite: (rest) => [['stats', 'calibration', ...rest]] },
  { old: 'sessions --calendar', rewrite: (rest) => [['stats', 'calendar', ...rest]] },
  { old: 'next --weak', rewrite: (rest) => [['status', '--topics', ...without(rest, '--minutes', '-n', '--count')]] },
  { old: 'mocks show', rewrite: (rest) => [['show', ...rest.map(lastMock)]] },
  { old: 'mocks edit', rewrite: ([id = '', ...rest]) => [['edit', lastMock(id), ...rest.map(renamed)]] },
  { old: 'mocks delete', rewrite: (rest) => [['delete', ...rest.map(lastMock)]] },
  { old: 'mocks provider', rewrite: provider },
  { old: 'plan create', rewrite: planned },
  { old: 'plan show', rewrite: (rest) => [['plan', ...rest]] },
  { old: 'plan reflow', rewrite: (rest) => [['plan', ...rest]] },
  { old: 'plan forecast', rewrite: (rest) => [['forecast', ...without(rest, '--skip')]] },
  { old: 'cert result pass', rewrite: (rest) => [['exam', 'passed', ...rest]] },
  { old: 'cert result fail', rewrite: (rest) => [['exam', 'failed', ...rest]] },
  { old: 'cert set --exam', rewrite: booked },
  { old: 'resource done', rewrite: (rest) => [['edit', ...rest, '--status', 'done']] },
  { old: 'resource drop', rewrite: (rest) => [['edit', ...rest, '--status', 'dropped']] },
  { old: 'resource reopen', rewrite: (rest) => [['edit', ...rest, '--status', 'open']] },
  { old: 'review --list', rewrite: (rest) => [rest.includes('--all') ? ['review', ...rest] : ['next', ...rest]] },
];

/** Nouns whose bare word lists; `NOUN list` is taken as the same. */
const NOUNS = ['cert', 'exam', 'mocks', 'sessions', 'backup', 'syllabus', 'resource', 'config'];

/** The options of every command, by whether they take a value. */
const VALUED = ['--cert', '--db', '--format', '--color'];
const PLAIN = ['--json', '--no-input', '--yes', '--dry-run', '--quiet', '--verbose'];

/** The old names, for the test that runs every one. */
export const OLD_NAMES: readonly string[] = OLD.map(({ old }) => old);

/** What a command line means now. */
export function renamedCommand(argv: Words): Renamed {
  const { global, words } = apart(argv);
  const [noun = '', verb] = words;
  if (verb === 'list' && NOUNS.includes(noun)) return { commands: [[...global, noun, ...words.slice(2)]], said: null };
  for (const { old, rewrite } of OLD) {
    const rest = restOf(words, old.split(' '));
    if (rest === undefined) continue;
    const commands = rewrite(rest);
    const now = commands.map((command) => `certtrack ${command.map(quoted).join(' ')}`).join(', then ');
    return { commands: commands.map((command) => [...global, ...command]), said: { old: `certtrack ${old}`, now } };
  }
  return { commands: [argv], said: null };
}

/** The options of every command, which may stand anywhere, apart from the command's own words. */
function apart(argv: Words): { global: string[]; words: string[] } {
  const global: string[] = [];
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    const valued = VALUED.includes(word);
    const isGlobal = valued || PLAIN.includes(word) || VALUED.some((option) => word.startsWith(`${option}=`));
    (isGlobal ? global : words).push(word);
    if (valued && argv[i + 1] !== undefined) global.push(argv[++i] as string);
  }
  return { global, words };
}

/** What is left of words that begin with the old name's, its options anywhere behind them; undefined where it is another command. */
function restOf(words: Words, name: Words): string[] | undefined {
  const verbs = name.filter((word) => !word.startsWith('-'));
  if (verbs.some((word, i) => words[i] !== word)) return undefined;
  const rest = words.slice(verbs.length);
  const [flag] = name.filter((word) => word.startsWith('-'));
  if (flag === undefined) return rest;
  if (!rest.some((word) => word === flag || word.startsWith(`${flag}=`))) return undefined;
  return flag === '--exam' ? rest : rest.filter((word) => word !== flag && !word.startsWith(`${flag}=`));
}

/** Takes an option with its value out. */
function taken(words: Words, option: string): { value: string | undefined; rest: string[] } {
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`));
  if (at < 0) return { value: undefined, rest: [...words] };
  const inline = words[at]?.includes('=') ?? false;
  const value = inline ? words[at]?.slice(option.length + 1) : words[at + 1];
  return { value, rest: [...words.slice(0, at), ...words.slice(at + (inline ? 1 : 2))] };
}

function without(words: Words, ...options: readonly string[]): string[] {
  return options.reduce<string[]>((left, option) => taken(left, option).rest, [...words]);
}

/** `cert set [CERT] --exam DATE ...`: the date is booked, what else there is is set. */
function booked(words: Words): Words[] {
  const { value = '', rest } = taken(words, '--exam');
  const cert = rest.filter((word, i) => !word.startsWith('-') && !(rest[i - 1] ?? '').startsWith('--'));
  return [['exam', 'book', value, ...cert], ...(rest.length > cert.length ? [['cert', 'set', ...rest]] : [])];
}

/** `plan create` with what it set, each now where it is kept, and then the plan. */
function planned(words: Words): Words[] {
  const exam = taken(words, '--exam');
  const hours = taken(exam.rest, '--hours');
  const days = taken(hours.rest, '--days');
  const skip = taken(days.rest, '--skip');
  const set = [
    ...(hours.value === undefined ? [] : ['--hours', hours.value]),
    ...(days.value === undefined ? [] : ['--days', days.value]),
  ];
  return [
    ...(exam.value === undefined ? [] : [['exam', 'book', exam.value]]),
    ...(set.length === 0 ? [] : [['cert', 'set', ...set]]),
    ...(skip.value === undefined ? [] : [['plan', 'skip', skip.value]]),
    ['plan', ...skip.rest],
  ];
}

function provider([name, kind, ...rest]: Words): Words[] {
  return name === undefined || kind === undefined
    ? [['mocks', ...rest]]
    : [['edit', `provider:${name}`, '--profile', kind, ...rest]];
}

/** `mocks show last` was the last practice exam; `last` alone is the last session. */
function lastMock(word: string): string {
  return word === 'last' ? 'last-mock' : word;
}

function renamed(word: string): string {
  return word.replace(/^--minutes(?==|$)/, '--duration');
}

function quoted(word: string): string {
  return /^[\w@.,:/=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
