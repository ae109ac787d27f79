import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Sandbox } from '../support/app.ts';
import { CHROMIUM, isAbsent, needs } from '../support/needs.ts';
import { addMocks, mockOf, studyJourney } from '../support/study-journey.ts';
import { HOSTILE, HOSTILE_ADDRESSES, LONG_WORDS } from './hostile.ts';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;
/** Chance, score, sections, calendar, weeks, hours altogether, practice exams, study mix. */
const CHARTS = 8;

let browser: Browser;
const boxes: Sandbox[] = [];
let journey: string;
let hostile: string;

beforeEach(needs('chromium'));

beforeAll(async () => {
  if (isAbsent('chromium')) return;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
  });
  journey = await reportOf(await withMocks(), 'journey.html');
  hostile = await reportOf(await withHostileText(), 'hostile.html');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const box of boxes) box.remove();
});

async function withMocks(): Promise<Sandbox> {
  const box = await studyJourney();
  boxes.push(box);
  addMocks(box, [
    mockOf(1, { studyDate: '2026-11-01' as LocalDate, correct: 28 }),
    mockOf(2, { studyDate: '2026-11-08' as LocalDate, provider: 'Vendor sample', questions: 20, correct: 13 }),
    mockOf(3, { studyDate: '2026-11-15' as LocalDate, firstAttempt: false, note: 'the same paper again' }),
  ]);
  return box;
}

async function withHostileText(): Promise<Sandbox> {
  const box = await studyJourney();
  boxes.push(box);
  for (const text of [...HOSTILE, ...HOSTILE_ADDRESSES, ...LONG_WORDS])
    await box.ok('log', 'serving-models', '10m', '--cert', 'gcp-pmle', '--force', '-m', text, '-r', text);
  addMocks(
    box,
    [...HOSTILE, 'x'.repeat(80)].map((text, i) =>
      mockOf(i, { studyDate: '2026-11-20' as LocalDate, provider: text.replaceAll('\0', ''), note: text }),
    ),
  );
  return box;
}

async function reportOf(box: Sandbox, name: string): Promise<string> {
  const file = join(box.folder, name);
  await box.ok('report', 'gcp-pmle', '-o', file);
  return pathToFileURL(file).href;
}

/** Opens a page and keeps what it asks for and complains about. */
async function opened(address: string, width: number, colorScheme: 'light' | 'dark') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  return { page, requests, complaints };
}

const evaluated = <Value>(page: Page, script: string) => page.evaluate(script) as Promise<Value>;

describe.each(['journey', 'hostile'])('the report of the %s', (name) => {
  const address = () => (name === 'journey' ? journey : hostile);

  describe.each(SCHEMES)('%s', (scheme) => {
    test.each(WIDTHS)('asks for nothing, complains of nothing and does not scroll sideways at %i px', async (width) => {
      const { page, requests, complaints } = await opened(address(), width, scheme);
      expect(requests).toEqual([address()]);
      expect(complaints).toEqual([]);
      expect(await evaluated(page, 'document.documentElement.scrollWidth')).toBe(width);
      expect(await evaluated(page, widest)).toBeLessThanOrEqual(width);
      await page.close();
    });

    test.each([360, 1280])('axe finds nothing at %i px, with everything unfolded', async (width) => {
      const { page } = await opened(address(), width, scheme);
      await evaluated(page, 'for (const one of document.querySelectorAll("details")) one.open = true');
      await evaluated(page, axe.source);
      const { violations } = await evaluated<axe.AxeResults>(page, 'axe.run()');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.close();
    });
  });

  test('shows a picture of each chart on every screen, with a title, a text and its numbers', async () => {
    for (const width of [360, 1280]) {
      const { page } = await opened(address(), width, 'light');
      const charts = await evaluated<Record<string, unknown>[]>(page, pictures);
      expect(charts.length).toBe(CHARTS);
      for (const chart of charts) {
        expect(chart).toMatchObject({ shown: 1, titled: true, described: true });
        expect(chart.rows).toBeGreaterThan(0);
      }
      await page.close();
    }
  });

  test.each(WIDTHS)('no words in a picture meet or are cut at %i px', async (width) => {
    const { page } = await opened(address(), width, 'light');
    expect(await evaluated(page, crowded)).toEqual([]);
    await page.close();
  });

  test('no table is wider than a large screen, however long its words', async () => {
    const { page } = await opened(address(), 1280, 'light');
    await evaluated(page, 'for (const one of document.querySelectorAll("details")) one.open = true');
    expect(await evaluated(page, scrolling)).toEqual([]);
    await page.close();
  });

  test('prints: no chart is cut or hidden, and ink is dark on white', async () => {
    const { page } = await opened(address(), 680, 'dark');
    await page.emulateMedia({ media: 'print' });
    const sizes = await evaluated<{ height: number; inside: string }[]>(page, printed);
    expect(sizes.length).toBe(CHARTS);
    for (const { height, inside } of sizes) {
      expect(inside).toBe('avoid');
      expect(height).toBeGreaterThan(40);
      expect(height).toBeLessThan(A4_HEIGHT);
    }
    expect(await evaluated(page, 'getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(20_000);
    await page.close();
  });
});

/** A4 less the margins, in CSS pixels. */
const A4_HEIGHT = ((297 - 32) / 25.4) * 96;

/** The right edge of what reaches furthest, tables that scroll by themselves apart. */
const widest = `Math.max(...[...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('.scroll') && !one.closest('svg'))
  .map((one) => one.getBoundingClientRect().right))`;

/** Words in pictures that reach beyond the text of the page or lie on each other; their boxes are a little taller than they are. */
const crowded = `[...document.querySelectorAll('svg')].flatMap((svg) => {
  const { left, right } = document.querySelector('h1').getBoundingClientRect();
  const words = [...svg.querySelectorAll('text')]
    .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
    .filter(({ text, box }) => text !== '' && box.width > 0);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return words.flatMap((one, i) => [
    ...(one.box.left < left || one.box.right > right ? [one.text] : []),
    ...words.slice(i + 1).filter(({ box }) => meet(one.box, box)).map(({ text }) => one.text + ' on ' + text),
  ]);
})`;

/** What tables that scroll sideways are about. */
const scrolling = `[...document.querySelectorAll('.scroll')]
  .filter((one) => one.scrollWidth > one.clientWidth)
  .map((one) => one.getAttribute('aria-label'))`;

const pictures = `[...document.querySelectorAll('figure')].map((figure) => {
  const svgs = [...figure.querySelectorAll('svg')];
  const said = (svg, name) => document.getElementById(svg.getAttribute(name))?.textContent.trim() !== '';
  return {
    shown: svgs.filter((svg) => svg.getBoundingClientRect().width > 100).length,
    titled: svgs.every((svg) => svg.getAttribute('role') === 'img' && said(svg, 'aria-labelledby')),
    described: svgs.every((svg) => said(svg, 'aria-describedby')),
    rows: figure.querySelectorAll('tbody tr').length,
  };
})`;

const printed = `[...document.querySelectorAll('.wide')].map((one) => ({
  height: one.getBoundingClientRect().height, inside: getComputedStyle(one).breakInside }))`;

const TAGS =
  'a body br circle dd details div dl dt figcaption figure g h1 h2 h3 head html li line main meta nav p path rect span style summary svg table tbody td text th thead title tr tspan ul';

describe('hostile text stays text', () => {
  test('nothing runs, no element of its own appears, and every note is there to be read', async () => {
    const { page } = await opened(hostile, 1280, 'light');
    await evaluated(page, 'for (const one of document.querySelectorAll("details")) one.open = true');
    expect(await evaluated(page, 'window.hacked')).toBeUndefined();
    const tags = await evaluated<string[]>(
      page,
      '[...new Set([...document.querySelectorAll("*")].map((one) => one.localName))].sort()',
    );
    expect(tags.filter((tag) => !TAGS.split(' ').includes(tag))).toEqual([]);
    const handlers = await evaluated<string[]>(
      page,
      '[...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith("on")))',
    );
    expect(handlers).toEqual([]);
    const text = await evaluated<string>(page, 'document.body.textContent');
    for (const note of HOSTILE.filter((one) => !/[\u0000-\u001f\u202e]/.test(one))) expect(text).toContain(note);
    await page.close();
  });

  test('only addresses of the web become links', async () => {
    const { page } = await opened(hostile, 1280, 'light');
    const links = await evaluated<string[]>(
      page,
      '[...document.querySelectorAll("a[href]")].map((one) => one.getAttribute("href"))',
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !/^(https?:\/\/[^"<>\s]+|#part-\d+)$/.test(link))).toEqual([]);
    await page.close();
  });

  test('the policy holds even where the escaping would not', async () => {
    const { page } = await opened(hostile, 1280, 'light');
    await evaluated(page, 'document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=window.hacked=1>")');
    await page.waitForTimeout(200);
    expect(await evaluated(page, 'window.hacked')).toBeUndefined();
    await page.close();
  });
});
