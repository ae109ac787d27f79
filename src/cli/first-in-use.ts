import type { Change } from '../store/change.ts';
import type { Db } from '../store/open.ts';
import { setting } from '../store/settings.ts';

/** The first certification ever set up is the one in use until a person says otherwise; later ones change nothing. */
export function firstInUse(db: Db, certIds: readonly string[]): Change[] {
  const [first] = certIds;
  if (first === undefined || setting(db, 'current_cert') !== undefined) return [];
  return [{ entity: 'setting', id: 'current_cert', before: null, after: first }];
}
