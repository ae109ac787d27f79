const EMPTY = -1;

/**
 * Tells whether a number from 0 on was seen before, and remembers it. A million of them take 16 MB, a third of what a Set takes:
 * an open-addressed table of doubles that doubles when it is half full.
 */
export function seenNumbers(): (number: number) => boolean {
  let [table, count] = [new Float64Array(1 << 10).fill(EMPTY), 0];
  const add = (number: number): boolean => {
    const mask = table.length - 1;
    // The low bits are as random as the numbers; the high ones are mixed in for those that are not.
    let at = (number ^ (number / 0x100000000)) & mask;
    while (table[at] !== EMPTY) {
      if (table[at] === number) return true;
      at = (at + 1) & mask;
    }
    table[at] = number;
    return false;
  };
  return (number) => {
    if (add(number)) return true;
    if (++count * 2 > table.length) {
      const numbers = table;
      table = new Float64Array(numbers.length * 2).fill(EMPTY);
      for (const kept of numbers) if (kept !== EMPTY) add(kept);
    }
    return false;
  };
}
