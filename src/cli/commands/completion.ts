import { Argument } from '@commander-js/extra-typings';
import { CerttrackError } from '../../errors.ts';
import type { App } from '../app.ts';
import { COMPLETION_SCRIPTS } from '../completion-scripts.ts';
import { examples, type Program } from '../help.ts';

const SHELLS = Object.keys(COMPLETION_SCRIPTS) as (keyof typeof COMPLETION_SCRIPTS)[];

export function completionCommand(program: Program, app: App): void {
  program
    .command('completion')
    .summary('the script that lets a shell complete certtrack')
    .description(
      'Prints a script for your shell. With it, the tab key completes commands, options, topics, certifications, session ids and more from your log.',
    )
    .addArgument(new Argument('[shell]', 'bash, zsh or fish').choices(SHELLS))
    .addHelpText(
      'before',
      examples(
        'source <(certtrack completion bash)   (in ~/.bashrc)',
        'certtrack completion zsh > ~/.zfunc/_certtrack',
        'certtrack completion fish > ~/.config/fish/completions/certtrack.fish',
      ),
    )
    .action(async (shell) => {
      const known = SHELLS.find((name) => name === (shell ?? app.env.SHELL?.split('/').at(-1)));
      if (known === undefined)
        throw new CerttrackError('usage', 'for which shell?', `Write one of: ${SHELLS.join(', ')}`);
      await app.stdout.write(COMPLETION_SCRIPTS[known]);
    });
}
