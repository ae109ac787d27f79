import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CARRIES,
  type Carry,
  chain,
  compose,
  type EditionMapping,
  evenTargets,
  type MappingRow,
  newTopics,
  sharesByTopic,
  type TopicShare,
} from '../../src/domain/edition-mapping.ts';
import { parseSyllabus } from '../../src/syllabus/parse.ts';
import { identityMapping } from './identity-mapping.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** An edition with these topics, as a file would give it. */
const edition = (id: string, topics: readonly string[]) => {
  const [certification, name] = id.split('@');
  const parsed = parseSyllabus(
    Buffer.from(
      JSON.stringify({
        certification,
        edition: name,
        title: 'T',
        vendor: 'V',
        sections: [{ id: 'sec', title: 'S', topics: topics.map((topic) => ({ id: topic, title: topic })) }],
      }),
    ),
  );
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.edition;
};

const row = (old: string, topicIds: readonly string[], carry: Carry): MappingRow => ({
  old,
  kind: topicIds.length === 0 ? 'dropped' : topicIds.length > 1 ? 'split' : 'moved',
  carry: topicIds.length === 0 ? 'none' : carry,
  targets: evenTargets(topicIds, carry),
  notes: [],
});

const anyMapping = (from: string, to: string) =>
  fc
    .tuple(
      ...IDS.map((old) =>
        fc
          .tuple(fc.subarray(IDS, { maxLength: 4 }), fc.constantFrom<Carry>('full', 'partial', 'none'))
          .map(([targets, carry]) => row(old, targets, carry)),
      ),
    )
    .map((rows): EditionMapping => ({ from, to, rows }));

const sum = (shares: readonly TopicShare[]) => shares.reduce((total, { share }) => total + share, 0);
/** Shares by old and new topic, comparable in spite of floating point. */
const shares = (mapping: EditionMapping) =>
  [...sharesByTopic(mapping)].map(([old, targets]) => [
    old,
    targets
      .map(({ topicId, share }) => `${topicId} ${share.toFixed(9)}`)
      .filter((text) => !text.endsWith(' 0.000000000'))
      .sort(),
  ]);

test('hours are conserved: what counts and what does not add up to what was logged', () => {
  const minutes = fc.array(fc.nat(10_000), { minLength: IDS.length, maxLength: IDS.length });
  fc.assert(
    fc.property(anyMapping('c@1', 'c@2'), minutes, (mapping, logged) => {
      const shares = sharesByTopic(mapping);
      for (const targets of shares.values()) {
        expect(sum(targets)).toBeLessThanOrEqual(1 + 1e-9);
        for (const { share } of targets) expect(share).toBeGreaterThan(0);
      }
      const counted = IDS.map((id, i) => (logged[i] ?? 0) * sum(shares.get(id) ?? []));
      const expected = mapping.rows.map(({ carry }, i) => (logged[i] ?? 0) * CARRIES[carry]);
      counted.forEach((value, i) => void expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 6));
    }),
  );
});

test('composing is associative in what carries', () => {
  const three = fc.tuple(anyMapping('c@1', 'c@2'), anyMapping('c@2', 'c@3'), anyMapping('c@3', 'c@4'));
  fc.assert(
    fc.property(three, ([one, two, three]) => {
      expect(shares(compose(compose(one, two), three))).toEqual(shares(compose(one, compose(two, three))));
    }),
  );
});

test('an edition as its own mapping changes nothing before or after another', () => {
  fc.assert(
    fc.property(anyMapping('c@1', 'c@2'), (mapping) => {
      expect(shares(compose(identityMapping(edition('c@1', IDS)), mapping))).toEqual(shares(mapping));
      expect(shares(compose(mapping, identityMapping(edition('c@2', IDS))))).toEqual(shares(mapping));
    }),
  );
});

test('time outside the guide stays outside', () => {
  expect(sharesByTopic({ from: 'c@1', to: 'c@2', rows: [] }).get('other')).toEqual([{ topicId: 'other', share: 1 }]);
});

test.each<[string, MappingRow, MappingRow[], Partial<MappingRow>]>([
  [
    'a rename, then a move',
    { ...row('a', ['b'], 'full'), kind: 'renamed' },
    [row('b', ['b'], 'full')],
    { kind: 'renamed', carry: 'full' },
  ],
  [
    'the same twice',
    { ...row('a', ['a'], 'full'), kind: 'same' },
    [{ ...row('a', ['a'], 'full'), kind: 'same' }],
    { kind: 'same', carry: 'full' },
  ],
  [
    'half, then half',
    row('a', ['b'], 'partial'),
    [row('b', ['c'], 'partial')],
    { carry: 'partial', targets: [{ topicId: 'c', share: 0.25 }] },
  ],
  [
    'a split whose parts meet again',
    row('a', ['b', 'c'], 'full'),
    [row('b', ['d'], 'full'), row('c', ['d'], 'full')],
    { kind: 'moved', carry: 'full', targets: [{ topicId: 'd', share: 1 }] },
  ],
  [
    'a split that loses a part',
    row('a', ['b', 'c'], 'full'),
    [row('b', ['d'], 'full'), row('c', [], 'none')],
    { kind: 'moved', carry: 'partial', targets: [{ topicId: 'd', share: 0.5 }] },
  ],
  [
    'a topic the second mapping does not know',
    row('a', ['z'], 'full'),
    [],
    { kind: 'dropped', carry: 'none', targets: [] },
  ],
  [
    'a target nothing carries to',
    row('a', ['b'], 'none'),
    [row('b', ['c'], 'full')],
    { kind: 'moved', carry: 'none', targets: [{ topicId: 'c', share: 0 }] },
  ],
])('%s', (_, first, second, expected) => {
  const mapping = compose({ from: 'c@1', to: 'c@2', rows: [first] }, { from: 'c@2', to: 'c@3', rows: second });
  expect(mapping).toMatchObject({ from: 'c@1', to: 'c@3', rows: [expected] });
});

test('notes of both steps are kept', () => {
  const note = (old: string, text: string) => ({ ...row(old, ['a'], 'full'), notes: [{ edition: 'c@2', text }] });
  const mapping = compose(
    { from: 'c@1', to: 'c@2', rows: [note('a', 'One.')] },
    { from: 'c@2', to: 'c@3', rows: [note('a', 'Two.')] },
  );
  expect(mapping.rows[0]?.notes.map(({ text }) => text)).toEqual(['One.', 'Two.']);
});

test('a topic is new when nothing became it', () => {
  const mapping = { from: 'c@1', to: 'c@2', rows: [row('a', ['b'], 'full'), row('b', ['c'], 'none')] };
  expect(newTopics(mapping, edition('c@2', ['b', 'c', 'd']))).toEqual(['d']);
});

test('a chain takes the shortest way, and no way back', () => {
  const step = (from: string, to: string): EditionMapping => ({ from, to, rows: [row('a', ['a'], 'full')] });
  const mappings = [step('c@1', 'c@2'), step('c@2', 'c@3'), step('c@3', 'c@4'), step('c@2', 'c@4'), step('c@4', 'c@1')];
  expect(chain(mappings, 'c@1', 'c@4')).toMatchObject({ from: 'c@1', to: 'c@4' });
  expect(chain(mappings, 'c@1', 'c@4')).toEqual(compose(step('c@1', 'c@2'), step('c@2', 'c@4')));
  expect(chain([step('c@1', 'c@2')], 'c@2', 'c@1')).toBeUndefined();
  expect(chain(mappings, 'c@1', 'c@9')).toBeUndefined();
});
