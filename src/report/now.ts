import type { NextHour } from '../app/readiness/next-hour.ts';
import type { Now } from '../app/readiness/now.ts';
import type { JudgedStanding } from '../app/readiness/standing.ts';
import { durationText } from '../domain/duration.ts';
import { type Edition, labelled, placedTopics, topicTitle } from '../domain/edition.ts';
import type { NowItem } from '../domain/now-list.ts';
import type { TopicFacts } from '../domain/progress.ts';
import { openFor } from '../domain/resource.ts';
import { percent, plural } from '../domain/words.ts';
import { BLANK, type Block, type Column, type Json, line, muted, type Report, strong } from './doc.ts';
import { daysAgo } from './words.ts';

/** The one list for the next hour, a line each, with the topics by their names: what `status` and the dashboard end with. */
export function nowBlocks(standing: JudgedStanding, { minutes, items }: Now): Block[] {
  if (items.length === 0) return [];
  return [
    line(strong(`Now, ${durationText(minutes)}`)),
    {
      kind: 'table',
      columns: [
        { key: 'minutes', header: '', align: 'right', spoken: '' },
        { key: 'what', header: '', flexible: true, spoken: '' },
      ],
      rows: items.map((item) => [
        { text: `  ${durationText(item.minutes)}`, value: item.minutes },
        {
          text: `${nowText(item, standing.edition)}${item.kind === 'study' && item.reason === 'planned' ? ', planned today' : ''}`,
        },
      ]),
    },
  ];
}

/** The same list with the reason of each, and how to say that one is done. */
export function nextReport(next: NextHour): Report {
  const { standing, now } = next;
  const { edition } = standing;
  const columns: Column[] = [
    { key: 'minutes', header: '', align: 'right', spoken: '' },
    { key: 'what', header: '', flexible: true, spoken: '' },
    { key: 'reason', header: '', flexible: true, spoken: 'because' },
  ];
  const rows = now.items.map((item) => [
    { text: durationText(item.minutes), value: item.minutes },
    { text: shortText(item, edition), value: topicOf(item) },
    { text: [reasonOf(item, standing), resourceText(item, next)].filter(Boolean).join('; '), tone: 'muted' as const },
  ]);
  return {
    title: `Next for ${edition.title}`,
    data: {
      cert_id: edition.certId,
      minutes: now.minutes,
      next: nowData(next),
    },
    blocks: [
      line(strong(durationText(now.minutes)), ` for ${edition.title}`),
      BLANK,
      ...(rows.length === 0
        ? [line('Nothing fits into so little time.')]
        : [{ kind: 'table' as const, columns, rows }]),
      ...doneLine(next),
    ],
  };
}

/** The JSON contract of what to do now, in the order it is printed. */
export function nowData({ standing, now, ...next }: Pick<NextHour, 'standing' | 'now'> & Partial<NextHour>): Json {
  return now.items.map((item) => ({
    kind: item.kind === 'test' ? (item.topicId === null ? 'mock' : 'questions') : item.kind,
    minutes: item.minutes,
    topic_id: topicOf(item),
    topic: topicOf(item) === null ? null : topicTitle(standing.edition, topicOf(item) as string),
    activity: item.kind === 'study' ? item.activity : item.kind === 'review' ? 'recall' : 'practice',
    reason: item.kind === 'review' ? 'due' : item.reason,
    text: reasonOf(item, standing),
    resource: resourceOf(item, next)?.url ?? null,
  }));
}

function topicOf(item: NowItem): string | null {
  return item.kind === 'review' ? null : item.topicId;
}

/** `lab on 3.4 Designing for a data platform`. */
function nowText(item: NowItem, edition: Edition): string {
  if (item.kind === 'review') return `review, ${plural(item.cards, 'topic')} you are about to forget`;
  if (item.topicId === null) return 'a practice exam, with the clock of the exam';
  const topic = topicTitle(edition, item.topicId);
  return item.kind === 'test' ? `${item.questions} practice questions on ${topic}` : `${item.activity} on ${topic}`;
}

/** The same where the reason stands beside it: the command, or the topic by its number. */
function shortText(item: NowItem, edition: Edition): string {
  if (item.kind === 'review') return 'certtrack review';
  if (item.topicId === null) return 'practice exam, timed';
  const name = shortName(edition, item.topicId);
  return item.kind === 'test' ? `${item.questions} questions on ${name}` : `${item.activity} on ${name}`;
}

function shortName(edition: Edition, topicId: string): string {
  const topic = placedTopics(edition).find((placed) => placed.topic.id === topicId)?.topic;
  return topic === undefined ? topicId : (topic.label ?? labelled(topic));
}

function reasonOf(item: NowItem, standing: JudgedStanding): string {
  if (item.kind === 'review') return `${plural(item.cards, 'topic')} you are about to forget`;
  const facts = standing.progress.sections
    .flatMap(({ topics }) => topics)
    .find(({ topic }) => topic.id === item.topicId);
  const right = facts?.score ? `${facts.score.correct} of ${facts.score.questions} right` : undefined;
  switch (item.reason) {
    case 'planned':
      return 'planned today';
    case 'diagnosis':
    case 'first-mock':
      return 'nothing tells more about where you are';
    case 'untested':
      return right ? `only ${right}: shows what to study next` : 'no answers yet: shows what to study next';
    case 'untouched':
      return `never studied; ${shareText(facts)} of the exam`;
    case 'weak':
      return right ?? 'goes wrong most';
    case 'fading':
      return `last studied ${facts?.lastDate ? daysAgo(facts.lastDate, standing.today) : 'long ago'}`;
    case 'thin':
      return `${durationText(facts?.minutes ?? 0)} of ${durationText(facts?.recommended ?? 0)} studied`;
    default:
      return 'planned today';
  }
}

function shareText(facts: TopicFacts | undefined): string {
  return percent(facts?.weight ?? 0);
}

function resourceOf(item: NowItem, { resources = [] }: Partial<NextHour>) {
  return item.kind === 'review' ? undefined : openFor(resources, item.topicId);
}

/** `"Storage lab" has 45 m left`. */
function resourceText(item: NowItem, next: NextHour): string {
  const resource = resourceOf(item, next);
  if (resource === undefined) return '';
  const left = resource.minutes === null ? 0 : resource.minutes - (next.spent.get(resource.url) ?? 0);
  return left > 0 ? `"${resource.title}" has ${durationText(left)} left` : `from "${resource.title}"`;
}

/** How to say that one is done: the last study of the list, else its test. */
function doneLine({ standing: { edition }, now }: NextHour): Block[] {
  const study = now.items.findLast((item) => item.kind === 'study');
  if (study) {
    const { topicId, minutes, activity } = study;
    return [BLANK, line(muted(`Done one?  certtrack log ${shortName(edition, topicId)} ${minutes}m -a ${activity}`))];
  }
  const test = now.items.find((item) => item.kind === 'test');
  if (test === undefined) return [];
  const command =
    test.topicId === null
      ? 'certtrack add-mock'
      : `certtrack log ${shortName(edition, test.topicId)} ${test.minutes}m -a practice --score 7/10`;
  return [BLANK, line(muted(`Done?  ${command}`))];
}
