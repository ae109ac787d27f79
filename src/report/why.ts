import type { ExamDay } from '../app/readiness/exam-day.ts';
import type { Judged } from '../app/readiness/judge.ts';
import { placedTopics } from '../domain/edition.ts';
import { roundedPoints, type WhyPoint } from '../domain/readiness/why.ts';
import { percent, plural } from '../domain/words.ts';
import { answerLine, dateText, passMarkLine } from './answer.ts';
import { BLANK, type Block, heading, type Json, line, muted, type Report, type Table } from './doc.ts';
import { turnText, uncertainty } from './verdict.ts';
import { rounded } from './words.ts';

/** Why the likely score is what it is: points that add up to it. */
export function whyReport(standing: Judged): Report {
  const { edition, expected } = standing;
  return {
    title: `${edition.title}: why this score`,
    data: { score: expected === null ? null : rounded(expected.score), why: whyData(standing) },
    blocks:
      expected === null
        ? [line('Only of today it is told why: certtrack status --why')]
        : whyBlocks(standing, expected),
  };
}

/** The same list for programs; null where there is none, or another day is looked at. */
export function whyData({ expected, readiness }: Judged): Json {
  if (!readiness.gate.met || !expected?.why) return null;
  return expected.why.map(({ id, points }) => ({ id, points: rounded(points) }));
}

function whyBlocks(standing: Judged, expected: ExamDay): Block[] {
  if (!standing.readiness.gate.met) return [answerLine(standing)];
  const { why, score, score80 } = expected;
  if (why === null)
    return [
      line('Only questions that you had met before were answered: there is nothing to explain a score by.'),
      line(turnText(standing)),
    ];
  const largest = uncertainty(standing.readiness.assessment.variance)[0];
  return [
    heading(2, `Why a likely score of ${percent(score)}`),
    pointsTable(standing, expected, why),
    BLANK,
    line(
      `No score is certain: 8 in 10 chance that yours lies between ${Math.round(score80.low * 100)} and ${percent(score80.high)}`,
      largest === undefined ? '.' : `; most of it: ${largest.text}.`,
    ),
    passMarkLine(standing),
    BLANK,
    line(muted('What would add most in an hour: certtrack next')),
  ];
}

function pointsTable(standing: Judged, expected: ExamDay, why: readonly WhyPoint[]): Table {
  const rows = roundedPoints(why).filter(({ points }, at) => at === 0 || points !== 0);
  const { date } = expected;
  const day = date > standing.today ? `on ${dateText(date, standing.today)}` : 'if you sat it today';
  return {
    kind: 'table',
    columns: [
      { key: 'points', header: 'Points', align: 'right' },
      { key: 'why', header: 'Why', flexible: true },
    ],
    rows: [
      ...rows.map(({ id, points }) => [
        { text: id === 'answers' ? `${points} %` : `${points > 0 ? '+' : ''}${points}`, value: points },
        { text: reason(id, standing, expected), value: id },
      ]),
      [
        { text: percent(expected.score), value: Math.round(expected.score * 100), tone: 'strong' as const },
        { text: day, value: 'score', tone: 'strong' as const },
      ],
    ],
  };
}

function reason(id: WhyPoint['id'], { edition, today }: Judged, { asked, date }: ExamDay): string {
  const topics = placedTopics(edition).length;
  switch (id) {
    case 'answers':
      return `right at the first answer: ${Math.round(asked.correct)} of ${plural(Math.round(asked.questions), 'question')}`;
    case 'few':
      return 'how many and how old they are, and what you studied between them';
    case 'weights':
      return 'sections weigh as in the exam';
    case 'unasked':
      return `${topics - asked.topics} of ${topics} topics have no answer of their own: judged by hours studied`;
    case 'gap':
      return 'practice is not the exam: assumed, until official practice exams tell';
    case 'since':
      return 'what you studied and forgot since your last answer';
    case 'result':
      return 'what the real exam said';
    case 'forgetting':
      return `forgetting until ${dateText(date, today)}, if nothing more is studied`;
    case 'plan':
      return 'the study still to come, if hours help you as they usually do';
  }
}
