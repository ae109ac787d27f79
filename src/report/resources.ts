import type { ImportedResources, LearningTrack } from '../app/resource/list-resources.ts';
import type { NamedResource } from '../app/resource/named-resource.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import { percent, plural } from '../domain/words.ts';
import { type Block, type Cell, type Json, line, muted, type Report, strong } from './doc.ts';
import { DASH } from './words.ts';

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
export function resourcesReport({ resources: named, edition }: LearningTrack): Report {
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

/** Everything about one resource. */
export function resourceBlocks({ resource, handle, spent }: NamedResource): Block[] {
  const { title, url, kind, topics, minutes, status, free } = resource;
  const time = `${durationText(spent)}${minutes === null ? '' : ` of ${durationText(minutes)}`} logged with it`;
  return [
    line(strong(`Resource ${handle}`), muted(`  ${resource.certId}  ${resource.id}`)),
    {
      kind: 'facts',
      facts: [
        { label: 'Title', cell: { text: title } },
        ...(url === title ? [] : [{ label: 'Address', cell: { text: url } }]),
        { label: 'Kind', cell: { text: `${kind}${free === null ? '' : free ? ', free' : ', paid'}` } },
        { label: 'Topics', cell: { text: topics.length === 0 ? 'the whole exam' : topics.join(', ') } },
        { label: 'Time', cell: { text: time } },
        { label: 'Status', cell: { text: status } },
      ],
    },
  ];
}

/** A resource that was added. */
export function addedResourceReport(named: NamedResource): Report {
  const { resource, handle } = named;
  return {
    title: resource.title,
    data: resourceData(named),
    blocks: [
      line(`Added ${resource.kind} "${resource.title}"`, muted(` · ${handle}`)),
      line(muted(`Log with it: certtrack add-session TOPIC 45m -r ${handle} · undo: certtrack undo`)),
    ],
  };
}

/** What a shared track brought. */
export function resourcesImportedReport({ file, imported, unchanged }: ImportedResources): Report {
  const news = imported === 0 ? 'Nothing new' : plural(imported, 'new resource');
  return {
    title: 'Learning track',
    data: { file, imported, unchanged },
    blocks: [
      line(`${news}${unchanged > 0 ? `; ${unchanged} already in your track` : ''}.`),
      ...(imported > 0 ? [line(muted('certtrack resource shows them; undo: certtrack undo'))] : []),
    ],
  };
}
