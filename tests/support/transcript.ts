import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE, sandbox } from './app.ts';

/**
 * Replays a transcript and returns it with what is printed now. Its lines:
 *   `$ certtrack ...`     a command; its output follows, indented, and `[exit N]` when N is not 0
 *   `@ now|zone|env|answers|stdin|columns VALUE`   changes the world from here on; answers are separated by ` | `
 *   `@ file NAME TEXT`    writes a file into the sandbox; `\n` in TEXT is a line break
 * Everything else that is not indented is a comment. `{box}` is the sandbox, `{package}` the project.
 */
export async function replay(transcript: string): Promise<string> {
  const box = sandbox();
  const filled = (text: string) => text.replaceAll('{box}', box.folder).replaceAll('{package}', PACKAGE);
  const masked = (text: string) => text.replaceAll(box.folder, '{box}').replaceAll(PACKAGE, '{package}');
  const lines: string[] = [];
  try {
    for (const line of transcript.split('\n')) {
      if (line.startsWith('    ') || /^\[exit \d+\]$/.test(line)) continue;
      lines.push(line);
      if (line.startsWith('@ ')) direct(box, filled(line.slice(2)));
      if (!line.startsWith('$ ')) continue;
      const { code, out, err } = await box.run(...words(filled(line)).slice(2));
      const printed = masked(out + err).replace(/\n$/, '');
      if (printed !== '') lines.push(...printed.split('\n').map((text) => `    ${text}`.trimEnd() || '    '));
      if (code !== 0) lines.push(`[exit ${code}]`);
    }
  } finally {
    box.remove();
  }
  return lines.join('\n');
}

function direct({ world, folder }: ReturnType<typeof sandbox>, directive: string): void {
  const [, name = '', value = ''] = /^(\w+) ?(.*)$/s.exec(directive) ?? [];
  if (name === 'now') world.now = value;
  else if (name === 'zone') world.zone = value;
  else if (name === 'stdin') world.stdin = value.replaceAll('\\n', '\n');
  else if (name === 'columns') world.columns = Number(value);
  else if (name === 'env')
    world.env = Object.fromEntries(
      value
        .split(' ')
        .filter(Boolean)
        .map((pair) => pair.split('=') as [string, string]),
    );
  else if (name === 'answers')
    world.answers = value
      .split(' | ')
      .map((answer) => (answer === 'yes' ? true : answer === 'no' ? false : answer === '-' ? '' : answer));
  else if (name === 'file') {
    const [, file = '', text = ''] = /^(\S+) ?(.*)$/s.exec(value) ?? [];
    writeFileSync(join(folder, file), text.replaceAll('\\n', '\n'));
  } else throw new Error(`unknown directive "${name}"`);
}

/** Words as a shell would split them; only quotes are understood. */
export function words(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single),
  );
}

/** The transcript of a file. */
export function readTranscript(file: string): string {
  return readFileSync(file, 'utf8');
}
