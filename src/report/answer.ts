import type { ExamDay } from '../app/readiness/exam-day.ts';
import type { Judged } from '../app/readiness/judge.ts';
import type { JudgedStanding, Standing } from '../app/readiness/standing.ts';
import { durationText } from '../domain/duration.ts';
import { labelled, placedTopics } from '../domain/edition.ts';
import { type LocalDate, longDate, shortDate } from '../domain/local-date.ts';
import type { Answer } from '../domain/readiness/answer.ts';
import { weightPercent, weightText } from '../domain/weight.ts';
import { percent, plural } from '../domain/words.ts';
import { type Block, type Column, type Fact, line, muted, type Span, strong, type Table, type Tone } from './doc.ts';
import { turnText } from './verdict.ts';
import { chanceText, DASH, rounded } from './words.ts';

/** How each answer reads, and what it means. */
const ANSWERS: Readonly<Record<Answer, { readonly text: string; readonly tone: Tone }>> = {
  ready: { text: 'Ready', tone: 'good' },
  likely: { text: 'Likely, not safe', tone: 'good' },
  even: { text: 'Could go either way', tone: 'warn' },
  not_yet: { text: 'Not yet', tone: 'bad' },
  too_early: { text: 'Too early to say', tone: 'warn' },
};

/** From this chance on a plan is on course. */
const ON_COURSE = 0.8;

/** `Sat 30 Jan`, with the year where it is not the present one. */
export function dateText(date: LocalDate, today: LocalDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? shortDate(date) : longDate(date);
}

/** What and when: the first line of every screen about one certification. */
export function titleLine({ edition, track, progress, today }: Standing): Block {
  const { daysToExam } = progress;
  if (track.examDate === null || daysToExam === null) return line(strong(edition.title), muted(' · no exam date'));
  const when =
    daysToExam > 1
      ? `in ${daysToExam} days`
      : daysToExam === 1
        ? 'tomorrow'
        : daysToExam === 0
          ? 'today'
          : `${plural(-daysToExam, 'day')} ago`;
  return line(strong(edition.title), ` · exam ${dateText(track.examDate, today)}, ${when}`);
}

/** The answer in words, with the chances of today and of the day of the exam. */
export function answerLine(standing: Judged): Block {
  const { answer, ownQuestionsOnly, gate, assessment } = standing.readiness;
  const { text, tone } = ANSWERS[answer];
  if (!gate.met) return line({ text: `${text}:`, tone }, ` ${turnText(standing)}`);
  const said = ownQuestionsOnly ? 'Likely, by practice questions only' : text;
  const course = onCourse(standing) ? ', but on course' : '';
  return line(
    { text: `${said}${course}:`, tone },
    ` ${chanceText(assessment.chance)} in 100 to pass if you sat it today.${examDayText(standing)}`,
  );
}

function onCourse({ readiness, expected }: Judged): boolean {
  return readiness.answer !== 'ready' && (expected?.chances?.planned ?? 0) >= ON_COURSE;
}

/** ` On Sat 30 Jan about 59 with your plan (55 with half of it), 46 if you stop studying now.`; one chance is enough the day before. */
function examDayText({ expected, progress, today }: Judged): string {
  if (expected === null || expected.idle === null || (progress.daysToExam ?? 0) <= 1) return '';
  const { chances, idle, date } = expected;
  const stop = `${chanceText(idle)} if you stop studying now`;
  if (chances === null) return ` On ${dateText(date, today)}, ${stop}.`;
  const with_ =
    chances.rests === 'plan'
      ? `with your plan (${chanceText(chances.half)} with half of it)`
      : 'at your pace of the last four weeks';
  return ` On ${dateText(date, today)} about ${chanceText(chances.planned)} ${with_}, ${stop}.`;
}

/** What the pass mark is taken for, which every chance counts with. */
export function passMarkLine({ edition, track }: Standing): Block {
  const { passMark } = edition.exam;
  const own = track.target;
  if (passMark.kind === 'unpublished')
    return line(muted(`Pass mark taken as about ${own} %, your own target: ${edition.vendor} publishes none.`));
  if (passMark.kind === 'scaled')
    return line(
      muted(
        `Pass mark ${passMark.pass} of ${passMark.max}, which is no percentage: taken as about ${own} %, your own target.`,
      ),
    );
  const more = own === passMark.percent ? '' : `; your own target is ${own} %`;
  return line(muted(`Pass mark ${passMark.percent} %, published${more}.`));
}

/** The score to be expected, what was studied and asked, and this week. */
export function answerFacts(standing: Judged): Fact[] {
  const { readiness, expected } = standing;
  return [
    ...(readiness.gate.met && expected ? [scoreFact(expected, standing)] : []),
    studiedFact(standing),
    ...(expected && expected.asked.questions > 0 ? [askedFact(expected, standing)] : []),
    weekFact(standing),
  ];
}

function scoreFact({ score, score80, date }: ExamDay, { today }: Standing): Fact {
  const range = `8 in 10 chance of ${Math.round(score80.low * 100)} to ${percent(score80.high)}`;
  return {
    label: 'Likely score',
    cell: { text: percent(score), bar: score80.low, barTo: score80.high, tone: 'strong' },
    note: `${date > today ? 'on the day' : 'if you sat it today'} (${range})`,
  };
}

function studiedFact({ progress }: JudgedStanding): Fact {
  const { coverage, minutes } = progress.total;
  return {
    label: 'Studied',
    cell: { text: percent(coverage), bar: coverage },
    note: `of what the guide asks, ${durationText(minutes)}`,
  };
}

function askedFact({ asked }: ExamDay, { edition }: Standing): Fact {
  const topics = placedTopics(edition).length;
  return {
    label: 'Asked',
    cell: { text: `${asked.topics} of ${topics}`, bar: asked.topics / topics },
    note: `topics; ${Math.round(asked.correct)} of ${Math.round(asked.questions)} right, ${percent(asked.correct / asked.questions)}`,
  };
}

function weekFact({ progress: { week }, streak }: JudgedStanding): Fact {
  const { goal, minutes } = week;
  const row = streak !== null && streak.weeks > 1 ? `goal met ${streak.weeks} weeks in a row` : '';
  if (goal === null)
    return { label: 'This week', cell: { text: durationText(minutes), bar: 0 }, note: row || 'no weekly goal' };
  return {
    label: 'This week',
    cell: { text: durationText(minutes), bar: minutes / goal, tone: minutes >= goal ? 'good' : 'strong' },
    note: `of ${durationText(goal)}${row === '' ? '' : `; ${row}`}`,
  };
}

/** The sections: weight, what was studied, what was right, and, once there is enough evidence, the likely score on the day. */
export function scoreTable({ progress, readiness, expected }: Judged): Table {
  const named = readiness.gate.met && expected !== null;
  const asked = expected?.asked.sections ?? {};
  const anyAsked = Object.values(asked).some(({ questions }) => questions > 0);
  const columns: Column[] = [
    { key: 'section', header: 'Section', flexible: true },
    { key: 'weight', header: 'Weight', align: 'right', rank: 1 },
    { key: 'studied', header: 'Studied', align: 'right', rank: 2 },
    ...(anyAsked ? [{ key: 'right', header: 'Right', align: 'right', rank: 0 } as const] : []),
    ...(named ? [{ key: 'score', header: 'Likely score', align: 'right' } as const] : []),
  ];
  return {
    kind: 'table',
    columns,
    rows: progress.sections.map(({ section, coverage }) => {
      const right = asked[section.id];
      const score = expected?.sections.find(({ id }) => id === section.id)?.mean ?? 0;
      return [
        { text: labelled(section), value: section.id },
        {
          text: weightText(section.weight).replace('~', ''),
          value: weightPercent(section.weight),
          tone: 'muted' as const,
        },
        { text: percent(coverage), value: rounded(coverage) },
        ...(anyAsked
          ? [
              right === undefined || right.questions === 0
                ? { ...DASH, spoken: 'nothing asked' }
                : {
                    text: `${Math.round(right.correct)} of ${Math.round(right.questions)}`,
                    value: rounded(right.correct / right.questions),
                  },
            ]
          : []),
        ...(named ? [{ text: percent(score), value: rounded(score), tone: 'strong' as const }] : []),
      ];
    }),
  };
}

/** The last line of the screen: the command that tells why. */
export function whyHint({ readiness, expected }: Judged): Block[] {
  if (!readiness.gate.met || expected === null) return [];
  const why: Span = muted(`Why ${percent(expected.score)}: certtrack status --why`);
  return [line(why)];
}
