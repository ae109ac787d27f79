import type { JudgedStanding } from '../app/readiness/standing.ts';
import { shortDuration } from '../domain/duration.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import type { TopicFacts } from '../domain/progress.ts';
import type { Advice } from '../domain/readiness/advice.ts';
import { percent } from '../domain/words.ts';
import { daysAgo } from './words.ts';

/** What it is about: a topic, or the whole exam. */
export function adviceTitle({ topicId }: Advice, edition: Edition): string {
  return topicId === null ? 'A timed mock of 40+ questions' : topicTitle(edition, topicId);
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
