import type { Exam } from '../../src/domain/readiness/exam.ts';
import { examFrom } from '../domain/readiness/reference-log.ts';
import type { Draw } from './draw.ts';

export interface SimulatedTopic {
  readonly id: string;
  readonly sectionId: string;
  /** Share of the exam. */
  readonly weight: number;
  /** Minutes the guide recommends, which is what certtrack knows. */
  readonly recommended: number;
  /** Minutes the topic really takes. */
  readonly needed: number;
}

export interface SimulatedExam {
  /** What certtrack is told. */
  readonly exam: Exam;
  readonly hours: number;
  readonly topics: readonly SimulatedTopic[];
}

/** An exam of 4 to 7 sections and 3 to 9 topics each, some of which take more or less time than the guide says. */
export function simulatedExam(draw: Draw): SimulatedExam {
  const parts = Array.from({ length: draw.whole(4, 7) }, () => draw.gamma(5));
  const sum = parts.reduce((a, b) => a + b, 0);
  const hours = draw.pick([40, 50, 60, 60, 80, 100]);
  const exam = examFrom({
    total_hours: hours,
    n_questions: draw.pick([50, 50, 55, 60, 65]),
    sections: parts.map((part, s) => ({
      id: `s${s}`,
      weight: Math.max(5, Math.round((100 * part) / sum)),
      topics: Array.from({ length: draw.whole(3, 9) }, (_, t) => ({ id: `s${s}t${t}` })),
    })),
  });
  const topics = exam.sections.flatMap((section) =>
    section.topics.map(
      ({ id, weight, recommended }): SimulatedTopic => ({
        id,
        sectionId: section.id,
        weight: section.weight * weight,
        recommended,
        needed: draw.logNormal(recommended, 0.35),
      }),
    ),
  );
  return { exam, hours, topics };
}
