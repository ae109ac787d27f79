import { expect, test } from 'vitest';
import { sandbox } from '../support/app.ts';

test('the first help fits a screen of 40 lines, and no line of any help is wider than 80 columns', async () => {
  const box = sandbox();
  try {
    const first = (await box.ok('--help')).trimEnd().split('\n');
    expect(first.length).toBeLessThanOrEqual(40);
    const names = first.flatMap((line) => /^ {2}[\w ]+[:,]? {2,}(.+)$/.exec(line)?.[1]?.split(', ') ?? []);
    const daily = first.flatMap((line) => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? []);
    const commands = [...daily, ...names].filter((name) => /^[a-z-]+$/.test(name) && name !== 'certtrack');
    expect(commands).toEqual(expect.arrayContaining(['status', 'forecast', 'undo', 'import', 'doctor', 'demo']));
    const wide = [...first];
    for (const name of commands) wide.push(...(await box.run(name, '--help')).out.split('\n'));
    expect(wide.filter((line) => line.length > 80)).toEqual([]);
  } finally {
    box.remove();
  }
});
