import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsFolder, listBackups } from '../../src/store/backups.ts';
import { journalDrift } from '../../src/store/journal-check.ts';
import { inventedSessions } from '../bench/journey.ts';
import { type Program, program } from '../processes/program.ts';
import { csvOf, logOf, PDE } from '../store/logs.ts';
import { type NeededProgram, needs } from '../support/needs.ts';

let certtrack: Program;
beforeEach(() => {
  certtrack = program();
  writeFileSync(join(certtrack.folder, 'log.csv'), csvOf([...inventedSessions(PDE, 400)]));
  writeFileSync(join(certtrack.folder, 'more.csv'), csvOf([...inventedSessions(PDE, 3000, 9)]));
  certtrack.ok('init', '--cert', 'gcp-pde');
  certtrack.ok('import', 'csv', join(certtrack.folder, 'log.csv'));
});
afterEach(() => certtrack.remove());

/** Commands that need room, none of which may change anything when there is too little. */
const COMMANDS = ['import csv $FOLDER/more.csv', 'backup create', 'backup restore newest --yes'];
const KB = 1024;

const LIMITS: { name: string; needed: NeededProgram[]; script: (command: string, room: number) => string }[] = [
  {
    name: 'files that may grow no further',
    needed: [],
    script: (command, room) => `ulimit -f ${Math.ceil(room / KB)}; $CERTTRACK ${command} --json`,
  },
  {
    name: 'a disk that is full',
    needed: ['a small disk'],
    // The log is copied onto a small disk, and what is left of it afterwards is copied back.
    script: (command, room) => `mkdir -p "$FOLDER/disk"; unshare -rm bash -c '
      mount -t tmpfs -o size=${Math.ceil(room / KB)}k none "$FOLDER/disk"
      cp -r "$FOLDER"/log.db* "$FOLDER/disk/"
      CERTTRACK_DB="$FOLDER/disk/log.db" $CERTTRACK ${command} --json; code=$?
      rm -rf "$FOLDER"/log.db*; cp -r "$FOLDER"/disk/log.db* "$FOLDER/"; exit $code'`,
  },
];

test.for(LIMITS.flatMap((limit) => COMMANDS.map((command) => ({ ...limit, command }))))(
  '$name: $command changes nothing, says so and leaves no part of a file',
  ({ name, needed, command, script }, context) => {
    needs(...needed)(context);
    const before = certtrack.look(logOf);
    const backups = listBackups(certtrack.dbFile);
    const taken =
      name === 'a disk that is full'
        ? statSync(certtrack.dbFile).size + backups.reduce((sum, { bytes }) => sum + bytes, 0)
        : 0;
    for (const share of [0.1, 0.5, 0.9]) {
      const { code, err, out } = certtrack.bash(script(command, taken + share * statSync(certtrack.dbFile).size));
      expect({ code, out }, err).toEqual({ code: 5, out: '' });
      const { error } = JSON.parse(err);
      expect(['disk_full', 'database_unwritable'], err).toContain(error.code);
      certtrack.look((db) => {
        expect(logOf(db)).toEqual(before);
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
        expect(journalDrift(db, 5)).toEqual([]);
      });
      expect(readdirSync(backupsFolder(certtrack.dbFile)).filter((file) => !file.endsWith('.db'))).toEqual([]);
    }
  },
);
