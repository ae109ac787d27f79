import { durationText } from '../../domain/duration.ts';
import { type Edition, labelled, placedTopics } from '../../domain/edition.ts';
import { matchTopic } from '../../domain/topic-match.ts';
import { CerttrackError } from '../../errors.ts';
import { plural } from '../../report/words.ts';
import type { RowProblem } from '../../transfer/found.ts';

const MOST_SHOWN = 20;

/** What is wrong with a file, each problem with its line. */
export function badRows(file: string, problems: readonly RowProblem[]): CerttrackError {
  const inOrder = [...problems].sort((a, b) => a.line - b.line);
  const shown = inOrder.slice(0, MOST_SHOWN).map(({ line, message }) => `${file}:${line} ${message}`);
  const more = problems.length > MOST_SHOWN ? [`and ${problems.length - MOST_SHOWN} more`] : [];
  const ways = problems.every(({ text }) => text !== undefined)
    ? ['Mend them, or leave them out: --skip-bad FILE writes them to a file']
    : [];
  return new CerttrackError(
    'bad_data',
    `${file} has ${plural(problems.length, 'problem')}; nothing was imported`,
    [...shown, ...more, ...ways].join('\n'),
  );
}

/** Labels that name no topic, those with the most time first, each with what it may mean. */
export function unknownLabels(unknown: ReadonlyMap<string, number>, edition: Edition): CerttrackError {
  const labels = [...unknown].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = Math.max(...labels.slice(0, MOST_SHOWN).map(([label]) => nameOf(label).length));
  const shown = labels
    .slice(0, MOST_SHOWN)
    .map(([label, minutes]) => `${nameOf(label).padEnd(width)}  ${durationText(minutes)}${guessFor(label, edition)}`);
  const more = labels.length > MOST_SHOWN ? [`and ${labels.length - MOST_SHOWN} more`] : [];
  return new CerttrackError(
    'decision_needed',
    `${labels.length === 1 ? 'a label names' : `${labels.length} labels name`} no topic of ${edition.id}; nothing was imported`,
    [
      ...shown,
      ...more,
      'Say once what each means, it is remembered: --map LABEL=TOPIC, or --map LABEL=- to leave it out',
      'All topics: certtrack syllabus show',
    ].join('\n'),
  );
}

function nameOf(label: string): string {
  return label === '' ? '(no label)' : label;
}

/** `  2.2 Building the pipelines? --map pipelines=building-pipelines`, where the guide has something like it. */
function guessFor(label: string, edition: Edition): string {
  const titleOf = (id: string) => {
    const placed = placedTopics(edition).find(({ topic }) => topic.id === id);
    return placed ? labelled(placed.topic) : id;
  };
  for (const word of [label, ...label.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 3)]) {
    const match = matchTopic(edition, word);
    if (match.kind === 'several')
      return `  one of ${match.candidates
        .slice(0, 4)
        .map(({ topic }) => topic.id)
        .join(', ')}?`;
    if (match.kind === 'topics')
      return match.section
        ? `  section ${match.section.id}? --map ${quoted(`${label}=${match.section.id}`)}`
        : `  ${titleOf(match.topicIds[0] ?? '')}? --map ${quoted(`${label}=${match.topicIds[0]}`)}`;
    const [near] = match.suggestions;
    if (near !== undefined) return `  did you mean ${near}?`;
  }
  return '';
}

/** As a shell takes it as one word. */
function quoted(word: string): string {
  return /^[\w=.,:@/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Sessions that are there already and differ. */
export function conflicts(file: string, count: number): CerttrackError {
  return new CerttrackError(
    'decision_needed',
    `${plural(count, 'session')} of ${file} ${count === 1 ? 'differs' : 'differ'} from yours; nothing was imported`,
    'Keep yours with --on-conflict skip, or take those of the file with --on-conflict update',
  );
}
