import { mockNamer } from '../../app/mock/mock-facts.ts';
import { wantedTrack } from '../../app/track/current-track.ts';
import { parseDay } from '../../domain/day.ts';
import { plural } from '../../domain/words.ts';
import { storedZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { jsonStream, markdownStream, ndjsonStream } from '../../render/stream.ts';
import { mockData } from '../../report/mock.ts';
import { mocks } from '../../store/mocks.ts';
import type { Db } from '../../store/open.ts';
import { csvStream } from '../../transfer/csv-text.ts';
import { MOCK_COLUMNS, mockRow } from '../../transfer/mocks-csv.ts';
import type { Context, Format } from '../context.ts';
import type { Exported, ExportOptions } from './export.ts';

/** Practice exams in a format. @throws usage for filters and formats that are for sessions */
export function mocksExported(context: Context, db: Db, options: ExportOptions, format: Format): Exported {
  if ([options.topic, options.activity, options.tag].some((option) => option !== undefined))
    throw new CerttrackError(
      'usage',
      'mocks have no topic, activity or tag',
      'Narrow them with --cert, --since and --until',
    );
  const day = (text: string | undefined) => (text === undefined ? undefined : parseDay(text, context.now));
  const [since, until] = [day(options.since), day(options.until)];
  const certId = wantedTrack(context, db)?.track.certId;
  const named = mocks(db, { certId })
    .filter(
      ({ studyDate }) => (since === undefined || studyDate >= since) && (until === undefined || studyDate <= until),
    )
    .map(mockNamer(db));
  const rows = named.map(({ mock, profile }) => mockRow(mock, profile, storedZone(mock.timezone)));
  return { text: inFormat(), written: () => plural(named.length, 'mock') };

  function inFormat(): Iterable<string> {
    switch (format) {
      case 'csv':
        return csvStream(MOCK_COLUMNS, rows, options.excel ?? false);
      case 'md':
        return markdownStream(MOCK_COLUMNS, rows);
      case 'json':
        return jsonStream(named.map(mockData));
      case 'ndjson':
        return ndjsonStream(named.map(mockData));
      default:
        throw new CerttrackError(
          'usage',
          'mocks are exported as csv, json, ndjson or md',
          'For reading: certtrack mocks',
        );
    }
  }
}
