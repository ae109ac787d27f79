import { type Edition, topicTitle } from '../domain/edition.ts';
import { fromDayNumber, shortDate } from '../domain/local-date.ts';
import type { Level, TopicExplanation } from '../domain/readiness/explain.ts';
import { DEFAULTS } from '../domain/readiness/parameters.ts';
import { BLANK, type Block, line, muted, strong } from './doc.ts';
import { plural, rounded } from './words.ts';

const number = (value: number, digits = 3): string => value.toFixed(digits).replace('-', '−');

/** From what was logged on a topic to its expected score, step by step. */
export function topicSteps(edition: Edition, gap: Level, topic: TopicExplanation, first: boolean): Block[] {
  const { base, gain, rate, ratingWeight, ratingCentre, ratingFade } = DEFAULTS;
  const effect = topic.studyEffect + topic.ratingEffect;
  const questions = topic.answers.reduce((sum, day) => sum + day.questions, 0);
  const spread = Math.sqrt(1 + (Math.PI / 8) * (topic.level.sd ** 2 + gap.sd ** 2));
  return [
    ...(first ? [] : [BLANK]),
    line(strong(topicTitle(edition, topic.id))),
    BLANK,
    line(`1 Dose: effective minutes × what is left of them, over the ${topic.recommended} minutes recommended`),
    ...(topic.parts.length === 0 ? [line(muted('  nothing studied yet'))] : [doseTable(topic)]),
    line(
      `  ${plural(topic.parts.length, 'study day')} → stability ${number(topic.stability, 1)} days; dose = ${number(topic.dose)}`,
    ),
    BLANK,
    line(
      `2 Study: ${base} + ${gain} × (1 − e^(−${rate} × ${number(topic.dose)})) = ${number(topic.studyEffect)} logit`,
    ),
    line(
      topic.rating === null
        ? '  no rating of your own'
        : `  your rating ${number(topic.rating, 1)}: ${ratingWeight} × (${number(topic.rating, 1)} − ${ratingCentre}) × ${ratingFade} / (${ratingFade} + ${questions} answers) = ${number(topic.ratingEffect)}`,
    ),
    BLANK,
    line(
      `3 Answers: ${questions === 0 ? 'none on this topic; the level comes from your other results' : 'each against what study had reached by then'}`,
    ),
    ...(questions === 0 ? [] : [answerTable(topic)]),
    line(
      `  your level on the topic, from these and all other results: ${number(topic.level.mean)} ± ${number(topic.level.sd)} logit`,
    ),
    BLANK,
    line(`4 Exam: practice minus exam ${number(gap.mean)} ± ${number(gap.sd)} logit`),
    line(
      `  (${number(effect)} + ${number(gap.mean)} + ${number(topic.level.mean)}) / ${number(spread)} = ${number((effect + gap.mean + topic.level.mean) / spread)}; as a share ${number(topic.byHand)}`,
    ),
    line('  Exactly, over all levels and gaps: ', strong(`${number(topic.mean)} ± ${number(topic.sd)}`)),
  ];
}

function doseTable({ parts }: TopicExplanation): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'date', header: '  Day' },
      { key: 'minutes', header: 'Effective', align: 'right' },
      { key: 'retained', header: 'Left', align: 'right' },
      { key: 'dose', header: 'Dose', align: 'right' },
    ],
    rows: parts.map(({ day, minutes, retained, part }) => [
      { text: `  ${shortDate(fromDayNumber(day))}`, value: fromDayNumber(day) },
      { text: `${number(minutes, 1)} m`, value: rounded(minutes) },
      { text: number(retained), value: rounded(retained) },
      { text: number(part), value: rounded(part) },
    ]),
  };
}

function answerTable({ answers }: TopicExplanation): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'date', header: '  Day' },
      { key: 'right', header: 'Right', align: 'right' },
      { key: 'study', header: 'Study by then', align: 'right' },
    ],
    rows: answers.map(({ day, correct, questions, effect }) => [
      { text: `  ${shortDate(fromDayNumber(day))}`, value: fromDayNumber(day) },
      { text: `${correct}/${questions}`, value: rounded(correct / questions) },
      { text: number(effect), value: rounded(effect) },
    ]),
  };
}
