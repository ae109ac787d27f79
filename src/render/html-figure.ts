import type { Chart } from '../report/doc.ts';
import type { Drawing, Hue, Layer } from '../report/doc-drawing.ts';
import { SIGNS } from './charts/canvas.ts';
import type { Draw } from './charts/draw.ts';
import { htmlTable } from './html-blocks.ts';
import { htmlText } from './html-text.ts';

/** A picture drawn twice, for wide and narrow screens, of which the page shows one; below it the legend, and the numbers to unfold. */
export function htmlFigure({ title, alternative, drawing, table, tableShown }: Chart, id: string, draw: Draw): string {
  const pictures = [false, true].map(
    (narrow) =>
      `<div class="${narrow ? 'narrow' : 'wide'}">${draw(drawing, `${id}-title`, `${id}-text`, narrow)}</div>`,
  );
  const twin = htmlTable(table, title, !tableShown);
  return `<figure>
<figcaption id="${id}-title">${htmlText(title)}</figcaption>
<p id="${id}-text">${htmlText(alternative)}</p>
${pictures.join('\n')}
${legend(drawing)}${tableShown ? twin : folded(twin, title)}</figure>\n`;
}

function folded(twin: string, title: string): string {
  if (twin === '') return '';
  return `<details><summary>The numbers: ${htmlText(lowered(title))}</summary>${twin}</details>\n`;
}

function lowered(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

interface Entry {
  readonly sign: string;
  readonly colour: string;
  readonly name: string;
}

function legend(drawing: Drawing): string {
  const entries = entriesOf(drawing).filter(({ name }) => name !== '');
  if (entries.length === 0) return '';
  const items = entries.map(
    ({ sign, colour, name }) =>
      `<li><span class="sign ${colour}" aria-hidden="true">${sign}</span>${htmlText(name)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>\n`;
}

function entriesOf(drawing: Drawing): Entry[] {
  switch (drawing.kind) {
    case 'time': {
      const dots = drawing.layers.filter(({ kind }) => kind === 'dots');
      const layers = drawing.layers.map((layer) => ({
        sign: signOf(layer, dots.indexOf(layer)),
        colour: hueClass(layer.hue),
        name: layer.name,
      }));
      return [...layers, ...drawing.levels.map(({ text }) => ({ sign: '····', colour: 'ink', name: text }))];
    }
    case 'parts':
      return drawing.series.map(({ name, hue }) => ({ sign: '■', colour: hueClass(hue), name }));
    case 'calendar':
      return [
        ...drawing.steps.map((name, i) => ({ sign: '■', colour: `day${i}`, name })),
        ...drawing.moments.map(({ text }) => ({ sign: '□', colour: 'ink', name: text })),
      ];
    case 'ranges':
      return [];
  }
}

function hueClass(hue: Hue): string {
  return `hue${hue}`;
}

function signOf(layer: Layer, dots: number): string {
  switch (layer.kind) {
    case 'line':
      return layer.dashed ? '╌╌' : '━';
    case 'band':
      return '▒';
    case 'bars':
      return '■';
    case 'dots':
      return SIGNS[dots] ?? '●';
  }
}
