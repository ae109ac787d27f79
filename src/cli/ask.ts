import { CerttrackError } from '../errors.ts';
import type { KeyChoice } from './ask-key.ts';

export interface Choice {
  readonly name: string;
  readonly value: string;
  readonly description?: string;
  /** Choices with the same group stand under one heading. */
  readonly group?: string;
}

/** The questions certtrack can put to a person. Every one throws `interrupted` on Ctrl-C. */
export interface Ask {
  /** One of many, found by typing. */
  readonly search: (message: string, choices: (typed: string) => readonly Choice[]) => Promise<string>;
  readonly select: (message: string, choices: readonly Choice[]) => Promise<string>;
  /** Free text; `check` says what is wrong with it. */
  readonly input: (message: string, check: (text: string) => string | undefined) => Promise<string>;
  readonly confirm: (message: string, initial: boolean) => Promise<boolean>;
  /** One of few, by pressing its key; resolves to the key. `about` stands below the question until it is answered. */
  readonly key: (message: string, about: string, choices: readonly KeyChoice[]) => Promise<string>;
}

/** Asks through inquirer, which is loaded with the first question; null when no person is at the terminal. */
export function askAt(terminal: boolean): Ask | null {
  if (!terminal) return null;
  return {
    search: (message, choices) =>
      prompt<string>(async (inquirer) => {
        const { Separator } = inquirer;
        const source = (typed: string | undefined) => {
          const found = choices(typed ?? '');
          return found.flatMap((choice, i) => {
            const opens = choice.group !== undefined && choice.group !== found[i - 1]?.group;
            return opens ? [new Separator(`── ${choice.group}`), choice] : [choice];
          });
        };
        return inquirer.prompt([{ type: 'search', name: 'answer', message, source, pageSize: 12 }]);
      }),
    select: (message, choices) =>
      prompt<string>(async (inquirer) =>
        inquirer.prompt([{ type: 'select', name: 'answer', message, choices: [...choices], pageSize: 12 }]),
      ),
    input: (message, check) =>
      prompt<string>(async (inquirer) =>
        inquirer.prompt([
          {
            type: 'input',
            name: 'answer',
            message,
            validate: (text: string) => check(text) ?? true,
          },
        ]),
      ),
    confirm: (message, initial) =>
      prompt<boolean>(async (inquirer) =>
        inquirer.prompt([{ type: 'confirm', name: 'answer', message, default: initial }]),
      ),
    key: (message, about, choices) =>
      prompt<string>(async () => {
        const { askKey } = await import('./ask-key.ts');
        return { answer: await askKey({ message, about, choices }) };
      }),
  };
}

type Inquirer = typeof import('inquirer')['default'];

async function prompt<T>(question: (inquirer: Inquirer) => Promise<unknown>): Promise<T> {
  const { default: inquirer } = await import('inquirer');
  try {
    return ((await question(inquirer)) as { answer: T }).answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError')
      throw new CerttrackError('interrupted', 'cancelled; nothing was saved', undefined, error);
    throw error;
  }
}
