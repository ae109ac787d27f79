import * as z from 'zod';
import { CARRIES, type Carry, MAPPING_KINDS, type MappingKind } from '../domain/edition-mapping.ts';
import { editionId, slug, text } from './scalars.ts';

const CARRY_NAMES = Object.keys(CARRIES) as [Carry, ...Carry[]];

const row = z
  .strictObject({
    old: slug,
    new: z.array(slug),
    kind: z.enum(MAPPING_KINDS),
    carry: z.enum(CARRY_NAMES),
    note: text.nullable().default(null),
  })
  .superRefine(({ kind, carry, new: targets, old }, context) => {
    const problem = contradiction(kind, carry, targets, old);
    if (problem) context.addIssue({ code: 'custom', path: [problem.key], message: problem.message });
  });

/** The shape of a mapping from one edition of a guide to another. */
export const mappingSchema = z.strictObject({
  from: editionId,
  to: editionId,
  rows: z.array(row).min(1, 'a mapping needs a row for every old topic').max(2000),
});

/** What of a row does not fit its kind. */
function contradiction(
  kind: MappingKind,
  carry: Carry,
  targets: readonly string[],
  old: string,
): { readonly key: string; readonly message: string } | undefined {
  if (kind === 'dropped') {
    if (targets.length > 0) return { key: 'new', message: 'what is dropped has no new topics' };
    return carry === 'none' ? undefined : { key: 'carry', message: 'what is dropped carries none' };
  }
  if (targets.length === 0) return { key: 'new', message: `what is ${kind} names its new topic` };
  if (kind === 'split' && targets.length < 2)
    return { key: 'new', message: 'what is split names at least two new topics' };
  if (kind !== 'split' && targets.length > 1)
    return { key: 'new', message: `what is ${kind} names one new topic; split names several` };
  if (kind === 'same' && targets[0] !== old) return { key: 'new', message: 'what is the same keeps its id' };
  return undefined;
}
