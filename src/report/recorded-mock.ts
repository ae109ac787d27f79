import type { RecordedMock } from '../app/mock/record-mock.ts';
import type { JudgedStanding } from '../app/readiness/standing.ts';
import { countsLess } from '../domain/mock.ts';
import { mockPhrase } from '../domain/mock-phrase.ts';
import { type Block, line, muted, type Report, strong } from './doc.ts';
import { expectedText, mockData, surpriseText } from './mock.ts';
import { readinessData } from './readiness-data.ts';
import { turnText } from './verdict.ts';
import { chanceText } from './words.ts';

/** What was recorded, how it compares with what was expected, and what it changed. */
export function recordedMockReport({ named, before, after, introduce }: RecordedMock): Report {
  const { mock, handle } = named;
  const less = countsLess(mock);
  return {
    title: `Recorded ${handle}`,
    data: { mock: mockData(named), readiness: readinessData(after) },
    blocks: [
      line('Recorded ', strong(mockPhrase(mock)), muted(` · ${handle}`)),
      ...(mock.prediction === null
        ? []
        : [line(`Expected ${expectedText(mock.prediction)}: it came out ${surpriseText(mock, mock.prediction)}`)]),
      ...(less.length === 0 ? [] : [line({ text: `It counts less: ${less.join(', ')}`, tone: 'warn' })]),
      effectLine(before, after),
      ...(introduce
        ? [
            line(
              muted(`Counted as third-party questions. The vendor's own? certtrack edit ${handle} --profile official`),
            ),
          ]
        : []),
      line(muted('Take it back: certtrack undo')),
    ],
  };
}

function effectLine(before: JudgedStanding, after: JudgedStanding): Block {
  const { readiness, track } = after;
  if (!readiness.gate.met) return line(`Not enough evidence for a chance yet. ${turnText(after)}`);
  const now = `${chanceText(readiness.assessment.chance)} %`;
  const was = before.readiness.gate.met ? `${chanceText(before.readiness.assessment.chance)} % → ` : '';
  return line(`Chance to score at least ${track.target} %: ${was}`, strong(now), `. ${turnText(after)}`);
}
