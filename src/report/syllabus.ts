import { durationText } from '../domain/duration.ts';
import {
  type Edition,
  type ExamFacts,
  labelled,
  type Objective,
  placedTopics,
  recommendedMinutes,
} from '../domain/edition.ts';
import { weightText } from '../domain/weight.ts';
import { BLANK, type Block, type Fact, line, muted, type Report, strong } from './doc.ts';
import { editionData } from './syllabus-data.ts';
import { DASH, plural, shortDuration } from './words.ts';

/** The editions there are. */
export function syllabiReport(editions: readonly Edition[]): Report {
  return {
    title: 'Exam guides',
    data: editions.map(({ id, certId, title, vendor, guideVersion, status, asOf, sourceUrl }) => ({
      edition: id,
      cert_id: certId,
      title,
      vendor,
      guide_version: guideVersion,
      status,
      as_of: asOf,
      source_url: sourceUrl,
    })),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'edition', header: 'Edition' },
          { key: 'title', header: 'Certification', flexible: true },
          { key: 'vendor', header: 'Vendor', rank: 1 },
          { key: 'topics', header: 'Topics', align: 'right', rank: 2 },
          { key: 'status', header: 'Status' },
          { key: 'as_of', header: 'As of' },
        ],
        rows: editions.map((edition) => [
          { text: edition.id, tone: 'strong' },
          { text: edition.title },
          { text: edition.vendor },
          { text: String(placedTopics(edition).length), value: placedTopics(edition).length },
          { text: edition.status },
          edition.asOf === null ? DASH : { text: edition.asOf },
        ]),
      },
    ],
  };
}

/** One edition: the facts of the exam and the tree with weights and recommended times. */
export function syllabusReport(edition: Edition, withObjectives: boolean): Report {
  return {
    title: `${edition.title} (${edition.id})`,
    data: editionData(edition),
    blocks: [
      line(
        strong(edition.title),
        muted(`  ${edition.id}, ${edition.vendor}${edition.guideVersion ? `, guide ${edition.guideVersion}` : ''}`),
      ),
      { kind: 'facts', facts: examFacts(edition) },
      BLANK,
      ...edition.sections.flatMap((section, i): Block[] => [
        ...(i > 0 && withObjectives ? [BLANK] : []),
        line(strong(labelled(section)), muted(`  ${weightText(section.weight)}  ${section.id}`)),
        ...(withObjectives ? section.topics.flatMap(topicWithObjectives) : [topicTable(section.topics)]),
      ]),
    ],
  };
}

type Topics = Edition['sections'][number]['topics'];

function topicTable(topics: Topics): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'topic', header: '', flexible: true },
      { key: 'topic_id', header: '' },
      { key: 'study_minutes', header: '', align: 'right' },
    ],
    rows: topics.map((topic) => [
      { text: `  ${labelled(topic)}`, value: topic.title },
      { text: topic.id, tone: 'muted' },
      { text: shortDuration(topic.studyMinutes), value: topic.studyMinutes },
    ]),
  };
}

function topicWithObjectives(topic: Topics[number]): Block[] {
  const lines = (objectives: readonly Objective[], indent: string): Block[] =>
    objectives.flatMap((objective) => [
      line(`${indent}- ${objective.text}`),
      ...lines(objective.objectives, `${indent}  `),
    ]);
  return [
    line(`  ${labelled(topic)}`, muted(`  ${topic.id}  ${shortDuration(topic.studyMinutes)}`)),
    ...lines(topic.objectives, '    '),
  ];
}

function examFacts(edition: Edition): Fact[] {
  const { exam } = edition;
  const fee = exam.fee && `${exam.fee.currency} ${exam.fee.amount}${exam.fee.note ? ` ${exam.fee.note}` : ''}`;
  const facts: [string, string | null][] = [
    [
      'Exam',
      [questionsText(exam), exam.minutes && durationText(exam.minutes), fee, exam.languages.join(', ')]
        .filter(Boolean)
        .join(' · '),
    ],
    ['Pass mark', passMarkText(exam)],
    ['Valid', exam.validityYears && `${plural(exam.validityYears, 'year')}${renewalText(exam)}`],
    ['Retake', retakeText(exam)],
    ['Style', exam.style && `${exam.style.replace('_', ' ')}. ${exam.styleNote ?? ''}`.trim()],
    ['Study', `${durationText(recommendedMinutes(edition))}. ${edition.studyReason ?? ''}`.trim()],
    ['Source', edition.sourceUrl && `${edition.sourceUrl}${edition.asOf ? `, as of ${edition.asOf}` : ''}`],
  ].map(([label, text]) => [String(label), text ? String(text) : null]);
  return facts.map(([label, text]) => ({ label, cell: text === null ? { ...DASH, text: 'not known' } : { text } }));
}

function questionsText({ questions }: ExamFacts): string | null {
  if (questions === null) return null;
  const { min, max, scored, unscored } = questions;
  if (scored !== null) return `${scored} questions${unscored === null ? '' : ` and ${unscored} unscored`}`;
  if (min === null) return max === null ? null : `at most ${max} questions`;
  return min === max || max === null ? `${min} questions` : `${min}-${max} questions`;
}

function passMarkText({ passMark }: ExamFacts): string {
  if (passMark.kind === 'percent') return `${passMark.percent} %`;
  if (passMark.kind === 'scaled') return `${passMark.pass} on a scale of ${passMark.min}-${passMark.max}`;
  return 'not published; your target is your own';
}

function renewalText({ renewal }: ExamFacts): string {
  const ways = renewal.map(({ kind, windowDays, extendsYears }) => {
    const window = windowDays === null ? '' : ` in the last ${windowDays} days`;
    const extends_ = extendsYears === null ? '' : ` for ${plural(extendsYears, 'year')}`;
    return `${kind.replace('_', ' ')}${window}${extends_}`;
  });
  return ways.length === 0 ? '' : `, renewed by ${ways.join(' or ')}`;
}

function retakeText({ retake }: ExamFacts): string | null {
  if (retake === null) return null;
  const most =
    retake.maxAttempts === null
      ? ''
      : `, at most ${retake.maxAttempts} attempts${retake.withinYears === null ? '' : ` in ${plural(retake.withinYears, 'year')}`}`;
  return `after ${retake.waitDays.join(', ')} days${most}`;
}
