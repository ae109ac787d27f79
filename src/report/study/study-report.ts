import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { longDate } from '../../domain/local-date.ts';
import { answerFacts, answerLine, passMarkLine } from '../answer.ts';
import { type Block, type Fact, heading, line, muted, type Report } from '../doc.ts';
import { nowBlocks } from '../now.ts';
import { heading as standingHeading } from '../status.ts';
import { journalBlocks } from './journal.ts';
import { mockBlocks } from './mock-chart.ts';
import { readinessBlocks } from './readiness-charts.ts';
import { resourceBlocks } from './resources.ts';
import { restsOnBlocks } from './rests-on.ts';
import { sectionBlocks, topicBlocks } from './section-chart.ts';
import { studyMixBlocks } from './study-mix.ts';
import { studyReportData } from './study-report-data.ts';
import { timeBlocks } from './time-charts.ts';

/** Where a track stands and how it got there: for the person, and as evidence for somebody else. */
export function studyReport(record: StudyRecord): Report {
  const { edition } = record;
  const empty = record.log.length === 0 && record.mocks.length === 0;
  return {
    title: `${edition.title}: study report`,
    data: studyReportData(record),
    blocks: [
      ...summary(record),
      ...(empty
        ? [line('Nothing logged yet. Start: certtrack add-session TOPIC 45m -a reading')]
        : chapters(record).flatMap(({ name, blocks }) => (blocks.length === 0 ? [] : [heading(2, name), ...blocks]))),
      heading(2, 'What this rests on'),
      ...restsOnBlocks(record),
    ],
  };
}

function summary(record: StudyRecord): Block[] {
  const { edition, today } = record;
  const guide = edition.guideVersion ? `, guide ${edition.guideVersion}` : '';
  return [
    line(muted(`${edition.id}${guide} · as of ${longDate(today)}`)),
    ...standingHeading(record),
    ...(record.life.state === 'held' ? [] : [answerLine(record)]),
    ...(record.life.state !== 'held' && record.readiness.gate.met ? [passMarkLine(record)] : []),
    { kind: 'facts', facts: [...resultFacts(record), ...answerFacts(record)] },
  ];
}

function resultFacts({ results }: StudyRecord): Fact[] {
  return results.map(({ passed, examDate }) => ({
    label: 'Exam',
    cell: { text: passed ? 'passed' : 'not passed', tone: passed ? 'good' : 'bad' },
    note: `on ${longDate(examDate)}`,
  }));
}

function chapters(record: StudyRecord): { name: string; blocks: readonly Block[] }[] {
  return [
    {
      name: 'What to do next',
      blocks: record.life.state === 'held' || record.now === null ? [] : nowBlocks(record, record.now),
    },
    { name: 'Readiness over time', blocks: readinessBlocks(record) },
    { name: 'Sections of the exam', blocks: sectionBlocks(record) },
    { name: 'Topics', blocks: topicBlocks(record) },
    { name: 'Time spent', blocks: timeBlocks(record) },
    { name: 'Practice exams', blocks: mockBlocks(record) },
    { name: 'Study mix', blocks: studyMixBlocks(record) },
    { name: 'Learning journal', blocks: journalBlocks(record) },
    { name: 'Resources used', blocks: resourceBlocks(record) },
  ];
}
