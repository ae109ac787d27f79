import type { JudgedStanding } from '../app/readiness/standing.ts';
import { shortDuration } from '../domain/duration.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import type { TopicFacts } from '../domain/progress.ts';
import type { Advice } from '../domain/readiness/advice.ts';
import { percent } from '../domain/words.ts';
import type { Block, Cell } from './doc.ts';
import { daysAgo, rounded } from './words.ts';

/** Suggestions, a line each, the best first. */
export function adviceTable(advice: readonly Advice[], standing: JudgedStanding): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'next', header: 'Next', flexible: true },
      { key: 'activity', header: 'Do', spoken: '' },
      { key: 'why', header: 'Why', flexible: true, spoken: 'because' },
      { key: 'gain', header: 'Gain an hour', align: 'right', spoken: 'gain an hour' },
    ],
    rows: advice.map((one) => [
      { text: adviceTitle(one, standing.edition), value: one.topicId },
      {
        text: one.kind === 'study' ? one.activity : one.kind === 'mock' ? 'mock' : '10 questions',
        value: one.activity,
      },
      { text: reasonText(one, standing) },
      gainCell(one),
    ]),
  };
}

/** What it is about: a topic, or the whole exam. */
export function adviceTitle({ topicId }: Advice, edition: Edition): string {
  return topicId === null ? 'A timed mock of 40+ questions' : topicTitle(edition, topicId);
}

/** Points of chance, of score where the chance hardly moves, or how much of the uncertainty a test takes away. */
function gainCell({ chance, score, removes }: Advice): Cell {
  if (removes !== null)
    return { text: `-${percent(removes)} doubt`, value: rounded(removes), spoken: `${percent(removes)} less doubt` };
  if (chance !== null && chance >= 0.0005)
    return { text: `+${points(chance)}`, value: rounded(chance), spoken: `${points(chance)} of chance` };
  return { text: `+${points(score ?? 0)} score`, value: rounded(score ?? 0), spoken: `${points(score ?? 0)} of score` };
}

function points(share: number): string {
  const value = (share * 100).toFixed(1);
  return `${value} ${value === '1.0' ? 'point' : 'points'}`;
}

/** Why, in one line. */
export function reasonText({ reason, topicId }: Advice, { progress, today }: JudgedStanding): string {
  const facts = progress.sections.flatMap(({ topics }) => topics).find(({ topic }) => topic.id === topicId);
  switch (reason) {
    case 'diagnosis':
      return 'nothing says more about where you are';
    case 'untested':
      return 'hardly any answers yet';
    case 'untouched':
      return `never studied, weight ${shareText(facts)}`;
    case 'weak':
      return `${facts?.score?.correct} of ${facts?.score?.questions} right`;
    case 'fading':
      return `last studied ${facts?.lastDate ? daysAgo(facts.lastDate, today) : 'long ago'}`;
    case 'thin':
      return `${shortDuration(facts?.minutes ?? 0)} of ${shortDuration(facts?.recommended ?? 0)}, weight ${shareText(facts)}`;
  }
}

function shareText(facts: TopicFacts | undefined): string {
  return percent(facts?.weight ?? 0);
}

/** How the exam asks, and so how to study. */
export function styleText({ exam }: Edition): string {
  if (exam.style === 'conceptual') return 'the exam asks which design and why';
  if (exam.style === 'hands_on') return 'the exam is hands-on';
  return exam.style === 'concrete' ? 'the exam asks which command and which setting' : 'practise it';
}
