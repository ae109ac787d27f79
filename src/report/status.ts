import { durationText } from '../domain/duration.ts';
import type { PassMark } from '../domain/edition.ts';
import { longDate, shortDate } from '../domain/local-date.ts';
import type { TopicFacts } from '../domain/progress.ts';
import { accuracy } from '../domain/score.ts';
import { BLANK, type Block, type Fact, line, muted, type Report, type Span, strong } from './doc.ts';
import { sectionTable, topicTables } from './facts-table.ts';
import type { Standing } from './standing.ts';
import { statusData } from './status-data.ts';
import { DASH, intervalText, percent, plural, shortDuration } from './words.ts';

/** Where a track stands: the facts on one screen; `withTopics` adds the table of every topic. */
export function statusReport(standing: Standing, withTopics: boolean): Report {
  const { edition, progress } = standing;
  const studied = progress.total.minutes + progress.otherMinutes > 0;
  return {
    title: `${edition.title} (${edition.id})`,
    data: statusData(standing),
    blocks: [
      line(
        strong(edition.title),
        muted(`  ${edition.id}${edition.guideVersion ? `, guide ${edition.guideVersion}` : ''}`),
      ),
      line(...examLine(standing)),
      BLANK,
      { kind: 'facts', facts: totals(standing) },
      BLANK,
      ...(withTopics ? topicTables(standing) : [sectionTable(standing)]),
      BLANK,
      ...(studied
        ? [pointers(standing)]
        : [line('Nothing logged yet. Start: certtrack add-session TOPIC 45m -a reading')]),
    ],
  };
}

function examLine({ edition, track, progress }: Standing): (string | Span)[] {
  const target = `target ${track.target} %, ${passMarkNote(edition.exam.passMark)}`;
  if (track.examDate === null || progress.daysToExam === null) return [muted(`No exam date yet · ${target}`)];
  const days = progress.daysToExam;
  const when =
    days > 1 ? `in ${days} days` : days === 1 ? 'tomorrow' : days === 0 ? 'today' : `${plural(-days, 'day')} ago`;
  return [
    `Exam ${longDate(track.examDate)}, `,
    { text: when, tone: days >= 0 && days <= 7 ? 'warn' : 'strong' },
    muted(` · ${target}`),
  ];
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
      ? { label: 'Practice', cell: { ...DASH, bar: 0, spoken: '' }, note: 'no practice questions answered yet' }
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
          : {
              text: percent(week.minutes / week.goal),
              bar: week.minutes / week.goal,
              tone: week.minutes >= week.goal ? 'good' : 'strong',
            },
      note: `${shortDuration(week.minutes)}${week.goal === null ? ', no goal set' : ` of ${shortDuration(week.goal)}`}, ${shortDate(week.from)} to ${shortDate(week.to)}`,
      spoken: `${durationText(week.minutes)}${week.goal === null ? ', no goal set' : ` of ${durationText(week.goal)}, ${percent(week.minutes / week.goal)}`}`,
    },
  ];
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
        cell: {
          text:
            names(progress.weakest, (facts) => facts.topic.id + right(facts), 3) ||
            'not known before five practice questions on a topic',
        },
      },
      {
        label: 'Untouched',
        cell: {
          text: names(progress.untouched, ({ topic }) => topic.id, 4) || 'nothing: every topic has been studied',
        },
      },
    ],
  };
}
