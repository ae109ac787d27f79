import type { Activity } from '../../../src/domain/activity.ts';
import { fromDayNumber } from '../../../src/domain/local-date.ts';
import type { Evidence, Exam } from '../../../src/domain/readiness/exam.ts';
import { type ActivityDay, studyDays } from '../../../src/domain/readiness/study-days.ts';

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
    /** What the reference calls `practice` are third-party questions. */
    readonly kind?: 'practice' | 'official' | 're-used';
    readonly pool?: string;
  }[];
  /** Real exams. */
  readonly results?: readonly {
    readonly day: number;
    readonly passed: boolean;
    readonly k?: number;
    readonly n?: number;
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

/** The evidence of a reference log. */
export function evidenceFrom({ sessions = [], exams = [], results = [] }: ReferenceLog): Evidence {
  return {
    topics: studyDays(sessions.map(activityDay)),
    mocks: exams.map(({ day, k, n, sections = {}, kind = 'practice', pool }) => ({
      day,
      correct: k,
      questions: n,
      profile: kind === 'practice' ? 'third-party' : kind,
      ...(pool === undefined ? {} : { pool }),
      sections: Object.entries(sections).map(([sectionId, [correct, questions]]) => ({
        sectionId,
        correct,
        questions,
      })),
    })),
    results: results.map(({ day, passed, k, n }) => ({
      day,
      passed,
      score: k === undefined || n === undefined ? null : { correct: k, questions: n },
    })),
  };
}

function activityDay({ topic, day, minutes = 0, kind, k = 0, n = 0, confidence }: ReferenceSession): ActivityDay {
  const weight = confidence === undefined ? 0 : Math.max(minutes, 1);
  return {
    topicId: topic,
    date: fromDayNumber(day),
    activity: (kind ?? '') as Activity | '',
    minutes,
    testedMinutes: n > 0 ? minutes : 0,
    correct: k,
    questions: n,
    ratingSum: weight * (confidence ?? 0),
    ratingWeight: weight,
  };
}
