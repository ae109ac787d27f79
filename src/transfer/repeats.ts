/** Tells things with the same name apart by their count. */
export function repeats(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${name} #${count}`;
  };
}
