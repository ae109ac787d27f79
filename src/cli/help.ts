import type { Command } from '@commander-js/extra-typings';

/** The program commands are added to. */
export type Program = Command;

/** The first thing a help text shows. */
export function examples(...commands: readonly string[]): string {
  return `Examples:\n${commands.map((command) => `  ${command}\n`).join('')}`;
}
