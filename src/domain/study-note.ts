import type { LocalDate } from './local-date.ts';

/** A note worth keeping, with what it was about: topics and activity of a session, or the provider of a mock. */
export interface StudyNote {
  readonly date: LocalDate;
  readonly activity: string | null;
  readonly topicIds: readonly string[];
  readonly note: string;
  readonly resource: string | null;
}
