import type { Explained } from '../app/readiness/explain.ts';
import { fromDayNumber } from '../domain/local-date.ts';
import type { Level, TopicExplanation } from '../domain/readiness/explain.ts';
import { EFFICIENCY, PARAMETERS, TRANSFER_GAPS } from '../domain/readiness/parameters.ts';
import type { Json } from './doc.ts';
import { rounded } from './words.ts';

/** The JSON contract of `status --explain`. */
export function explanationData({ edition, exam, explanation, topicIds }: Explained): Json {
  const { sections, variance } = explanation;
  const wanted = ({ id }: TopicExplanation) => topicIds === null || topicIds.includes(id);
  return {
    edition: edition.id,
    exam: { questions: exam.questions, target: exam.target, target_sd: exam.targetSd },
    chance: rounded(explanation.chance),
    chance_by_hand: rounded(explanation.byHand),
    score: rounded(explanation.score),
    cut: rounded(explanation.cut),
    variance: Object.fromEntries(
      Object.entries(variance).map(([name, part]) => [
        name === 'passMark' ? 'pass_mark' : name,
        Number(part.toFixed(6)),
      ]),
    ),
    transfer_gap: levelData(explanation.gap),
    learner: levelData(explanation.learner),
    sections: sections
      .filter(({ topics }) => topics.some(wanted))
      .map((section) => ({
        id: section.id,
        weight: rounded(section.weight),
        level: levelData(section.level),
        score: rounded(section.mean),
        sd: rounded(section.sd),
        topics: section.topics.filter(wanted).map(topicData),
      })),
    constants: Object.fromEntries(
      Object.entries(PARAMETERS).map(([name, { value, unit, why }]) => [snakeCase(name), { value, unit, why }]),
    ),
    activity_efficiency: Object.fromEntries(Object.entries(EFFICIENCY).map(([name, value]) => [name || 'none', value])),
    transfer_gaps: Object.fromEntries(
      Object.entries(TRANSFER_GAPS).map(([name, { mean, sd, why }]) => [name, { mean, sd, why }]),
    ),
  };
}

function topicData(topic: TopicExplanation): Json {
  return {
    id: topic.id,
    recommended_minutes: topic.recommended,
    stability_days: rounded(topic.stability),
    days: topic.parts.map(({ day, minutes, retained, part }) => ({
      date: fromDayNumber(day),
      effective_minutes: rounded(minutes),
      retained: rounded(retained),
      dose: rounded(part),
    })),
    dose: rounded(topic.dose),
    study_effect: rounded(topic.studyEffect),
    rating: topic.rating,
    rating_effect: rounded(topic.ratingEffect),
    answers: topic.answers.map(({ day, correct, questions, effect }) => ({
      date: fromDayNumber(day),
      correct,
      questions,
      study_effect: rounded(effect),
    })),
    level: levelData(topic.level),
    score: rounded(topic.mean),
    sd: rounded(topic.sd),
    score_by_hand: rounded(topic.byHand),
  };
}

function levelData({ mean, sd }: Level): Json {
  return { mean: rounded(mean), sd: rounded(sd) };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
