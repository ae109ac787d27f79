import type { Finding } from '../app/doctor/finding.ts';
import { plural } from '../domain/words.ts';
import { type Block, type Fact, type Json, line, muted, type Report } from './doc.ts';

/** What `doctor` found, one line a check. */
export function doctorReport(findings: readonly Finding[], backup: string | undefined): Report {
  const wrong = findings.filter(({ ok }) => !ok);
  const mended = findings.filter((finding) => finding.mended);
  return {
    title: 'Doctor',
    data: {
      ok: wrong.length === 0,
      backup: backup ?? null,
      checks: findings.map(
        ({ check, ok, detail, cure, mended }): Json => ({
          check,
          ok,
          mended: mended ?? false,
          detail,
          cure: cure ?? null,
        }),
      ),
    },
    blocks: [
      { kind: 'facts', facts: findings.map(fact) },
      ...wrong.flatMap(({ check, cure }): Block[] => (cure === undefined ? [] : [line(`${check}: ${cure}`)])),
      ...(backup === undefined ? [] : [line(muted(`Before mending, the database was backed up: ${backup}`))]),
      ...(wrong.length === 0
        ? [
            line({
              text: mended.length > 0 ? `Mended ${plural(mended.length, 'thing')}.` : 'All is well.',
              tone: 'good',
            }),
          ]
        : []),
    ],
  };
}

function fact({ check, ok, detail, mended }: Finding): Fact {
  const [text, tone] = ok
    ? mended
      ? (['mended', 'good'] as const)
      : (['ok', 'good'] as const)
    : (['wrong', 'bad'] as const);
  return { label: check, cell: { text, tone }, note: detail, spoken: `${text}: ${detail}` };
}
