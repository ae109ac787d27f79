import type { StudyHours } from '../app/stats/hours.ts';
import type { Trend } from '../app/stats/trend.ts';
import type { Forecasted } from '../domain/calibration.ts';
import { calibrationReport } from './calibration.ts';
import { BLANK, type Block, line, type Report, strong } from './doc.ts';
import { hoursReport } from './hours.ts';
import { calendarReport } from './study-calendar.ts';
import { trendReport } from './trend.ts';

/** What the weeks behind are told from. */
interface Stats {
  readonly trend: Trend;
  readonly hours: StudyHours;
  readonly results: readonly Forecasted[];
}

const WEEKS_SHOWN = 4;

/** The weeks behind, each view in short. */
export function statsReport({ trend, hours, results }: Stats): Report {
  const parts = {
    trend: trendReport(trend),
    calendar: calendarReport({ weeks: hours.weeks.slice(-WEEKS_SHOWN), about: hours.track.certId }),
    hours: hoursReport(hours, 'activity'),
    calibration: calibrationReport(results),
  };
  const heading = (title: string, more: string): Block[] => [BLANK, line(strong(title), `  certtrack stats ${more}`)];
  return {
    title: `The weeks behind: ${trend.edition.title}`,
    data: Object.fromEntries(Object.entries(parts).map(([name, { data }]) => [name, data])),
    blocks: [
      line(strong(trend.edition.title), ' · the weeks behind'),
      ...Object.entries(parts).flatMap(([name, { blocks }]) => [
        ...heading(name[0]?.toUpperCase() + name.slice(1), name),
        ...blocks,
      ]),
    ],
  };
}
