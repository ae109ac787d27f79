import type { NamedMock } from '../app/mock/named-mock.ts';
import { durationText } from '../domain/duration.ts';
import { labelled } from '../domain/edition.ts';
import { countsLess, type MockScore, type Prediction, shareOf } from '../domain/mock.ts';
import { scoreText } from '../domain/mock-phrase.ts';
import { percent } from '../domain/words.ts';
import { isoInZone, isoUtc } from '../domain/zone.ts';
import { type Block, type Fact, type Json, line, muted, strong } from './doc.ts';
import { intervalData } from './readiness-data.ts';
import { chanceText, rounded } from './words.ts';

/** The JSON contract of one mock. */
export function mockData({ mock, handle, zone, profile }: NamedMock): { readonly [key: string]: Json } {
  return {
    id: mock.id,
    short_id: handle,
    cert_id: mock.certId,
    edition: mock.editionId,
    provider: mock.provider,
    profile,
    study_date: mock.studyDate,
    taken_at: isoInZone(zone, mock.takenAt),
    timezone: mock.timezone,
    correct: rounded(mock.correct),
    questions: rounded(mock.questions),
    share: rounded(shareOf(mock)),
    sections: mock.sections.map(({ sectionId, correct, questions }) => ({
      section_id: sectionId,
      correct: rounded(correct),
      questions: rounded(questions),
    })),
    minutes: mock.minutes,
    timed: mock.timed,
    first_attempt: mock.firstAttempt,
    open_book: mock.openBook,
    counts_less: countsLess(mock),
    note: mock.note,
    prediction: mock.prediction && predictionData(mock.prediction),
    source: mock.source,
    created_at: isoUtc(mock.createdAt),
    updated_at: isoUtc(mock.updatedAt),
    deleted_at: mock.deletedAt === null ? null : isoUtc(mock.deletedAt),
  };
}

/** The JSON contract of what was expected of a result. */
export function predictionData({ chance, target, score, score80 }: Prediction): Json {
  return { chance: rounded(chance), target, score: rounded(score), score_80: intervalData(score80) };
}

/** `76 % (64-86 %)`: what was expected. */
export function expectedText({ score, score80 }: Prediction): string {
  return `${percent(score)} (${Math.round(score80.low * 100)}-${percent(score80.high)})`;
}

/** How a result compares with what was expected of it. */
export function surpriseText(mock: MockScore, prediction: Prediction): string {
  const share = shareOf(mock);
  if (share > prediction.score80.high) return 'better than expected';
  return share < prediction.score80.low ? 'worse than expected' : 'as expected';
}

/** Everything about one practice exam. */
export function mockBlocks(named: NamedMock): Block[] {
  const { mock, handle, edition, zone, profile } = named;
  const less = countsLess(mock);
  const titles = new Map(edition?.sections.map((section) => [section.id, labelled(section)]));
  const wall = isoInZone(zone, mock.takenAt);
  const facts: Fact[] = [
    { label: 'Provider', cell: { text: `${mock.provider} (${profile} questions)` } },
    { label: 'Score', cell: { text: scoreText(mock), tone: 'strong' } },
    ...mock.sections.map((section, i) => ({
      label: i === 0 ? 'Sections' : '',
      cell: { text: `${titles.get(section.sectionId) ?? section.sectionId}: ${scoreText(section)}` },
    })),
    { label: 'When', cell: { text: `${wall.slice(0, 10)} ${wall.slice(11, 16)} ${mock.timezone}` } },
    ...(mock.minutes === null ? [] : [{ label: 'Time', cell: { text: durationText(mock.minutes) } }]),
    ...(less.length === 0 ? [] : [{ label: 'Counts less', cell: { text: less.join(', '), tone: 'warn' as const } }]),
    ...(mock.prediction === null
      ? []
      : [
          {
            label: 'Expected',
            cell: {
              text: `${expectedText(mock.prediction)}, ${chanceText(mock.prediction.chance)} % chance of ${percent(mock.prediction.target)}: it came out ${surpriseText(mock, mock.prediction)}`,
            },
          },
        ]),
    ...(mock.note === null ? [] : [{ label: 'Note', cell: { text: mock.note } }]),
    { label: 'Recorded', cell: { text: `${isoUtc(mock.createdAt)} from ${mock.source}`, tone: 'muted' } },
  ];
  const gone: Block[] =
    mock.deletedAt === null
      ? []
      : [line({ text: `Deleted ${isoUtc(mock.deletedAt)}; "certtrack undo" may bring it back`, tone: 'warn' })];
  return [line(strong(`Mock ${handle}`), muted(`  ${mock.certId}  ${mock.id}`)), ...gone, { kind: 'facts', facts }];
}
