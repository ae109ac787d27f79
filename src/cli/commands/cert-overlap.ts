import { findEdition, syllabiFolder } from '../../app/guide/find-edition.ts';
import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import { overlapsOf } from '../../domain/related.ts';
import type { Report } from '../../report/doc.ts';
import { overlapReport } from '../../report/overlap.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/open.ts';
import { saveRelated } from '../../store/related.ts';
import { minutesByTopic } from '../../store/topic-days.ts';
import { tracks } from '../../store/tracks.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

export function certOverlapCommand(cert: Program, app: App): void {
  cert
    .command('overlap')
    .summary('what study for one certification already gives another')
    .argument('<from>', 'certification studied, gcp-pde')
    .argument('<to>', 'certification to come, gcp-pmle')
    .addHelpText('before', examples('certtrack cert overlap gcp-pde gcp-pmle'))
    .action((from, to, _options, command) => answer(app, command, (context) => overlap(context, from, to)));
}

async function overlap(context: Context, fromName: string, toName: string): Promise<Report> {
  const db = await context.open();
  const { shippedRelated } = await import('../../syllabus/library.ts');
  const links = shippedRelated(syllabiFolder(context.app));
  if (!context.options.dryRun) saveRelated(db, links);
  const [from, to] = [await editionInUse(context, db, fromName), await editionInUse(context, db, toName)];
  const track = tracks(db).find(({ certId }) => certId === to.certId);
  const minutes = minutesByTopic(db, from.certId, today(context.now));
  return overlapReport({
    from,
    to,
    overlaps: overlapsOf(links, from, to, minutes),
    counts: track?.countsRelated ?? null,
  });
}

/** The edition a certification is tracked on, else the current one. */
async function editionInUse(context: Context, db: Db, name: string): Promise<Edition> {
  const track = tracks(db).find(({ certId, editionId }) => name === certId || name === editionId);
  return (track && editionById(db, track.editionId)) ?? findEdition(context, name);
}
