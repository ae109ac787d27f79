import { createPrompt, useKeypress, usePrefix, useState } from '@inquirer/core';

/** One key of a question: what is pressed, and what it means. */
export interface KeyChoice {
  readonly key: string;
  readonly name: string;
}

interface KeyQuestion {
  readonly message: string;
  /** Shown below the question until it is answered. */
  readonly about: string;
  readonly choices: readonly KeyChoice[];
}

/** A question answered by pressing one key, without Enter; other keys do nothing. */
export const askKey = createPrompt<string, KeyQuestion>(({ message, about, choices }, done) => {
  const [answer, setAnswer] = useState<string | undefined>(undefined);
  const prefix = usePrefix({ status: answer === undefined ? 'idle' : 'done' });
  useKeypress((pressed) => {
    const choice = choices.find(
      ({ key }) => key === pressed.name || key === (pressed as { sequence?: string }).sequence,
    );
    if (choice === undefined || answer !== undefined) return;
    setAnswer(choice.name);
    done(choice.key);
  });
  if (answer !== undefined) return `${prefix} ${message} ${answer}`;
  const keys = `  ${choices.map(({ key, name }) => `${key} ${name}`).join('   ')}`;
  return [`${prefix} ${message}`, ...(about === '' ? [] : [`  ${about}`]), keys].join('\n');
});
