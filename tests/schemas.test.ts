/** The schemas are the contract that editors read: complete, described, linear in time, and what the code means. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundle, readSchemas, type Schema } from '../scripts/generate/bundle.ts';
import { documentTypes, readDocument } from '../scripts/generate/documents.ts';
import { makeReference } from '../scripts/generate/reference.ts';
import { makeTypes } from '../scripts/generate/types.ts';
import { VALIDATOR_TYPES } from '../scripts/generate/validator.ts';
import { isoDate, toDay } from '../src/calendar/date.ts';
import { RULES } from '../src/coverage/rules/index.ts';
import { RULE_IDS, TERM_IDS } from '../src/model/rule-ids.ts';
import { planYear } from '../src/pipeline.ts';
import { loadWorkspace } from '../src/workspace/load.ts';
import { SECTIONS } from '../src/workspace/merge.ts';
import { hasEntries, LISTS } from '../src/workspace/subject.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'schemas');
const files = readdirSync(folder).filter((file) => file.endsWith('.schema.json'));
const bundled = bundle(readSchemas(folder));
const definitions = bundled.definitions ?? {};

/** Every schema node, with its path. */
function* nodes(node: unknown, path = '#'): Generator<[string, Schema]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [path, node as Schema];
  for (const [key, value] of Object.entries(node)) yield* nodes(value, `${path}/${key}`);
}

describe.each(files)('%s', (file) => {
  const schema: Schema = JSON.parse(readFileSync(join(folder, file), 'utf8'));

  test('every property has a description', () => {
    for (const [path, node] of nodes(schema)) {
      if (!/\/properties$/.test(path) || /\/properties\/properties$/.test(path)) continue;
      for (const [key, property] of Object.entries(node)) {
        expect((property as Schema).description, `${path}/${key}`).toMatch(/^.{10,}$/);
      }
    }
  });

  test('every map says which keys it takes', () => {
    for (const [path, node] of nodes(schema)) {
      const types = [node.type ?? []].flat();
      if (types.includes('object') && !path.endsWith('/properties') && path !== '#/properties') {
        expect(node.additionalProperties, path).toBeDefined();
      }
    }
  });

  test('no pattern backtracks', () => {
    const patterns = [...nodes(schema)].flatMap(([path, { pattern }]) =>
      typeof pattern === 'string' ? [[path, pattern]] : [],
    );
    // A program of its own, since one that backtracks would never come back; what is linear needs a second.
    const script = `
      for (const [path, pattern] of ${JSON.stringify(patterns)})
        for (const sample of ['a', 'a-', '0', '0-', '-', '2027-', 'mon-', '1.', 'A/']) {
          process.stdout.write(path + ' on ' + sample + '\\n');
          new RegExp(pattern, 'u').test(sample.repeat(200_000) + '!');
        }`;
    const { status, stdout } = spawnSync(process.execPath, ['-e', script], {
      timeout: 300_000,
      encoding: 'utf8',
    });
    expect(status, `stuck at ${stdout.trim().split('\n').at(-1)}`).toBe(0);
  });
});

describe('what the code means', () => {
  test('sections are those that are merged', () => {
    expect(Object.keys(bundled.properties ?? {}).sort()).toEqual(
      [...Object.keys(SECTIONS), ...LISTS, 'programme', 'policy', 'costs'].sort(),
    );
    expect(
      Object.keys(bundled.properties ?? {})
        .filter(hasEntries)
        .sort(),
    ).toEqual(Object.keys(SECTIONS).sort());
  });

  test('rules and soft terms are those that exist', () => {
    expect(definitions.ruleId?.enum).toEqual(RULE_IDS);
    expect(Object.keys(definitions.policy?.properties?.weights?.properties ?? {})).toEqual(TERM_IDS);
  });

  test('the options of a rule are those that it declares, with its defaults', () => {
    const settings = definitions.policy?.properties?.rules as Schema;
    const propertiesOf = (schema: Schema): Record<string, Schema> =>
      (definitions[String(schema.$ref).slice('#/definitions/'.length)] as Schema).properties as never;
    const written = Object.entries(settings.properties as Record<string, Schema>).map(([rule, schema]) => {
      const { severity, ...options } = propertiesOf(schema);
      expect(severity, rule).toBeDefined();
      return [rule, options] as const;
    });
    expect(Object.keys(propertiesOf(settings.additionalProperties as Schema))).toEqual(['severity']);
    const told = Object.fromEntries(
      written.map(([rule, options]) => [
        rule,
        Object.fromEntries(
          Object.entries(options).map(([name, { description }]) => {
            const [, number, percent] = /Default ([0-9]+)(%?)\.$/.exec(String(description)) ?? [];
            return [name, Number(number) / (percent ? 100 : 1)];
          }),
        ),
      ]),
    );
    const declared = RULES.flatMap(({ id, options }) => (options ? [[id, options] as const] : []));
    expect(told).toEqual(Object.fromEntries(declared));
  });

  test('dates are the days of the calendar, every one of 300 years', () => {
    const date = new RegExp(String(definitions.date?.pattern), 'u');
    for (let day = toDay('1900-01-01')!; day <= toDay('2199-12-31')!; day++) {
      if (!date.test(isoDate(day))) expect(isoDate(day)).toMatch(date);
    }
    for (let year = 1900; year < 2200; year++) {
      for (const text of [
        `${year}-02-29`,
        `${year}-02-30`,
        `${year}-04-31`,
        `${year}-13-01`,
        `${year}-00-01`,
      ]) {
        if (date.test(text) !== (toDay(text) !== undefined)) expect(text).toBe('judged alike');
      }
    }
  });

  test('what every title names is a type, once', () => {
    const titles = [...nodes(bundled)].flatMap(([path, { title }]) =>
      typeof title === 'string' && path !== '#' ? [title] : [],
    );
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('what is generated is fresh (npm run generate)', () => {
  test.each<[string, () => string | Promise<string>]>([
    ['src/workspace/written.gen.ts', () => makeTypes(bundled)],
    ['src/workspace/shape.gen.d.ts', () => VALIDATOR_TYPES],
    ['schemas/README.md', () => makeReference(bundled)],
    ['src/model/made/plan.gen.ts', () => documentTypes(readDocument(folder, 'plan'), 'plan')],
    ['src/model/made/gaps.gen.ts', () => documentTypes(readDocument(folder, 'gaps'), 'gaps')],
    ['src/model/made/baseline.gen.ts', () => documentTypes(readDocument(folder, 'baseline'), 'baseline')],
  ])('%s', async (file, make) => {
    expect(readFileSync(join(root, file), 'utf8') === (await make()), `${file} is stale`).toBe(true);
  });

  test('the reference names every key of every section', () => {
    const reference = makeReference(bundled);
    for (const [path, node] of nodes(bundled)) {
      if (!/\/properties$/.test(path) || path.includes('/plan')) continue;
      for (const key of Object.keys(node)) expect(reference, path).toContain(`\`${key}\``);
    }
  });
});

test('the files refer to one another as an editor resolves them', () => {
  const ajv = new Ajv({ strict: false });
  for (const file of files) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')), file);
  const validate = ajv.getSchema('workspace.schema.json')!;
  const whole = readFileSync(join(root, 'tests/cases/ok/every-form/cxplan.yaml'), 'utf8');
  expect(validate(parse(whole))).toBe(true);
  expect(validate({ modules: { m: { minutes: 0 } } })).toBe(false);
});

describe('documents', () => {
  test.each(['plan', 'gaps', 'baseline'])('%s.schema.json is a strict schema', (name) => {
    const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
    const validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);
    expect(validate({})).toBe(false);
    expect(schema.$id).toBe(schema.properties.schema.const);
  });

  test('what is planned keeps them', async () => {
    const { model, inputs } = await loadWorkspace(join(root, 'examples/minimal'));
    const options = {
      tool: 'cxplan',
      inputs,
      seed: 1,
      effort: 'quick',
      asOf: '2026-12-31',
      previous: undefined,
    } as const;
    const planned = await planYear(model!, options);
    for (const name of ['plan', 'gaps'] as const) {
      const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
      const validate = new Ajv({ strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(
        schema,
      );
      validate(JSON.parse(JSON.stringify(planned[name])));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(planned.plan.sessions.length).toBeGreaterThan(0);
  });
});

describe('every text of the language', () => {
  /** Whether a pattern from ^ to $ has no quantifier without an upper bound. */
  const isBounded = (pattern: string) =>
    /^\^.*\$$/.test(pattern) && !/(?<!\\)[*+]|\{\d+,\}/.test(pattern.replace(/\[[^\]]*\]/g, '.'));

  test('has a limit to its length: a list of words, a number of letters, or a form that ends', () => {
    const unbounded: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, enum: words, const: word, maxLength, pattern } = schema as Record<string, unknown>;
      const isText = [type].flat().includes('string');
      const isShort = words !== undefined || word !== undefined || maxLength !== undefined;
      if (isText && !isShort && !(typeof pattern === 'string' && isBounded(pattern))) unbounded.push(path);
      for (const [key, value] of Object.entries(schema)) if (key !== 'enum') walk(value, `${path}/${key}`);
    };
    const written = files.filter((name) => !/^(?:gaps|plan|baseline)\./.test(name));
    expect(written.length).toBeGreaterThan(15);
    for (const name of written) walk(JSON.parse(readFileSync(join(folder, name), 'utf8')), name);
    expect(unbounded).toEqual([]);
  });

  test('is a test that can fail', () => {
    expect(['^[a-z]+$', '^a*$', '^a{2,}$', 'a', '^a'].filter(isBounded)).toEqual([]);
    expect(['^[a-z*]{1,4}$', '^(?:a|b)$', '^a\\+$'].filter(isBounded)).toHaveLength(3);
  });
});
