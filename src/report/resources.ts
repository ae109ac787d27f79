import type { NamedResource } from '../app/resource/find-resource.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import { percent, plural } from '../domain/words.ts';
import { type Cell, type Json, line, muted, type Report } from './doc.ts';
import { DASH, shortDuration } from './words.ts';

/** The JSON contract of a resource. */
export function resourceData({ resource, handle, spent }: NamedResource): Json {
  const { id, certId, url, title, kind, topics, free, minutes, status } = resource;
  return {
    id,
    short_id: handle,
    cert_id: certId,
    url,
    title,
    kind,
    topics,
    free,
    minutes,
    status,
    minutes_spent: spent,
  };
}

/** A person's learning track and how far along it they are. */
export function resourcesReport(named: readonly NamedResource[], edition: Edition): Report {
  const done = named.filter(({ resource }) => resource.status === 'done').length;
  const counted = named.filter(({ resource }) => resource.status !== 'dropped');
  const planned = counted.reduce((sum, { resource }) => sum + (resource.minutes ?? 0), 0);
  const spent = counted.reduce((sum, one) => sum + one.spent, 0);
  return {
    title: `Learning track for ${edition.title}`,
    data: named.map(resourceData),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'id', header: 'Id' },
          { key: 'title', header: 'Resource', flexible: true },
          { key: 'kind', header: 'Kind' },
          { key: 'topics', header: 'Topics', flexible: true, rank: 3 },
          { key: 'free', header: 'Price', rank: 2 },
          { key: 'minutes_spent', header: 'Spent', align: 'right' },
          { key: 'minutes', header: 'of', align: 'right', rank: 4 },
          { key: 'status', header: 'Status' },
        ],
        rows: named.map((one) => row(one, edition)),
      },
      named.length === 0
        ? line('No resources yet. Add one: certtrack resource add URL --title "..." --kind course --topic 3.1')
        : line(
            muted(
              `${done} of ${plural(counted.length, 'resource')} done, ${shortDuration(spent)}${planned > 0 ? ` of ${shortDuration(planned)}` : ''} spent`,
            ),
          ),
    ],
  };
}

function row({ resource, handle, spent }: NamedResource, edition: Edition): Cell[] {
  const { title, kind, topics, free, minutes, status } = resource;
  const labels = topics.map((id) => topicTitle(edition, id).split(' ')[0] ?? id);
  return [
    { text: handle, value: resource.id, spoken: `Resource ${handle}` },
    { text: title, ...(status === 'open' ? { tone: 'strong' as const } : {}) },
    { text: kind },
    topics.length === 0 ? { text: 'all', value: '' } : { text: labels.join(' '), value: topics.join(' ') },
    free === null ? DASH : { text: free ? 'free' : 'paid' },
    minutes === null || minutes === 0
      ? { text: shortDuration(spent), value: spent }
      : {
          text: shortDuration(spent),
          value: spent,
          bar: spent / minutes,
          spoken: `${shortDuration(spent)}, ${percent(spent / minutes)}`,
        },
    minutes === null ? DASH : { text: shortDuration(minutes), value: minutes },
    { text: status, tone: status === 'done' ? 'good' : status === 'dropped' ? 'muted' : 'strong' },
  ];
}
