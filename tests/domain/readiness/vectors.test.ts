import { expect, test } from 'vitest';
import { assess, outlook } from '../../../src/domain/readiness/assess.ts';
import { explain } from '../../../src/domain/readiness/explain.ts';
import { kernels } from '../../../src/domain/readiness/grid.ts';
import { infer, learnedGap } from '../../../src/domain/readiness/infer.ts';
import { DEFAULTS } from '../../../src/domain/readiness/parameters.ts';
import { retention, studyEffect } from '../../../src/domain/readiness/study-curve.ts';
import { evidenceFrom, examFrom, type ReferenceLog, type ReferenceSyllabus } from './reference-log.ts';
import vectors from './vectors.json' with { type: 'json' };

/** Flattens nested numbers into `path: value`, so that a difference names its place. */
function flat(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, child]) => flat(child, `${path}/${key}`));
}

/** What is not within 1e-6 of what the reference says. */
function differences(wanted: readonly [string, number][], found: unknown): string[] {
  const got = new Map(flat(found));
  return wanted
    .filter(([path, value]) => !(Math.abs((got.get(path) ?? Number.NaN) - value) <= 1e-6))
    .map(([path, value]) => `${path}: ${got.get(path)} instead of ${value}`);
}

const pair = ({ low, high }: { low: number; high: number }) => [low, high];

test.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
  '%s',
  (_, { syllabus, log, as_of, expect: expected }) => {
    const result = assess(examFrom(syllabus as ReferenceSyllabus), evidenceFrom(log as ReferenceLog), as_of);
    const found = {
      p_pass: result.chance,
      score: result.score,
      score_sd: result.scoreSd,
      know80: pair(result.level80),
      score80: pair(result.score80),
      score90: pair(result.score90),
      p_range: pair(result.chanceRange),
      var: {
        learner: result.variance.learner,
        sections: result.variance.sections,
        transfer: result.variance.transfer,
        exam_luck: result.variance.luck,
        pass_mark: result.variance.passMark,
      },
      sections: result.sections.map(({ mean, sd, share }) => ({ mean, sd, share })),
      topics: Object.fromEntries(
        result.topics.map(({ id, mean, sd, dose, effect }) => [id, { mean, sd, dose, M: effect }]),
      ),
    };
    const wanted = flat({ ...expected, sections: expected.sections.map(({ id: _id, ...numbers }) => numbers) });
    expect(differences(wanted, found)).toEqual([]);
    expect(wanted.length).toBeGreaterThan(25);
  },
);

test.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
  'what is known underneath: %s',
  (_, { syllabus, log, as_of, debug }) => {
    const posterior = infer(examFrom(syllabus as ReferenceSyllabus), evidenceFrom(log as ReferenceLog), as_of);
    const { nodes, sections } = posterior;
    const gap = learnedGap(posterior);
    const { learner, sections: explained } = explain(outlook(posterior));
    const found = {
      gap: gap.mean,
      gap_sd: gap.sd,
      node_weights: nodes.map(({ weight }) => weight),
      g_mean: learner.mean,
      g_sd: learner.sd,
      ...Object.fromEntries(
        sections.map(({ id }, s) => [`v_${id}`, [explained[s]?.level.mean, explained[s]?.level.sd]]),
      ),
    };
    const wanted = flat(debug).filter(([path]) => !/^\/(offset|M_mock)_/.test(path));
    expect(differences(wanted, found)).toEqual([]);
    expect(wanted.length).toBeGreaterThan(9);
  },
);

test('unit values', () => {
  const kernel = kernels();
  const topic = kernel(DEFAULTS.topicSd ** 2);
  const at = (k: typeof topic, i: number, j: number) => k.rows[i]?.[j - (k.from[i] ?? 0)];
  const found: Record<string, number | undefined> = {
    'retention(0,15)': retention(0, 15, DEFAULTS),
    'retention(30,15)': retention(30, 15, DEFAULTS),
    'retention(30,60)': retention(30, 60, DEFAULTS),
    'retention(365,60)': retention(365, 60, DEFAULTS),
    'kernel(tau_e)[20][20]': at(topic, 20, 20),
    'kernel(tau_e)[20][21]': at(topic, 20, 21),
    'kernel(tau_e)[0][0]': at(topic, 0, 0),
    'kernel(drift 15 d)[20][20]': at(kernel((DEFAULTS.topicDrift * 15) / 30), 20, 20),
  };
  for (const x of [0, 0.25, 0.5, 1, 2, 100]) found[`curve(${x})`] = studyEffect(x, DEFAULTS);
  expect(Object.keys(found).sort()).toEqual(Object.keys(vectors.unit).sort());
  for (const [name, value] of Object.entries(vectors.unit)) expect(found[name], name).toBeCloseTo(value, 6);
});

const S3 = examFrom(vectors.cases[0]?.syllabus as ReferenceSyllabus);

test.each([
  ['negative minutes', { topic: 'a1', day: 0, minutes: -5 }],
  ['more right than asked', { topic: 'a1', day: 0, minutes: 10, k: 11, n: 10 }],
  ['fewer than none right', { topic: 'a1', day: 0, minutes: 10, k: -1, n: 10 }],
  ['an unknown topic', { topic: 'zz', day: 0, minutes: 10 }],
  ['a rating off the scale', { topic: 'a1', day: 0, minutes: 10, confidence: 6 }],
  ['minutes that are no number', { topic: 'a1', day: 0, minutes: Number.NaN }],
  ['endless minutes', { topic: 'a1', day: 0, minutes: Number.POSITIVE_INFINITY }],
  ['right answers to no question', { topic: 'a1', day: 0, minutes: 10, k: 3, n: 0 }],
])('%s is refused', (_, session) => {
  expect(() => assess(S3, evidenceFrom({ sessions: [session] }), 5)).toThrow(RangeError);
});

test.each([
  ['more right than asked', { day: 1, k: 60, n: 50 }],
  ['no questions', { day: 1, k: 0, n: 0 }],
  ['a section there is not', { day: 1, k: 30, n: 50, sections: { zz: [5, 10] } }],
  ['more right than asked in a section', { day: 1, k: 30, n: 50, sections: { A: [11, 10] } }],
])('a mock with %s is refused', (_, exam) => {
  expect(() => assess(S3, evidenceFrom({ exams: [exam] } as ReferenceLog), 5)).toThrow(RangeError);
});
