/** What a person does while studying, from taking in to calling up. */
export const ACTIVITIES = ['reading', 'video', 'lab', 'practice', 'recall'] as const;

export type Activity = (typeof ACTIVITIES)[number];

/** Reads an activity by its name or a beginning that only one has: `lab`, `prac`. */
export function parseActivity(text: string): Activity | undefined {
  const lower = text.toLowerCase();
  const exact = ACTIVITIES.find((activity) => activity === lower);
  const starting = lower === '' ? [] : ACTIVITIES.filter((activity) => activity.startsWith(lower));
  return exact ?? (starting.length === 1 ? starting[0] : undefined);
}
