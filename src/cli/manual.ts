import { roffList, roffParagraph, roffSection, roffSubsection, roffText, roffVerbatim } from '../render/roff.ts';
import { helpOf, type Program } from './help.ts';
import { HELP_TOPICS } from './help-topics.ts';

/** The manual page, made of the definitions that `--help` is made of. `date` is the one of the release, `YYYY-MM-DD`. */
export function manualPage(
  program: Program,
  { version, date }: { readonly version: string; readonly date: string },
): string {
  const { 'exit-codes': exitCodes, environment, ...topics } = HELP_TOPICS;
  return [
    `.TH CERTTRACK 1 ${date} "certtrack ${version}" "User Commands"`,
    roffSection('Name', `certtrack \\- ${roffText(firstClause(program.description()))}`),
    roffSection('Synopsis', '.B certtrack', '.I COMMAND', '[\\fIARGUMENT\\fR]... [\\fIOPTION\\fR]...'),
    roffSection(
      'Description',
      roffParagraph(program.description()),
      '.PP',
      'Every command has help of its own:',
      '.B certtrack help',
      '.I COMMAND',
    ),
    roffSection('Examples', roffVerbatim(examplesOf(program))),
    roffSection('Commands', ...leaves(program, []).map(({ path, command }) => commandText(path, command))),
    roffSection('Options of every command', optionList(program)),
    ...Object.entries(topics).map(([name, { text }]) => roffSection(name, roffVerbatim(text))),
    roffSection('Exit status', roffVerbatim(exitCodes?.text ?? '')),
    roffSection('Environment and files', roffVerbatim(environment?.text ?? '')),
    '',
  ].join('\n');
}

function firstClause(text: string): string {
  return text.split(':')[0]?.replace(/^A /, '').replace(/\.$/, '') ?? text;
}

interface Leaf {
  readonly path: readonly string[];
  readonly command: Program;
}

/** Commands that do something, in the order of the program: their subcommands come after those that can also be called alone. */
function leaves(parent: Program, path: readonly string[]): Leaf[] {
  return (parent.commands as Program[]).flatMap((command) => {
    const own = [...path, command.name()];
    const alone = command.commands.length === 0 || command.options.length > 0;
    return [...(alone ? [{ path: own, command }] : []), ...leaves(command, own)];
  });
}

function commandText(path: readonly string[], command: Program): string {
  const aliases = command.aliases().length > 0 ? [`Also: ${roffText(command.aliases().join(', '))}.`, '.PP'] : [];
  const explained = command.registeredArguments.map((argument): [string, string] => [
    argument.name().toUpperCase(),
    argument.description,
  ]);
  return roffSubsection(
    `${path.join(' ')} ${command.usage()}`,
    roffParagraph(command.description() || `${command.summary()[0]?.toUpperCase()}${command.summary().slice(1)}.`),
    '.PP',
    ...aliases,
    roffVerbatim(examplesOf(command)),
    ...(explained.length > 0 ? [roffList(explained)] : []),
    ...(command.options.length > 0 ? [optionList(command)] : []),
  );
}

function optionList(command: Program): string {
  return roffList(
    command.options
      .filter(({ hidden }) => !hidden)
      .map(({ flags, description }): [string, string] => [flags, description]),
  );
}

/** The examples stand at the head of every help text. */
function examplesOf(command: Program): string {
  const [, examples = ''] = /^Examples:\n((?: {2}.*\n)+)/.exec(helpOf(command)) ?? [];
  return examples.replace(/^ {2}/gm, '');
}
