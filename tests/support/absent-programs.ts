import { relative } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';

/** Says at the end of a run which tests were skipped for want of a program (`needs`), and what to install. */
export const absentPrograms: Reporter = {
  onTestRunEnd(files) {
    const skipped = files
      .flatMap(({ children }) => [...children.allTests('skipped')])
      .filter((test) => noteOf(test) !== undefined);
    if (skipped.length === 0) return;
    const packages = new Set(skipped.flatMap((test) => noteOf(test)?.split(' ') ?? []));
    const names = skipped.map(
      (test) => `  ${relative(test.project.config.root, test.module.moduleId)} > ${test.fullName}`,
    );
    console.log(
      ['', `Skipped for want of a program (apt-get install ${[...packages].sort().join(' ')}):`, ...names].join('\n'),
    );
  },
};

function noteOf(test: TestCase): string | undefined {
  const result = test.result();
  return result.state === 'skipped' ? result.note : undefined;
}
