import { LOG } from './schema/1-log.ts';
import { READINESS } from './schema/2-readiness.ts';
import { PLAN } from './schema/3-plan.ts';
import { GUIDES } from './schema/4-guides.ts';
import { TOTALS } from './schema/5-totals.ts';

/**
 * The schema's history: one SQL script a version, only ever appended to. `PRAGMA user_version` counts how many have run.
 * Instants are milliseconds since 1970 UTC; dates are `YYYY-MM-DD` text.
 */
export const MIGRATIONS: readonly string[] = [LOG, READINESS, PLAN, GUIDES, TOTALS];
