import type { Edition, Objective, Section, Topic } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { wholeShares } from '../domain/shares.ts';
import { normalisedWeights, type Weight } from '../domain/weight.ts';
import { examFrom } from './exam-from.ts';
import { idOf, labelAndTitle } from './naming.ts';
import type { SyllabusFile } from './schema.ts';

/** Study time recommended for a whole exam when the file names none: one to two months of evenings. */
const DEFAULT_HOURS = 60;

/** A valid file as a domain value; topics without a study time share their section's part of the total evenly. */
export function editionFrom(file: SyllabusFile): Edition {
  const total = Math.round((file.study?.hours ?? DEFAULT_HOURS) * 60);
  const minutes = wholeShares(total, normalisedWeights(file.sections.map(weightOf)));
  return {
    id: `${file.certification}@${file.edition}`,
    certId: file.certification,
    title: file.title,
    vendor: file.vendor,
    guideVersion: file.guide_version,
    productVersion: file.product_version,
    status: file.status,
    asOf: file.as_of,
    retiresOn: retirements(file.retires_on),
    sourceUrl: file.source_url,
    notes: file.notes,
    exam: examFrom(file.exam),
    studyReason: file.study?.reason ?? null,
    sections: file.sections.map((section, i) => sectionFrom(section, minutes[i] ?? 0)),
  };
}

function retirements(dates: SyllabusFile['retires_on']): Edition['retiresOn'] {
  if (dates === null) return [];
  if (typeof dates === 'string') return [{ language: null, date: dates }];
  return Object.entries(dates).map(([language, date]: [string, LocalDate]) => ({ language, date }));
}

type SectionFile = SyllabusFile['sections'][number];
type TopicFile = NonNullable<Exclude<SectionFile, string>['topics']>[number];
type ObjectiveFile =
  | string
  | {
      readonly id?: string | undefined;
      readonly text: string;
      readonly objectives?: readonly ObjectiveFile[] | undefined;
    };

function weightOf(section: SectionFile): Weight {
  return typeof section === 'string' ? null : section.weight;
}

function sectionFrom(section: SectionFile, minutes: number): Section {
  // Without topics the section is its own only topic, under the same id.
  const topics = (typeof section === 'string' ? undefined : section.topics) ?? [alone(section)];
  const shares = wholeShares(
    minutes,
    topics.map(() => 1),
  );
  return {
    ...named(section),
    weight: weightOf(section),
    topics: topics.map((topic, i) => topicFrom(topic, Math.max(1, shares[i] ?? 0))),
  };
}

function alone(section: SectionFile): TopicFile {
  if (typeof section === 'string') return section;
  const { weight: _weight, topics: _topics, ...topic } = section;
  return topic;
}

function topicFrom(topic: TopicFile, minutes: number): Topic {
  const name = named(topic);
  if (typeof topic === 'string') return { ...name, studyMinutes: minutes, aliases: [], objectives: [] };
  const objectives = topic.objectives.map((objective) => objectiveFrom(objective, name.id));
  return { ...name, studyMinutes: topic.study ?? minutes, aliases: topic.aliases, objectives };
}

/** Id, label and title of a section or topic. */
function named(item: SectionFile | TopicFile): Pick<Topic, 'id' | 'label' | 'title'> {
  const id = idOf(item, null);
  return typeof item === 'string' ? { id, ...labelAndTitle(item) } : { id, label: item.label, title: item.title };
}

function objectiveFrom(objective: ObjectiveFile, parent: string): Objective {
  const id = idOf(objective, parent);
  if (typeof objective === 'string') return { id, text: objective, objectives: [] };
  return {
    id,
    text: objective.text,
    objectives: (objective.objectives ?? []).map((nested) => objectiveFrom(nested, id)),
  };
}
