/** README promises a few things, and names the tests that keep each: they are there, they are run, and they test something. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './build.ts';

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const section = /## What you can rely on\n(.*?)\n## /s.exec(text('README.md'))![1]!;
const promises = section.split('\n').filter((line) => line.startsWith('- '));

it('has few of them', () => {
  expect(promises.length).toBeGreaterThan(7);
  expect(promises.length).toBeLessThan(13);
  expect(text('README.md').trimEnd().split('\n').length).toBeLessThan(200);
});

it.each(promises)('%s', (promise) => {
  const named = [...promise.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(0);
  for (const path of named) {
    if (path.endsWith('.sh')) {
      expect(text('scripts/check.sh')).toContain(path);
      continue;
    }
    expect(path).toMatch(/^tests\/.*\.test\.ts$/);
    expect(text(path)).toMatch(/\b(?:it|test)(?:\.each)?\(/);
    expect(text(path)).toContain('expect(');
    expect(text(path)).not.toMatch(/\b(?:it|test|describe)\.(?:skip|only|todo)\(/);
  }
});
