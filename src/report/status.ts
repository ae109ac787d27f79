import { durationText } from '../domain/duration.ts';
import { type Edition, labelled, type PassMark } from '../domain/edition.ts';
import { type LocalDate, longDate, shortDate } from '../domain/local-date.ts';
import type { Facts, Progress, TopicFacts } from '../domain/progress.ts';
import { accuracy } from '../domain/score.ts';
import type { Track } from '../domain/track.ts';
import { weightPercent, weightText } from '../domain/weight.ts';
import { BLANK, type Block, type Cell, type Column, type Fact, type Json, line, muted, type Report, type Span, strong } from './doc.ts';
import { DASH, daysAgo, intervalText, percent, plural, shortDuration } from './words.ts';

/** What `status` says of one track. */
export interface Standing {
  readonly edition: Edition;
  readonly track: Track;
  readonly progress: Progress;
  readonly today: LocalDate;
}

/** Where a track stands: the facts on one screen; `withTopics` adds the table of every topic. */
export function statusReport(standing: Standing, withTopics: boolean): Report {
  const { edition, progress, today } = standing;
  const studied = progress.total.minutes + progress.otherMinutes > 0;
  const sections: Block = {
    kind: 'table',
    columns: columns('section', 'Section'),
    rows: progress.sections.map((facts) =>
      factsRow(facts.section.id, labelled(facts.section), { text: weightText(facts.section.weight), value: weightPercent(facts.section.weight), spoken: weightText(facts.section.weight).replace('~', 'about ') }, facts, today),
    ),
  };
  return {
    title: `${edition.title} (${edition.id})`,
    data: statusData(standing),
    blocks: [
      line(strong(edition.title), muted(`  ${edition.id}${edition.guideVersion ? `, guide ${edition.guideVersion}` : ''}`)),
      line(...examLine(standing)),
      BLANK,
      { kind: 'facts', facts: totals(standing) },
      BLANK,
      ...(withTopics ? [] : [sections]),
      ...(withTopics ? topicTables(standing) : []),
      BLANK,
      ...(studied ? [pointers(standing)] : [line('Nothing logged yet. Start: certtrack add-session TOPIC 45m -a reading')]),
    ],
  };
}

function examLine({ edition, track, progress }: Standing): (string | Span)[] {
  const target = `target ${track.target} %, ${passMarkNote(edition.exam.passMark)}`;
  if (track.examDate === null || progress.daysToExam === null) return [muted(`No exam date yet · ${target}`)];
  const days = progress.daysToExam;
  const when = days > 1 ? `in ${days} days` : days === 1 ? 'tomorrow' : days === 0 ? 'today' : `${plural(-days, 'day')} ago`;
  return [`Exam ${longDate(track.examDate)}, `, { text: when, tone: days >= 0 && days <= 7 ? 'warn' : 'strong' }, muted(` · ${target}`)];
}

/** A target is a person's own unless the vendor says what passes. */
function passMarkNote(mark: PassMark): string {
  if (mark.kind === 'percent') return `the pass mark is ${mark.percent} %`;
  if (mark.kind === 'scaled') return `the pass mark is ${mark.pass} on ${mark.min}-${mark.max}`;
  return 'assumed (none is published)';
}

function totals({ progress }: Standing): Fact[] {
  const { total, week, otherMinutes, daysStudied } = progress;
  const outside = otherMinutes > 0 ? `, and ${shortDuration(otherMinutes)} outside` : '';
  const on = daysStudied > 0 ? ` on ${plural(daysStudied, 'day')}` : '';
  return [
    {
      label: 'Covered',
      cell: { text: percent(total.coverage), bar: total.coverage, tone: 'strong' },
      note: `by weight: ${shortDuration(total.minutes)} of ${shortDuration(total.recommended)}${on}${outside}`,
      spoken: `${percent(total.coverage)} of the guide by weight, ${durationText(total.minutes)} of ${durationText(total.recommended)}${on}`,
    },
    total.score === null
      ? { label: 'Practice', cell: { ...DASH, bar: 0 }, note: 'no practice questions answered yet' }
      : {
          label: 'Practice',
          cell: { text: percent(accuracy(total.score).share), bar: accuracy(total.score).share, tone: 'strong' },
          note: `${total.score.correct} of ${total.score.questions} right, ${intervalText(total.score)} (95 % interval)`,
        },
    {
      label: 'This week',
      cell:
        week.goal === null
          ? { ...DASH, bar: 0 }
          : { text: percent(week.minutes / week.goal), bar: week.minutes / week.goal, tone: week.minutes >= week.goal ? 'good' : 'strong' },
      note: `${shortDuration(week.minutes)}${week.goal === null ? ', no goal set' : ` of ${shortDuration(week.goal)}`}, ${shortDate(week.from)} to ${shortDate(week.to)}`,
      spoken: `${durationText(week.minutes)}${week.goal === null ? ', no goal set' : ` of ${durationText(week.goal)}, ${percent(week.minutes / week.goal)}`}`,
    },
  ];
}

function columns(key: string, header: string): Column[] {
  return [
    { key, header, flexible: true },
    { key: 'weight', header: 'Weight', align: 'right', rank: 2 },
    { key: 'covered', header: 'Covered', align: 'right' },
    { key: 'minutes', header: 'Studied', align: 'right' },
    { key: 'recommended_minutes', header: 'of', align: 'right', rank: 3, spoken: 'recommended' },
    { key: 'score', header: 'Right', align: 'right', rank: 4, spoken: '' },
    { key: 'interval', header: '95 %', align: 'right', rank: 1, spoken: '' },
    { key: 'last_study_date', header: 'Last', align: 'right', spoken: 'last studied' },
  ];
}

function factsRow(id: string, name: string, weight: Cell, facts: Facts, today: LocalDate): Cell[] {
  const { coverage, minutes, recommended, score, lastDate } = facts;
  const tone = minutes === 0 ? ({ tone: 'muted' } as const) : {};
  return [
    { text: name, value: id },
    { ...weight, tone: 'muted' },
    { text: percent(coverage), bar: coverage, value: round(coverage), ...tone },
    { text: shortDuration(minutes), value: minutes, spoken: durationText(minutes), ...tone },
    { text: shortDuration(recommended), value: recommended, spoken: durationText(recommended), tone: 'muted' },
    score === null ? { ...DASH, spoken: 'no practice answers' } : { text: `${score.correct}/${score.questions}`, spoken: `${score.correct} of ${score.questions} right` },
    score === null ? { ...DASH, spoken: '' } : { text: intervalText(score), spoken: `95 % interval ${intervalText(score)}` },
    lastDate === null ? { ...DASH, spoken: 'never' } : { text: agoShort(lastDate, today), value: lastDate, spoken: daysAgo(lastDate, today) },
  ];
}

/** `today`, `3d`: where space is short. */
function agoShort(date: LocalDate, today: LocalDate): string {
  return daysAgo(date, today).replace(/^yesterday$/, '1d').replace(/ days? ago$/, 'd');
}

function topicTables({ progress, today }: Standing): Block[] {
  return progress.sections.flatMap((section, i): Block[] => [
    ...(i === 0 ? [] : [BLANK]),
    line(strong(labelled(section.section)), muted(`  weight ${weightText(section.section.weight)}, ${percent(section.coverage)} covered`)),
    {
      kind: 'table',
      columns: columns('topic', 'Topic'),
      rows: section.topics.map((facts) =>
        factsRow(facts.topic.id, labelled(facts.topic), { text: percent(facts.weight), value: round(facts.weight * 100) }, facts, today),
      ),
    },
  ]);
}

function pointers({ progress }: Standing): Block {
  const names = (topics: readonly TopicFacts[], text: (facts: TopicFacts) => string, most: number) => {
    const more = topics.length > most ? ` and ${topics.length - most} more` : '';
    return topics.slice(0, most).map(text).join(', ') + more;
  };
  const right = (facts: TopicFacts) => (facts.score ? `\u00a0${facts.score.correct}/${facts.score.questions}` : '');
  return {
    kind: 'facts',
    facts: [
      {
        label: 'Weakest',
        cell: { text: names(progress.weakest, (facts) => facts.topic.id + right(facts), 3) || 'not known before five practice questions on a topic' },
      },
      { label: 'Untouched', cell: { text: names(progress.untouched, ({ topic }) => topic.id, 4) || 'nothing: every topic has been studied' } },
    ],
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function statusData({ edition, track, progress, today }: Standing): Json {
  const ids = (topics: readonly TopicFacts[]) => topics.map(({ topic }) => topic.id);
  return {
    cert_id: track.certId,
    edition: edition.id,
    title: edition.title,
    as_of: today,
    exam_date: track.examDate,
    days_to_exam: progress.daysToExam,
    target_percent: track.target,
    target_is_assumed: edition.exam.passMark.kind === 'unpublished',
    ...factsData(progress.total),
    other_minutes: progress.otherMinutes,
    days_studied: progress.daysStudied,
    week: { from: progress.week.from, to: progress.week.to, minutes: progress.week.minutes, goal_minutes: progress.week.goal },
    sections: progress.sections.map((section) => ({
      id: section.section.id,
      label: section.section.label,
      title: section.section.title,
      printed_weight: weightPercent(section.section.weight),
      ...factsData(section),
      topics: section.topics.map((facts) => ({ id: facts.topic.id, label: facts.topic.label, title: facts.topic.title, ...factsData(facts) })),
    })),
    weakest: ids(progress.weakest),
    untouched: ids(progress.untouched),
  };
}

function factsData({ minutes, recommended, weight, coverage, score, lastDate }: Facts): { readonly [key: string]: Json } {
  const interval = score === null ? null : accuracy(score);
  return {
    weight: round(weight),
    coverage: round(coverage),
    minutes,
    recommended_minutes: recommended,
    practice:
      score === null || interval === null
        ? null
        : { correct: score.correct, questions: score.questions, share: round(interval.share), low_95: round(interval.low), high_95: round(interval.high) },
    last_study_date: lastDate,
  };
}
