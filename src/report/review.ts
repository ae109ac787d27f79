import type { ChangedCards } from '../app/review/change-cards.ts';
import type { ReviewOutcome, Reviews } from '../app/review/review.ts';
import { type Edition, placedTopics, topicTitle } from '../domain/edition.ts';
import { addDays, type LocalDate, longDate, shortDate } from '../domain/local-date.ts';
import type { Card } from '../domain/review/card.ts';
import type { ScheduledCard } from '../domain/review/schedule.ts';
import { percent, plural } from '../domain/words.ts';
import { BLANK, type Block, type Cell, type Json, line, muted, type Report, strong } from './doc.ts';
import { DASH, daysAgo, rounded } from './words.ts';

/** What a card is about: its topic, or the objective with its topic. */
export function cardTitle(edition: Edition, { topicId, objectiveId }: Pick<Card, 'topicId' | 'objectiveId'>): string {
  const topic = topicTitle(edition, topicId);
  if (objectiveId === null) return topic;
  const objective = placedTopics(edition)
    .find((placed) => placed.topic.id === topicId)
    ?.topic.objectives.find(({ id }) => id === objectiveId);
  return `${topic}: ${objective?.text ?? objectiveId}`;
}

/** What is due today and what comes next; `all` shows every card. */
export function reviewReport({ edition, schedule, today }: Reviews, all: boolean): Report {
  const due = schedule.filter((card) => card.due <= today);
  const shown = all ? schedule : due;
  return {
    title: `Review for ${edition.title}`,
    data: {
      cert_id: edition.certId,
      due: due.length,
      cards: schedule.map((card) => scheduledData(edition, card, today)),
    },
    blocks: [
      ...headline(edition, schedule, due.length),
      ...(shown.length === 0 ? [] : [BLANK, cardTable(edition, shown, today)]),
      ...comingLines(schedule, today),
    ],
  };
}

function headline(edition: Edition, schedule: readonly ScheduledCard[], due: number): Block[] {
  if (schedule.length === 0) return [];
  const said = due === 0 ? 'Nothing is due for review' : `${plural(due, 'card')} due for review`;
  return [line(strong(said), muted(`  ${edition.id}`))];
}

function cardTable(edition: Edition, cards: readonly ScheduledCard[], today: LocalDate): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'card', header: 'Topic', flexible: true },
      { key: 'due', header: 'Due' },
      { key: 'recall', header: 'Recall', align: 'right', rank: 1, spoken: 'chance of recall' },
      { key: 'last', header: 'Last', rank: 2, spoken: 'last answered' },
    ],
    rows: cards.map((state): Cell[] => [
      { text: cardTitle(edition, state.card), value: state.card.id },
      {
        text: dueText(state, today),
        value: state.due,
        ...(state.due <= today ? { tone: 'strong' as const } : {}),
      },
      state.recall === null
        ? { ...DASH, text: 'new', spoken: '' }
        : { text: percent(state.recall), value: rounded(state.recall) },
      state.lastDate === null
        ? { ...DASH, spoken: 'never' }
        : { text: daysAgo(state.lastDate, today), value: state.lastDate },
    ]),
  };
}

function dueText({ due, lastLook }: ScheduledCard, today: LocalDate): string {
  const when = due <= today ? 'now' : shortDate(due);
  return lastLook ? `${when}, last look` : when;
}

function comingLines(schedule: readonly ScheduledCard[], today: LocalDate): Block[] {
  if (schedule.length === 0)
    return [line('No cards yet. Choose what to call up from memory: certtrack review add --all')];
  const [next] = schedule.filter(({ due }) => due > today);
  const week = schedule.filter(({ due }) => due > today && due <= addDays(today, 7)).length;
  if (next === undefined) return [];
  return [
    BLANK,
    line(muted(`Next ${longDate(next.due)}; ${week} within a week, ${plural(schedule.length, 'card')} in all.`)),
  ];
}

/** Said after answers were recorded. */
export function ratedReport({ edition, rated, due: left }: ReviewOutcome): Report {
  return {
    title: 'Reviewed',
    data: {
      cert_id: edition.certId,
      rated: rated.map(({ grade, state }) => ({ card: state.card.id, grade, due: state.due })),
      left,
    },
    blocks: [
      ...rated.map(({ grade, state }) =>
        line(`${cardTitle(edition, state.card)}: ${grade}`, muted(`; next ${longDate(state.due)}`)),
      ),
      line(
        muted(
          `${rated.length === 0 ? 'Nothing rated' : `${plural(rated.length, 'recall session')} logged`}${left > 0 ? `, ${left} still due` : ''} · undo: certtrack undo`,
        ),
      ),
    ],
  };
}

function scheduledData(edition: Edition, state: ScheduledCard, today: LocalDate): Json {
  const { card, due, recall, stability, answers, lastDate, lastLook } = state;
  return {
    id: card.id,
    topic_id: card.topicId,
    objective_id: card.objectiveId,
    title: cardTitle(edition, card),
    due,
    is_due: due <= today,
    last_look: lastLook,
    recall: recall === null ? null : rounded(recall),
    stability_days: stability === null ? null : rounded(stability),
    answers,
    last_date: lastDate,
    added: card.addedOn,
  };
}

/** Cards that were added or dropped, by name when there are few. */
export function cardsChangedReport(action: 'add' | 'drop', { edition, cards }: ChangedCards): Report {
  const [verb, then] =
    action === 'add' ? ['Added', 'Review: certtrack review'] : ['Dropped', 'Bring back: certtrack undo'];
  const titles = cards.map((card) => cardTitle(edition, card));
  const few = titles.length <= 3 ? `: ${titles.join(', ')}` : '';
  return {
    title: verb,
    data: { [verb.toLowerCase()]: cards.map(({ id }) => id) },
    blocks: [
      cards.length === 0
        ? line('All of these are there already.')
        : line(`${verb} ${plural(cards.length, 'card')}${few}`),
      line(muted(then)),
    ],
  };
}
