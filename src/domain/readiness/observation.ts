import { type Evidence, type MockEvidence, type Source, sourceOf } from './exam.ts';

/** Right answers of questions; fractions are possible. */
interface Counts {
  readonly correct: number;
  readonly questions: number;
}

/** What a practice exam or the exam itself said on a day: right answers, or no more than whether the pass mark was reached. */
export interface Observation {
  readonly day: number;
  readonly source: Source;
  /** Results on questions met before share one unknown offset with all of the same pool. */
  readonly pool: string;
  readonly said: Counts | { readonly passed: boolean };
}

/** What the practice exams of up to `day` said of a section. */
export function onSection({ mocks }: Evidence, sectionId: string, day: number): Observation[] {
  return mocks.flatMap((mock) =>
    mock.day > day
      ? []
      : mock.sections
          .filter((section) => section.sectionId === sectionId)
          .map(({ correct, questions }) => observed(mock, { correct, questions })),
  );
}

/** What the practice exams and exams of up to `day` said of the whole, less what their sections say. */
export function onWhole({ mocks, results }: Evidence, day: number): Observation[] {
  return [
    ...mocks.filter((mock) => mock.day <= day).flatMap(restOf),
    ...results
      .filter((result) => result.day <= day)
      .map(
        ({ day: at, passed, score }): Observation => ({ day: at, source: 'exam', pool: '', said: score ?? { passed } }),
      ),
  ];
}

/** How many results each pool of questions met before has by `day`. */
export function poolSizes({ mocks }: Evidence, day: number): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const mock of mocks)
    if (mock.day <= day && sourceOf(mock) === 're-used') sizes.set(poolOf(mock), (sizes.get(poolOf(mock)) ?? 0) + 1);
  return sizes;
}

function observed(mock: MockEvidence, said: Observation['said']): Observation {
  return { day: mock.day, source: sourceOf(mock), pool: poolOf(mock), said };
}

function poolOf({ pool }: MockEvidence): string {
  return pool ?? '';
}

/**
 * What the sections of a mock leave over, when it is more than half a question. A score on a vendor's scale says no more than whether it
 * reached the scale's pass mark, and nothing that its sections do not say better.
 */
function restOf(mock: MockEvidence): Observation[] {
  const { correct, questions, sections, passed } = mock;
  if (passed !== undefined) return sections.length > 0 ? [] : [observed(mock, { passed })];
  const known = sections.reduce((sum, section) => sum + section.questions, 0);
  const right = sections.reduce((sum, section) => sum + section.correct, 0);
  const left = questions - known;
  if (left <= 0.5) return [];
  return [observed(mock, { questions: left, correct: Math.min(Math.max(correct - right, 0), left) })];
}
