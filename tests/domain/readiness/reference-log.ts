import type { Activity } from '../../../src/domain/activity.ts';
import type { Evidence, Exam } from '../../../src/domain/readiness/exam.ts';
import { EFFICIENCY, type Profile } from '../../../src/domain/readiness/parameters.ts';
import type { StudyDay } from '../../../src/domain/readiness/study-curve.ts';

/** A syllabus as the reference implementation and its test vectors write it. */
export interface ReferenceSyllabus {
  readonly sections: readonly {
    readonly id: string;
    readonly weight: number;
    readonly topics: readonly { readonly id: string; readonly weight?: number; readonly minutes?: number }[];
  }[];
  readonly total_hours?: number;
  readonly n_questions?: number;
  readonly pass_mark?: number;
  readonly pass_sd?: number;
}

export interface ReferenceSession {
  readonly topic: string;
  readonly day: number;
  readonly minutes?: number;
  readonly kind?: string | null;
  readonly confidence?: number;
  readonly k?: number;
  readonly n?: number;
}

export interface ReferenceLog {
  readonly sessions?: readonly ReferenceSession[];
  readonly exams?: readonly {
    readonly day: number;
    readonly k: number;
    readonly n: number;
    readonly sections?: Readonly<Record<string, readonly [number, number]>>;
    /** Unknown to the reference; 'third-party' where absent. */
    readonly profile?: Profile;
  }[];
}

/** The exam of a reference syllabus. */
export function examFrom({ sections, ...syllabus }: ReferenceSyllabus): Exam {
  const weights = sections.reduce((sum, { weight }) => sum + weight, 0);
  return {
    questions: syllabus.n_questions ?? 50,
    target: syllabus.pass_mark ?? 0.7,
    targetSd: syllabus.pass_sd ?? 0.05,
    sections: sections.map(({ id, weight, topics }) => {
      const parts = topics.reduce((sum, topic) => sum + (topic.weight ?? 1), 0);
      return {
        id,
        weight: weight / weights,
        topics: topics.map((topic) => {
          const own = (topic.weight ?? 1) / parts;
          const recommended =
            topic.minutes ?? Math.max((60 * (syllabus.total_hours ?? 60) * weight * own) / weights, 1);
          return { id: topic.id, weight: own, recommended };
        }),
      };
    }),
  };
}

/** The evidence of a reference log: sessions summed by topic and day. */
export function evidenceFrom({ sessions = [], exams = [] }: ReferenceLog): Evidence {
  const topics = new Map<string, StudyDay[]>();
  for (const session of sessions) {
    const days = topics.get(session.topic) ?? [];
    topics.set(session.topic, days);
    const at = days.findIndex(({ day }) => day >= session.day);
    const present = days[at];
    if (present?.day === session.day) days[at] = added(present, session);
    else days.splice(at < 0 ? days.length : at, 0, added(emptyDay(session.day), session));
  }
  return {
    topics,
    mocks: exams.map(({ day, k, n, sections = {}, profile = 'third-party' }) => ({
      day,
      correct: k,
      questions: n,
      profile,
      sections: Object.entries(sections).map(([sectionId, [correct, questions]]) => ({
        sectionId,
        correct,
        questions,
      })),
    })),
    profile: 'third-party',
  };
}

function emptyDay(day: number): StudyDay {
  return { day, minutes: 0, testedMinutes: 0, correct: 0, questions: 0, rating: null };
}

function added(day: StudyDay, { minutes = 0, kind, k = 0, n = 0, confidence }: ReferenceSession): StudyDay {
  const effective = minutes * EFFICIENCY[(kind ?? '') as Activity | ''];
  return {
    ...day,
    minutes: day.minutes + effective,
    testedMinutes: day.testedMinutes + (n > 0 ? effective : 0),
    correct: day.correct + k,
    questions: day.questions + n,
    rating: confidence ?? day.rating,
  };
}
