import { CommanderError } from '@commander-js/extra-typings';
import { chosenColor } from '../app/settings.ts';
import { CerttrackError, EXIT_CODES } from '../errors.ts';
import { renderText } from '../render/text.ts';
import { safeJson } from '../render/visible.ts';
import { line, type Span } from '../report/doc.ts';
import type { App } from './app.ts';
import { complete } from './complete.ts';
import { renamedCommand } from './old-names.ts';
import { buildProgram } from './program.ts';
import { styleFor } from './style.ts';

/** Runs one command line and returns the exit code. Nothing escapes: every error ends as a message on standard error. */
export async function run(words: readonly string[], app: App): Promise<number> {
  // Halves of surrogate pairs cannot be written as UTF-8, so they are replaced before anything is made of them.
  const argv = words.map((word) => word.toWellFormed());
  try {
    const { commands, said } = renamedCommand(argv);
    if (said !== null) await app.stderr.write(`${said.old} is now: ${said.now}\n`);
    if (commands.length > 1) await tried(commands, app);
    for (const [i, command] of commands.entries())
      await parsed(
        i < commands.length - 1 ? ['--quiet', ...command] : command.length === 0 ? ['--help'] : command,
        app,
      );
    return 0;
  } catch (thrown) {
    const error = asCerttrackError(thrown, argv, app);
    await app.stderr.write(errorText(error, argv, app));
    return EXIT_CODES[error.code];
  }
}

/** Tries what would change something, so that of several commands in the place of one all are done or none. */
async function tried(commands: readonly (readonly string[])[], app: App): Promise<void> {
  const changing = commands.filter((command, i) => i < commands.length - 1 || !command.includes('plan'));
  for (const command of changing) await parsed(['--dry-run', '--quiet', ...command], app);
}

/** Parses and runs; what commander itself says (help, version) is written afterwards, where a full disk can be told. */
async function parsed(argv: readonly string[], app: App): Promise<void> {
  if (argv[0] === '__complete')
    return complete(
      buildProgram(app, parsed, () => {}),
      argv.slice(1),
      app,
    );
  const words: string[] = [];
  try {
    await buildProgram(app, parsed, (text) => void words.push(text), argv[0]).parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError) || thrown.exitCode !== 0) throw thrown;
  }
  if (words.length > 0) await app.stdout.write(words.join(''));
}

function asCerttrackError(thrown: unknown, argv: readonly string[], app: App): CerttrackError {
  if (thrown instanceof CerttrackError) return thrown;
  if (thrown instanceof CommanderError) return fromCommander(thrown, argv, app);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if ((thrown as { code?: unknown } | null)?.code === 'ENOSPC')
    return new CerttrackError(
      'disk_full',
      'no space left to write the output',
      'Free some space. What the command changed is saved all the same: certtrack history',
      thrown,
    );
  return new CerttrackError(
    'bug',
    `certtrack has a bug: ${message}`,
    'certtrack history shows what was saved. Please report it with the output of --verbose',
    thrown,
  );
}

/** What commander found wrong with a command line, in our words and with what to type instead. */
function fromCommander({ code, message }: CommanderError, argv: readonly string[], app: App): CerttrackError {
  const usage = (problem: string, hint?: string) =>
    new CerttrackError('usage', problem, hint ?? `How to call it: certtrack ${commandIn(argv, app)}--help`);
  const [named = ''] = /(?<=')[^']+(?=')/.exec(message) ?? [];
  const [guess] = /(?<=Did you mean )[^?]+/.exec(message) ?? [];
  const negative = argv.find((word) => /^-\d/.test(word));
  switch (code) {
    case 'commander.unknownCommand':
      return usage(
        `there is no command "${named}"`,
        guess ? `Did you mean: certtrack ${guess}` : 'All commands: certtrack --help',
      );
    case 'commander.unknownOption':
      if (negative !== undefined && message.includes(negative))
        return usage(
          `a duration cannot be negative: "${negative}"`,
          'Write 45m, 1h30 or 1:30; a day back is --date -2d',
        );
      return usage(`there is no option ${named} here`, guess && `Did you mean ${guess}?`);
    case 'commander.help':
      return usage('this command needs a subcommand', `Its subcommands: certtrack ${commandIn(argv, app)}--help`);
    case 'commander.missingArgument':
      return usage(`${named} is missing`);
    case 'commander.optionMissingArgument':
      return usage(`${named} needs a value`);
    case 'commander.missingMandatoryOptionValue':
      return usage(`${named} is missing`);
    case 'commander.excessArguments':
      return usage(`too many words${excess(message)}`);
    case 'commander.invalidArgument': {
      const [, what = '', value = ''] = /'([^'<]+?) ?(?:<[^']*)?' argument '(.*)' is invalid/.exec(message) ?? [];
      const [, choices] = /Allowed choices are (.+)\./.exec(message) ?? [];
      return usage(
        what === '' ? sentence(message) : `${what.split(',').at(-1)?.trim()} cannot be "${value}"`,
        choices && `Write one of: ${choices}`,
      );
    }
    default:
      return usage(sentence(message));
  }
}

/** ` after "log": "b"`, from what commander says of words it did not expect. */
function excess(message: string): string {
  const [, count] = /Expected (\d+) argument/.exec(message) ?? [];
  return count === undefined ? '' : count === '0' ? ': this command takes none' : `: this command takes ${count}`;
}

function sentence(message: string): string {
  return (message.replace(/^error: /, '').split('\n')[0] ?? '').replace(/\.$/, '');
}

/** The words of the command, as far as they can be told from a command line that could not be read. */
function commandIn(argv: readonly string[], app: App): string {
  const program = buildProgram(app, parsed, () => {});
  const at = argv.findIndex((word) =>
    program.commands.some((command) => [command.name(), ...command.aliases()].includes(word)),
  );
  if (at < 0) return '';
  const command = program.commands.find((one) => [one.name(), ...one.aliases()].includes(argv[at] ?? ''));
  const nested = command?.commands.some((child) => child.name() === argv[at + 1]);
  return `${argv.slice(at, at + (nested ? 2 : 1)).join(' ')} `;
}

function errorText(error: CerttrackError, argv: readonly string[], app: App): string {
  const { code, message, hint } = error;
  const origin = argv.includes('--verbose')
    ? String((error.cause instanceof Error ? error.cause.stack : undefined) ?? error.stack)
    : undefined;
  if (argv.includes('--json') || optionIn('--format', argv) === 'json')
    return `${safeJson({ error: { code, message, ...(hint === undefined ? {} : { hint }), ...(origin === undefined ? {} : { origin }) } })}\n`;
  const style = styleFor(app, app.stderr, { flag: optionIn('--color', argv), configured: chosenColor(app.folders) });
  const label: Span[] = code === 'interrupted' || code === 'not_met' ? [] : [{ text: 'error: ', tone: 'bad' }];
  const blocks = [
    line(...label, message),
    ...(hint?.split('\n') ?? []).map((text) => line(`  ${text}`)),
    ...(origin?.split('\n') ?? []).map((text) => line(text)),
  ];
  // Only a terminal has a width; a file or another program gets each message on one line.
  const width = app.stderr.isTTY ? style.width : Number.POSITIVE_INFINITY;
  return renderText({ title: message, data: null, blocks }, { ...style, width });
}

/** The value of an option, read from words that commander may have refused. */
function optionIn(option: string, argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === option || word.startsWith(`${option}=`));
  return at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}
