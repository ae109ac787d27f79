import { expect, test } from 'vitest';
import { parseSyllabus } from '../../src/syllabus/parse.ts';

const problems = (yaml: string): string[] => {
  const parsed = parseSyllabus(new TextEncoder().encode(yaml));
  return 'edition' in parsed ? [] : parsed.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
};
const GOOD = `certification: my-cert
edition: "1"
title: My exam
vendor: Me
sections:
  - id: storing
    title: Storing
    topics:
      - id: lakes
        title: Lakes
        objectives:
          - { id: formats, text: File formats }
`;

test('ten mistakes are all reported, each where it stands', () => {
  const bad = `certification: My Cert
edition: "1"
titel: My exam
vendor: 5
status: curent
as_of: 2026-02-30
source_url: ftp://example.com
exam: { minutes: 0, formats: [multiple_choise] }
sections:
  - id: storing
    title: Storing
    weight: 120
    topics:
      - { id: lakes, title: Lakes, study: 1:75 }
      - { id: lakes, title: More lakes }
`;
  expect(problems(bad)).toEqual([
    '1:1 title is missing',
    '1:16 certification: an id is lower-case words joined by "-", such as storing-data',
    '3:1 unknown key "titel"; did you mean title?',
    '4:9 vendor: expected string, received number',
    '5:9 status: "curent" is not one of current, superseded, variant; did you mean current?',
    '6:8 as_of: must be a date such as 2026-10-04',
    '7:13 source_url: must be a web address that starts with https://',
    '8:18 minutes: expected number to be >=1',
    '8:31 "multiple_choise" is not one of multiple_choice, multiple_select, true_false, ordering, matching, case_study, performance_task, lab; did you mean multiple_choice?',
    '12:13 weight: must be a percentage: 22, "~22", "30-35", or null where none is published',
    '14:43 study: must be a time such as 3h, 3h30 or 45m',
    '15:15 id "lakes" is used twice, first at sections[1].topics[1]',
  ]);
});

test.each([
  ['as it is', GOOD],
  ['with a BOM', `\ufeff${GOOD}`],
  ['with CRLF', GOOD.replaceAll('\n', '\r\n')],
  ['without a last line break', GOOD.trimEnd()],
  ['with comments', `# Mine\n${GOOD}# end\n`],
  ['with a few aliases', GOOD.replace('My exam', '&name My exam').replace('Storing', '*name')],
])('a good file %s is accepted', (_, yaml) => expect(problems(yaml)).toEqual([]));

test.each([
  [
    'an unknown key deep inside',
    GOOD.replace('text: File', 'txt: File'),
    ['12:13 text is missing', '12:28 unknown key "txt"; did you mean text?'],
  ],
  ['a key close to nothing', `${GOOD}colour: red\n`, ['13:1 unknown key "colour"']],
  ['a key twice', GOOD.replace('vendor', 'title'), ['4:1 Map keys must be unique']],
  ['an id twice', GOOD.replace('formats', 'storing'), ['12:19 id "storing" is used twice, first at sections[1]']],
  [
    'the reserved id',
    GOOD.replace('lakes', 'other'),
    ['9:13 id: the id "other" is reserved for time outside the guide'],
  ],
  ['no sections', GOOD.replace(/sections:[\s\S]*/, ''), ['1:1 sections is missing']],
  ['no topics', GOOD.replace(/topics:[\s\S]*/, 'topics: []'), ['8:13 topics: a section needs at least one topic']],
  ['text too long', GOOD.replace('Lakes', 'x'.repeat(301)), ['10:16 title: must be at most 300 characters']],
  ['blank text', GOOD.replace('Lakes', '" "'), ['10:16 title: must not be empty']],
  ['a lone dash', `${GOOD}  -\n`, ['13:4 expected object, received null']],
  [
    'a tab for indentation',
    GOOD.replace('    title: Storing', '\ttitle: Storing'),
    [expect.stringMatching(/^7:1 Tabs are not allowed/)],
  ],
  ['an open quote', GOOD.replace('My exam', '"My exam'), [expect.stringMatching(/Missing closing "quote/)]],
])('%s is found', (_, yaml, expected) => expect(problems(yaml)).toEqual(expect.arrayContaining(expected as string[])));

const NOTHING = ['1:1 the file holds no syllabus; start with "certification: my-cert"'];
test.each([
  ['', NOTHING],
  ['\ufeff', NOTHING],
  ['# only a comment\n', NOTHING],
  ['hello', NOTHING],
  ['42', NOTHING],
  ['null', NOTHING],
  ['- a\n- b\n', ['1:1 expected object, received array']],
])('%j at the top is refused', (yaml, expected) => expect(problems(yaml)).toEqual(expected));
