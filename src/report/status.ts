import type { Judged } from '../app/readiness/judge.ts';
import type { Standing } from '../app/readiness/standing.ts';
import { lastDay } from '../domain/edition.ts';
import { longDate } from '../domain/local-date.ts';
import { answerFacts, answerLine, passMarkLine, scoreTable, titleLine, whyHint } from './answer.ts';
import { BLANK, type Block, line, type Report } from './doc.ts';
import { topicTables } from './facts-table.ts';
import { lifeText } from './life.ts';
import { nowBlocks } from './now.ts';
import { statusData } from './status-data.ts';

/** The answer to "am I ready" on one screen; `withTopics` shows the table of every topic instead of the sections. */
export function statusReport(standing: Judged, withTopics: boolean): Report {
  const { edition } = standing;
  return {
    title: `${edition.title} (${edition.id})`,
    data: statusData(standing),
    blocks: [
      ...heading(standing),
      BLANK,
      answerLine(standing),
      ...(standing.readiness.gate.met ? [passMarkLine(standing)] : []),
      BLANK,
      { kind: 'facts', facts: answerFacts(standing) },
      BLANK,
      ...(withTopics ? topicTables(standing) : [scoreTable(standing)]),
      ...(standing.now === null ? [] : [BLANK, ...nowBlocks(standing, standing.now)]),
      ...(standing.readiness.gate.met ? [BLANK, ...whyHint(standing)] : []),
    ],
  };
}

/** What and when, what became of it, and what to know of the guide. */
export function heading(standing: Standing): Block[] {
  const { life, renewal } = standing;
  const told = lifeText(life, renewal);
  return [
    titleLine(standing),
    ...(told === null ? [] : [line({ text: told.text, tone: told.tone })]),
    ...(told === null && (standing.progress.daysToExam ?? 0) < 0
      ? [line('How did it go? certtrack exam passed, or certtrack exam failed')]
      : []),
    ...notices(standing),
  ];
}

/** A newer guide, or an exam after the last day of this one. */
function notices({ edition, track, newer, life }: Standing): Block[] {
  if (life.state === 'held') return [];
  const end = lastDay(edition, 'en');
  const move = newer === null ? '' : `: certtrack migrate --to ${newer} --dry-run`;
  if (end !== null && track.examDate !== null && track.examDate > end)
    return [line({ text: `This guide is examined until ${longDate(end)}, before your exam${move}`, tone: 'warn' })];
  return newer === null ? [] : [line({ text: `A newer guide is out${move}`, tone: 'warn' })];
}
