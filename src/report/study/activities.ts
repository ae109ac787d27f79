import { ACTIVITIES, type Activity } from '../../domain/activity.ts';
import type { Hue } from '../doc-drawing.ts';

/** Activities in the order they are stacked, taking in below doing, with their names and colours; '' is none named. */
export const STACKED: readonly { readonly activity: Activity | ''; readonly name: string; readonly hue: Hue }[] = [
  ...ACTIVITIES.map((activity) => ({ activity, name: activity, hue: hueOf(activity) })),
  { activity: '', name: 'not named', hue: 5 },
];

function hueOf(activity: Activity): Hue {
  const hues: Readonly<Record<Activity, Hue>> = { reading: 1, video: 2, lab: 3, practice: 0, recall: 4 };
  return hues[activity];
}

/** Those that were logged at all. */
export function stacked(minutes: readonly ReadonlyMap<Activity | '', number>[]): typeof STACKED {
  return STACKED.filter(({ activity }) => minutes.some((own) => (own.get(activity) ?? 0) > 0));
}
