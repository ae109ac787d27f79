/** `64 %`, from a share in 0..1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** `1 session`, `2 sessions`; `many` where the plural is not the noun with an s. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
