/**
 * How a page looks: light and dark, screen and A4. Hues were chosen so that the nearest two are as far apart as can be for readers without red,
 * green or blue; every colour of text has a contrast of 4.5 and every mark of 3 against the page. tests/render/colours.test.ts checks it.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b2330; --muted: #566072; --line: #dde2ea; --track: #eef1f6; --soft: #f6f8fb; --link: #0b5cad;
  --good: #0b6b4a; --warn: #8a5200; --bad: #b3261e;
  --hue0: #214b8d; --hue1: #627080; --hue2: #83234a; --hue3: #50a186; --hue4: #ce771a; --hue5: #8d97a6;
  --day0: #eef1f6; --day1: #b9d4ef; --day2: #79acdf; --day3: #2f7dc4; --day4: #0b4a86;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12161d; --ink: #e7ebf2; --muted: #a4aebd; --line: #2c3442; --track: #222a36; --soft: #191f29; --link: #82b7f2;
    --good: #4fcf9f; --warn: #f0b44c; --bad: #ff8f85;
    --hue0: #3e70d1; --hue1: #9ba5b5; --hue2: #b73f6e; --hue3: #82eca5; --hue4: #db8d21; --hue5: #727d8e;
    --day0: #222a36; --day1: #1d4368; --day2: #2a659c; --day3: #4c93d6; --day4: #a3d0fb;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
.page { max-width: 47rem; margin: 0 auto; padding: 2.5rem 1rem 4rem; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.25rem); line-height: 1.15; letter-spacing: -0.015em; margin: 0 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.4rem; line-height: 1.25; letter-spacing: -0.01em; margin: 3.5rem 0 0.75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); text-wrap: balance; }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 2rem 0 0.5rem; }
p { margin: 0.5rem 0; max-width: 68ch; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.muted { color: var(--muted); }
.strong { font-weight: 650; }
.good, .warn, .bad { font-weight: 650; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
.verdict > :first-child { font-size: 1.3em; line-height: 1.3; }
nav { margin: 1.75rem 0 0; font-size: 0.92rem; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); margin: 1rem 0; border-top: 1px solid var(--line); }
dt, dd { margin: 0; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); padding-right: 1.5rem; }
dd { white-space: pre-line; }
.note { display: block; font-size: 0.92rem; }
.measured { display: grid; grid-template-columns: max-content 3.4rem minmax(0, 1fr); align-items: baseline; }
.bar { display: inline-block; vertical-align: 0.05em; width: 6.5rem; height: 0.6rem; margin-right: 0.75rem; border-radius: 2px;
  background: linear-gradient(var(--hue0), var(--hue0)) left / var(--to) 100% no-repeat, linear-gradient(var(--day2), var(--day2)) left / var(--until) 100% no-repeat, var(--track); }
.scroll { overflow-x: auto; margin: 0.75rem 0;
  background: linear-gradient(to right, var(--paper), var(--paper)) left / 1.5rem 100% no-repeat local,
    linear-gradient(to left, var(--paper), var(--paper)) right / 1.5rem 100% no-repeat local,
    linear-gradient(to right, var(--line), transparent) left / 0.9rem 100% no-repeat scroll,
    linear-gradient(to left, var(--line), transparent) right / 0.9rem 100% no-repeat scroll; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; min-width: 4.5rem; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-weight: 500; white-space: nowrap; border-bottom-color: var(--muted); }
tbody th { font-weight: 400; min-width: 9rem; }
.flexible { min-width: 9.5rem; }
.right { min-width: 0; text-align: right; white-space: nowrap; }
td .bar { width: 3.5rem; margin-right: 0.5rem; }
figure { margin: 1.75rem 0; }
figcaption { font-weight: 650; }
figure p { margin: 0.15rem 0 0.6rem; color: var(--muted); font-size: 0.92rem; }
.plot { display: block; max-width: 100%; height: auto; font-family: inherit; fill: var(--ink); }
.plot text { white-space: pre; }
.narrow { display: none; width: 100%; max-width: 26rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin: 0.5rem 0 0; padding: 0; font-size: 0.85rem; color: var(--muted); }
.ink { color: var(--ink); }
.sign { display: inline-block; min-width: 1.1em; margin-right: 0.35em; }
${[0, 1, 2, 3, 4, 5].map((hue) => `.hue${hue} { color: var(--hue${hue}); }`).join(' ')}
${[0, 1, 2, 3, 4].map((step) => `.day${step} { color: var(--day${step}); }`).join(' ')}
details { margin: 0.6rem 0 0; }
summary { cursor: pointer; color: var(--link); font-size: 0.88rem; width: max-content; max-width: 100%; }
@media (max-width: 600px) {
  .page { padding-top: 1.5rem; }
  .wide { display: none; }
  .narrow { display: block; }
  dl { grid-template-columns: minmax(0, 1fr); }
  dt { border-bottom: 0; padding: 0.5rem 0 0; font-size: 0.88rem; }
  dd { padding-top: 0; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards, .cards tbody, .cards tr { display: block; }
  .cards tr { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
  .cards th, .cards td { display: block; border: 0; padding: 0.1rem 0; min-width: 0; white-space: normal; text-align: left; }
  .cards tbody th { font-weight: 600; }
  .cards td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); }
  .cards td::before { content: attr(data-label); color: var(--muted); }
  .measured { grid-template-columns: max-content 1fr; }
  .measured .note { grid-column: 1 / -1; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 10.5pt; }
  body { font-size: 1rem; line-height: 1.45; }
  .page { max-width: none; padding: 0; }
  nav, details:not([open]) { display: none; }
  .wide { display: block; }
  .narrow { display: none; }
  h2 { margin-top: 1.75rem; }
  h2, h3, h3 + p, figcaption, figcaption + p { break-after: avoid; }
  .wide .plot { max-width: 86%; }
  .wide, .legend, figure p, tr, dt, dd { break-inside: avoid; }
  .scroll { overflow: visible; background: none; }
  a { color: inherit; }
}
`;
