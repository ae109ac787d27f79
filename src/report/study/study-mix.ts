import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import { labelled } from '../../domain/edition.ts';
import type { SectionMix } from '../../domain/study-mix.ts';
import { plural } from '../../domain/words.ts';
import { type Block, line } from '../doc.ts';
import { DASH } from '../words.ts';
import { stacked } from './activities.ts';

const BALANCED = 'No section was studied by reading and watching alone.';

/** How each section was studied, and what is lopsided about it. */
export function studyMixBlocks({ mix, edition }: StudyRecord): Block[] {
  const names = new Map(edition.sections.map((section) => [section.id, labelled(section)]));
  const nameOf = ({ sectionId }: SectionMix) => names.get(sectionId) ?? sectionId;
  const kinds = stacked(mix.map(({ minutes }) => minutes));
  if (kinds.length === 0) return [];
  const warnings = mix.flatMap((one) => {
    const text = warningText(one);
    return text === undefined ? [] : [line(`${nameOf(one)}: `, { text, tone: 'warn' })];
  });
  const studied = mix.filter(({ passive, active }) => passive + active > 0);
  const balanced = studied.every(({ active }) => active > 0);
  return [
    ...(warnings.length > 0 ? warnings : [line(balanced ? BALANCED : 'Too little yet to judge the mix.')]),
    {
      kind: 'chart',
      title: 'Hours by section and activity',
      alternative: 'Reading and video take in; lab, practice and recall are what makes it stay.',
      drawing: {
        kind: 'parts',
        series: kinds.map(({ name, hue }) => ({ name, hue })),
        rows: mix.map((one) => ({
          name: nameOf(one),
          note: plural(one.questions, 'answer'),
          parts: kinds.map(({ activity }) => (one.minutes.get(activity) ?? 0) / 60),
        })),
      },
      table: {
        kind: 'table',
        columns: [
          { key: 'section', header: 'Section', flexible: true },
          ...kinds.map(({ name }) => ({ key: name, header: name, align: 'right' as const })),
          { key: 'questions', header: 'Answers', align: 'right' },
        ],
        rows: mix.map((one) => [
          { text: nameOf(one), value: one.sectionId },
          ...kinds.map(({ activity }) => {
            const minutes = one.minutes.get(activity) ?? 0;
            return minutes === 0 ? DASH : { text: shortDuration(minutes), value: minutes };
          }),
          one.questions === 0 ? DASH : { text: String(one.questions), value: one.questions },
        ]),
      },
    },
  ];
}

/** What is lopsided, in words; undefined when nothing is. */
function warningText({ warning, passive, active }: SectionMix): string | undefined {
  switch (warning) {
    case 'only_passive':
      return `${shortDuration(passive)} of reading and video, no lab, practice or recall.`;
    case 'mostly_passive':
      return `${shortDuration(passive)} of reading and video, only ${shortDuration(active)} of lab, practice and recall.`;
    case 'no_questions':
      return `${shortDuration(passive + active)} studied, no practice question answered.`;
    case null:
      return undefined;
  }
}
