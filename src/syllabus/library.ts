import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentOf, type Edition } from '../domain/edition.ts';
import { chain, type EditionMapping } from '../domain/edition-mapping.ts';
import type { RelatedTopics } from '../domain/related.ts';
import { CerttrackError } from '../errors.ts';
import { parseSyllabus } from './parse.ts';
import { parseMapping } from './parse-mapping.ts';
import { parseRelated } from './parse-related.ts';
import type { Problem } from './places.ts';
import { shippedIds, shippedMappingFiles } from './shipped.ts';

/** @throws bad_data with every problem when the file is not a valid syllabus; not_found when it cannot be read. */
export function readSyllabus(file: string): Edition {
  const parsed = parseSyllabus(readBytes(file));
  if ('problems' in parsed) throw notValid(file, 'syllabus', parsed.problems);
  return parsed.edition;
}

function notValid(file: string, what: string, problems: readonly Problem[]): CerttrackError {
  return new CerttrackError('bad_data', `${file} is not a valid ${what}`, problemLines(file, problems).join('\n'));
}

/** `file:line:column message`, one line a problem. */
export function problemLines(file: string, problems: readonly Problem[]): string[] {
  return problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
}

export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CerttrackError('not_found', `cannot read ${file}`, 'Check the name and that you may read it', cause);
  }
}

/** Every shipped edition, in the order of their ids. */
export function shippedEditions(folder: string): Edition[] {
  return shippedIds(folder).map((id) => readSyllabus(join(folder, `${id}.yaml`)));
}

/** The shipped edition a person names: `gcp-pde@2025`, or `gcp-pde` for the current one. `undefined` when there is none. */
export function findShipped(folder: string, name: string): Edition | undefined {
  const [certId, edition] = name.split('@');
  const ids = shippedIds(folder).filter((id) => (edition === undefined ? id.startsWith(`${certId}@`) : id === name));
  const read: Edition[] = [];
  // The newest is the current one as a rule, and reading the others takes longer than most commands.
  for (const id of ids.reverse()) {
    const found = readSyllabus(join(folder, `${id}.yaml`));
    if (found.status === 'current') return found;
    read.push(found);
  }
  return currentOf(read);
}

/** Every shipped mapping of a certification, one step each. @throws bad_data */
export function shippedMappings(folder: string, certId: string): EditionMapping[] {
  const editionOf = shippedFinder(folder);
  return shippedMappingFiles(folder, certId).map((file) => {
    const parsed = parseMapping(readBytes(file), editionOf);
    if ('problems' in parsed) throw notValid(file, 'mapping', parsed.problems);
    return parsed.mapping;
  });
}

/** Finds shipped editions by id, reading each once. */
function shippedFinder(folder: string): (id: string) => Edition | undefined {
  const editions = new Map<string, Edition | undefined>();
  return (id) => {
    if (!editions.has(id)) editions.set(id, findShipped(folder, id));
    return editions.get(id);
  };
}

/** The shipped links between topics of different certifications. @throws bad_data */
export function shippedRelated(folder: string): readonly RelatedTopics[] {
  const file = join(folder, 'related.yaml');
  const parsed = parseRelated(readBytes(file), shippedFinder(folder));
  if ('problems' in parsed) throw notValid(file, 'list of links', parsed.problems);
  return parsed.related;
}

/** The shipped way from one edition (by id) to another, over as many steps as it takes; `undefined` when there is none. */
export function shippedMapping(folder: string, from: string, to: string): EditionMapping | undefined {
  const [certId = ''] = from.split('@');
  return to.startsWith(`${certId}@`) ? chain(shippedMappings(folder, certId), from, to) : undefined;
}
