import { durationText } from '../../domain/duration.ts';
import { plural } from '../../domain/words.ts';
import { lastChangeAt } from '../../store/journal.ts';
import { journalDrift } from '../../store/journal-check.ts';
import { brokenReferences, unknownTopics } from '../../store/reference-check.ts';
import { countSessions } from '../../store/sessions.ts';
import { damageIn } from '../../store/soundness.ts';
import type { Db } from '../../store/sqlite.ts';
import { evidenceDrift } from '../../store/topic-days.ts';
import type { Finding } from './finding.ts';

const SHOWN = 3;
const MOST = 1000;
const MINUTE = 60_000;
export const RESTORE = 'certtrack backup verify shows the backups, certtrack backup restore NAME puts one back';

/** Every page, index and constraint, as SQLite checks them. */
export function integrityFinding(db: Db): Finding {
  const [first, ...more] = damageIn(db, 'integrity_check');
  const schema = db.pragma('user_version', { simple: true });
  return first === undefined
    ? {
        check: 'Database',
        ok: true,
        detail: `every page, index and constraint; ${plural(countSessions(db), 'session')}, schema ${schema}`,
      }
    : {
        check: 'Database',
        ok: false,
        detail: more.length > 0 ? `${first}, and ${more.length} more` : first,
        cure: RESTORE,
      };
}

/** What needs the log: evidence, journal, references, topics, clock. */
export function logFindings(db: Db, now: number): Finding[] {
  const drift = evidenceDrift(db).length;
  const journal = journalDrift(db, MOST).map(({ entity, id, problem }) => `${entity} ${shortId(id)} ${problem}`);
  return [
    drift === 0
      ? { check: 'Evidence', ok: true, detail: 'agrees with the log' }
      : {
          check: 'Evidence',
          ok: false,
          detail: `${plural(drift, 'row')} unlike the log`,
          cure: 'certtrack doctor --fix makes it anew',
        },
    listFinding('Journal', 'replayed, it gives the log as it is', journal, RESTORE),
    listFinding('References', 'none broken', brokenReferences(db), RESTORE),
    listFinding(
      'Topics',
      'all are in their guide',
      unknownTopics(db),
      'certtrack syllabus show lists the topics; certtrack edit ID --topic TOPIC',
    ),
    clockFinding(lastChangeAt(db) ?? now, now),
  ];
}

function listFinding(check: string, well: string, troubles: readonly string[], cure: string): Finding {
  if (troubles.length === 0) return { check, ok: true, detail: well };
  const more = troubles.length > SHOWN ? ` and ${troubles.length - SHOWN} more` : '';
  return { check, ok: false, detail: troubles.slice(0, SHOWN).join(', ') + more, cure };
}

function clockFinding(lastChange: number, now: number): Finding {
  const behind = Math.round((lastChange - now) / MINUTE);
  return behind <= 1
    ? { check: 'Clock', ok: true, detail: 'after the last change' }
    : {
        check: 'Clock',
        ok: false,
        detail: `the last change is ${durationText(behind)} ahead of the clock`,
        cure: 'set the clock of this machine; certtrack history shows the change',
      };
}

/** The end of a UUID, as people see it; other ids as they are. */
function shortId(id: string): string {
  return id.length === 36 ? id.slice(24) : id;
}
