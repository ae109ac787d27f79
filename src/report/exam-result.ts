import type { Life } from '../domain/certification-life.ts';
import type { Edition } from '../domain/edition.ts';
import { type LocalDate, longDate } from '../domain/local-date.ts';
import type { Prediction } from '../domain/mock.ts';
import { line, muted, type Report } from './doc.ts';
import { lifeText } from './life.ts';
import { predictionData } from './mock.ts';
import { chanceText } from './words.ts';

/** How a real exam went. `enough` is whether there was evidence for a chance that morning; `renewal` the edition it is renewed with. */
export interface RecordedResult {
  readonly edition: Edition;
  readonly examDate: LocalDate;
  readonly passed: boolean;
  readonly prediction: Prediction;
  readonly enough: boolean;
  readonly life: Life;
  readonly renewal: string | null;
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
      line(`${expected} How good the predictions are: certtrack status --calibration`),
      line(muted('Wrong? certtrack undo')),
    ],
  };
}
