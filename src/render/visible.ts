/**
 * Characters that could drive a terminal or disguise text: C0 but newline and tab, DEL, C1, bidi controls, what is invisible, halves of
 * pairs. Joiners stay: scripts and emoji are written with them.
 */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Text that is safe to print: what could act on a terminal is replaced by a picture or its code, nothing is dropped. */
export function visible(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(UNSAFE, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Most of what is printed, and quicker to tell than to treat as if it could be anything. */
const PLAIN = /^[ -~·×–…]*$/;

/** `visible` on a single line: line breaks become a sign, tabs a space. */
export function visibleLine(text: string): string {
  if (PLAIN.test(text)) return text;
  return visible(text).replace(/\n/g, '↵').replace(/\t/g, ' ');
}

/** JSON with the same characters escaped, so that it is the same data and as safe to print. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE, (char) =>
    Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );
}
