import type { NamedTimer } from '../app/timer/running-timer.ts';
import { durationText } from '../domain/duration.ts';
import { longDate } from '../domain/local-date.ts';
import { shareOut } from '../domain/session.ts';
import { topicNames } from '../domain/session-phrase.ts';
import { timerMinutes } from '../domain/timer.ts';
import { clockText, isoInZone } from '../domain/zone.ts';
import { type Block, type Json, line, muted, type Report } from './doc.ts';

/** The first line of `status` while a timer runs. */
function timerLine(named: NamedTimer): Block {
  const text = `Timer running ${timerText(named)}`;
  return named.forgotten
    ? line({ text, tone: 'warn' }, muted(` · when did you stop? certtrack stop --at ${exampleEnd(named)}`))
    : line({ text, tone: 'good' }, muted(' · certtrack stop'));
}

/** A time at which it may have been stopped, to show how that is said: an hour after the start, or half way. */
export function exampleEnd({ timer, zone, now }: NamedTimer): string {
  const minutes = Math.max(1, Math.min(60, Math.floor(timerMinutes(timer, now) / 2)));
  return clockText(zone.wallAt(timer.startedAt + minutes * 60_000).minutes);
}

/** The report with the running timer, or that there is none, put before it. */
export function withTimer(report: Report, named: NamedTimer | undefined): Report {
  return {
    ...report,
    data: { timer: named === undefined ? null : timerData(named), ...(report.data as { [key: string]: Json }) },
    blocks: [...(named === undefined ? [] : [timerLine(named)]), ...report.blocks],
  };
}

/** `on 4.3 Sharing data since 19:00, 45 m`. */
export function timerText(named: NamedTimer): string {
  const { timer, zone, now } = named;
  const start = zone.wallAt(timer.startedAt);
  const day = start.date === zone.wallAt(now).date ? '' : `${longDate(start.date)}, `;
  return `${onTopics(named)}since ${day}${clockText(start.minutes)}, ${durationText(Math.max(0, timerMinutes(timer, now)))}`;
}

function onTopics({ timer, edition }: NamedTimer): string {
  const parts = shareOut(timer.shares, 0, null);
  return parts.length === 0 ? '' : `on ${topicNames({ parts }, edition)} `;
}

/** The JSON contract of a timer. */
function timerData({ timer, zone, now }: NamedTimer): Json {
  return {
    cert_id: timer.certId,
    edition: timer.editionId,
    started_at: isoInZone(zone, timer.startedAt),
    minutes: timerMinutes(timer, now),
    topic_ids: timer.shares.flatMap(({ topicIds }) => topicIds),
    activity: timer.activity,
  };
}

/** What `start` did. */
export function timerStartedReport(named: NamedTimer): Report {
  const { timer, zone } = named;
  return {
    title: 'Timer started',
    data: { timer: timerData(named) },
    blocks: [
      line(`Timer started ${onTopics(named)}at ${clockText(zone.wallAt(timer.startedAt).minutes)}`),
      line(muted('When you are done: certtrack stop. Throw it away: certtrack cancel')),
    ],
  };
}

/** What `cancel` threw away. */
export function timerCancelledReport(named: NamedTimer): Report {
  return {
    title: 'Timer cancelled',
    data: { cancelled: timerData(named) },
    blocks: [
      line(`Timer cancelled; it ran ${timerText(named)}. Nothing was logged`),
      line(muted('Let it run on: certtrack undo')),
    ],
  };
}
