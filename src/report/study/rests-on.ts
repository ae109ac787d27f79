import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import { longDate } from '../../domain/local-date.ts';
import { plural } from '../../domain/words.ts';
import { type Block, type Fact, line, muted } from '../doc.ts';
import { gateText } from '../verdict.ts';

/** What the report rests on and how to check it. */
export function restsOnBlocks(record: StudyRecord): Block[] {
  const { edition, today, seal } = record;
  return [
    line(
      'The log is what the person wrote down while studying; nobody watched. The hashes show whether rows were changed after this report was made, not whether they are true.',
    ),
    {
      kind: 'facts',
      facts: [
        { label: 'Log', cell: { text: logText(record) } },
        { label: 'Answers', cell: { text: answersText(record) } },
        guideFact(record),
        {
          label: 'Readiness',
          cell: { text: `a statistical model of hours, answers, mocks and forgetting; ${gateText()}` },
        },
        { label: 'Sessions', cell: { text: `SHA-256 ${seal.sessionsHash}` } },
        ...(seal.mocksHash === null ? [] : [{ label: 'Mocks', cell: { text: `SHA-256 ${seal.mocksHash}` } }]),
      ],
    },
    line(
      muted(
        `The hash of the sessions is that of what "certtrack export --cert ${edition.certId} --format csv" writes; a report of the same log prints both again.`,
      ),
    ),
    line(muted(`Made by certtrack ${seal.version}, as of ${longDate(today)}.`)),
  ];
}

function logText({ seal, progress }: StudyRecord): string {
  const { total, otherMinutes, daysStudied } = progress;
  if (seal.first === null || seal.last === null) return 'no session';
  const outside = otherMinutes > 0 ? ` and ${shortDuration(otherMinutes)} outside it` : '';
  return `${plural(seal.sessions, 'session')} on ${plural(daysStudied, 'day')}, ${longDate(seal.first)} to ${longDate(seal.last)}: ${shortDuration(total.minutes)} on the guide${outside}`;
}

function answersText({ progress, mocks }: StudyRecord): string {
  const { score } = progress.total;
  const practice =
    score === null ? 'no practice answers' : `${score.correct} of ${score.questions} practice questions right`;
  return `${practice}, ${plural(mocks.length, 'practice exam')}`;
}

function guideFact({ edition }: StudyRecord): Fact {
  const { title, id, guideVersion, asOf, sourceUrl } = edition;
  const read = asOf === null ? '' : `, read ${longDate(asOf)}`;
  return {
    label: 'Guide',
    cell: {
      text: `${title} (${id}), ${guideVersion ? `guide ${guideVersion}` : 'no version printed'}${read}`,
      ...(sourceUrl === null ? {} : { link: sourceUrl }),
    },
  };
}
