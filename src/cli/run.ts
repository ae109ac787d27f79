import { CommanderError } from '@commander-js/extra-typings';
import { CerttrackError, EXIT_CODES } from '../errors.ts';
import { safeJson, visible } from '../render/visible.ts';
import type { App } from './app.ts';
import { buildProgram } from './program.ts';
import { styleFor } from './style.ts';

/** Runs one command line and returns the exit code. Nothing escapes: every error ends as a message on standard error. */
export async function run(argv: readonly string[], app: App): Promise<number> {
  try {
    await said(argv.length === 0 ? ['--help'] : argv, app);
    return 0;
  } catch (thrown) {
    const error = asCerttrackError(thrown, argv);
    await app.stderr.write(errorText(error, argv, app));
    return EXIT_CODES[error.code];
  }
}

/** Parses and runs; what commander itself says (help, version) is written afterwards, where a full disk can be told. */
async function said(argv: readonly string[], app: App): Promise<void> {
  const words: string[] = [];
  try {
    await buildProgram(app, run, (text) => void words.push(text)).parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError) || thrown.exitCode !== 0) throw thrown;
  }
  if (words.length > 0) await app.stdout.write(words.join(''));
}

function asCerttrackError(thrown: unknown, argv: readonly string[]): CerttrackError {
  if (thrown instanceof CerttrackError) return thrown;
  if (thrown instanceof CommanderError) return fromCommander(thrown, argv);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if ((thrown as { code?: unknown } | null)?.code === 'ENOSPC')
    return new CerttrackError(
      'disk_full',
      'no space left to write the output',
      'Free some space and repeat the command',
      thrown,
    );
  return new CerttrackError(
    'bug',
    `certtrack has a bug: ${message}`,
    'Your data is as it was before the command. Please report it with the output of --verbose',
    thrown,
  );
}

function fromCommander({ code, message }: CommanderError, argv: readonly string[]): CerttrackError {
  const negative = argv.find((word) => /^-\d/.test(word));
  if (code === 'commander.unknownOption' && negative !== undefined && message.includes(negative))
    return new CerttrackError(
      'usage',
      `a duration cannot be negative: "${negative}"`,
      'Write 45m, 1h30 or 1:30; a day back is --date -2d',
    );
  if (code === 'commander.help')
    return new CerttrackError(
      'usage',
      'this command needs a subcommand',
      `Its subcommands: certtrack ${commandIn(argv)}--help`,
    );
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  return new CerttrackError(
    'usage',
    first.replace(/\.$/, ''),
    rest.join(' ').replace(/^\(|\)$/g, '') || `How to call it: certtrack ${commandIn(argv)}--help`,
  );
}

/** The words of the command, as far as they can be told from a command line that could not be read. */
function commandIn(argv: readonly string[]): string {
  const words = argv.filter((word) => !word.startsWith('-'));
  const nested = ['cert', 'config', 'syllabus'].includes(words[0] ?? '');
  return words
    .slice(0, nested ? 2 : 1)
    .map((word) => `${word} `)
    .join('');
}

function errorText(error: CerttrackError, argv: readonly string[], app: App): string {
  const { code, message, hint } = error;
  const verbose = argv.includes('--verbose');
  const origin = verbose
    ? String((error.cause instanceof Error ? error.cause.stack : undefined) ?? error.stack)
    : undefined;
  if (argv.includes('--json') || argv.includes('--format=json') || argv[argv.indexOf('--format') + 1] === 'json')
    return `${safeJson({ error: { code, message, ...(hint === undefined ? {} : { hint }), ...(origin === undefined ? {} : { origin }) } })}\n`;
  const style = styleFor(app, app.stderr, argv[argv.indexOf('--color') + 1] === 'never' ? 'never' : 'auto');
  const hints = hint === undefined ? [] : hint.split('\n');
  return [
    `${style.paint('bad', 'error:')} ${visible(message)}`,
    ...hints.map((text) => `  ${visible(text)}`),
    ...(origin === undefined ? [] : [visible(origin)]),
  ]
    .map((text) => `${text}\n`)
    .join('');
}
