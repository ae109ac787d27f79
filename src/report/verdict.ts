import type { JudgedStanding } from '../app/readiness/standing.ts';
import { type Edition, labelled } from '../domain/edition.ts';
import { fromDayNumber, longDate } from '../domain/local-date.ts';
import { GATE } from '../domain/readiness/gate.ts';
import type { Variance } from '../domain/readiness/score.ts';
import { percent, plural } from '../domain/words.ts';

/** What would change the answer, or keep it. */
export function turnText({ edition, readiness, progress }: JudgedStanding): string {
  const { turn } = readiness;
  switch (turn.kind) {
    case 'no_results':
      if (readiness.mocks > 0) return 'Repeats tell little: a timed first attempt of 40+ new questions would tell.';
      return progress.total.minutes === 0
        ? 'Log what you study; practice questions and a timed mock will say the most.'
        : 'Hours alone say little: a timed mock of 40+ questions, or ten on each section, would show where you are.';
    case 'old_results':
      return `The last results are from ${longDate(fromDayNumber(turn.day))}: a timed mock of 40+ questions would show what is left.`;
    case 'few_answers':
      return `${plural(turn.missing, 'more practice answer')} would be enough to say.`;
    case 'untested_sections':
      return `Hardly any recent answers on ${sectionNames(edition, turn.sections)}: ten on each, or one timed mock, would tell.`;
    case 'study':
      return `Most is missing in ${sectionNames(edition, turn.sections)}.`;
    case 'mocks':
      return 'Two timed mocks of 40+ questions would decide it.';
    case 'official_mock':
      return "The vendor's own practice test would tell most now.";
    case 'keep_fresh':
      return progress.daysToExam === null
        ? 'Book the exam, and keep every topic fresh until then.'
        : 'Keep every topic fresh until the exam.';
  }
}

/** `3 Storing the data`, or `sections 2, 4 and 5` when there are several. */
function sectionNames(edition: Edition, ids: readonly string[]): string {
  const named = edition.sections.filter(({ id }) => ids.includes(id));
  const [only] = named;
  if (only && named.length === 1) return labelled(only);
  const short = named.map(({ label, title }) => label ?? title);
  return `sections ${short.slice(0, -1).join(', ')} and ${short.at(-1)}`;
}

const SOURCES: Readonly<Record<keyof Variance, string>> = {
  learner: 'your level overall',
  sections: 'untested parts',
  transfer: 'practice is not the exam',
  luck: 'luck of the questions',
  passMark: 'unpublished pass mark',
};

/** Where the uncertainty comes from, largest first, each with its share in 0..1. */
export function uncertainty(variance: Variance): { source: keyof Variance; text: string; share: number }[] {
  const total = Object.values(variance).reduce((sum, part) => sum + part, 0);
  return (Object.keys(SOURCES) as (keyof Variance)[])
    .map((source) => ({ source, text: SOURCES[source], share: variance[source] / total }))
    .sort((a, b) => b.share - a.share);
}

/** The gate in words, for help and `--explain`. */
export function gateText(): string {
  return `a chance is named from ${GATE.answers} answers in the last ${GATE.days} days on, in sections that make up ${percent(GATE.weight)} of the exam (at least ${GATE.sectionAnswers} each)`;
}
