import type { StudyHours } from '../app/stats/hours.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { labelled, OTHER_TITLE, OTHER_TOPIC } from '../domain/edition.ts';
import { shortDate } from '../domain/local-date.ts';
import { percent, plural } from '../domain/words.ts';
import { type Column, line, muted, type Report } from './doc.ts';

/** What hours can be added up by. */
export const HOURS_BY = ['week', 'topic', 'activity'] as const;
type By = (typeof HOURS_BY)[number];

interface Sum {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
}

/** Where the hours went, added up one way. */
export function hoursReport(hours: StudyHours, by: By): Report {
  const sums = by === 'week' ? weekSums(hours) : by === 'topic' ? topicSums(hours) : activitySums(hours);
  const total = sums.reduce((sum, { minutes }) => sum + minutes, 0);
  const most = Math.max(1, ...sums.map(({ minutes }) => minutes));
  const columns: Column[] = [
    { key: by, header: HEADERS[by], flexible: true },
    { key: 'minutes', header: 'Time', align: 'right', spoken: '' },
    { key: 'share', header: 'Share', align: 'right', rank: 1 },
  ];
  const rows = sums.map(({ id, name, minutes }) => [
    { text: name, value: id },
    { text: shortDuration(minutes), value: minutes, bar: minutes / most, spoken: durationText(minutes) },
    { text: total > 0 ? percent(minutes / total) : '', value: total > 0 ? minutes / total : null },
  ]);
  const over = by === 'week' ? ` in ${plural(sums.length, 'week')}` : ' in all';
  return {
    title: `Hours of ${hours.edition.title}`,
    data: {
      cert_id: hours.track.certId,
      by,
      minutes: total,
      rows: sums.map(({ id, minutes }) => ({ [by]: id, minutes })),
    },
    blocks: [{ kind: 'table', columns, rows }, line(muted(`${durationText(total)}${over}`))],
  };
}

const HEADERS: Readonly<Record<By, string>> = { week: 'Week of', topic: 'Topic', activity: 'Activity' };

function weekSums({ weeks }: StudyHours): Sum[] {
  return weeks.map(({ from, total }) => ({ id: from, name: shortDate(from), minutes: total }));
}

/** Every topic of the guide in its order, then time outside it. */
function topicSums({ edition, totals }: StudyHours): Sum[] {
  const minutesOf = (id: string) =>
    totals.reduce((sum, { topicId, minutes }) => sum + (topicId === id ? minutes : 0), 0);
  const topics = edition.sections.flatMap((section) => section.topics);
  const outside = minutesOf(OTHER_TOPIC);
  return [
    ...topics.map((topic) => ({ id: topic.id, name: labelled(topic), minutes: minutesOf(topic.id) })),
    ...(outside > 0 ? [{ id: OTHER_TOPIC, name: OTHER_TITLE, minutes: outside }] : []),
  ];
}

function activitySums({ totals }: StudyHours): Sum[] {
  const sums = new Map<string, number>();
  for (const { activity, minutes } of totals) sums.set(activity, (sums.get(activity) ?? 0) + minutes);
  return [...sums]
    .map(([activity, minutes]) => ({ id: activity, name: activity === '' ? 'not named' : activity, minutes }))
    .sort((a, b) => b.minutes - a.minutes);
}
