import type { Judged } from '../app/readiness/judge.ts';
import type { JudgedStanding, Standing } from '../app/readiness/standing.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { lastDay, type PassMark } from '../domain/edition.ts';
import { type LocalDate, longDate, shortDate } from '../domain/local-date.ts';
import { percent, plural } from '../domain/words.ts';
import { BLANK, type Block, type Fact, line, muted, type Report, type Span, strong } from './doc.ts';
import { sectionTable, topicTables } from './facts-table.ts';
import { lifeText } from './life.ts';
import { nowBlocks } from './now.ts';
import { statusData } from './status-data.ts';
import { uncertaintyText, verdictLine } from './verdict.ts';
import { chanceRangeText, chanceText, DASH, daysAgo } from './words.ts';

/** The answer to "am I ready" on one screen; `withTopics` shows the table of every topic instead of the sections. */
export function statusReport(standing: Judged, withTopics: boolean): Report {
  const { edition } = standing;
  return {
    title: `${edition.title} (${edition.id})`,
    data: statusData(standing),
    blocks: [
      ...heading(standing),
      verdictLine(standing),
      BLANK,
      { kind: 'facts', facts: standingFacts(standing) },
      BLANK,
      ...(withTopics ? topicTables(standing) : [sectionTable(standing)]),
      ...(standing.now === null ? [] : [BLANK, ...nowBlocks(standing, standing.now)]),
    ],
  };
}

/** The answers, what they rest on, and this week. */
export function standingFacts(standing: JudgedStanding): Fact[] {
  return [...answers(standing), restsOn(standing), ...unsure(standing), thisWeek(standing)];
}

/** Certification and exam date, the first two lines. */
export function heading(standing: Standing): Block[] {
  const { edition } = standing;
  return [
    line(
      strong(edition.title),
      muted(`  ${edition.id}${edition.guideVersion ? `, guide ${edition.guideVersion}` : ''}`),
    ),
    line(...examLine(standing)),
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

function examLine({ edition, track, progress, life, renewal }: Standing): (string | Span)[] {
  const told = lifeText(life, renewal);
  const again = track.examDate !== null && progress.daysToExam !== null && progress.daysToExam >= 0;
  if (told !== null && !(life.state === 'failed' && again)) return [told];
  const target = `target ${track.target} %, ${passMarkNote(edition.exam.passMark)}`;
  if (track.examDate === null || progress.daysToExam === null) return [muted(`No exam date yet · ${target}`)];
  const days = progress.daysToExam;
  const when =
    days > 1 ? `in ${days} days` : days === 1 ? 'tomorrow' : days === 0 ? 'today' : `${plural(-days, 'day')} ago`;
  return [
    `Exam ${longDate(track.examDate)}, `,
    { text: when, tone: days >= 0 && days <= 7 ? 'warn' : 'strong' },
    days < 0 ? ' · how did it go? certtrack exam passed, or exam failed' : muted(` · ${target}`),
  ];
}

/** A target is a person's own unless the vendor says what passes. */
function passMarkNote(mark: PassMark): string {
  if (mark.kind === 'percent') return `the pass mark is ${mark.percent} %`;
  if (mark.kind === 'scaled') return `assumed (the pass mark is ${mark.pass} on ${mark.min}-${mark.max})`;
  return 'assumed (none is published)';
}

/** The chance and the score, or how little can be said of them. */
function answers({ track, edition, readiness }: JudgedStanding): Fact[] {
  const { assessment, gate } = readiness;
  const { chance, chanceRange, score, score80 } = assessment;
  const range = chanceRangeText(chanceRange.low, chanceRange.high);
  const assumed = edition.exam.passMark.kind === 'percent' ? '' : ' (assumed)';
  const interval = `${Math.round(score80.low * 100)}-${percent(score80.high)} in 8 of 10 cases`;
  return [
    gate.met
      ? {
          label: 'Chance',
          cell: { text: `${chanceText(chance)} %`, bar: chanceRange.low, barTo: chanceRange.high, tone: 'strong' },
          note: `(${range}) to score at least ${track.target} %${assumed}`,
        }
      : {
          label: 'Chance',
          cell: { ...DASH, bar: chanceRange.low, barTo: chanceRange.high, spoken: 'not named' },
          note: `not named yet: ${range} all fit the log`,
        },
    ...onExamDay(readiness, track.examDate),
    {
      label: 'Score',
      cell: { text: percent(score), bar: score80.low, barTo: score80.high, tone: gate.met ? 'strong' : 'muted' },
      note: gate.met ? `expected in the exam, ${interval}` : `a rough guess, ${interval}`,
    },
  ];
}

/** The chance on the day of the exam, idle until then. */
function onExamDay({ gate, chanceOnExamDay }: JudgedStanding['readiness'], examDate: LocalDate | null): Fact[] {
  if (chanceOnExamDay === null || examDate === null || !gate.met) return [];
  return [
    {
      label: 'At exam',
      cell: { text: `${chanceText(chanceOnExamDay)} %`, bar: chanceOnExamDay },
      note: `if nothing more is studied until ${shortDate(examDate)}`,
    },
  ];
}

/** `4h10 from gcp-pde`: what study for other certifications gives. */
function relatedText(related: Standing['related']): string[] {
  return [...new Set(related.map(({ from }) => from.certId))].map((certId) => {
    const minutes = related.filter(({ from }) => from.certId === certId).reduce((sum, one) => sum + one.minutes, 0);
    return `${shortDuration(Math.round(minutes))} from ${certId}`;
  });
}

function restsOn({ progress, readiness, today, related }: JudgedStanding): Fact {
  const { total, daysStudied, otherMinutes } = progress;
  const last = [total.lastDate, readiness.lastMock]
    .flatMap((date) => date ?? [])
    .sort()
    .at(-1);
  const parts = [
    shortDuration(total.minutes),
    plural(total.score?.questions ?? 0, 'answer'),
    readiness.mocks === 0 ? 'no mocks' : plural(readiness.mocks, 'mock'),
    ...(last ? [daysAgo(last, today)] : []),
    ...(otherMinutes > 0 ? [`${shortDuration(otherMinutes)} outside`] : []),
    ...relatedText(related),
  ];
  return {
    label: 'Covered',
    cell: { text: percent(total.coverage), bar: total.coverage },
    note: parts.join(', '),
    spoken: `${percent(total.coverage)} of the guide covered, ${durationText(total.minutes)} on ${plural(daysStudied, 'day')}, ${parts.slice(1).join(', ')}`,
  };
}

/** Where the uncertainty comes from; without evidence the answer is plain. */
function unsure({ readiness }: JudgedStanding): Fact[] {
  if (!readiness.gate.met) return [];
  return [{ label: 'Unsure', cell: { text: uncertaintyText(readiness.assessment.variance) } }];
}

function thisWeek({ progress: { week }, streak }: JudgedStanding): Fact {
  const { goal, minutes } = week;
  const inRow = streak !== null && streak.weeks > 1;
  const range = inRow
    ? `goal reached ${streak.weeks} weeks in a row`
    : `${shortDate(week.from)} to ${shortDate(week.to)}`;
  return {
    label: 'This week',
    cell:
      goal === null
        ? { ...DASH, bar: 0 }
        : { text: percent(minutes / goal), bar: minutes / goal, tone: minutes >= goal ? 'good' : 'strong' },
    note: `${shortDuration(minutes)}${goal === null ? ', no goal set' : ` of ${shortDuration(goal)}`}, ${range}`,
    spoken: `${durationText(minutes)}${goal === null ? ', no goal set' : ` of ${durationText(goal)}, ${percent(minutes / goal)}`}`,
  };
}
