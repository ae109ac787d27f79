import type { Overlapping } from '../app/track/overlap.ts';
import { shortDuration } from '../domain/duration.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import { percent } from '../domain/words.ts';
import { line, muted, type Report } from './doc.ts';
import { rounded } from './words.ts';

/** Topics of two certifications that have something in common, and the hours it comes to. */
export function overlapReport({ from, to, overlaps, counts }: Overlapping): Report {
  const minutes = overlaps.reduce((sum, overlap) => sum + overlap.minutes, 0);
  return {
    title: `What ${from.certId} gives ${to.certId}`,
    data: {
      from: from.id,
      to: to.id,
      minutes: Math.round(minutes),
      counts,
      links: overlaps.map(({ from: source, to: target, share, reason, minutes: own }) => ({
        from_topic: source.topicId,
        to_topic: target.topicId,
        share: rounded(share),
        minutes: Math.round(own),
        reason,
      })),
    },
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'from_topic', header: `From ${from.certId}`, flexible: true },
          { key: 'to_topic', header: `to ${to.certId}`, flexible: true, spoken: 'counts for' },
          { key: 'share', header: 'Share', align: 'right' },
          { key: 'minutes', header: 'Gives', align: 'right' },
          { key: 'reason', header: 'Why', flexible: true, rank: 1 },
        ],
        rows: overlaps.map(({ from: source, to: target, share, reason, minutes: own }) => [
          { text: topicTitle(from, source.topicId), value: source.topicId },
          { text: topicTitle(to, target.topicId), value: target.topicId },
          { text: percent(share), value: rounded(share) },
          { text: shortDuration(Math.round(own)), value: Math.round(own) },
          { text: reason },
        ]),
      },
      overlaps.length === 0
        ? line('Nothing is known that these two have in common.')
        : line(
            `${shortDuration(Math.round(minutes))} of study for ${from.certId} is study for ${to.certId} too. ${countsText(to, counts)}`,
          ),
      line(muted("The shares are certtrack's estimate from comparing the objectives; no hour counts twice.")),
    ],
  };
}

function countsText({ certId }: Edition, counts: boolean | null): string {
  if (counts === null) return `Start it with: certtrack init --cert ${certId}`;
  return counts
    ? `It counts for your readiness; leave it out with: certtrack cert set ${certId} --related off`
    : `It does not count for your readiness; count it with: certtrack cert set ${certId} --related on`;
}
