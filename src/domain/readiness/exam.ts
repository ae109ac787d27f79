import type { Edition } from '../edition.ts';
import type { Track } from '../track.ts';
import { normalisedWeights } from '../weight.ts';
import type { PackedDays, StudyDay } from './packed-days.ts';
import type { Profile } from './parameters.ts';
import type { AnswersSoFar } from './topic-answers.ts';

/** Questions assumed where the vendor does not say how many. */
const USUAL_QUESTIONS = 50;
/** How far an unpublished pass mark may be from the target, as a share. */
const UNPUBLISHED_SD = 0.05;

export interface ExamTopic {
  readonly id: string;
  /** Share of the section, summing to 1. */
  readonly weight: number;
  /** Recommended study time in minutes. */
  readonly recommended: number;
}

/** The exam as the model sees it. `target` and `targetSd` are shares in 0..1; section weights sum to 1. */
export interface Exam {
  readonly questions: number;
  readonly target: number;
  /** 0 where the vendor publishes the pass mark. */
  readonly targetSd: number;
  /** The published pass mark; the target stands for one that is not. */
  readonly passMark?: number;
  readonly sections: readonly { readonly id: string; readonly weight: number; readonly topics: readonly ExamTopic[] }[];
}

/** One practice exam. What its sections do not account for counts for the whole exam. */
export interface MockEvidence {
  readonly day: number;
  readonly correct: number;
  readonly questions: number;
  readonly sections: readonly { readonly sectionId: string; readonly correct: number; readonly questions: number }[];
  /** Whose questions they are. */
  readonly profile: Profile;
  /** They were met before, looked up, or answered without a clock. */
  readonly reused?: boolean;
  /** What results on questions met before have in common: the provider. */
  readonly pool?: string;
  /** Of a score on a vendor's scale: whether it reached the pass mark. `correct` of `questions` are then points, and no share. */
  readonly passed?: boolean;
}

/** How the exam itself went. `score` is null where the vendor tells no more than pass or fail. */
interface ResultEvidence {
  readonly day: number;
  readonly passed: boolean;
  readonly score: { readonly correct: number; readonly questions: number } | null;
}

/** Whose questions were answered: practice questions, the vendor's own, ones met before, or those of the exam itself. */
export type Source = 'practice' | 'official' | 're-used' | 'exam';

/** Whose questions a practice exam counts as answers to. */
export function sourceOf({ profile, reused }: Pick<MockEvidence, 'profile' | 'reused'>): Source {
  if (reused || profile === 're-used') return 're-used';
  return profile === 'official' ? 'official' : 'practice';
}

/** All the model learns from, topics by id with their days in order; entries after the day asked about are left out. */
export interface Evidence {
  readonly topics: ReadonlyMap<string, readonly StudyDay[]>;
  readonly mocks: readonly MockEvidence[];
  readonly results: readonly ResultEvidence[];
  /** Topics with study for other certifications alone, none of their own. */
  readonly borrowed?: ReadonlySet<string>;
  /** Days before those in `topics`, by topic id; their answers are in `kept`. Only of use for days after them. */
  readonly earlier?: ReadonlyMap<string, PackedDays>;
  /** What answers up to some day said, by topic id, so that they need not be read again. */
  readonly kept?: ReadonlyMap<string, AnswersSoFar> | undefined;
}

/** The exam of a track: the target is the person's own, certain only where the vendor publishes a pass mark in percent. */
export function examOf(edition: Edition, track: Pick<Track, 'target'>): Exam {
  const weights = normalisedWeights(edition.sections.map(({ weight }) => weight));
  const { questions, passMark } = edition.exam;
  const ends = [questions?.min, questions?.max].flatMap((end) => end ?? []);
  return {
    questions: questions?.scored ?? (ends.length > 0 ? ends.reduce((a, b) => a + b) / ends.length : USUAL_QUESTIONS),
    target: track.target / 100,
    targetSd: passMark.kind === 'percent' ? 0 : UNPUBLISHED_SD,
    ...(passMark.kind === 'percent' ? { passMark: passMark.percent / 100 } : {}),
    sections: edition.sections.map((section, i) => ({
      id: section.id,
      weight: weights[i] ?? 0,
      topics: section.topics.map(({ id, studyMinutes }) => ({
        id,
        weight: 1 / section.topics.length,
        recommended: studyMinutes,
      })),
    })),
  };
}

/** @throws RangeError for evidence that cannot be: negative or endless numbers, more right answers than questions, unknown sections */
export function checkEvidence(exam: Exam, { topics, mocks, results }: Evidence): void {
  const known = new Set(exam.sections.flatMap((section) => section.topics.map(({ id }) => id)));
  for (const [id, days] of topics) {
    if (!known.has(id)) throw new RangeError(`unknown topic ${id}`);
    for (const { minutes, correct, questions, rating } of days) {
      if (!(minutes >= 0 && Number.isFinite(minutes))) throw new RangeError(`minutes ${minutes} on ${id}`);
      if (questions !== 0 || correct !== 0) checkAnswers(correct, questions);
      if (rating !== null && !(rating >= 1 && rating <= 5)) throw new RangeError(`confidence ${rating} on ${id}`);
    }
  }
  for (const { correct, questions, sections } of mocks) {
    checkAnswers(correct, questions);
    for (const section of sections) {
      checkAnswers(section.correct, section.questions);
      if (exam.sections.every(({ id }) => id !== section.sectionId))
        throw new RangeError(`unknown section ${section.sectionId}`);
    }
  }
  for (const { score } of results) if (score) checkAnswers(score.correct, score.questions);
}

function checkAnswers(correct: number, questions: number): void {
  if (!(questions > 0 && correct >= 0 && correct <= questions && Number.isFinite(questions)))
    throw new RangeError(`${correct} right of ${questions} questions`);
}
