import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../src/syllabus/json-schema.ts';
import { PACKAGE } from '../support/app.ts';

const FOLDER = join(PACKAGE, 'data/schema');
const yamlIn = (folder: string) =>
  readdirSync(join(PACKAGE, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
const SHIPPED = ['syllabi', 'syllabi/migrations'].flatMap(yamlIn);
const accepts = (schema: string, yaml: string) =>
  new Ajv({ allowUnionTypes: true }).validate(JSON.parse(readFileSync(schema, 'utf8')), parse(yaml));
const text = (file: string) => readFileSync(join(PACKAGE, file), 'utf8');

test.each([...jsonSchemas()])('the shipped %s is made from the schema of the reader', async (name, made) => {
  await expect(made).toMatchFileSnapshot(join(FOLDER, name));
});

test.each(SHIPPED)('%s points to a schema, which accepts it', (file) => {
  const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text(file)) ?? [];
  const target = resolve(PACKAGE, dirname(file), schema);
  expect(dirname(target)).toBe(FOLDER);
  expect(accepts(target, text(file))).toBe(true);
});

test.each(yamlIn('tests/syllabus/foreign'))('the schema accepts %s', (file) => {
  expect(accepts(join(FOLDER, 'syllabus.schema.json'), text(file))).toBe(true);
});

test.each([
  ['weight: 25', 'weigth: 25'],
  ['weight: 25', 'weight: a quarter'],
  ['performance_task', 'performance_tasks'],
  ['as_of: 2026-09-29', 'as_of: yesterday'],
  ['percent: 66', 'percent: 166'],
  ['validity_years: 2', 'validity_years: two'],
])('an editor sees what is wrong when "%s" becomes "%s"', (right, wrong) => {
  const yaml = text('tests/syllabus/foreign/cka.yaml').replace(right, wrong);
  expect(yaml).toContain(wrong);
  expect(accepts(join(FOLDER, 'syllabus.schema.json'), yaml)).toBe(false);
});
