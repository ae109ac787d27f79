import type { Span } from '../report/doc.ts';
import { safeLink } from './safe-link.ts';
import { visible } from './visible.ts';

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that a browser shows as it is, between tags and inside quoted attributes; a number stays on the line of its percent sign. */
export function htmlText(text: string): string {
  return visible(text)
    .replace(/(?<=\d) %/g, '\u00a0%')
    .replace(/[&<>"']/g, (char) => NAMES[char] ?? char);
}

/** A span with its meaning as a class, and as a link where its address is one of the web. */
export function htmlSpan({ text, tone, link }: Span): string {
  const address = link === undefined ? undefined : safeLink(link);
  const safe = htmlText(text);
  const shown = address === undefined ? safe : `<a href="${htmlText(address)}" rel="noreferrer">${safe}</a>`;
  return tone === undefined ? shown : `<span class="${tone}">${shown}</span>`;
}
