import type { Activity } from './activity.ts';

/** Minutes on one topic with one activity ('' is none named), and the practice questions answered. */
export interface ActivityTotal {
  readonly topicId: string;
  readonly activity: Activity | '';
  readonly minutes: number;
  readonly questions: number;
}

/** How a section was studied: minutes by activity, and those of taking in (reading, video) against those of doing. */
export interface SectionMix {
  readonly sectionId: string;
  readonly minutes: ReadonlyMap<Activity | '', number>;
  readonly passive: number;
  readonly active: number;
  readonly questions: number;
  readonly warning: MixWarning | null;
}

/** What is lopsided: nothing but taking in, hardly anything else, or no practice question answered. */
type MixWarning = 'only_passive' | 'mostly_passive' | 'no_questions';

const PASSIVE: ReadonlySet<Activity | ''> = new Set(['reading', 'video']);
const ACTIVE: ReadonlySet<Activity | ''> = new Set(['lab', 'practice', 'recall']);

/** Below three hours a lopsided mix says nothing yet. */
const ENOUGH_MINUTES = 180;
/** Retrieval and doing should be at least a fifth: taking in alone is forgotten sooner (Pan and Rickard 2018). */
const LEAST_ACTIVE = 0.2;

/** The mix of every section; topics outside `sections` are left out. */
export function studyMix(
  sections: readonly { readonly id: string; readonly topics: readonly { readonly id: string }[] }[],
  totals: readonly ActivityTotal[],
): SectionMix[] {
  return sections.map(({ id, topics }) => {
    const own = totals.filter(({ topicId }) => topics.some((topic) => topic.id === topicId));
    const minutes = new Map<Activity | '', number>();
    for (const total of own) minutes.set(total.activity, (minutes.get(total.activity) ?? 0) + total.minutes);
    const sum = (of: ReadonlySet<Activity | ''>) =>
      [...minutes].reduce((all, [activity, amount]) => all + (of.has(activity) ? amount : 0), 0);
    const mix = {
      passive: sum(PASSIVE),
      active: sum(ACTIVE),
      questions: own.reduce((all, { questions }) => all + questions, 0),
    };
    return { sectionId: id, minutes, ...mix, warning: warningFor(mix) };
  });
}

function warningFor({ passive, active, questions }: Pick<SectionMix, 'passive' | 'active' | 'questions'>) {
  if (passive >= ENOUGH_MINUTES && active === 0) return 'only_passive';
  if (passive >= ENOUGH_MINUTES && active < LEAST_ACTIVE * (active + passive)) return 'mostly_passive';
  return active + passive >= ENOUGH_MINUTES && questions === 0 ? 'no_questions' : null;
}
