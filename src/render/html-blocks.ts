import type { Cell, Column, Fact, Span, Table } from '../report/doc.ts';
import { htmlSpan, htmlText } from './html-text.ts';

const JUDGEMENTS: readonly (string | undefined)[] = ['good', 'warn', 'bad'];

/** A paragraph that begins with a judgement is a verdict, and shows it large. */
export function htmlParagraph(spans: readonly Span[]): string {
  const kind = JUDGEMENTS.includes(spans[0]?.tone) ? ' class="verdict"' : '';
  return `<p${kind}>${spans.map(htmlSpan).join('')}</p>\n`;
}

export function htmlFacts(facts: readonly Fact[]): string {
  const rows = facts.map(({ label, cell, note }) => {
    const said = note === undefined ? '' : `<span class="note muted">${htmlText(note)}</span>`;
    const shape = cell.bar === undefined ? '' : ' class="measured"';
    return `<dt>${htmlText(label)}</dt><dd${shape}>${bar(cell)}<span class="value">${htmlSpan(cell)}</span>${said}</dd>`;
  });
  return `<dl>${rows.join('\n')}</dl>\n`;
}

/** Tables with more columns become a card a row on a phone. */
const FEW_COLUMNS = 3;

/**
 * A table that scrolls by itself where it is too wide, and can be reached with the keyboard to do so. `name` says what it is about; one of
 * numbers alone stays a table on a phone. Roles are written out because a table shown as cards is no table to a browser any more.
 */
export function htmlTable({ columns, rows }: Table, name: string, numbers: boolean): string {
  if (rows.length === 0) return '';
  const names = columns.map(({ header, key }) => htmlText(header || key));
  const head = names.map((text, i) => `<th scope="col" role="columnheader"${shape(columns[i])}>${text}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => {
      const shown = bar(cell) + htmlSpan(cell);
      if (i === 0) return `<th scope="row" role="rowheader"${shape(columns[i])}>${shown}</th>`;
      return `<td role="cell"${shape(columns[i])} data-label="${names[i]}"><span>${shown}</span></td>`;
    });
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  const kind = numbers || columns.length <= FEW_COLUMNS ? '' : ' class="cards"';
  return `<div class="scroll" role="group" tabindex="0" aria-label="${htmlText(`Table: ${name}`)}"><table role="table"${kind}>
<thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody></table></div>\n`;
}

function shape(column: Column | undefined): string {
  if (column?.align === 'right') return ' class="right"';
  return column?.flexible ? ' class="flexible"' : '';
}

/** Filled up to `bar`, lighter up to `barTo`; the text beside it says the same. */
function bar({ bar: share, barTo = 0 }: Cell): string {
  if (share === undefined) return '';
  const percent = (part: number) => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;
  return `<span class="bar" aria-hidden="true" style="--to:${percent(share)};--until:${percent(Math.max(share, barTo))}"></span>`;
}
