import fc from 'fast-check';
import type { ReferenceLog, ReferenceSession, ReferenceSyllabus } from './reference-log.ts';

export type Session = ReferenceSession & { readonly minutes: number };
export type Mock = Required<ReferenceLog>['exams'][number];
type Result = Required<ReferenceLog>['results'][number];
type Kind = Required<Mock>['kind'];

/** A learner's log on some exam, as of `day`, and a number to choose with. */
export interface RandomLog {
  readonly syllabus: ReferenceSyllabus;
  readonly sessions: readonly Session[];
  readonly exams: readonly Mock[];
  readonly results: readonly Result[];
  readonly day: number;
  readonly pick: number;
}

/** The last day anything is logged. */
export const LAST_DAY = 60;

const MINUTES = fc.constantFrom(0, 1, 10, 30, 60, 120, 600, 60_000);
const KINDS = fc.constantFrom('reading', 'video', 'lab', 'practice', 'recall', null);
const QUESTIONS = fc.constantFrom(1, 2, 5, 10, 40, 200);
/** What results a log may hold: practice alone, seen questions too, or the vendor's own papers and exams as well, which teach the gap. */
export type Mixture = 'practice' | 're-used' | 'official';
const KINDS_OF_MOCKS: Readonly<Record<Mixture, fc.Arbitrary<Kind>>> = {
  practice: fc.constant('practice'),
  're-used': fc.constantFrom('practice', 're-used'),
  official: fc.constantFrom('official', 'practice', 're-used'),
};

/** A syllabus of one to four sections and one to four topics each, its pass mark published or not. */
const syllabus: fc.Arbitrary<ReferenceSyllabus> = fc.record({
  sections: fc
    .array(
      fc.record({
        weight: fc.integer({ min: 5, max: 40 }),
        topics: fc.array(fc.constantFrom(1, 1, 2), { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((sections) =>
      sections.map(({ weight, topics }, s) => ({
        id: `s${s}`,
        weight,
        topics: topics.map((own, t) => ({ id: `s${s}t${t}`, weight: own })),
      })),
    ),
  total_hours: fc.constantFrom(10, 40, 100),
  n_questions: fc.constantFrom(20, 50, 180),
  pass_mark: fc.constantFrom(0.5, 0.6, 0.7, 0.8),
  pass_sd: fc.constantFrom(0, 0.02, 0.05),
});

/** `k` of `n` right, as of a share in 0..1. */
function answers(questions: fc.Arbitrary<number>): fc.Arbitrary<{ k: number; n: number }> {
  return fc.tuple(questions, fc.nat(1000)).map(([n, share]) => ({ n, k: Math.round((share * n) / 1000) }));
}

function sessionsOn(topics: readonly string[]): fc.Arbitrary<Session[]> {
  const session = fc
    .record({
      topic: fc.constantFrom(...topics),
      day: fc.nat(LAST_DAY),
      minutes: MINUTES,
      kind: KINDS,
      confidence: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 2 }),
      answers: fc.option(answers(QUESTIONS), { nil: undefined, freq: 2 }),
    })
    .map(({ answers: given, confidence, ...rest }) => ({
      ...rest,
      ...(confidence === undefined ? {} : { confidence }),
      ...given,
    }));
  return fc.array(session, { maxLength: 25 });
}

function mocksOn(sections: readonly string[], kinds: fc.Arbitrary<Kind>): fc.Arbitrary<Mock[]> {
  const mock = fc
    .record({
      day: fc.nat(LAST_DAY),
      kind: kinds,
      pool: fc.constantFrom('one', 'another'),
      parts: fc.tuple(...sections.map(() => answers(fc.integer({ min: 2, max: 20 })))),
      bySection: fc.boolean(),
      rest: fc.option(answers(fc.integer({ min: 1, max: 30 })), { nil: { k: 0, n: 0 }, freq: 2 }),
    })
    .map(({ parts, bySection, rest, ...mockOf }): Mock => {
      const named = parts.map(({ k, n }, i) => [sections[i] as string, [k, n] as const] as const);
      return {
        ...mockOf,
        k: parts.reduce((sum, { k }) => sum + k, rest.k),
        n: parts.reduce((sum, { n }) => sum + n, rest.n),
        ...(bySection ? { sections: Object.fromEntries(named) } : {}),
      };
    });
  return fc.array(mock, { maxLength: 3 });
}

/** Exams taken before, with a score where the vendor tells one. */
const RESULTS: fc.Arbitrary<Result[]> = fc.array(
  fc
    .tuple(fc.nat(LAST_DAY), fc.boolean(), fc.option(answers(fc.constantFrom(20, 50)), { nil: {}, freq: 2 }))
    .map(([day, passed, score]) => ({ day, passed, ...score })),
  { maxLength: 2 },
);

/** Logs with these kinds of results. */
export function randomLogs(mixture: Mixture): fc.Arbitrary<RandomLog> {
  return syllabus.chain((exam) =>
    fc.record({
      syllabus: fc.constant(exam),
      sessions: sessionsOn(exam.sections.flatMap(({ topics }) => topics.map(({ id }) => id))),
      exams: mocksOn(
        exam.sections.map(({ id }) => id),
        KINDS_OF_MOCKS[mixture],
      ),
      results: mixture === 'official' ? RESULTS : fc.constant([]),
      day: fc.integer({ min: LAST_DAY, max: LAST_DAY + 40 }),
      pick: fc.nat(1000),
    }),
  );
}
