import type { Fact, Table } from '../report/doc.ts';
import { visibleLine } from './visible.ts';

/** A fact as a sentence, for who listens. */
export function factSentence({ label, cell, note, spoken }: Fact): string {
  if (spoken !== undefined) return `${label}: ${visibleLine(spoken)}.\n`;
  const said = [cell.spoken ?? cell.text, note ?? '']
    .filter((part) => part !== '')
    .map(visibleLine)
    .join(', ');
  return `${label}: ${said.replace(/\.$/, '')}.\n`;
}

/** A table as a sentence a row. */
export function tableSentences({ columns, rows }: Table): string {
  return rows
    .map((row) => {
      const [first, ...rest] = row.map((cell, i) => ({ cell, column: columns[i] }));
      const said = rest
        .filter(({ cell }) => (cell.spoken ?? cell.text) !== '')
        .map(({ cell, column }) =>
          `${column?.spoken ?? column?.header.toLowerCase() ?? ''} ${visibleLine(cell.spoken ?? cell.text)}`.trim(),
        );
      const name = visibleLine(first?.cell.spoken ?? first?.cell.text ?? '');
      return said.length === 0 ? `${name}.\n` : `${name}: ${said.join(', ')}.\n`;
    })
    .join('');
}
