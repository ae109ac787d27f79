import type { Command } from '@commander-js/extra-typings';

/** The program commands are added to. */
export type Program = Command;

/** The first thing a help text shows. */
export function examples(...commands: readonly string[]): string {
  return `Examples:\n${commands.map((command) => `  ${command}\n`).join('')}`;
}

/** What --help prints, which commander writes rather than returns when there is text around it. */
export function helpOf(command: Program): string {
  let text = '';
  const { writeOut } = command.configureOutput();
  command.configureOutput({
    writeOut: (piece) => {
      text += piece;
    },
  });
  command.outputHelp();
  if (writeOut) command.configureOutput({ writeOut });
  return text;
}
