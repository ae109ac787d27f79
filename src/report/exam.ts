import type { NamedAttempt } from '../app/entry/show-entries.ts';
import type { ExamList, RecordedResult } from '../app/exam/record-result.ts';
import type { ChangedTrack } from '../app/track/change-track.ts';
import { longDate } from '../domain/local-date.ts';
import { isoUtc } from '../domain/zone.ts';
import { type Block, type Json, line, muted, type Report, strong } from './doc.ts';
import { lifeData, lifeText } from './life.ts';
import { predictionData } from './mock.ts';
import { chanceText, DASH, rounded } from './words.ts';

/** The JSON contract of an attempt at a real exam. */
export function attemptData({ attempt, handle }: NamedAttempt): { readonly [key: string]: Json } {
  return {
    id: attempt.id,
    short_id: handle,
    cert_id: attempt.certId,
    edition: attempt.editionId,
    exam_date: attempt.examDate,
    passed: attempt.passed,
    note: attempt.note,
    prediction: attempt.prediction && predictionData(attempt.prediction),
    created_at: isoUtc(attempt.createdAt),
    deleted_at: attempt.deletedAt === null ? null : isoUtc(attempt.deletedAt),
  };
}

/** Everything about one attempt. */
export function attemptBlocks({ attempt, handle, edition }: NamedAttempt): Block[] {
  const { passed, prediction, note, deletedAt } = attempt;
  return [
    line(strong(`Exam ${handle}`), muted(`  ${attempt.certId}  ${attempt.id}`)),
    ...(deletedAt === null
      ? []
      : [line({ text: `Deleted ${isoUtc(deletedAt)}; "certtrack undo" may bring it back`, tone: 'warn' })]),
    {
      kind: 'facts',
      facts: [
        { label: 'Exam', cell: { text: edition?.title ?? attempt.editionId } },
        { label: 'When', cell: { text: longDate(attempt.examDate) } },
        { label: 'Result', cell: { text: passed ? 'passed' : 'failed', tone: passed ? 'good' : 'warn' } },
        ...(prediction === null
          ? []
          : [{ label: 'Expected', cell: { text: `${chanceText(prediction.chance)} in 100 to pass, that morning` } }]),
        ...(note === null ? [] : [{ label: 'Note', cell: { text: note } }]),
      ],
    },
  ];
}

/** The result, what it means under the exam's rules, and what was expected of it. */
export function examResultReport(result: RecordedResult): Report {
  const { edition, examDate, passed, prediction, enough } = result;
  const means = lifeText(result.life, result.renewal);
  const expected = enough
    ? `That morning the chance was ${chanceText(prediction.chance)} %.`
    : 'That morning there was not enough evidence to name a chance.';
  return {
    title: `${edition.title}: ${passed ? 'passed' : 'not passed'}`,
    data: { cert_id: edition.certId, exam_date: examDate, passed, predicted: predictionData(prediction) },
    blocks: [
      line(
        { text: passed ? 'Passed' : 'Not passed', tone: passed ? 'good' : 'warn' },
        `: ${edition.title}, ${longDate(examDate)}${passed ? '. Congratulations!' : ''}`,
      ),
      ...(means === null ? [] : [line(means.text)]),
      line(`${expected} How good the predictions are: certtrack stats calibration`),
      line(muted('Wrong? certtrack undo')),
    ],
  };
}

/** A booking, or that there is none now. */
export function bookedReport({ track, edition, changed }: ChangedTrack): Report {
  const { examDate, certId } = track;
  const said = examDate === null ? 'no exam is booked' : `the exam is on ${longDate(examDate)}`;
  return {
    title: edition.title,
    data: { cert_id: certId, exam_date: examDate },
    blocks: [
      line(strong(edition.title), `: ${said}${changed ? '.' : ' already.'}`),
      ...(changed ? [line(muted('Wrong? certtrack undo'))] : []),
    ],
  };
}

/** What is booked, and every attempt. */
export function examsReport({ track, edition, attempts, life, today }: ExamList): Report {
  const { examDate } = track;
  const ahead = examDate !== null && examDate >= today;
  const told = lifeText(life, null);
  return {
    title: `Exams of ${edition.title}`,
    data: { cert_id: track.certId, booked: examDate, life: lifeData(life), attempts: attempts.map(attemptData) },
    blocks: [
      line(
        strong(edition.title),
        examDate === null ? ' · no exam is booked' : ` · exam ${longDate(examDate)}${ahead ? '' : ', past'}`,
      ),
      ...(told === null ? [] : [line({ text: told.text, tone: told.tone })]),
      attempts.length === 0
        ? line(muted('No attempt yet. Book one: certtrack exam book DATE'))
        : {
            kind: 'table',
            columns: [
              { key: 'id', header: 'Id' },
              { key: 'exam_date', header: 'Day' },
              { key: 'result', header: 'Result' },
              { key: 'expected', header: 'Expected', rank: 1 },
              { key: 'note', header: 'Note', flexible: true, rank: 2 },
            ],
            rows: attempts.map(({ attempt, handle }) => [
              { text: handle, value: attempt.id, spoken: `Exam ${handle}` },
              { text: longDate(attempt.examDate), value: attempt.examDate },
              { text: attempt.passed ? 'passed' : 'failed', tone: attempt.passed ? 'good' : 'warn' },
              attempt.prediction === null
                ? DASH
                : {
                    text: `${chanceText(attempt.prediction.chance)} in 100`,
                    value: rounded(attempt.prediction.chance),
                  },
              attempt.note === null ? { text: '', value: null } : { text: attempt.note, tone: 'muted' },
            ]),
          },
    ],
  };
}
