import { durationText } from '../domain/duration.ts';
import { type Edition, type ExamFacts, recommendedMinutes } from '../domain/edition.ts';
import { plural } from '../domain/words.ts';
import type { Fact } from './doc.ts';
import { DASH } from './words.ts';

/** The facts of an exam and where they are from, each `not known` where it is not. */
export function examFacts(edition: Edition): Fact[] {
  const { exam } = edition;
  const fee = exam.fee && `${exam.fee.currency} ${exam.fee.amount}${exam.fee.note ? ` ${exam.fee.note}` : ''}`;
  const facts: [string, string | null][] = [
    [
      'Exam',
      [questionsText(exam), exam.minutes && durationText(exam.minutes), fee, exam.languages.join(', ')]
        .filter(Boolean)
        .join(' · '),
    ],
    ['Pass mark', passMarkText(exam)],
    ['Valid', exam.validityYears && `${plural(exam.validityYears, 'year')}${renewalText(exam)}`],
    ['Retake', retakeText(exam)],
    ['Style', exam.style && `${exam.style.replace('_', ' ')}. ${exam.styleNote ?? ''}`.trim()],
    ['Study', `${durationText(recommendedMinutes(edition))}. ${edition.studyReason ?? ''}`.trim()],
    ['Source', edition.sourceUrl && `${edition.sourceUrl}${edition.asOf ? `, as of ${edition.asOf}` : ''}`],
  ].map(([label, text]) => [String(label), text ? String(text) : null]);
  return [
    ...facts.map(([label, text]) => ({ label, cell: text === null ? { ...DASH, text: 'not known' } : { text } })),
    ...(edition.retiresOn.length > 0 ? [{ label: 'Last day', cell: { text: lastDaysText(edition) } }] : []),
    ...edition.notes.map((text) => ({ label: 'Note', cell: { text } })),
  ];
}

function lastDaysText({ retiresOn }: Edition): string {
  return retiresOn.map(({ language, date }) => (language === null ? date : `${date} in ${language}`)).join(', ');
}

function questionsText({ questions }: ExamFacts): string | null {
  if (questions === null) return null;
  const { min, max, scored, unscored } = questions;
  if (scored !== null) return `${scored} questions${unscored === null ? '' : ` and ${unscored} unscored`}`;
  if (min === null) return max === null ? null : `at most ${max} questions`;
  return min === max || max === null ? `${min} questions` : `${min}-${max} questions`;
}

function passMarkText({ passMark }: ExamFacts): string {
  if (passMark.kind === 'percent') return `${passMark.percent} %`;
  if (passMark.kind === 'scaled') return `${passMark.pass} on a scale of ${passMark.min}-${passMark.max}`;
  return 'not published; your target is your own';
}

function renewalText({ renewal }: ExamFacts): string {
  const ways = renewal.map(({ kind, windowDays, extendsYears }) => {
    const window = windowDays === null ? '' : ` in the last ${windowDays} days`;
    const extends_ = extendsYears === null ? '' : ` for ${plural(extendsYears, 'year')}`;
    return `${kind.replace('_', ' ')}${window}${extends_}`;
  });
  return ways.length === 0 ? '' : `, renewed by ${ways.join(' or ')}`;
}

function retakeText({ retake }: ExamFacts): string | null {
  if (retake === null) return null;
  const most =
    retake.maxAttempts === null
      ? ''
      : `, at most ${retake.maxAttempts} attempts${retake.withinYears === null ? '' : ` in ${plural(retake.withinYears, 'year')}`}`;
  return `after ${retake.waitDays.join(', ')} days${most}`;
}
