/** The address as a browser would read it, when it is one of the web; undefined for `javascript:`, `data:` and whatever else. */
export function safeLink(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text.trim()) || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
