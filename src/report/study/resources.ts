import { type Block, line, muted } from '../doc.ts';
import { DASH, shortDuration } from '../words.ts';
import type { StudyRecord } from './study-record.ts';

const SHOWN = 60;

/** What was studied from, by time. */
export function resourceBlocks({ resources }: StudyRecord): Block[] {
  if (resources.length === 0) return [];
  const left = resources.slice(SHOWN);
  const minutes = left.reduce((sum, resource) => sum + resource.minutes, 0);
  return [
    {
      kind: 'table',
      columns: [
        { key: 'resource', header: 'Resource', flexible: true },
        { key: 'kind', header: 'Kind' },
        { key: 'minutes', header: 'Time', align: 'right' },
        { key: 'status', header: 'Status' },
      ],
      rows: resources
        .slice(0, SHOWN)
        .map(({ title, url, kind, minutes: own, status }) => [
          { text: title, value: url ?? title, ...(url === null ? {} : { link: url }) },
          kind === null ? DASH : { text: kind },
          { text: shortDuration(own), value: own },
          status === null ? DASH : { text: status },
        ]),
    },
    ...(left.length > 0 ? [line(muted(`and ${left.length} more with ${shortDuration(minutes)}`))] : []),
  ];
}
