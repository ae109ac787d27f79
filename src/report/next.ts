import type { NextHour } from '../app/readiness/next-hour.ts';
import type { JudgedStanding } from '../app/readiness/standing.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { openFor, type Resource } from '../domain/resource.ts';
import { adviceTable, styleText } from './advice.ts';
import { BLANK, type Block, line, muted, type Report } from './doc.ts';
import { plannedBlocks, plannedData } from './plan.ts';
import { adviceData } from './readiness-data.ts';
import { chanceText, rounded } from './words.ts';

/** The suggestions, what there is to study them from, and how the gain is meant. */
export function nextReport(next: NextHour): Report {
  const { standing, advice, minutes, resources } = next;
  const { edition, readiness } = standing;
  const offered = advice.map((one) => openFor(resources, one.topicId));
  return {
    title: `Next for ${edition.title}`,
    data: {
      cert_id: edition.certId,
      minutes,
      plan: standing.plan === null ? null : plannedData(edition, standing.plan),
      chance: readiness.gate.met ? rounded(readiness.assessment.chance) : null,
      next: advice.map((one, i) => ({ ...adviceData(one, standing), resource: offered[i]?.url ?? null })),
    },
    blocks: [
      ...followed(standing),
      ...(advice.length === 0
        ? [line('Nothing to suggest yet: log some study first.')]
        : [adviceTable(advice, standing), ...resourceLines(next, offered)]),
      BLANK,
      line(muted(footnote(next))),
    ],
  };
}

/** What the plan says for now, where there is one; the ranking then stands below it. */
function followed({ plan, edition, today }: JudgedStanding): Block[] {
  const planned = plan === null ? [] : plannedBlocks(edition, plan, today);
  return planned.length === 0 ? [] : [...planned, BLANK, line('What would bring most, plan or not:')];
}

/** The first unfinished resource of each suggestion. */
function resourceLines({ spent }: NextHour, offered: readonly (Resource | undefined)[]): Block[] {
  const lines = [...new Set(offered)].flatMap((resource) => {
    if (resource === undefined) return [];
    const done = spent.get(resource.url) ?? 0;
    const time =
      resource.minutes === null ? shortDuration(done) : `${shortDuration(done)} of ${shortDuration(resource.minutes)}`;
    return [line(`  ${resource.title}  `, muted(`${resource.kind} · ${time} done · ${resource.url}`))];
  });
  return lines.length === 0 ? [] : [BLANK, line('From your track:'), ...lines];
}

function footnote({ standing: { edition, readiness, track }, advice, minutes }: NextHour): string {
  const style =
    edition.exam.style === null ? '' : ` ${styleText(edition)[0]?.toUpperCase()}${styleText(edition).slice(1)}.`;
  const gain = `Gain: points of chance to reach ${track.target} % on exam day, per hour, from ${durationText(minutes)} today`;
  const now = readiness.gate.met ? `; it is ${chanceText(readiness.assessment.chance)} % now` : '';
  const test = advice.some(({ kind }) => kind !== 'study')
    ? ' A test does not raise the chance, it makes it truer.'
    : '';
  return `${gain}${now}.${test}${style}`;
}
