import type { Edition } from '../../domain/edition.ts';
import { matchTopic } from '../../domain/topic-match.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { editionById } from '../../store/editions.ts';
import { setting } from '../../store/settings.ts';
import type { Db } from '../../store/sqlite.ts';
import { tracks } from '../../store/tracks.ts';
import { labelMeanings, type Meaning } from '../../transfer/label-meaning.ts';
import type { Env } from '../env.ts';
import { topicsFor } from '../topic/find-topics.ts';
import { currentTrack } from '../track/current-track.ts';

/** What labels of one format mean: as the person says now, as an earlier import remembered, or by themselves. */
export interface Mapping {
  readonly meaning: (label: string) => Meaning | undefined;
  /** The edition that labels are looked up in. */
  readonly edition: Edition;
  /** Remembers what the person said now. */
  readonly changes: readonly Change[];
}

/** Leaves a label out: it names no topic. */
const NO_TOPIC = '-';

/** The mapping of a format, from --map and from what is remembered. @throws usage, or not_found for words that name no topic */
export function mappingFor(env: Env, db: Db, format: string, words: readonly string[]): Mapping {
  const { edition } = currentTrack(env, db);
  const editions = tracks(db).flatMap(({ editionId }) => editionById(db, editionId) ?? []);
  const editionOf = (certId: string | undefined) => editions.find((one) => one.certId === certId);
  const key = `import_map_${format}` as const;
  const before = setting(db, key);
  const remembered = new Map(Object.entries(JSON.parse(before ?? '{}') as Record<string, string>));
  for (const word of words) {
    const [label, topic] = labelAndTopic(word);
    remembered.set(label, topic === NO_TOPIC ? topic : keyFor(topic, edition, editionOf));
  }
  const said = new Map(
    [...remembered].flatMap(([label, topic]) => {
      const meaning = meaningOf(topic, editionOf);
      return meaning ? [[label, meaning] as const] : [];
    }),
  );
  const after = JSON.stringify(Object.fromEntries([...remembered].sort()));
  return {
    edition,
    meaning: labelMeanings(said, edition, editions),
    changes:
      words.length === 0 || after === before ? [] : [{ entity: 'setting', id: key, before: before ?? null, after }],
  };
}

/** `bigquery=data-warehouse`; a label may hold `=`, a topic does not. */
function labelAndTopic(word: string): [label: string, topic: string] {
  const at = word.lastIndexOf('=');
  const topic = word.slice(at + 1).trim();
  if (at >= 0 && topic !== '') return [word.slice(0, at), topic];
  throw new CerttrackError(
    'usage',
    `cannot read --map "${word}"`,
    'Write --map LABEL=TOPIC, or LABEL=- for what is no study; an empty LABEL stands for entries without one',
  );
}

/** A topic or section as it is remembered: `gcp-pde:sharing-data`. */
function keyFor(typed: string, inUse: Edition, editionOf: (certId: string | undefined) => Edition | undefined): string {
  const [certId, rest] = typed.split(':');
  const other = rest === undefined ? undefined : editionOf(certId);
  const edition = other ?? inUse;
  const word = other ? (rest ?? '') : typed;
  const [first] = topicsFor(edition, word, () => [edition]);
  const match = matchTopic(edition, word);
  return `${edition.certId}:${match.kind === 'topics' && match.section ? match.section.id : first}`;
}

/** What a remembered topic means now; nothing when the guide no longer has it. */
function meaningOf(
  remembered: string,
  editionOf: (certId: string | undefined) => Edition | undefined,
): Meaning | undefined {
  if (remembered === NO_TOPIC) return { kind: 'none' };
  const [certId, word = ''] = remembered.split(':');
  const edition = editionOf(certId);
  const match = edition && matchTopic(edition, word);
  return edition && match?.kind === 'topics'
    ? { kind: 'topics', editionId: edition.id, topicIds: match.topicIds }
    : undefined;
}
