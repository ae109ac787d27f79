import type { StudyRecord } from '../../app/study-record/study-record.ts';
import type { Reading } from '../../domain/readiness/trajectory.ts';
import { isoUtc } from '../../domain/zone.ts';
import type { Json } from '../doc.ts';
import { intervalData } from '../readiness-data.ts';
import { statusData } from '../status-data.ts';
import { rounded } from '../words.ts';

/** The JSON contract of `report`: that of `status`, and how it came to be. */
export function studyReportData(record: StudyRecord): Json {
  const { seal, journal } = record;
  return {
    ...(statusData(record) as { readonly [key: string]: Json }),
    trajectory: record.trajectory.map(readingData),
    ahead: record.ahead.map(({ weeklyMinutes, readings }) => ({
      weekly_minutes: Math.round(weeklyMinutes),
      readings: readings.map(readingData),
    })),
    weeks: record.weeks.map(({ from, minutes, total }) => ({
      from,
      minutes: total,
      by_activity: Object.fromEntries([...minutes].map(([activity, own]) => [activity || 'none', own])),
    })),
    study_mix: record.mix.map(({ sectionId, passive, active, questions, warning }) => ({
      section_id: sectionId,
      passive_minutes: passive,
      active_minutes: active,
      questions,
      warning,
    })),
    mocks: record.mocks.map((mock) => ({
      id: mock.id,
      provider: mock.provider,
      study_date: mock.studyDate,
      taken_at: isoUtc(mock.takenAt),
      correct: mock.correct,
      questions: mock.questions,
      timed: mock.timed,
      first_attempt: mock.firstAttempt,
      open_book: mock.openBook,
    })),
    results: record.results.map(({ examDate, passed }) => ({ exam_date: examDate, passed })),
    notes:
      journal?.notes.map(({ date, note, topicIds, activity }) => ({
        study_date: date,
        note,
        topic_ids: topicIds,
        activity,
      })) ?? null,
    resources: record.resources.map(({ title, url, kind, minutes, status }) => ({ title, url, kind, minutes, status })),
    rests_on: {
      version: seal.version,
      sessions: seal.sessions,
      sessions_sha256: seal.sessionsHash,
      mocks_sha256: seal.mocksHash,
      first_study_date: seal.first,
      last_study_date: seal.last,
    },
  };
}

function readingData({ date, chance, chanceRange, score, score80, named }: Reading): Json {
  return {
    date,
    chance: rounded(chance),
    chance_range: intervalData(chanceRange),
    score: rounded(score),
    score_80: intervalData(score80),
    enough_evidence: named,
  };
}
