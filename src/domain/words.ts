/** `64 %`, from a share in 0..1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** `1 session`, `2 sessions`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
