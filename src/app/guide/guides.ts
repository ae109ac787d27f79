import type { Edition } from '../../domain/edition.ts';
import { type EditionDiff, editionDiff } from '../../domain/edition-diff.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import type { Env } from '../env.ts';
import { currentTrack } from '../track/current-track.ts';
import { addedEditions, findEdition, syllabiFolder } from './find-edition.ts';

/** The guides there are: those that ship, and a person's own. */
export interface GuideList {
  readonly shipped: readonly Edition[];
  readonly added: readonly Edition[];
}

export async function listGuides(env: Env): Promise<GuideList> {
  const { shippedEditions } = await import('../../syllabus/library.ts');
  return { shipped: shippedEditions(syllabiFolder(env)), added: await addedEditions(env) };
}

/** The guide that is named, else that of the certification in use. @throws not_found or decision_needed */
export async function showGuide(env: Env, name: string | undefined): Promise<Edition> {
  return name === undefined ? currentTrack(env, await env.open()).edition : findEdition(env, name);
}

/** What changed between two guides, and whether somebody compared them or they were matched here. */
export interface GuideDiff {
  readonly diff: EditionDiff;
  readonly mapping: 'shipped' | 'proposed';
}

/** Compares two guides, each an edition or a YAML file. @throws usage for one and the same, bad_data, not_found */
export async function diffGuides(env: Env, oldName: string, newName: string): Promise<GuideDiff> {
  const { readSyllabus, shippedMapping } = await import('../../syllabus/library.ts');
  const edition = (name: string): Promise<Edition> | Edition =>
    /\.ya?ml$/i.test(name) ? readSyllabus(name) : findEdition(env, name);
  const [from, to] = [await edition(oldName), await edition(newName)];
  if (from.id === to.id && oldName === newName)
    throw new CerttrackError('usage', `both are ${from.id}`, 'Name two editions; certtrack syllabus lists them');
  const shipped = shippedMapping(syllabiFolder(env), from.id, to.id);
  if (shipped) return { diff: editionDiff(from, to, shipped), mapping: 'shipped' };
  const { proposedMapping } = await import('../../domain/proposed-mapping.ts');
  return { diff: editionDiff(from, to, proposedMapping(from, to)), mapping: 'proposed' };
}

/** A file that holds a valid guide. */
export interface ValidGuide {
  readonly file: string;
  readonly edition: Edition;
}

/** Checks guide files. @throws bad_data with the problems of all of them */
export async function validateGuides(files: readonly string[]): Promise<ValidGuide[]> {
  const [{ problemLines, readBytes }, { parseSyllabus }] = await Promise.all([
    import('../../syllabus/library.ts'),
    import('../../syllabus/parse.ts'),
  ]);
  const results = files.map((file) => ({ file, parsed: parseSyllabus(readBytes(file)) }));
  const problems = results.flatMap(({ file, parsed }) =>
    'problems' in parsed ? problemLines(file, parsed.problems) : [],
  );
  if (problems.length > 0)
    throw new CerttrackError('bad_data', `${plural(problems.length, 'problem')} found`, problems.join('\n'));
  return results.flatMap(({ file, parsed }) => ('edition' in parsed ? [{ file, edition: parsed.edition }] : []));
}
