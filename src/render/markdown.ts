import type { Block, Cell, Report, Span, Table } from '../report/doc.ts';
import { safeLink } from './safe-link.ts';
import { visible } from './visible.ts';

/** Text that Markdown shows as it is: no markup, no HTML, no line break that ends a table row. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|#~]/g, (char) => `\\${char}`)
    .replace(/\r?\n/g, '<br>');
}

/** A report as Markdown. */
export function renderMarkdown(report: Report): string {
  const body = report.blocks.map(renderBlock).filter((text) => text !== '');
  return [`# ${markdownText(report.title)}`, ...body].join('\n\n').concat('\n');
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'blank':
      return '';
    case 'text':
      return paragraph(block.spans);
    case 'facts':
      return block.facts
        .map(
          ({ label, cell, note }) =>
            `- **${label}:** ${linked(markdownText(cell.text), cell.link)}${note ? `, ${markdownText(note)}` : ''}`,
        )
        .join('\n');
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownText(block.text)}`;
    case 'chart':
      return [`**${markdownText(block.title)}**`, paragraph([{ text: block.alternative }]), table(block.table)]
        .filter((text) => text !== '')
        .join('\n\n');
    case 'table':
      return table(block);
  }
}

/** What starts like a list or like code is a paragraph all the same. */
function paragraph(spans: readonly Span[]): string {
  return spans
    .map(span)
    .join('')
    .trimStart()
    .replace(/^([-+])(?=\s|$|-*$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

function span({ text, tone, link }: Span): string {
  const safe = linked(markdownText(text), link);
  return tone === 'strong' && safe.trim() !== '' ? safe.replace(/\S(.*\S)?/s, (words) => `**${words}**`) : safe;
}

function linked(safe: string, link: string | undefined): string {
  const address = link === undefined ? undefined : safeLink(link);
  return address === undefined ? safe : `[${safe}](<${address.replace(/[<>|\\]/g, encodeURIComponent)}>)`;
}

/** Header names stand in the first row even when a terminal shows none. */
function table({ columns, rows }: Table): string {
  if (rows.length === 0) return '';
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ header, key }) => markdownText(header || key))),
    row(columns.map(({ align }) => (align === 'right' ? '--:' : '---'))),
    ...rows.map((cells: readonly Cell[]) => row(cells.map(({ text, link }) => linked(markdownText(text), link)))),
  ].join('\n');
}
