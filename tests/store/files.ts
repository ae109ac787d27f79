import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../src/domain/session.ts';
import { look } from '../support/database.ts';
import { addAll } from './logs.ts';

/** New files in a folder, each with a name of its own. */
export function filesIn(folder: string) {
  let files = 0;
  const newFile = (ending: string) => join(folder, `${files++}.${ending}`);
  return {
    newFile,
    fileWith(text: string, ending = 'txt'): string {
      const file = newFile(ending);
      writeFileSync(file, text);
      return file;
    },
    databaseWith(sessions: readonly Session[]): string {
      const file = newFile('db');
      look(file, (db) => addAll(db, sessions));
      return file;
    },
  };
}
