import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../domain/zone.ts';

/** SHA-256 of a text. */
export function contentHash(content: string): Buffer {
  return createHash('sha256').update(content).digest();
}

/** A UUIDv7 made of a moment and a hash: the same content always has the same id, so importing it again changes nothing. */
export function madeId(at: Instant, hash: Uint8Array): string {
  return uuidv7({ msecs: Math.max(0, at), random: hash });
}
