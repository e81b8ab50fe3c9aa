/** A whole workspace with one thing broken at random: always a message with a place, never a fault of our own. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadSources } from '../../src/workspace/load.ts';

const file = fileURLToPath(new URL('../cases/ok/every-form/cxplan.yaml', import.meta.url));
const whole = readFileSync(file, 'utf8');

type Path = readonly (string | number)[];

/** The way to every value of a workspace. */
function paths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => paths(item, [...path, key]))];
}

const all = paths(parse(whole)).filter((path) => path.length > 0);

const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    'yes',
    'month',
    'own',
    'everyone',
    '2027-02-30',
    '9:30',
    '-',
    'x'.repeat(5000),
  ),
  fc.constantFrom(0, -1, 1.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53),
  fc.constantFrom([], {}, [[]], [null], { a: null }, [{}], { from: '2028-01-01' }, { every: 'month' }, [
    'month',
  ]),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

function put(
  root: unknown,
  path: Path,
  change: (parent: Record<string, unknown>, key: string) => void,
): string {
  let parent = root as Record<string, unknown>;
  for (const part of path.slice(0, -1)) parent = parent[part] as Record<string, unknown>;
  change(parent, String(path.at(-1)));
  return stringify(root);
}

async function holds(text: string): Promise<void> {
  const { diagnostics, model } = await loadSources(new Map([['cxplan.yaml', text]]));
  expect(model === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  for (const { code, message, fix, at, related = [] } of diagnostics) {
    const said = [message, fix ?? '', ...related.map((other) => other.message)]
      .join('\n')
      .replace(/"[^"]*"|\([^)]*\)/g, '');
    expect(said, message).not.toMatch(/undefined|NaN|\[object|null|Infinity/);
    if (code !== 'missing-programme') expect(at?.line, message).toBeGreaterThan(0);
  }
}

test('the workspace itself is fine', async () => {
  const { diagnostics } = await loadSources(new Map([['cxplan.yaml', whole]]));
  expect(diagnostics).toEqual([]);
});

test('a value replaced by anything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...all), odd, async (path, value) => {
      await holds(put(parse(whole), path, (parent, key) => Object.assign(parent, { [key]: value })));
    }),
    { numRuns: 60 },
  );
});

test('a value taken out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...all), async (path) => {
      await holds(put(parse(whole), path, (parent, key) => delete parent[key]));
    }),
    { numRuns: 30 },
  );
});

test('two entries changed for one another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...all), fc.constantFrom(...all), async (path, other) => {
      const root = parse(whole);
      const value = other.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], parse(whole));
      await holds(put(root, path, (parent, key) => Object.assign(parent, { [key]: value })));
    }),
    { numRuns: 40 },
  );
});

test('a line of the text cut, doubled or out of place', async () => {
  const lines = whole.split('\n');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(lines.length - 1),
      fc.nat(lines.length - 1),
      fc.nat(3),
      async (from, to, kind) => {
        const copy = [...lines];
        const line = copy[from]!;
        if (kind === 0) copy[from] = line.slice(0, line.length >> 1);
        else if (kind === 1) copy.splice(to, 0, line);
        else if (kind === 2) copy.splice(from, 1);
        else copy[from] = ` ${line}`;
        await holds(copy.join('\n'));
      },
    ),
    { numRuns: 40 },
  );
});
