import { durationText } from '../domain/duration.ts';
import { type Edition, placedTopics, recommendedMinutes } from '../domain/edition.ts';
import type { EditionChange } from '../domain/edition-change.ts';
import { plural } from '../domain/words.ts';
import { type Block, line, muted, type Report, strong } from './doc.ts';

/** What adding a guide did. `change` is null the first time. */
export interface AddedSyllabus {
  readonly edition: Edition;
  readonly change: EditionChange | null;
  readonly same: boolean;
  readonly tracked: boolean;
}

/** What was added or changed, and what to do next. */
export function addedReport({ edition, change, same, tracked }: AddedSyllabus): Report {
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
