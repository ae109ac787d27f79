import { didYouMean } from '../../domain/did-you-mean.ts';
import { CerttrackError } from '../../errors.ts';
import type { App } from '../app.ts';
import { examples, helpOf, type Program } from '../help.ts';
import { HELP_TOPICS } from '../help-topics.ts';

export function helpCommand(program: Program, app: App): void {
  program
    .command('help')
    .summary('help on a command or a topic')
    .description('Explains a command or a topic.')
    .argument('[words...]', 'a command, or one of the topics')
    .addHelpText('before', examples('certtrack help dates', 'certtrack help add-session'))
    .addHelpText('after', () => `\n${topicList()}`)
    .action(async (words) => {
      const text = explained(program, words);
      await app.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    });
}

function explained(program: Program, words: readonly string[]): string {
  const [name] = words;
  if (name === undefined) return `${helpOf(program)}\n${topicList()}`;
  if (name === 'options') return optionsText(program);
  const topic = Object.hasOwn(HELP_TOPICS, name) ? HELP_TOPICS[name] : undefined;
  if (topic) return topic.text;
  return helpOf(commandNamed(program, words));
}

function commandNamed(program: Program, words: readonly string[]): Program {
  return words.reduce<Program>((parent, word) => {
    const found = parent.commands.find((command) => command.name() === word || command.aliases().includes(word));
    if (found) return found as Program;
    const known = [...parent.commands.map((command) => command.name()), ...Object.keys(HELP_TOPICS), 'options'];
    const [guess] = didYouMean(word, known);
    throw new CerttrackError(
      'not_found',
      `no help on "${word}"`,
      guess ? `Did you mean ${guess}?` : 'certtrack help lists commands and topics',
    );
  }, program);
}

function topicList(): string {
  const topics: [string, string][] = [
    ...Object.entries(HELP_TOPICS).map(([name, { about }]): [string, string] => [name, about]),
    ['options', 'the options every command takes'],
  ];
  return `Topics (certtrack help TOPIC):\n${topics.map(([name, about]) => `  ${name.padEnd(13)} ${about}\n`).join('')}`;
}

function optionsText(program: Program): string {
  const width = Math.max(...program.options.map(({ flags }) => flags.length)) + 2;
  return `Every command takes these options, before or after its name:\n\n${program.options.map(({ flags, description }) => `${flags.padEnd(width)}${description}\n`).join('')}`;
}
