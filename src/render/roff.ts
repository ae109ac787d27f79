/** Text that roff prints as it is. */
export function roffText(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(/^\./gm, '\\&.');
}

/** A paragraph; its lines are filled by roff, and kept short here because long ones are bad style. */
export function roffParagraph(text: string): string {
  return roffText(text.replace(/(?=.{73})(.{1,72}) /g, '$1\n'));
}

/** A heading of a manual page. */
export function roffSection(title: string, ...body: readonly string[]): string {
  return [`.SH ${roffText(title.toUpperCase())}`, ...body].join('\n');
}

export function roffSubsection(title: string, ...body: readonly string[]): string {
  return [`.SS ${roffText(title)}`, ...body].join('\n');
}

/** Terms with what they mean. */
export function roffList(entries: readonly (readonly [term: string, meaning: string])[]): string {
  return entries.map(([term, meaning]) => `.TP\n.B ${roffText(term)}\n${roffParagraph(meaning)}`).join('\n');
}

/** Lines that stay as they are. */
export function roffVerbatim(text: string): string {
  return ['.nf', ...text.trim().split('\n').map(roffText), '.fi'].join('\n');
}
