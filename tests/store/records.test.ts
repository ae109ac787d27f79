import { expect, test } from 'vitest';
import type { ExamResult } from '../../src/domain/exam-result.ts';
import { dayNumber, type LocalDate } from '../../src/domain/local-date.ts';
import type { Mock, Prediction, Provider } from '../../src/domain/mock.ts';
import type { Resource } from '../../src/domain/resource.ts';
import type { Change } from '../../src/store/change.ts';
import { evidenceFor } from '../../src/store/evidence.ts';
import { examResults } from '../../src/store/exam-results.ts';
import { handleOf, idsLike } from '../../src/store/handles.ts';
import { nextToRedo, nextToUndo, type RecordedEntry, record, revert } from '../../src/store/journal.ts';
import { lastMockId, mockById, mocks, providerNamed, providers } from '../../src/store/mocks.ts';
import { openStore } from '../../src/store/open.ts';
import { resources } from '../../src/store/resources.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { addAll, NOW, PDE } from './logs.ts';

const AT = Date.parse(NOW);
const DAY = '2026-11-20' as LocalDate;
const prediction: Prediction = { chance: 0.3, target: 0.7, score: 0.6, score80: { low: 0.1 + 0.2, high: 0.9 } };
const idOf = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;

const MOCK: Mock = {
  id: idOf(1),
  certId: PDE.certId,
  editionId: PDE.id,
  provider: 'Set "1"\n\u001b[31m',
  takenAt: AT,
  timezone: 'Pacific/Kiritimati',
  studyDate: DAY,
  correct: 36.9,
  questions: 45,
  sections: [
    { sectionId: 'storing-data', correct: 0.1 + 0.2, questions: 9 },
    { sectionId: 'designing-systems', correct: 5, questions: 5 },
  ],
  minutes: null,
  timed: false,
  firstAttempt: true,
  openBook: true,
  note: null,
  prediction,
  source: 'certtrack',
  createdAt: AT,
  updatedAt: AT,
  deletedAt: null,
};
const PROVIDER: Provider = { name: 'Google', profile: 'official' };
const RESOURCE: Resource = {
  id: idOf(2),
  certId: PDE.certId,
  url: 'https://example.com/?a=1&b="2"',
  title: 'A course',
  kind: 'course',
  topics: ['sharing-data', 'storage-systems'],
  free: null,
  minutes: 90,
  status: 'open',
  createdAt: AT,
  updatedAt: AT,
};
const RESULT: ExamResult = {
  id: idOf(3),
  certId: PDE.certId,
  editionId: PDE.id,
  examDate: DAY,
  passed: false,
  note: 'tired',
  prediction,
  createdAt: AT,
  deletedAt: null,
};

const read: Record<string, (db: Db) => unknown[]> = {
  mock: (db) => mocks(db),
  provider: providers,
  resource: (db) => resources(db, PDE.certId),
  result: (db) => examResults(db),
};

let entries = 0;
const entry = () => ({ id: `entry-${entries++}`, at: AT, action: 'test', summary: 'a step' });

function empty(): Db {
  const db = openStore(':memory:');
  addAll(db, []);
  return db;
}

test.each<[Change['entity'], string, object, object]>([
  ['mock', MOCK.id, MOCK, { ...MOCK, sections: [], correct: 40, minutes: 90, prediction: null, note: 'again' }],
  ['provider', PROVIDER.name, PROVIDER, { ...PROVIDER, profile: 're-used' }],
  ['resource', RESOURCE.id, RESOURCE, { ...RESOURCE, status: 'done', free: true, topics: [], minutes: null }],
  ['result', RESULT.id, RESULT, { ...RESULT, passed: true, prediction: null, note: null }],
])('a %s comes back as it was recorded and as it was changed, through undo and redo', (entity, id, first, second) => {
  const db = empty();
  const rows = () => read[entity]?.(db);
  record(db, entry(), [{ entity, id, before: null, after: first } as Change]);
  expect(rows()).toEqual([first]);
  record(db, entry(), [{ entity, id, before: first, after: second } as Change]);
  expect(rows()).toEqual([second]);
  for (const left of [[first], []]) {
    revert(db, nextToUndo(db) as RecordedEntry, entry());
    expect(rows()).toEqual(left);
  }
  for (const left of [[first], [second]]) {
    revert(db, nextToRedo(db) as RecordedEntry, entry());
    expect(rows()).toEqual(left);
  }
  db.close();
});

const withMocks = (...list: Mock[]): Db => {
  const db = empty();
  record(
    db,
    entry(),
    list.map((mock) => ({ entity: 'mock', id: mock.id, before: null, after: mock })),
  );
  return db;
};

test('deleted mocks are listed apart, are no evidence and are not the last', () => {
  const gone = { ...MOCK, id: idOf(4), deletedAt: AT };
  const db = withMocks(MOCK, gone);
  expect([mocks(db), mocks(db, { deleted: true })]).toEqual([[MOCK], [gone]]);
  expect(mockById(db, gone.id)).toEqual(gone);
  expect(lastMockId(db)).toBe(MOCK.id);
  expect(evidenceFor(db, PDE, DAY).mocks).toHaveLength(1);
  db.close();
});

test('a mock is evidence from its study date on, with its provider as classed in any case, and less where it counts less', () => {
  const whole = { ...MOCK, timed: true, openBook: false, provider: 'GOOGLE' };
  const db = withMocks(whole, { ...MOCK, id: idOf(4), provider: 'google' });
  const profiles = () => evidenceFor(db, PDE, DAY).mocks.map(({ profile }) => profile);
  expect(profiles()).toEqual(['third-party', 're-used']);
  record(db, entry(), [{ entity: 'provider', id: 'Google', before: null, after: PROVIDER }]);
  expect(profiles()).toEqual(['official', 're-used']);
  expect(providerNamed(db, 'gOOgle')).toEqual(PROVIDER);
  expect(evidenceFor(db, PDE, '2026-11-19' as LocalDate).mocks).toEqual([]);
  expect(evidenceFor(db, PDE, DAY).mocks[0]?.day).toBe(dayNumber(DAY));
  db.close();
});

test('a section this edition does not have counts for the whole exam', () => {
  const sections = [
    { sectionId: 'storing-data', correct: 3, questions: 9 },
    { sectionId: 'of-an-older-guide', correct: 5, questions: 5 },
  ];
  const db = withMocks({ ...MOCK, sections });
  expect(evidenceFor(db, PDE, DAY).mocks).toMatchObject([{ questions: 45, sections: [sections[0]] }]);
  db.close();
});

test('mocks and resources have short ids of their own', () => {
  const [one, two] = [MOCK, { ...MOCK, id: '0190a000-0000-7000-8000-00001234abcd' }];
  const db = withMocks(one, two);
  expect(handleOf(db, 'mock', two.id)).toBe('00001');
  expect(handleOf(db, 'mock', one.id)).toBe('00000');
  expect(idsLike(db, 'mock', '00001234')).toEqual([two.id]);
  expect(idsLike(db, 'session', '0000')).toEqual([]);
  expect(idsLike(db, 'mock', two.id.toUpperCase())).toEqual([two.id]);
  expect(idsLike(db, 'mock', '0%')).toEqual([]);
  db.close();
});
