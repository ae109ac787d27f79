import { mocks } from '../../store/mocks.ts';
import type { Env } from '../env.ts';
import { wantedTrack } from '../track/current-track.ts';
import { mockNamer, type NamedMock } from './named-mock.ts';

/** Practice exams, oldest first, of the certification asked for or of all; deleted ones instead where asked. */
export async function listMocks(env: Env, { deleted = false }: { readonly deleted?: boolean }): Promise<NamedMock[]> {
  const db = await env.open();
  const certId = wantedTrack(env, db)?.track.certId;
  return mocks(db, { certId, deleted }).map(mockNamer(db));
}
