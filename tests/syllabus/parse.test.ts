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
    '4:9 vendor: must be text',
    '5:9 status: "curent" is not one of current, superseded, variant; did you mean current?',
    '6:8 as_of: must be a date such as 2026-10-04',
    '7:13 source_url: must be a web address that starts with https://',
    '8:18 minutes: must be at least 1',
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
  ['with an anchor nobody uses', GOOD.replace('My exam', '&name My exam')],
  ['with brackets in a comment', `# ${'['.repeat(50)}\n${GOOD}`],
  ['with brackets in quotes', GOOD.replace('My exam', `"${'['.repeat(50)}"`)],
  ['with weights of 90 %', GOOD.replace('title: Storing', 'title: Storing\n    weight: 90')],
  ['with weights of 85 to 95 %', GOOD.replace('title: Storing', 'title: Storing\n    weight: 85-95')],
  ['with as few questions as many', `${GOOD}exam: { questions: { min: 50, max: 50 } }\n`],
  ['with a pass mark at the top', `${GOOD}exam: { pass_mark: { scaled: 10, min: 1, max: 10 } }\n`],
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
  ['a lone dash', `${GOOD}  -\n`, ['13:4 must be text, or a mapping of keys to values']],
  [
    'a tab for indentation',
    GOOD.replace('    title: Storing', '\ttitle: Storing'),
    [expect.stringMatching(/^7:1 Tabs are not allowed/)],
  ],
  ['an open quote', GOOD.replace('My exam', '"My exam'), [expect.stringMatching(/Missing closing "quote/)]],
])('%s is found', (_, yaml, expected) => expect(problems(yaml)).toEqual(expect.arrayContaining(expected as string[])));

const WEIGHTS =
  'sections: the weights sum to less than 90 % or more than 110 %; null is for weights that are not published';
test.each([
  [
    'an alias',
    GOOD.replace('My exam', '&name My exam').replace('Storing', '*name'),
    ['7:12 YAML aliases are not read here; write the text out'],
  ],
  ['an edition left out', GOOD.replace('edition: "1"\n', ''), ['1:1 edition is missing']],
  ['a list for an edition', GOOD.replace('"1"', '[1]'), ['2:10 edition: must be a short name such as "2025"']],
  [
    'a list for a weight',
    GOOD.replace('title: Storing', 'weight: [1]\n    title: Storing'),
    [expect.stringMatching(/^7:13 weight: must be a percentage/)],
  ],
  [
    'yes for a study time',
    GOOD.replace('title: Lakes', 'study: true\n        title: Lakes'),
    ['10:16 study: must be a time such as 3h, 3h30 or 45m'],
  ],
  [
    'a slip in a key',
    GOOD.replace('title: My', 'titel: My'),
    ['1:1 title is missing', '3:1 unknown key "titel"; did you mean title?'],
  ],
  ['a mapping for the sections', GOOD.replace(/sections:[\s\S]*/, 'sections: {}\n'), ['5:11 sections: must be a list']],
  [
    'an empty list of sections',
    GOOD.replace(/sections:[\s\S]*/, 'sections: []\n'),
    ['5:11 sections: a syllabus needs at least one section'],
  ],
  ['weights of 89 %', GOOD.replace('title: Storing', 'title: Storing\n    weight: 89'), [`6:3 ${WEIGHTS}`]],
  [
    'weights of 111 %',
    `${GOOD.replace('title: Storing', 'title: Storing\n    weight: 100')}  - { id: b, title: B, weight: 11, topics: [{ id: c, title: C }] }\n`,
    [`6:3 ${WEIGHTS}`],
  ],
  [
    'fewer questions at most than at least',
    `${GOOD}exam: { questions: { min: 60, max: 50 } }\n`,
    ['13:20 questions: min is larger than max'],
  ],
  [
    'a pass mark beyond its scale',
    `${GOOD}exam: { pass_mark: { scaled: 1200, min: 100, max: 1000 } }\n`,
    ['13:20 pass_mark: the pass mark must lie on its scale'],
  ],
  ['half a question', `${GOOD}exam: { questions: { min: 1.5 } }\n`, ['13:27 min: must be a whole number']],
  [
    'an unwritable pass mark',
    `${GOOD}exam: { pass_mark: 5 }\n`,
    ['13:20 pass_mark: must be unpublished, { percent: 66 } or { scaled: 720, min: 100, max: 1000 }'],
  ],
])('%s is all that is found', (_, yaml, expected) => expect(problems(yaml)).toEqual(expected));

const SHORT = `certification: my-cert
edition: 1
title: My exam
vendor: Me
sections:
  - Storing
  - title: Moving
    topics:
      - 1.1 Plans
      - title: Pipelines
        objectives: [Batch, { text: Streams, objectives: [Windows] }]
`;
test.each([
  ['as it is', SHORT, []],
  [
    'a topic twice',
    SHORT.replace('1.1 Plans', '1.1 Storing'),
    ['9:9 id "storing", made from the text, is used twice, first at sections[1]'],
  ],
  [
    'an objective twice',
    SHORT.replace('{ text: Streams', 'Batch, { text: Streams'),
    ['11:29 id "pipelines-batch", made from the text, is used twice, first at sections[2].topics[2].objectives[1]'],
  ],
  [
    'an id like a made one',
    SHORT.replace('title: Pipelines', 'id: plans\n        title: Pipelines'),
    ['10:13 id "plans" is used twice, first at sections[2].topics[1]'],
  ],
  [
    'a text that gives no id',
    SHORT.replace('Plans', 'データ'),
    ['9:9 no id can be made from this text; write it as a mapping with an id of its own'],
  ],
  [
    'a text that gives the reserved id',
    SHORT.replace('Plans', 'Other'),
    ['9:9 the id "other" is reserved for time outside the guide; give this an id of its own'],
  ],
  ['a number for a topic', SHORT.replace('1.1 Plans', '1.1'), ['9:9 must be text, or a mapping of keys to values']],
  [
    'a slip inside a topic',
    SHORT.replace('objectives: [Batch', 'objectivs: [Batch'),
    ['11:9 unknown key "objectivs"; did you mean objectives?'],
  ],
  [
    'a slip two levels down',
    SHORT.replace('[Windows]', '[{ txt: Windows }]'),
    ['11:59 text is missing', '11:61 unknown key "txt"; did you mean text?'],
  ],
  ['an empty topic', SHORT.replace('1.1 Plans', '""'), ['9:9 must not be empty']],
  [
    'topics beside objectives',
    SHORT.replace('title: Moving', 'title: Moving\n    objectives: [One]'),
    ['7:5 a section with topics leaves study, aliases and objectives to them'],
  ],
  [
    'a fourth level',
    SHORT.replace('[Windows]', '[{ text: a, objectives: [{ text: b, objectives: [c] }] }]'),
    ['11:106 objectives: must be left out at this depth'],
  ],
  ['a last day that is none', `${SHORT}retires_on: soon\n`, ['12:13 retires_on: must be a date such as 2026-10-04']],
  [
    'a last day of one language that is none',
    `${SHORT}retires_on: { en: soon }\n`,
    ['12:19 en: must be a date such as 2026-10-04'],
  ],
])('shorthand: %s', (_, yaml, expected) => expect(problems(yaml)).toEqual(expected));

test.each([
  'study: { hours: 0 }',
  'study: { hours: 10001 }',
  'exam: { fee: { amount: -1, currency: USD } }',
  'exam: { retake: { wait_days: [-1] } }',
  'exam: { pass_mark: { percent: 101 } }',
])('%s is refused in our words', (line) => {
  const found = problems(`${GOOD}${line}\n`);
  expect(found).toHaveLength(1);
  expect(found.join()).not.toMatch(/expected|Too (small|big)|Invalid/);
});

const NOTHING = ['1:1 the file holds no syllabus; start with "certification: my-cert"'];
test.each([
  ['', NOTHING],
  ['\ufeff', NOTHING],
  ['# only a comment\n', NOTHING],
  ['hello', NOTHING],
  ['42', NOTHING],
  ['null', NOTHING],
  ['- a\n- b\n', NOTHING],
])('%j at the top is refused', (yaml, expected) => expect(problems(yaml)).toEqual(expected));
