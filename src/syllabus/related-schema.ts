import * as z from 'zod';
import { editionId, text } from './scalars.ts';

const REFERENCE = 'must be certification/topic, such as gcp-pde/sharing-data';
const reference = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, REFERENCE);

/** The shape of the links between topics of different certifications. */
export const relatedSchema = z.strictObject({
  editions: z
    .array(editionId)
    .min(2, 'links need at least two editions')
    .describe('Where every topic named below must be'),
  rows: z
    .array(
      z.strictObject({
        from: reference,
        to: reference,
        share: z
          .number()
          .gt(0)
          .max(1)
          .describe('How much of the study of `from` is study of `to`; at most 1 in sum out of and into a topic'),
        reason: text,
      }),
    )
    .max(2000),
});
