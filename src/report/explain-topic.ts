import { type Edition, topicTitle } from '../domain/edition.ts';
import { fromDayNumber, shortDate } from '../domain/local-date.ts';
import type { Level, TopicExplanation } from '../domain/readiness/explain.ts';
import { DEFAULTS } from '../domain/readiness/parameters.ts';
import { attenuation } from '../domain/readiness/probability.ts';
import { plural } from '../domain/words.ts';
import { BLANK, type Block, line, muted, strong } from './doc.ts';
import { decimal, rounded } from './words.ts';

/** From what was logged on a topic to its expected score, step by step. */
export function topicSteps(edition: Edition, gap: Level, topic: TopicExplanation, first: boolean): Block[] {
  const { base, gain, rate, ratingWeight, ratingCentre, ratingFade } = DEFAULTS;
  const effect = topic.studyEffect + topic.ratingEffect;
  const questions = topic.answers.reduce((sum, day) => sum + day.questions, 0);
  const spread = attenuation(topic.level.sd ** 2 + gap.sd ** 2);
  return [
    ...(first ? [] : [BLANK]),
    line(strong(topicTitle(edition, topic.id))),
    BLANK,
    line(`1 Dose: effective minutes × what is left of them, over the ${topic.recommended} minutes recommended`),
    ...(topic.parts.length === 0
      ? [line(muted('  nothing studied yet; dose = 0'))]
      : [
          doseTable(topic),
          line(
            `  ${plural(topic.parts.length, 'study day')} → stability ${decimal(topic.stability, 1)} days; dose = ${decimal(topic.dose)}`,
          ),
        ]),
    BLANK,
    line(
      `2 Study: ${base} + ${gain} × (1 − e^(−${rate} × ${decimal(topic.dose)})) = ${decimal(topic.studyEffect)} logit`,
    ),
    line(
      topic.rating === null
        ? '  no rating of your own'
        : `  your rating ${decimal(topic.rating, 1)}: ${ratingWeight} × (${decimal(topic.rating, 1)} − ${ratingCentre}) × ${ratingFade} / (${ratingFade} + ${questions} answers) = ${decimal(topic.ratingEffect)}`,
    ),
    BLANK,
    line(
      `3 Answers: ${questions === 0 ? 'none on this topic; the level comes from your other results' : 'each against what study had reached by then'}`,
    ),
    ...(questions === 0 ? [] : [answerTable(topic)]),
    line(
      `  your level on the topic, from these and all other results: ${decimal(topic.level.mean)} ± ${decimal(topic.level.sd)} logit`,
    ),
    BLANK,
    line(`4 Exam minus practice: ${decimal(gap.mean)} ± ${decimal(gap.sd)} logit`),
    line(
      `  (${decimal(effect)} + ${decimal(gap.mean)} + ${decimal(topic.level.mean)}) / ${decimal(spread)} = ${decimal((effect + gap.mean + topic.level.mean) / spread)}; as a share ${decimal(topic.byHand)}`,
    ),
    line('  Exactly, over all levels and gaps: ', strong(`${decimal(topic.mean)} ± ${decimal(topic.sd)}`)),
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
      { text: `${decimal(minutes, 1)} m`, value: rounded(minutes) },
      { text: decimal(retained), value: rounded(retained) },
      { text: decimal(part), value: rounded(part) },
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
      { text: decimal(effect), value: rounded(effect) },
    ]),
  };
}
