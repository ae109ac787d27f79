import type { Forecasted } from '../../domain/calibration.ts';
import { shareOf } from '../../domain/mock.ts';
import { examResults } from '../../store/exam-results.ts';
import { mocks } from '../../store/mocks.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { currentTrack } from '../track/current-track.ts';

/** Every result of a certification that has a prediction beside it, in the order they came. */
function forecasted(db: Db, certId: string): Forecasted[] {
  const papers = mocks(db, { certId }).flatMap((mock): Forecasted[] => {
    const { prediction } = mock;
    if (prediction === null) return [];
    const share = shareOf(mock);
    return [{ date: mock.studyDate, what: mock.provider, prediction, share, reached: share >= prediction.target }];
  });
  const exams = examResults(db, certId).flatMap(({ examDate, passed, prediction }): Forecasted[] =>
    prediction === null ? [] : [{ date: examDate, what: 'The exam', prediction, share: null, reached: passed }],
  );
  return [...papers, ...exams].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Every result of a certification beside what was expected of it. @throws not_found or decision_needed */
export async function calibration(env: Env, cert?: string): Promise<Forecasted[]> {
  const db = await env.open();
  return forecasted(db, currentTrack(env, db, cert).track.certId);
}
