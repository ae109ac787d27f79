import type { AddedGuide } from '../app/guide/add-guide.ts';
import type { ValidGuide } from '../app/guide/guides.ts';
import { durationText } from '../domain/duration.ts';
import { placedTopics, recommendedMinutes } from '../domain/edition.ts';
import type { EditionChange } from '../domain/edition-change.ts';
import { plural } from '../domain/words.ts';
import { type Block, line, muted, type Report, strong } from './doc.ts';

/** What was added or changed, and what to do next. */
export function addedReport({ edition, change, same, tracked }: AddedGuide): Report {
  const verb = same ? 'Unchanged' : change ? 'Changed' : 'Added';
  const topics = placedTopics(edition).length;
  return {
    title: verb,
    data: {
      edition: edition.id,
      title: edition.title,
      outcome: verb.toLowerCase(),
      topics,
      topics_retitled: change?.retitled ?? [],
      topics_added: change?.added ?? [],
      topics_gone: change?.gone ?? [],
    },
    blocks: [
      line(
        `${verb}: `,
        strong(edition.title),
        ` (${edition.id}), ${plural(edition.sections.length, 'section')}, ${plural(topics, 'topic')}, ${durationText(recommendedMinutes(edition))} recommended.`,
      ),
      ...(change ? changeLines(change) : []),
      ...(same
        ? []
        : [line(muted(`${tracked ? '' : `Start: certtrack init --cert ${edition.id}   `}Take back: certtrack undo`))]),
    ],
  };
}

function changeLines({ retitled, added, gone }: EditionChange): Block[] {
  const parts: [string, readonly string[]][] = [
    ['Other title or label', retitled],
    ['New', added],
    ['Gone', gone],
  ];
  return parts.filter(([, ids]) => ids.length > 0).map(([what, ids]) => line(`${what}: ${ids.join(', ')}`));
}

/** A guide to fill in that was written to a file. */
export function guideWrittenReport(
  file: string,
  { certification, edition }: { certification: string; edition: string },
  dryRun: boolean,
): Report {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return {
    title: 'Written',
    data: { file, edition: `${certification}@${edition}`, ...(dryRun ? { dry_run: true } : {}) },
    blocks: [
      line(`${dryRun ? 'Would write' : 'Wrote'} ${name}, a guide for ${certification}@${edition}. Fill it in, then:`),
      line(`  certtrack syllabus validate ${name}`, muted('   every problem at once')),
      line(`  certtrack syllabus add ${name}`),
      line(`  certtrack init --cert ${certification}`),
    ],
  };
}

/** Files that hold valid guides. */
export function validReport(guides: readonly ValidGuide[]): Report {
  return {
    title: 'Valid',
    data: guides.map(({ file, edition }) => ({ file, edition: edition.id, valid: true })),
    blocks: guides.map(({ file, edition }) =>
      line(`${file.split(/[\\/]/).at(-1)}: valid, ${edition.title} (${edition.id})`),
    ),
  };
}
