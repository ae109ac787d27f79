import type { JudgedStanding } from '../app/readiness/standing.ts';
import { durationText } from '../domain/duration.ts';
import type { Advice } from '../domain/readiness/advice.ts';
import { openFor, type Resource } from '../domain/resource.ts';
import { adviceTable, styleText } from './advice.ts';
import { BLANK, type Block, line, muted, type Report } from './doc.ts';
import { plannedNowBlocks, plannedNowData } from './planned-now.ts';
import { adviceData } from './readiness-data.ts';
import { chanceText, rounded, shortDuration } from './words.ts';

/** What to do next. `spent` is minutes by the text sessions name a resource with. */
export interface Next {
  readonly standing: JudgedStanding;
  readonly advice: readonly Advice[];
  readonly minutes: number;
  readonly resources: readonly Resource[];
  readonly spent: ReadonlyMap<string, number>;
}

/** The suggestions, what there is to study them from, and how the gain is meant. */
export function nextReport(next: Next): Report {
  const { standing, advice, minutes, resources } = next;
  const { edition, readiness } = standing;
  const offered = advice.map((one) => openFor(resources, one.topicId));
  return {
    title: `Next for ${edition.title}`,
    data: {
      cert_id: edition.certId,
      minutes,
      plan: standing.plan === null ? null : plannedNowData(edition, standing.plan.now),
      chance: readiness.gate.met ? rounded(readiness.assessment.chance) : null,
      next: advice.map((one, i) => ({ ...adviceData(one, standing), resource: offered[i]?.url ?? null })),
    },
    blocks: [
      ...followed(standing),
      ...(advice.length === 0
        ? [line('Nothing to suggest yet: log some study first, or leave out --weak.')]
        : [adviceTable(advice, standing), ...resourceLines(next, offered)]),
      BLANK,
      line(muted(footnote(next))),
    ],
  };
}

/** What the plan says for now, where there is one; the ranking then stands below it. */
function followed({ plan, edition, today }: JudgedStanding): Block[] {
  const planned = plan === null ? [] : plannedNowBlocks(edition, plan.now, today);
  return planned.length === 0 ? [] : [...planned, BLANK, line('What would bring most, plan or not:')];
}

/** The first unfinished resource of each suggestion. */
function resourceLines({ spent }: Next, offered: readonly (Resource | undefined)[]): Block[] {
  const lines = [...new Set(offered)].flatMap((resource) => {
    if (resource === undefined) return [];
    const done = spent.get(resource.url) ?? 0;
    const time =
      resource.minutes === null ? shortDuration(done) : `${shortDuration(done)} of ${shortDuration(resource.minutes)}`;
    return [line(`  ${resource.title}  `, muted(`${resource.kind} · ${time} done · ${resource.url}`))];
  });
  return lines.length === 0 ? [] : [BLANK, line('From your track:'), ...lines];
}

function footnote({ standing: { edition, readiness, track }, advice, minutes }: Next): string {
  const style =
    edition.exam.style === null ? '' : ` ${styleText(edition)[0]?.toUpperCase()}${styleText(edition).slice(1)}.`;
  const gain = `Gain: points of chance to reach ${track.target} % on exam day, per hour, from ${durationText(minutes)} today`;
  const now = readiness.gate.met ? `; it is ${chanceText(readiness.assessment.chance)} % now` : '';
  const test = advice.some(({ kind }) => kind !== 'study')
    ? ' A test does not raise the chance, it makes it truer.'
    : '';
  return `${gain}${now}.${test}${style}`;
}
