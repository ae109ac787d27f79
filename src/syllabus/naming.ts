/** The longest id made from a text, and the longest text one is made from: what is longer is a problem of its own. */
const LONGEST = 80;
const LONGEST_TEXT = 300;

/** `1.1 Selecting storage` as its label and title; the label is null where the text starts with none (`1a`, `2.10.`, `LO-1.1`, `(3)`). */
export function labelAndTitle(text: string): { readonly label: string | null; readonly title: string } {
  const match = /^\(?((?:[A-Z]{1,3}-?)?\d{1,2}(?:\.\d{1,2})*[a-z]?)[.):]?\s+(.+)$/.exec(text.trim());
  return match ? { label: match[1] ?? null, title: match[2] ?? '' } : { label: null, title: text.trim() };
}

/** The id a text gives: its words in lower case, joined by `-`, accents left out; empty where no Latin letter or digit is in it. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word.slice(0, LONGEST) : `${id}-${word}`;
    if (longer.length > LONGEST) break;
    id = longer;
  }
  return id;
}

/** A section, topic or objective as a file has it: text alone, or a mapping that may leave the id out. */
export type Item = string | { readonly id?: unknown; readonly title?: unknown; readonly text?: unknown };

/**
 * The id of an item: its own, or one made from its text, which stays the same as long as the text does. An objective's begins with
 * its parent's, since guides repeat phrases under several topics. Empty where there is nothing to make one from.
 */
export function idOf(item: Item, parent: string | null): string {
  const own = typeof item === 'string' ? undefined : item.id;
  if (typeof own === 'string') return own;
  const text = typeof item === 'string' ? item : (item.title ?? item.text);
  if (typeof text !== 'string') return '';
  const words = text.slice(0, LONGEST_TEXT);
  const made = slugOf(parent === null && typeof item === 'string' ? labelAndTitle(words).title : words);
  return parent === null || made === '' ? made : `${parent}-${made}`;
}
