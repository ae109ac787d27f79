import { CST, Lexer } from 'yaml';

/** What a YAML text is made of, as far as its tokens tell: how deep it nests, and how many keys and entries of lists it has. */
export interface Shape {
  readonly depth: number;
  readonly keys: number;
  readonly entries: number;
}

/**
 * How deep a YAML text nests, from its tokens alone: the parser recurses into what it reads, so a hostile depth has to be seen before.
 * Brackets count in flow style, columns in block style, each of `- - -` too; what stands in quotes, comments and literal blocks does not.
 * Stops counting as soon as one number is over its `limit`.
 */
export function shapeOf(source: string, limit: Shape): Shape {
  let deepest = 0;
  let flow = 0;
  let column = 0;
  let fresh = true;
  let keys = 0;
  let entries = 0;
  const open: number[] = [];
  const level = () => {
    while ((open.at(-1) ?? -1) >= column) open.pop();
    open.push(column);
  };
  for (const token of new Lexer().lex(source)) {
    const type = CST.tokenType(token);
    if (type === 'newline') {
      column = 0;
      fresh = true;
      continue;
    }
    if (type === 'map-value-ind') keys++;
    if (type === 'seq-item-ind' || type === 'comma') entries++;
    if (type === 'flow-seq-start' || type === 'flow-map-start') flow++;
    else if (type === 'flow-error-end') flow = 0;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') flow = Math.max(0, flow - 1);
    else if (flow === 0 && (type === 'seq-item-ind' || type === 'explicit-key-ind')) level();
    else if (flow === 0 && fresh && type !== 'space' && type !== 'comment') {
      level();
      fresh = false;
    }
    column += token.length;
    deepest = Math.max(deepest, open.length + flow);
    if (deepest > limit.depth || keys > limit.keys || entries > limit.entries) break;
  }
  return { depth: deepest, keys, entries };
}
