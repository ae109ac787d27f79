import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../support/app.ts';

const FOLDER = join(import.meta.dirname, 'foreign');

interface Case {
  readonly file: string;
  readonly edition: string;
  readonly weights: (number | null)[];
  readonly topics: number;
  /** Objectives of all levels. */
  readonly objectives: number;
  readonly passMark: object;
  readonly questions: object | null;
  /** What a person types, and the topic it means. */
  readonly typed: string;
  readonly topic: string;
}

const scored = { min: null, max: null, scored: 50, unscored: 15 };
const CASES: readonly Case[] = [
  {
    file: 'aws-dea',
    edition: 'aws-dea@c01-1.1',
    weights: [34, 26, 22, 18],
    topics: 17,
    objectives: 6,
    passMark: { kind: 'scaled', pass: 720, min: 100, max: 1000 },
    questions: scored,
    typed: 'kinesis',
    topic: 'perform-data-ingestion',
  },
  {
    file: 'aws-saa',
    edition: 'aws-saa@c03',
    weights: [30, 26, 24, 20],
    topics: 4,
    objectives: 5,
    passMark: { kind: 'scaled', pass: 720, min: 100, max: 1000 },
    questions: scored,
    typed: 'loose coupling',
    topic: 'resilient',
  },
  {
    file: 'ms-dp-700',
    edition: 'ms-dp-700@2026-07',
    weights: [32.5, 32.5, 32.5],
    topics: 10,
    objectives: 2,
    passMark: { kind: 'scaled', pass: 700, min: 1, max: 1000 },
    questions: null,
    typed: 'loading patterns',
    topic: 'design-loading-patterns',
  },
  {
    file: 'cka',
    edition: 'cka@1.35',
    weights: [25, 15, 20, 10, 30],
    topics: 19,
    objectives: 3,
    passMark: { kind: 'percent', percent: 66 },
    questions: { min: 15, max: 20, scored: null, unscored: null },
    typed: 'storage',
    topic: 'storage',
  },
  {
    file: 'terraform-associate',
    edition: 'terraform-associate@004',
    weights: Array(8).fill(null),
    topics: 37,
    objectives: 0,
    passMark: { kind: 'unpublished' },
    questions: null,
    typed: '4h',
    topic: 'sensitive-data',
  },
  {
    file: 'comptia-security',
    edition: 'comptia-security@sy0-701',
    weights: [12, 22, 18, 28, 20],
    topics: 28,
    objectives: 20,
    passMark: { kind: 'scaled', pass: 750, min: 100, max: 900 },
    questions: { min: null, max: 90, scored: null, unscored: null },
    typed: 'policy engine',
    topic: 'summarize-fundamental-security-concepts',
  },
];

interface Shown {
  readonly exam: { readonly pass_mark: object; readonly questions: object | null };
  readonly retires_on: readonly object[];
  readonly sections: readonly { weight_percent: number | null; topics: readonly { objectives: readonly Nested[] }[] }[];
}
interface Nested {
  readonly objectives: readonly Nested[];
}
const all = (objectives: readonly Nested[]): number =>
  objectives.reduce((sum, { objectives: nested }) => sum + 1 + all(nested), 0);

describe.each(CASES)('$file', ({ file, edition, weights, topics, objectives, passMark, questions, typed, topic }) => {
  let box: Sandbox;
  beforeAll(() => {
    box = sandbox();
  });
  afterAll(() => box.remove());
  const path = join(FOLDER, `${file}.yaml`);
  const json = async (...argv: string[]) => JSON.parse(await box.ok(...argv, '--json')) as unknown;

  test('goes from a file to a log', async () => {
    expect(await json('syllabus', 'validate', path)).toEqual([{ file: path, edition, valid: true }]);
    expect(await json('syllabus', 'add', path)).toMatchObject({ edition, outcome: 'added', topics });
    expect(await json('syllabus', 'list')).toContainEqual(expect.objectContaining({ edition, origin: 'added' }));

    const [certId] = edition.split('@');
    const shown = (await json('syllabus', 'show', String(certId))) as Shown;
    expect(shown.exam).toMatchObject({ pass_mark: passMark, questions });
    expect(shown.sections.map((section) => section.weight_percent)).toEqual(weights);
    const placed = shown.sections.flatMap((section) => section.topics);
    expect(placed).toHaveLength(topics);
    expect(all(placed.flatMap((each) => each.objectives))).toBe(objectives);

    await box.ok('init', '--cert', String(certId));
    expect(await json('add-session', typed, '1h', '--score', '7/10')).toMatchObject({
      session: { edition, topics: [{ topic_id: topic, correct: 7, questions: 10 }] },
    });
    expect(await json('status')).toMatchObject({ edition });
    const [, row] = (await box.ok('export')).split('\r\n');
    expect(row).toContain(`,${topic},`);
    expect(await json('export', '--what', 'topics')).toContainEqual(
      expect.objectContaining({ topic_id: topic, minutes: 60 }),
    );
  });

  test('is kept as it is when it is added again', async () => {
    expect(await json('syllabus', 'add', path)).toMatchObject({ edition, outcome: 'unchanged' });
  });
});

test('the deepest outline keeps its levels, and its last day', async () => {
  const box = sandbox();
  await box.ok('syllabus', 'add', join(FOLDER, 'comptia-security.yaml'));
  const shown = JSON.parse(await box.ok('syllabus', 'show', 'comptia-security', '--json')) as Shown;
  expect(shown.retires_on).toEqual([{ language: 'en', date: '2027-06-11' }]);
  const text = await box.ok('syllabus', 'show', 'comptia-security', '--objectives');
  expect(text).toContain('    - Zero trust\n      - Control plane\n        - Adaptive identity\n');
  expect(text).toMatch(/Last day +2027-06-11 in en/);
  box.remove();
});

test('no foreign guide is longer than a person would write', () => {
  for (const { file } of CASES)
    expect(readFileSync(join(FOLDER, `${file}.yaml`), 'utf8').split('\n').length).toBeLessThan(90);
});
