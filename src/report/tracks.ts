import type { TrackList } from '../app/track/change-track.ts';
import type { Current } from '../app/track/current-track.ts';
import type { Life } from '../domain/certification-life.ts';
import { durationText } from '../domain/duration.ts';
import { placedTopics, recommendedMinutes } from '../domain/edition.ts';
import { daysBetween, longDate } from '../domain/local-date.ts';
import { plural } from '../domain/words.ts';
import { type Block, type Cell, type Json, line, muted, type Report, strong } from './doc.ts';
import { lifeData, lifeShort } from './life.ts';
import { DASH } from './words.ts';

/** The JSON contract of a track. */
function trackData({ track, edition }: Current): { readonly [key: string]: Json } {
  return {
    cert_id: track.certId,
    edition: track.editionId,
    title: edition.title,
    exam_date: track.examDate,
    weekly_goal_minutes: track.weeklyMinutes,
    target_percent: track.target,
  };
}

/** What `init` set up and what to do next. */
export function startedReport(started: readonly Current[]): Report {
  const [first] = started;
  const topic = first && placedTopics(first.edition)[0]?.topic;
  return {
    title: 'Set up',
    data: { started: started.map(trackData) },
    blocks: [
      ...started.flatMap((named): Block[] => [startedLine(named), line(muted(planText(named)))]),
      line(`Log study:  certtrack add-session ${topic?.label ?? topic?.id ?? 'TOPIC'} 45m -a reading`),
      line('Look:       certtrack status      All topics: certtrack syllabus show'),
    ],
  };
}

function startedLine({ edition }: Current): Block {
  const topics = placedTopics(edition);
  return line(
    'Tracking ',
    strong(edition.title),
    ` (${edition.id}): ${plural(edition.sections.length, 'section')}, ${plural(topics.length, 'topic')}, ${durationText(recommendedMinutes(edition))} recommended.`,
  );
}

function planText({ track }: Current): string {
  const exam = track.examDate === null ? 'no exam date' : `exam ${longDate(track.examDate)}`;
  const goal = track.weeklyMinutes === null ? 'no weekly goal' : `${durationText(track.weeklyMinutes)} a week`;
  return `${exam[0]?.toUpperCase()}${exam.slice(1)} · ${goal} · target ${track.target} %`;
}

/** Every track, the one in use marked. */
export function tracksReport({ tracks: named, inUse: current, today }: TrackList): Report {
  const told = named.some(({ life }) => life.state !== 'preparing');
  return {
    title: 'Certifications',
    data: named.map((entry) => ({
      ...trackData(entry),
      life: lifeData(entry.life),
      in_use: entry.track.certId === current,
    })),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'cert_id', header: 'Id' },
          { key: 'edition', header: 'Edition', rank: 1 },
          { key: 'title', header: 'Certification', flexible: true },
          { key: 'exam_date', header: 'Exam' },
          { key: 'days_to_exam', header: 'In', rank: 2 },
          { key: 'weekly_goal_minutes', header: 'A week', align: 'right', rank: 3 },
          { key: 'target_percent', header: 'Target', align: 'right', rank: 4 },
          ...(told ? [{ key: 'life', header: 'Result', rank: 5, spoken: '' }] : []),
          { key: 'in_use', header: '' },
        ],
        rows: named.map(({ track, edition, life }) => [
          { text: track.certId, tone: 'strong' },
          { text: track.editionId },
          { text: edition.title },
          track.examDate === null ? DASH : { text: longDate(track.examDate), value: track.examDate },
          track.examDate === null ? DASH : daysCell(daysBetween(today, track.examDate)),
          track.weeklyMinutes === null ? DASH : { text: durationText(track.weeklyMinutes), value: track.weeklyMinutes },
          { text: `${track.target} %`, value: track.target },
          ...(told ? [lifeCell(life)] : []),
          track.certId === current ? { text: 'in use', tone: 'good' } : { text: '' },
        ]),
      },
    ],
  };
}

function lifeCell(life: Life): Cell {
  return lifeShort(life) ?? { text: '' };
}

function daysCell(days: number): Cell {
  return days < 0 ? { text: 'past', value: days, tone: 'muted' } : { text: plural(days, 'day'), value: days };
}

/** What a track is now, after `cert use` or `cert set`; `changed` says whether there is something to take back. */
export function trackReport(verb: string, named: Current, changed: boolean): Report {
  return {
    title: named.edition.title,
    data: trackData(named),
    blocks: [
      line(`${verb} `, strong(named.edition.title), ` (${named.edition.id})`),
      line(muted(planText(named))),
      ...(changed ? [line(muted('Wrong? certtrack undo'))] : []),
    ],
  };
}
