import { eastAsianWidth } from 'get-east-asian-width';

/** What a terminal draws as one, and the columns it takes. */
export interface Cluster {
  readonly text: string;
  readonly width: number;
}

/** Text of one column a character: Latin, Greek and Cyrillic letters as one code point, and our own signs. */
const NARROW = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f–—‘’“”„…−≥≤→↵]*$/;
/** In the scripts of India and their kin, a sign that joins the consonant after it to the one before. */
const JOINED =
  '[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1b44\ua806\ua8c4\ua9c0\u{11046}\u{110b9}\u{111c0}\u{11235}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{11839}\u{119e0}\u{11c3f}]\u200d?(?=[\u0900-\u0dff\u1b00-\u1b7f\ua800-\ua9df\u{11000}-\u{11fff}])\\p{Lo}';
/** What takes no column: marks, what is invisible, and the vowels and finals of a Hangul syllable. */
const ZERO = String.raw`\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7ff`;
const CLUSTER = new RegExp(
  [
    String.raw`[\u{1f1e6}-\u{1f1ff}]{2}`,
    String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}|[${ZERO}])*`,
    `.(?:${JOINED}|[${ZERO}])*`,
  ].join('|'),
  'gus',
);
const NO_COLUMN = new RegExp(`^[${ZERO}]`, 'u');
/** A flag, or what is drawn as a picture because a selector, a tone of skin or another picture says so. */
const PICTURE = /^[\u{1f1e6}-\u{1f1ff}]|^\p{Emoji}.*?(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})/su;
/** A mark with a column of its own, or consonants joined. */
const BROADER = new RegExp(String.raw`^..*?(?:\p{Mc}|${JOINED})`, 'su');

/** The clusters of a text without line breaks; escape sequences are not looked for. */
export function* clustersOf(text: string): Generator<Cluster> {
  for (const [cluster] of text.matchAll(CLUSTER)) yield { text: cluster, width: clusterWidth(cluster) };
}

/** The columns a text without line breaks takes on a terminal, as wcwidth and today's terminals count them. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const cluster of clustersOf(text)) width += cluster.width;
  return width;
}

function clusterWidth(cluster: string): number {
  if (NARROW.test(cluster)) return 1;
  if (NO_COLUMN.test(cluster)) return 0;
  if (PICTURE.test(cluster)) return 2;
  return eastAsianWidth(cluster.codePointAt(0) ?? 0) + (BROADER.test(cluster) ? 1 : 0);
}

/** At most `width` columns, the last of them an ellipsis when something is missing. */
export function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, used] = ['', 1];
  for (const cluster of clustersOf(text)) {
    used += cluster.width;
    if (used > width) break;
    kept += cluster.text;
  }
  return `${kept.trimEnd()}…`;
}
