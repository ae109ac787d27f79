import type { NamedMock } from '../app/mock/named-mock.ts';
import { shortDate } from '../domain/local-date.ts';
import { countsLess, shareOf } from '../domain/mock.ts';
import { percent, plural } from '../domain/words.ts';
import { type Cell, line, muted, type Report } from './doc.ts';
import { expectedText, mockData } from './mock.ts';
import { DASH, rounded } from './words.ts';

/** Practice exams in the order they were taken. */
export function mocksReport(named: readonly NamedMock[]): Report {
  return {
    title: 'Mocks',
    data: named.map(mockData),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'id', header: 'Id' },
          { key: 'study_date', header: 'Date' },
          { key: 'provider', header: 'Provider', flexible: true },
          { key: 'share_right', header: 'Score', align: 'right' },
          { key: 'score', header: 'Right', align: 'right', rank: 4 },
          { key: 'expected', header: 'Expected', align: 'right', rank: 2, spoken: 'expected' },
          { key: 'minutes', header: 'Time', align: 'right', rank: 1 },
          { key: 'counts', header: 'Counts' },
        ],
        rows: named.map(row),
      },
      named.length === 0
        ? line('No mocks yet. Record one: certtrack add-mock --provider NAME --score 41/50')
        : line(muted(`${plural(named.length, 'mock')}; repeats, open-book and untimed ones count less`)),
    ],
  };
}

function row({ mock, handle, profile }: NamedMock): Cell[] {
  const less = countsLess(mock);
  const share = shareOf(mock);
  return [
    { text: handle, value: mock.id, spoken: `Mock ${handle}` },
    { text: shortDate(mock.studyDate), value: mock.studyDate },
    { text: mock.provider },
    { text: percent(share), bar: share, value: rounded(share), tone: 'strong' },
    Number.isInteger(mock.correct) ? { text: `${mock.correct}/${mock.questions}` } : DASH,
    mock.prediction === null ? DASH : { text: expectedText(mock.prediction), value: rounded(mock.prediction.score) },
    mock.minutes === null ? DASH : { text: `${mock.minutes}m`, value: mock.minutes },
    less.length === 0 ? { text: profile } : countsLessCell(less),
  ];
}

/** The first reason, and how many more there are where space is short. */
function countsLessCell(reasons: readonly string[]): Cell {
  const all = `less: ${reasons.join(', ')}`;
  const more = reasons.length > 1 ? ` +${reasons.length - 1}` : '';
  return { text: `less: ${reasons[0]}${more}`, value: all, spoken: all, tone: 'warn' };
}
