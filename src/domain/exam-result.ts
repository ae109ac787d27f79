import { type LocalDate, longDate } from './local-date.ts';
import type { Prediction } from './mock.ts';
import type { Instant } from './zone.ts';

/** How a real exam went, with what certtrack had expected that morning. */
export interface ExamResult {
  readonly id: string;
  readonly certId: string;
  readonly editionId: string;
  readonly examDate: LocalDate;
  readonly passed: boolean;
  readonly note: string | null;
  readonly prediction: Prediction | null;
  readonly createdAt: Instant;
  readonly deletedAt: Instant | null;
}

/** `the exam passed on Sat 20 Mar 2027`: an attempt in one phrase. */
export function examPhrase({ passed, examDate }: Pick<ExamResult, 'passed' | 'examDate'>): string {
  return `the exam ${passed ? 'passed' : 'failed'} on ${longDate(examDate)}`;
}
