import type { Edition } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Progress } from '../domain/progress.ts';
import type { Track } from '../domain/track.ts';

/** What `status` says of one track. */
export interface Standing {
  readonly edition: Edition;
  readonly track: Track;
  readonly progress: Progress;
  readonly today: LocalDate;
}
