import type { Activity } from '../activity.ts';

/** One constant of the readiness model, with the unit it is in and why it has this value. */
interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly why: string;
}

/** Every constant of the readiness model. `status --explain` prints this table. */
export const PARAMETERS = {
  base: {
    value: 0.05,
    unit: 'logit',
    why: 'practice questions on an untouched topic: guessing on four options plus partial knowledge, 51 % right',
  },
  gain: {
    value: 2.0,
    unit: 'logit',
    why: 'what study can add: the recommended time on every topic, fresh, makes passing slightly better than even',
  },
  rate: { value: 1.6, unit: 'per dose', why: 'half the recommended time does much more than half of the work' },
  decay: { value: 0.3, unit: 'exponent', why: 'three quarters of exam answers survive a year (Custers 2010)' },
  firstStability: { value: 15, unit: 'days', why: 'after one sitting 72 % is left a month later' },
  stabilityPerDay: {
    value: 0.5,
    unit: 'of the first',
    why: 'each further study day spaces the learning (Latimier 2021)',
  },
  longestStability: {
    value: 120,
    unit: 'days',
    why: 'a spaced set keeps 56 % of its gain over a year (Semb and Ellis 1994)',
  },
  testedDayMinutes: {
    value: 20,
    unit: 'minutes',
    why: 'a day with practice questions is study too, also when no minutes were logged with them',
  },
  longestDay: { value: 720, unit: 'minutes', why: 'nobody studies one topic for more than twelve hours a day' },
  learnerSd: {
    value: 0.8,
    unit: 'logit',
    why: 'real answer logs show 0.49-0.79 within a course; candidates differ more',
  },
  sectionSd: { value: 0.25, unit: 'logit', why: 'real answer logs show 0.24-0.43 for sections and topics together' },
  topicSd: { value: 0.45, unit: 'logit', why: 'the same, a little wider for experience nobody logged' },
  bankSd: { value: 0.3, unit: 'logit', why: 'the practice questions of a topic are not the topic' },
  mockSd: { value: 0.15, unit: 'logit', why: 'one paper is not the exam' },
  topicDrift: { value: 0.1, unit: 'logit² in 30 days', why: 'lets new answers outweigh old ones' },
  mockDrift: { value: 0.06, unit: 'logit² in 30 days', why: 'lets new mocks outweigh old ones' },
  ratingWeight: { value: 0.12, unit: 'logit a point', why: 'self-ratings hardly predict results (r about 0.25)' },
  ratingCentre: { value: 3.6, unit: 'points', why: 'people rate themselves above the middle' },
  ratingFade: { value: 5, unit: 'answers', why: 'the rating has half its weight after five answers' },
} as const satisfies Record<string, Parameter>;

export type Parameters = Readonly<Record<keyof typeof PARAMETERS, number>>;

/** The constants alone. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(PARAMETERS).map(([name, { value }]) => [name, value]),
) as Parameters;

/** How much a minute of an activity teaches, reading being 1. Retrieval beats rereading (Pan and Rickard 2018); kept small, minutes are noisy. */
export const EFFICIENCY: Readonly<Record<Activity | '', number>> = {
  reading: 1,
  video: 0.9,
  lab: 1.1,
  practice: 1.25,
  recall: 1.25,
  '': 1,
};

/** Whose questions a result is on, which decides how far it is from the exam. `own` are certtrack's and a person's own, which count as a third party's. */
export type Profile = 'official' | 'third-party' | 'own' | 're-used';

/** A normal distribution of a gap in logits. */
export interface Gap {
  readonly mean: number;
  readonly sd: number;
}

/** The gap of practice questions: midway between the vendor's own papers and open-book exercises. */
const PRACTICE_GAP = { mean: -0.3, sd: 0.4 };

/** Exam minus practice, in logits, by the kind of questions: how much lower the exam comes out, and how unsure that is. */
export const TRANSFER_GAPS: Readonly<Record<Profile, Gap & { readonly why: string }>> = {
  official: { mean: -0.05, sd: 0.2, why: "the vendor's own forms hardly differ from the exam (NBME, r = 0.82)" },
  'third-party': { ...PRACTICE_GAP, why: 'midway between official forms and open-book exercises' },
  own: { ...PRACTICE_GAP, why: "certtrack's questions and your own count as a third party's" },
  're-used': { mean: -0.8, sd: 0.6, why: '729 students: 75 % on take-home exercises, 56 % on the exam (MathExam14W)' },
};
