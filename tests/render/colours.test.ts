import { describe, expect, test } from 'vitest';
import { PAGE_STYLE } from '../../src/render/page-style.ts';

type Rgb = [number, number, number];

const [light = '', dark = ''] = [...PAGE_STYLE.matchAll(/--paper:[^}]*/g)].map(([block]) => block);

function colour(block: string, name: string): Rgb {
  const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(block) ?? [];
  expect(hex, name).not.toBe('');
  return [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Contrast by WCAG 2. */
function contrast(a: Rgb, b: Rgb): number {
  const light = ([r, g, blue]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  const [x, y] = [light(a), light(b)];
  return Math.max(x, y) / Math.min(x, y);
}

/** What colour-blind readers see, in linear RGB. Source: Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHTS: Record<string, number[][]> = {
  'full sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(rgb: Rgb, sight: number[][]): Rgb {
  return sight.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, i) => sum + part * (rgb[i] ?? 0), 0),
      ),
    ),
  ) as Rgb;
}

/** OKLab. Source: Ottosson 2020. */
function lab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(a: Rgb, b: Rgb): number {
  const [x, y] = [lab(a), lab(b)];
  return Math.hypot(...x.map((value, i) => value - (y[i] ?? 0)));
}

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, block) => {
  const paper = () => colour(block, 'paper');

  test.each(['ink', 'muted', 'link', 'good', 'warn', 'bad'])('%s is readable on the page', (name) =>
    expect(contrast(colour(block, name), paper())).toBeGreaterThanOrEqual(4.5),
  );

  test.each([0, 1, 2, 3, 4])('hue %i stands out from the page', (hue) =>
    expect(contrast(colour(block, `hue${hue}`), paper())).toBeGreaterThanOrEqual(3),
  );

  test.each(Object.keys(SIGHTS))('neighbours in a stack differ for %s', (sight) => {
    // In the order activities are stacked: reading, video, lab, practice, recall.
    const stack = [1, 2, 3, 0, 4].map((hue) => seen(colour(block, `hue${hue}`), SIGHTS[sight] as number[][]));
    for (const [i, one] of stack.entries())
      for (const other of stack.slice(i + 1)) expect(distance(one, other)).toBeGreaterThan(0.1);
  });

  test.each(Object.keys(SIGHTS))('more study is more of a colour for %s', (sight) => {
    const from = seen(colour(block, 'day0'), SIGHTS[sight] as number[][]);
    const steps = [1, 2, 3, 4].map((step) =>
      distance(from, seen(colour(block, `day${step}`), SIGHTS[sight] as number[][])),
    );
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[0]).toBeGreaterThan(0.05);
  });
});
