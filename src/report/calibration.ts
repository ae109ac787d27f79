import { type Calibration, calibrationOf, ENOUGH_RESULTS, type Forecasted } from '../domain/calibration.ts';
import { shortDate } from '../domain/local-date.ts';
import { percent, plural } from '../domain/words.ts';
import { BLANK, type Block, line, muted, type Report } from './doc.ts';
import { expectedText, predictionData } from './mock.ts';
import { chanceText, DASH, rounded } from './words.ts';

/** Predicted against actual, over a person's own mocks and exams. */
export function calibrationReport(rows: readonly Forecasted[]): Report {
  const calibration = calibrationOf(rows);
  const enough = rows.length >= ENOUGH_RESULTS;
  return {
    title: 'Calibration',
    data: {
      results: rows.map(({ date, what, prediction, share, reached }) => ({
        date,
        what,
        predicted: predictionData(prediction),
        share: share === null ? null : rounded(share),
        reached_target: reached,
      })),
      enough,
      brier: enough ? rounded(calibration.brier) : null,
      inside_80: calibration.inside,
      scores: calibration.scores,
      bias: enough && calibration.bias !== null ? rounded(calibration.bias) : null,
    },
    blocks:
      rows.length === 0
        ? [line('Nothing to compare yet: every mock and exam result is kept with what was expected before it.')]
        : [resultTable(rows), BLANK, ...(enough ? summaryLines(calibration) : [tooFew(rows.length)])],
  };
}

function resultTable(rows: readonly Forecasted[]): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'date', header: 'Date' },
      { key: 'what', header: 'What', flexible: true },
      { key: 'expected', header: 'Expected', align: 'right' },
      { key: 'score', header: 'Scored', align: 'right' },
      { key: 'chance', header: 'Chance', align: 'right' },
      { key: 'reached', header: 'Reached' },
    ],
    rows: rows.map(({ date, what, prediction, share, reached }) => [
      { text: shortDate(date), value: date },
      { text: what },
      { text: expectedText(prediction), value: rounded(prediction.score) },
      share === null ? DASH : { text: percent(share), value: rounded(share) },
      { text: `${chanceText(prediction.chance)} %`, value: rounded(prediction.chance) },
      { text: reached ? 'yes' : 'no', value: reached ? 1 : 0, tone: reached ? 'good' : 'bad' },
    ]),
  };
}

function tooFew(results: number): Block {
  const more = ENOUGH_RESULTS - results;
  return line(muted(`${plural(more, 'more result')} and this says how far the predictions can be trusted.`));
}

function summaryLines({ results, reached, meanChance, brier, inside, scores, bias }: Calibration): Block[] {
  return [
    line(
      `Reached the target ${reached} of ${results} times, expected ${(meanChance * results).toFixed(1)}. Brier score ${brier.toFixed(3)} (0 is perfect, 0.25 is a coin).`,
    ),
    ...(bias === null
      ? []
      : [
          line(
            `${inside} of ${plural(scores, 'score')} inside the 80 % interval; on average ${Math.abs(bias * 100).toFixed(1)} points ${bias >= 0 ? 'better' : 'worse'} than expected.`,
          ),
        ]),
  ];
}
