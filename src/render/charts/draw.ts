import type { Drawing } from '../../report/doc-drawing.ts';
import { partsChart, rangeChart } from './bar-charts.ts';
import { calendarChart } from './calendar-chart.ts';
import type { Canvas, ChartOptions } from './canvas.ts';
import { timeChart } from './time-chart.ts';

/** Draws a picture as an SVG element for a screen as wide as a book page, or as a phone. `named` and `described` are ids in the page. */
export type Draw = (drawing: Drawing, named: string, described: string, narrow: boolean) => string;

const WIDE = 720;
const NARROW = 328;

/** Loads the chart library and a document for it to draw in: no browser, and nothing is written to globals. */
export async function charts(): Promise<Draw> {
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return (drawing, named, described, narrow) => {
    const width = narrow ? NARROW : WIDE;
    const svg = plot.plot({
      width,
      className: 'plot',
      style: { background: 'none', fontSize: '12px', overflow: 'visible' },
      document,
      ...optionsFor(drawing, { plot, width, narrow }),
    }) as unknown as SvgElement;
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-labelledby', named);
    svg.setAttribute('aria-describedby', described);
    svg.querySelector('style')?.remove();
    for (const element of [svg, ...svg.querySelectorAll('*')]) tidy(element);
    return svg.outerHTML;
  };
}

/** What is needed of a DOM. */
interface SvgElement {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): { remove(): void } | null;
  querySelectorAll(selector: string): Iterable<SvgElement>;
}

function optionsFor(drawing: Drawing, canvas: Canvas): ChartOptions {
  switch (drawing.kind) {
    case 'time':
      return timeChart(drawing, canvas);
    case 'ranges':
      return rangeChart(drawing, canvas);
    case 'parts':
      return partsChart(drawing, canvas);
    case 'calendar':
      return calendarChart(drawing, canvas);
  }
}

/** A tenth of a pixel is enough, and the parts of one picture need no names of their own. */
function tidy(element: SvgElement): void {
  element.removeAttribute('aria-label');
  for (const { name, value } of [...element.attributes]) {
    const short = value.replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
    if (short !== value) element.setAttribute(name, short);
  }
}
