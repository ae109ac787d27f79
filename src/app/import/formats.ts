import type { Edition } from '../../domain/edition.ts';
import type { EntryReader } from '../../transfer/entry.ts';
import type { Found } from '../../transfer/found.ts';
import type { Meaning } from '../../transfer/label-meaning.ts';

/** What reading a file may look up. */
interface Reading {
  readonly edition: (id: string) => Edition | undefined;
  readonly currentEditionId: string | undefined;
  readonly timezone: string;
  readonly now: number;
  readonly dayStart: number;
  readonly meaning: (label: string) => Meaning | undefined;
  /** Set when the file is read a second time, because rows of a session do not stand together. */
  readonly scattered: boolean;
}

type Read = (pieces: Iterable<string>, reading: Reading) => Iterable<Found>;

/** A format that `import` reads: how it is read, whether its labels name topics, and how rejected rows become a file of it again, under the header of the first. */
export interface ImportFormat {
  readonly about: string;
  readonly labelled: boolean;
  /** The name in a sentence. */
  readonly title: string;
  /** Whether it is a table with a header. */
  readonly underHeader?: true;
  /** Loads what reads it, which daily commands do without. */
  readonly load: () => Promise<Read>;
  readonly rejects: (texts: readonly string[], header: string) => string;
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
const array = (texts: readonly string[]) => `[\n${texts.join(',\n')}\n]\n`;
const records = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('\n');
const underHeader = (texts: readonly string[], header: string) =>
  [header, ...texts].map((text) => `${text}\r\n`).join('');

/** The formats, by the word a person types. */
export const IMPORT_FORMATS: Readonly<Record<string, ImportFormat>> = {
  csv: {
    title: 'CSV',
    about: "certtrack's own columns",
    labelled: false,
    rejects: underHeader,
    underHeader: true,
    async load() {
      const { sessionsFromCsv } = await import('../../transfer/sessions-from-csv.ts');
      return (pieces, reading) => sessionsFromCsv(pieces, reading, reading.scattered ? 'any' : 'together');
    },
  },
  json: { title: 'JSON', about: 'what export --format json writes', labelled: false, rejects: array, load: ownJson },
  ndjson: {
    title: 'NDJSON',
    about: 'what export --format ndjson writes',
    labelled: false,
    rejects: lines,
    load: ownJson,
  },
  timewarrior: tool('Timewarrior', 'what "timew export" writes', array, async () => {
    return (await import('../../transfer/timewarrior.ts')).entriesFromTimewarrior;
  }),
  watson: tool('Watson', 'what "watson log --json" writes, or its file of frames', array, async () => {
    return (await import('../../transfer/watson.ts')).entriesFromWatson;
  }),
  klog: tool('klog', 'a .klg file', records, async () => (await import('../../transfer/klog.ts')).entriesFromKlog),
  toggl: {
    ...tool('Toggl', "the CSV of Toggl Track's detailed report", underHeader, async () => {
      return (await import('../../transfer/toggl.ts')).entriesFromToggl;
    }),
    underHeader: true,
  },
  timeclock: tool('timeclock', 'a timeclock file of hledger or ledger', lines, async () => {
    return (await import('../../transfer/timeclock.ts')).entriesFromTimeclock;
  }),
};

async function ownJson(): Promise<Read> {
  return (await import('../../transfer/sessions-from-json.ts')).sessionsFromJson;
}

/** Another tool's format, whose labels have to be explained. Sessions from it have its name as their source. */
function tool(
  title: string,
  about: string,
  rejects: ImportFormat['rejects'],
  load: () => Promise<EntryReader>,
): ImportFormat {
  return {
    title,
    about,
    labelled: true,
    rejects,
    async load() {
      const entries = await load();
      const { sessionsFromEntries } = await import('../../transfer/sessions-from-entries.ts');
      return (pieces, reading) => {
        const namesTopic = (label: string) => reading.meaning(label)?.kind === 'topics';
        const found = entries(pieces, reading.timezone, namesTopic);
        return sessionsFromEntries(found, { ...reading, source: title.toLowerCase() });
      };
    },
  };
}
