import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/sqlite.ts';

/** What `read` sees in a database file, which is closed again whatever happens. */
export function look<T>(file: string, read: (db: Db) => T, migrations?: Parameters<typeof openStore>[1]): T {
  const db = openStore(file, migrations);
  try {
    return read(db);
  } finally {
    db.close();
  }
}
