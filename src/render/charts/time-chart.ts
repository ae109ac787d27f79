import type { Markish } from '@observablehq/plot';
import type { Layer, TimeDrawing } from '../../report/doc-drawing.ts';
import { amount, type Canvas, type ChartOptions, hueColour, INK, label, MUTED, PAPER, SYMBOLS, utc } from './canvas.ts';

/** Lines, bands, stacked bars and dots over days. */
export function timeChart(drawing: TimeDrawing, canvas: Canvas): ChartOptions {
  const { plot, narrow } = canvas;
  const { unit, most, layers } = drawing;
  return {
    height: narrow ? 230 : 280,
    marginLeft: 50,
    marginRight: 14,
    marginTop: 20 + LINE * Math.max(0, ...heights(drawing, narrow)),
    marginBottom: 36,
    x: { type: 'utc', domain: [utc(drawing.from), utc(drawing.to)], label: null, ticks: narrow ? 4 : 8, clamp: false },
    y: {
      ...(most === null ? { zero: true, nice: true } : { domain: [0, most] }),
      label: null,
      grid: true,
      ticks: 5,
      tickSize: 0,
      tickFormat: (value: number) => amount(value, unit),
    },
    marks: [
      plot.ruleY([0], { stroke: INK, strokeOpacity: 0.4 }),
      ...stackedBars(layers, canvas),
      ...levels(drawing, canvas),
      ...layers.flatMap((layer) => marksOf(layer, drawing, canvas)),
      ...moments(drawing, canvas),
    ],
  };
}

function marksOf(layer: Layer, { unit, layers }: TimeDrawing, canvas: Canvas): Markish[] {
  const { plot } = canvas;
  const colour = hueColour(layer.hue);
  switch (layer.kind) {
    case 'band':
      return [
        plot.areaY(layer.points, {
          x: ({ date }) => utc(date),
          y1: 'low',
          y2: 'high',
          fill: colour,
          fillOpacity: 0.18,
        }),
        ...(layer.points.length === 1 ? [interval(layer, canvas)] : []),
      ];
    case 'line':
      return [
        plot.lineY(layer.points, {
          x: ({ date }) => utc(date),
          y: 'value',
          stroke: colour,
          strokeWidth: 2.25,
          ...(layer.dashed ? { strokeDasharray: '6 4' } : {}),
        }),
        plot.dot(layer.points, {
          x: ({ date }) => utc(date),
          y: 'value',
          r: layer.points.length === 1 ? 4 : 5,
          fill: colour,
          fillOpacity: layer.points.length === 1 ? 1 : 0,
          stroke: 'none',
          title: ({ date, value }) => label(`${date}: ${amount(value, unit)}, ${layer.name}`),
        }),
      ];
    case 'dots': {
      const symbol = SYMBOLS[layers.filter(({ kind }) => kind === 'dots').indexOf(layer)] ?? 'circle';
      return [
        interval(layer, canvas),
        plot.dot(layer.points, {
          x: ({ date }) => utc(date),
          y: 'value',
          r: 5,
          symbol,
          fill: colour,
          stroke: PAPER,
          title: ({ text }) => label(text),
        }),
      ];
    }
    case 'bars':
      return [];
  }
}

/** A line from the low to the high end of each point. */
function interval({ hue, points }: Extract<Layer, { kind: 'band' | 'dots' }>, { plot }: Canvas): Markish {
  return plot.ruleX(points as readonly { date: string; low: number; high: number }[], {
    x: ({ date }) => utc(date),
    y1: 'low',
    y2: 'high',
    stroke: hueColour(hue),
    strokeWidth: 2,
    strokeOpacity: 0.7,
  });
}

/** All layers of bars together, because they stand on each other. */
function stackedBars(layers: readonly Layer[], { plot }: Canvas): Markish[] {
  const bars = layers.flatMap((layer) =>
    layer.kind === 'bars' ? layer.points.filter(({ value }) => value > 0).map((bar) => ({ ...layer, ...bar })) : [],
  );
  if (bars.length === 0) return [];
  return [
    plot.rectY(
      bars,
      plot.stackY({
        x1: ({ date }: { date: string }) => utc(date),
        x2: ({ to }: { to: string }) => utc(to),
        y: 'value',
        fill: ({ hue }: (typeof bars)[number]) => hueColour(hue),
        insetLeft: 0.5,
        insetRight: 0.5,
        insetTop: 0.5,
        insetBottom: 0.5,
        title: ({ date, value, name }: (typeof bars)[number]) =>
          label(`From ${date}: ${amount(value, 'hours')} ${name}`),
      }),
    ),
  ];
}

/** Lines across everything but lines and dots; the legend names them, where they cannot cover what is drawn. */
function levels({ levels: all }: TimeDrawing, { plot }: Canvas): Markish[] {
  return [
    plot.ruleY(all, { y: 'value', stroke: PAPER, strokeWidth: 3, strokeOpacity: 0.6 }),
    plot.ruleY(all, { y: 'value', stroke: INK, strokeDasharray: '2 3', strokeWidth: 1.25 }),
  ];
}

const LINE = 14;

/** How many lines up each moment is named, so that names close together do not meet. */
function heights({ moments: all, from, to }: TimeDrawing, narrow: boolean): number[] {
  const room = (utc(to).getTime() - utc(from).getTime()) / (narrow ? 2 : 4);
  return all.map(({ date }, i) => {
    const before = all[i - 1];
    return before && Math.abs(utc(date).getTime() - utc(before.date).getTime()) < room ? i : 0;
  });
}

/** Days named at the top; in the right half the text stands before its line. */
function moments(drawing: TimeDrawing, { plot, narrow }: Canvas): Markish[] {
  const { moments: all, from, to } = drawing;
  const up = heights(drawing, narrow);
  const middle = (utc(from).getTime() + utc(to).getTime()) / 2;
  return all.flatMap((moment, i) => {
    const late = utc(moment.date).getTime() > middle;
    const lift = LINE * (up[i] ?? 0);
    return [
      plot.ruleX([moment], { x: ({ date }) => utc(date), stroke: MUTED, strokeWidth: 1, insetTop: -lift - 12 }),
      plot.text([moment], {
        x: ({ date }) => utc(date),
        frameAnchor: 'top',
        text: ({ text }) => label(text),
        textAnchor: late ? 'end' : 'start',
        dx: late ? -4 : 4,
        dy: -9 - lift,
        fill: MUTED,
        fontSize: 12,
      }),
    ];
  });
}
