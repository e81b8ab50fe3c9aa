/** The gallery of errors has every message that the cases give, and every code that the program knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const gallery = readFileSync('docs/errors.md', 'utf8');

/** Codes that need more than a small folder (sizes, limits, tables of hundreds of rows), or have only tests of their own so far. */
const WITHOUT_A_CASE = new Set(
  'file-too-large too-large too-many-files too-many-items workbook-edit'.split(' '),
);

it('has a chapter for every code', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const codes = new Set(
    sources.flatMap((path) =>
      [...readFileSync(join('src', path), 'utf8').matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => code!),
    ),
  );
  expect(codes.size).toBeGreaterThan(80);
  const missing = [...codes].filter(
    (code) => !gallery.includes(`\n## ${code}\n`) && !WITHOUT_A_CASE.has(code),
  );
  expect(missing, 'add a case, and run npm run generate').toEqual([]);
});

it('has the messages of every case', () => {
  for (const name of readdirSync('tests/cases')) {
    if (name === 'ok') continue;
    const [first = ''] = readFileSync(join('tests/cases', name, 'expect.txt'), 'utf8').split('\n');
    const message = /^\S+ \S+ (.*)$/.exec(first)?.[1];
    expect(gallery, name).toContain(message);
  }
});
