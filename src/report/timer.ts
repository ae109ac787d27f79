import type { NamedTimer } from '../app/timer/running-timer.ts';
import type { Started } from '../app/timer/start-timer.ts';
import { timerMinutes } from '../domain/timer.ts';
import { exampleEnd, onTopics, timerText } from '../domain/timer-phrase.ts';
import { clockText, isoInZone } from '../domain/zone.ts';
import { type Block, type Json, line, muted, type Report } from './doc.ts';
import { recordedReport } from './recorded.ts';

/** The first line of `status` while a timer runs. */
function timerLine(named: NamedTimer): Block {
  const text = `Timer running ${timerText(named)}`;
  return named.forgotten
    ? line({ text, tone: 'warn' }, muted(` · when did you stop? certtrack stop --at ${exampleEnd(named)}`))
    : line({ text, tone: 'good' }, muted(' · certtrack stop'));
}

/** The report with the running timer, or that there is none, put before it. */
export function withTimer(report: Report, named: NamedTimer | null): Report {
  return {
    ...report,
    data: { timer: named === null ? null : timerData(named), ...(report.data as { [key: string]: Json }) },
    blocks: [...(named === null ? [] : [timerLine(named)]), ...report.blocks],
  };
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
export function timerStartedReport({ started, switched }: Started): Report {
  const { timer, zone } = started;
  const logged = switched && recordedReport(switched);
  return {
    title: 'Timer started',
    data: { timer: timerData(started), ...(logged ? { logged: logged.data } : {}) },
    blocks: [
      ...(logged ? logged.blocks : []),
      line(`Timer started ${onTopics(started)}at ${clockText(zone.wallAt(timer.startedAt).minutes)}`),
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
