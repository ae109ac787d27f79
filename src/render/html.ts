import type { Block, Heading, Report } from '../report/doc.ts';
import type { Draw } from './charts/draw.ts';
import { htmlFacts, htmlParagraph, htmlTable } from './html-blocks.ts';
import { htmlFigure } from './html-figure.ts';
import { htmlText } from './html-text.ts';
import { PAGE_STYLE } from './page-style.ts';

/** Even if something hostile got through the escaping, the page may load nothing and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report as one HTML page that needs nothing else: no network, no script. The chart library is loaded only for reports with charts. */
export async function renderHtml(report: Report): Promise<string> {
  const draw = report.blocks.some(({ kind }) => kind === 'chart')
    ? await (await import('./charts/draw.ts')).charts()
    : undefined;
  const title = htmlText(report.title);
  const headings = report.blocks.filter((block) => block.kind === 'heading' && block.level === 2) as Heading[];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main class="page">
<h1>${title}</h1>
${bodyOf(report, headings, draw)}</main>
</body>
</html>
`;
}

/** The blocks in order; the contents stand before the first part. */
function bodyOf({ title, blocks }: Report, headings: readonly Heading[], draw: Draw | undefined): string {
  let about = title;
  let figures = 0;
  return blocks
    .map((block) => {
      if (block.kind === 'heading') about = block.text;
      if (block.kind === 'chart') figures++;
      const part = headings.indexOf(block as Heading);
      return (
        (part === 0 && headings.length > 2 ? contents(headings) : '') + htmlBlock(block, about, figures, part, draw)
      );
    })
    .join('');
}

function contents(headings: readonly Heading[]): string {
  const items = headings.map(({ text }, i) => `<li><a href="#part-${i + 1}">${htmlText(text)}</a></li>`);
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>\n`;
}

function htmlBlock(block: Block, about: string, figures: number, part: number, draw: Draw | undefined): string {
  switch (block.kind) {
    case 'blank':
      return '';
    case 'text':
      return htmlParagraph(block.spans);
    case 'facts':
      return htmlFacts(block.facts);
    case 'table':
      return htmlTable(block, about, false);
    case 'heading': {
      const id = part < 0 ? '' : ` id="part-${part + 1}"`;
      return `<h${block.level}${id}>${htmlText(block.text)}</h${block.level}>\n`;
    }
    case 'chart':
      return draw === undefined ? '' : htmlFigure(block, `figure-${figures}`, draw);
  }
}
