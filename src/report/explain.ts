import type { Explained } from '../app/readiness/explain.ts';
import { type Edition, labelled, topicTitle } from '../domain/edition.ts';
import type { SectionExplanation, TopicExplanation } from '../domain/readiness/explain.ts';
import { EFFICIENCY, PARAMETERS, TRANSFER_GAPS } from '../domain/readiness/parameters.ts';
import { percent } from '../domain/words.ts';
import { BLANK, type Block, type Cell, type Column, type Fact, line, muted, type Report, strong } from './doc.ts';
import { explanationData } from './explain-data.ts';
import { topicSteps } from './explain-topic.ts';
import { gateText } from './verdict.ts';
import { decimal, rounded } from './words.ts';

/** Every input, step and constant behind the chance, or behind the score of what is named, in a form a person can check by hand. */
export function explainReport(explained: Explained): Report {
  const { edition, explanation, topicIds } = explained;
  const topics = explanation.sections.flatMap((section) => section.topics).filter(({ id }) => topicIds?.includes(id));
  const section = explanation.sections.find(
    (one) => topicIds !== null && topicIds.length > 1 && one.topics.every(({ id }) => topicIds.includes(id)),
  );
  const [only] = topics;
  return {
    title: `How the readiness of ${edition.id} comes about`,
    data: explanationData(explained),
    blocks:
      topicIds === null
        ? wholeSteps(explained)
        : section
          ? sectionSteps(explained, section)
          : topics.flatMap((topic) => topicSteps(edition, explanation.gap, topic, topic === only)),
  };
}

function wholeSteps({ edition, exam, explanation }: Explained): Block[] {
  const { sections, score, variance, cut, chance, byHand, gap, learner } = explanation;
  const parts: [string, number, string][] = [
    ['learner', variance.learner, `your level overall: ${decimal(learner.mean)} ± ${decimal(learner.sd)} logit`],
    ['sections', variance.sections, 'what is uneven or untested inside sections'],
    ['transfer', variance.transfer, `exam minus practice: ${decimal(gap.mean)} ± ${decimal(gap.sd)} logit`],
    ['luck', variance.luck, `which ${exam.questions} questions are asked`],
    ['pass mark', variance.passMark, `${decimal(exam.target, 2)} ± ${decimal(exam.targetSd, 2)}`],
  ];
  const total = parts.reduce((sum, [, part]) => sum + part, 0);
  return [
    line(strong('1 Score'), ' = sum of weight × expected score of the sections'),
    table(
      ['section', 'weight', 'score', 'weight × score'],
      sections.map(({ id, weight, mean }) => [
        sectionTitle(edition, id),
        value(weight),
        value(mean),
        value(weight * mean),
      ]),
    ),
    line(`Score = ${decimal(score)}`),
    BLANK,
    line(strong('2 Uncertainty'), ': variances that add up'),
    table(
      ['source', 'variance', 'share', 'what it is'],
      parts.map(([source, part, about]) => [
        { text: source },
        value(part, 5),
        { text: percent(part / total), value: rounded(part / total) },
        { text: about },
      ]),
    ),
    line(`Variance = ${decimal(total, 5)}, standard deviation ${decimal(Math.sqrt(total))}`),
    BLANK,
    line(strong('3 Chance'), ` of at least ${decimal(cut)}`),
    line(`By hand: Φ((${decimal(score)} − ${decimal(cut)}) / ${decimal(Math.sqrt(total))}) = ${decimal(byHand)}`),
    line(
      `Exactly, over 41 levels and 5 gaps, each with its own variance: ${decimal(chance)}. Where the two differ, the exact one counts.`,
    ),
    BLANK,
    line(strong('4 Gate'), `: ${gateText()}.`),
    ...(edition.exam.styleNote === null
      ? []
      : [BLANK, line(strong('How the exam asks'), `: ${edition.exam.styleNote}`)]),
    BLANK,
    line(strong('5 Constants')),
    { kind: 'facts', facts: constants() },
    BLANK,
    line(muted('A section or topic in the same way: certtrack status --explain 3.1')),
  ];
}

/** Every constant with its reason; what a minute of each activity counts; how far each kind of questions is from the exam. */
function constants(): Fact[] {
  const efficiency = Object.entries(EFFICIENCY).map(([activity, share]) => `${activity || 'unnamed'} ${share}`);
  return [
    ...Object.entries(PARAMETERS).map(([name, { value: bare, unit, why }]) => ({
      label: name,
      cell: { text: `${bare} ${unit}: ${why}`, value: bare },
    })),
    { label: 'effective', cell: { text: `a minute of an activity counts: ${efficiency.join(', ')}` } },
    ...Object.entries(TRANSFER_GAPS).map(([kind, { mean, sd, why }]) => ({
      label: kind,
      cell: { text: `exam minus practice ${decimal(mean, 2)} ± ${decimal(sd, 2)} logit: ${why}` },
    })),
  ];
}

function sectionSteps({ edition, explanation }: Explained, section: SectionExplanation): Block[] {
  const { id, level, mean, sd, topics } = section;
  return [
    line(strong(sectionTitle(edition, id).text), muted(`  weight ${percent(section.weight)}`)),
    line(
      `Your level on the section, from all results: ${decimal(level.mean)} ± ${decimal(level.sd)} logit (you overall: ${decimal(explanation.learner.mean)}).`,
    ),
    line(`Exam minus practice: ${decimal(explanation.gap.mean)} ± ${decimal(explanation.gap.sd)} logit.`),
    BLANK,
    table(
      ['topic', 'dose', 'effect', 'level', 'answers', 'by hand', 'score'],
      topics.map((topic) => [
        { text: topicTitle(edition, topic.id), value: topic.id },
        value(topic.dose),
        value(topic.studyEffect + topic.ratingEffect),
        value(topic.level.mean),
        { text: answersText(topic) },
        value(topic.byHand),
        value(topic.mean),
      ]),
    ),
    BLANK,
    line(`Score = average of the topics = ${decimal(mean)} ± ${decimal(sd)}`),
    line(
      muted(
        'dose: recommended times studied, decayed · effect = 0.05 + 2 × (1 − e^(−1.6 × dose)) + rating · score ≈ 1 / (1 + e^−(effect + gap + level)), evened out by what is unsure',
      ),
    ),
    line(muted(`One of them in full: certtrack status --explain ${topics[0]?.id ?? ''}`)),
  ];
}

function answersText({ answers }: TopicExplanation): string {
  const sum = (pick: (day: TopicExplanation['answers'][number]) => number) =>
    answers.reduce((all, day) => all + pick(day), 0);
  return answers.length === 0 ? '–' : `${sum(({ correct }) => correct)}/${sum(({ questions }) => questions)}`;
}

function sectionTitle(edition: Edition, id: string): Cell {
  const section = edition.sections.find((one) => one.id === id);
  return { text: section ? labelled(section) : id, value: id };
}

function value(bare: number, digits = 3): Cell {
  return { text: decimal(bare, digits), value: rounded(bare) };
}

function table(headers: readonly string[], rows: readonly (readonly Cell[])[]): Block {
  const columns = headers.map((header): Column => {
    const wide = header === 'section' || header === 'topic' || header === 'what it is';
    const plain = wide || header === 'source';
    return {
      key: header.replaceAll(' ', '_'),
      header,
      ...(wide ? { flexible: true } : {}),
      ...(plain ? {} : { align: 'right' as const }),
    };
  });
  return { kind: 'table', columns, rows };
}
