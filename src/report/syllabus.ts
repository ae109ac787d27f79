import type { GuideList } from '../app/guide/guides.ts';
import { shortDuration } from '../domain/duration.ts';
import { type Edition, labelled, type Objective, placedTopics } from '../domain/edition.ts';
import { weightText } from '../domain/weight.ts';
import { BLANK, type Block, line, muted, type Report, strong } from './doc.ts';
import { examFacts } from './exam-facts.ts';
import { editionData, retirementData } from './syllabus-data.ts';
import { DASH } from './words.ts';

/** The editions there are, by certification: current ones, variants, then what they superseded, newest names first. */
export function syllabiReport({ shipped, added }: GuideList): Report {
  const order: readonly Edition['status'][] = ['current', 'variant', 'superseded'];
  const editions = [...shipped, ...added]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
    .sort((a, b) => (a.certId < b.certId ? -1 : Number(a.certId !== b.certId)));
  const origin = (edition: Edition) => (added.includes(edition) ? 'added' : 'shipped');
  return {
    title: 'Exam guides',
    data: editions.map((edition) => {
      const { id, certId, title, vendor, guideVersion, status, asOf, sourceUrl } = edition;
      return {
        edition: id,
        cert_id: certId,
        title,
        vendor,
        guide_version: guideVersion,
        status,
        as_of: asOf,
        retires_on: retirementData(edition),
        source_url: sourceUrl,
        origin: origin(edition),
      };
    }),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'edition', header: 'Edition' },
          { key: 'title', header: 'Certification', flexible: true },
          { key: 'vendor', header: 'Vendor', rank: 1 },
          { key: 'topics', header: 'Topics', align: 'right', rank: 2 },
          { key: 'status', header: 'Status' },
          { key: 'origin', header: 'From', rank: 3 },
          { key: 'as_of', header: 'As of', rank: 4 },
        ],
        rows: editions.map((edition) => [
          { text: edition.id, tone: 'strong' },
          { text: edition.title },
          { text: edition.vendor },
          { text: String(placedTopics(edition).length), value: placedTopics(edition).length },
          { text: edition.status, ...(edition.status === 'superseded' ? { tone: 'muted' as const } : {}) },
          { text: origin(edition) },
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
      line(strong(edition.title), muted(`  ${[edition.id, edition.vendor, ...versions(edition)].join(', ')}`)),
      { kind: 'facts', facts: examFacts(edition) },
      BLANK,
      ...edition.sections.flatMap((section, i): Block[] => [
        ...(i > 0 && withObjectives ? [BLANK] : []),
        ...(standsAlone(section)
          ? aloneBlocks(section, withObjectives)
          : [
              line(strong(labelled(section)), muted(`  ${weightText(section.weight)}  ${section.id}`)),
              ...(withObjectives ? section.topics.flatMap(topicWithObjectives) : [topicTable(section.topics)]),
            ]),
      ]),
    ],
  };
}

type Section = Edition['sections'][number];
type Topics = Section['topics'];

function versions({ guideVersion, productVersion, status }: Edition): string[] {
  return [
    guideVersion && `guide ${guideVersion}`,
    productVersion && `product ${productVersion}`,
    status !== 'current' && status,
  ].filter((text) => typeof text === 'string');
}

/** Whether a section is its own only topic. */
function standsAlone({ id, topics }: Section): boolean {
  return topics.length === 1 && topics[0]?.id === id;
}

function aloneBlocks({ topics, weight }: Section, withObjectives: boolean): Block[] {
  return topics.flatMap((topic) => [
    line(strong(labelled(topic)), muted(`  ${weightText(weight)}  ${topic.id}  ${shortDuration(topic.studyMinutes)}`)),
    ...(withObjectives ? objectiveLines(topic.objectives, '    ') : []),
  ]);
}

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
  return [
    line(`  ${labelled(topic)}`, muted(`  ${topic.id}  ${shortDuration(topic.studyMinutes)}`)),
    ...objectiveLines(topic.objectives, '    '),
  ];
}

function objectiveLines(objectives: readonly Objective[], indent: string): Block[] {
  return objectives.flatMap((objective) => [
    line(`${indent}- ${objective.text}`),
    ...objectiveLines(objective.objectives, `${indent}  `),
  ]);
}
