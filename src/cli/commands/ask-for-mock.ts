import { mockScore } from '../../app/mock/mock-score.ts';
import type { MockInput } from '../../app/mock/record-mock.ts';
import { parseDuration } from '../../domain/duration.ts';
import { type Edition, labelled } from '../../domain/edition.ts';
import { CerttrackError } from '../../errors.ts';
import type { Ask } from '../ask.ts';
import type { Context } from '../context.ts';

/** Asks for a practice exam, leaving out what the flags already say. @throws usage when nobody is there to ask */
export async function askForMock({ ask }: Context, edition: Edition, given: MockInput): Promise<MockInput> {
  if (ask === null)
    throw new CerttrackError(
      'usage',
      'what was the score?',
      'Write it: certtrack add-mock --provider NAME --score 41/50 (on a terminal, without arguments, certtrack asks)',
    );
  const provider = given.provider ?? (await ask.input('Provider? (Enter if it has no name)', () => undefined));
  const score = await ask.input('Score? (41/50 or 82%)', (text) => scoreProblem(text, edition));
  const section = (await ask.confirm('Do you know the score of each section?', false))
    ? await askSections(ask, edition)
    : [];
  const minutes = given.minutes ?? parseDuration(await ask.input('How long? (95m, Enter to skip)', minutesProblem));
  const conditions = given.untimed || given.repeat || given.openBook ? {} : await askConditions(ask);
  const note = given.note ?? (await ask.input('Note? (Enter for none)', () => undefined));
  return { ...given, provider, score, section, minutes, ...conditions, note };
}

async function askSections(ask: Ask, edition: Edition): Promise<string[]> {
  const words: string[] = [];
  for (const section of edition.sections) {
    const check = (text: string) => (text.trim() === '' ? undefined : scoreProblem(text, edition));
    const score = await ask.input(`${labelled(section)}? (7/10, Enter to skip)`, check);
    if (score.trim() !== '') words.push(`${section.id}=${score}`);
  }
  return words;
}

/** How it was taken, which decides how much it counts. */
async function askConditions(ask: Ask): Promise<Pick<MockInput, 'untimed' | 'repeat' | 'openBook'>> {
  const answer = await ask.select('How was it?', [
    { name: 'timed, first attempt, closed book', value: 'exam', description: 'counts in full' },
    { name: 'questions seen before', value: 'repeat', description: 'counts less' },
    { name: 'open book', value: 'openBook', description: 'counts less' },
    { name: 'untimed', value: 'untimed', description: 'counts less' },
  ]);
  return answer === 'exam' ? {} : { [answer]: true };
}

function scoreProblem(text: string, edition: Edition): string | undefined {
  try {
    const { correct, questions } = mockScore(text, edition);
    if (questions < 1) return 'A score needs at least one question';
    return correct > questions ? `${correct} right of ${questions} questions is more than there were` : undefined;
  } catch (error) {
    return error instanceof CerttrackError ? (error.hint ?? error.message) : String(error);
  }
}

function minutesProblem(text: string): string | undefined {
  return text.trim() === '' || (parseDuration(text) ?? 0) > 0 ? undefined : 'Write 95m, 1h35 or 1:35';
}
