import type { Cell, Fact, Span, Table } from '../report/doc.ts';
import { htmlSpan, htmlText } from './html-text.ts';

export function htmlParagraph(spans: readonly Span[]): string {
  return `<p>${spans.map(htmlSpan).join('')}</p>\n`;
}

export function htmlFacts(facts: readonly Fact[]): string {
  const rows = facts.map(({ label, cell, note }) => {
    const said = note === undefined ? '' : ` <span class="muted">${htmlText(note)}</span>`;
    return `<dt>${htmlText(label)}</dt><dd>${bar(cell)}<span class="value">${htmlSpan(cell)}</span>${said}</dd>`;
  });
  return `<dl>${rows.join('\n')}</dl>\n`;
}

/** A table that scrolls by itself where it is too wide, and can be reached with the keyboard to do so. `name` says what it is about. */
export function htmlTable({ columns, rows }: Table, name: string): string {
  if (rows.length === 0) return '';
  const right = (column: number) => (columns[column]?.align === 'right' ? ' class="right"' : '');
  const head = columns.map(({ header, key }, i) => `<th scope="col"${right(i)}>${htmlText(header || key)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, i) => {
      const shown = bar(cell) + htmlSpan(cell);
      return i === 0 ? `<th scope="row"${right(i)}>${shown}</th>` : `<td${right(i)}>${shown}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="scroll" role="group" tabindex="0" aria-label="${htmlText(`Table: ${name}`)}"><table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>\n`;
}

/** Filled up to `bar`, lighter up to `barTo`; the text beside it says the same. */
function bar({ bar: share, barTo = 0 }: Cell): string {
  if (share === undefined) return '';
  const percent = (part: number) => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;
  return `<span class="bar" aria-hidden="true" style="--to:${percent(share)};--until:${percent(Math.max(share, barTo))}"></span>`;
}
