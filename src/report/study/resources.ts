import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import { type Block, type Cell, line, muted } from '../doc.ts';
import { DASH } from '../words.ts';

const SHOWN = 60;

/** What was studied from, by time. */
export function resourceBlocks({ resources }: StudyRecord): Block[] {
  if (resources.length === 0) return [];
  const left = resources.slice(SHOWN);
  const kept = resources.some(({ status }) => status !== null);
  const minutes = left.reduce((sum, resource) => sum + resource.minutes, 0);
  return [
    {
      kind: 'table',
      columns: [
        { key: 'resource', header: 'Resource', flexible: true },
        { key: 'minutes', header: 'Time', align: 'right' },
        ...(kept
          ? [
              { key: 'kind', header: 'Kind' },
              { key: 'status', header: 'Status' },
            ]
          : []),
      ],
      rows: resources
        .slice(0, SHOWN)
        .map(({ title, url, kind, minutes: own, status }): Cell[] => [
          { text: title, value: url ?? title, ...(url === null ? {} : { link: url }) },
          { text: shortDuration(own), value: own },
          ...(kept ? [kind === null ? DASH : { text: kind }, status === null ? DASH : { text: status }] : []),
        ]),
    },
    ...(left.length > 0 ? [line(muted(`and ${left.length} more with ${shortDuration(minutes)}`))] : []),
  ];
}
