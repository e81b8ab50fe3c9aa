/** Folders with a command that reads a file of another system: it says exactly the errors of `expect.txt`, and writes nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { run } from './host.ts';

const root = 'tests/command-cases';

it.each(readdirSync(root))('%s', async (name) => {
  const folder = resolve(root, name);
  const before = readdirSync(folder, { recursive: true });
  const { code, err } = await run(readFileSync(join(folder, 'command'), 'utf8').trim().split(' '), {
    cwd: folder,
  });
  expect(code).toBe(1);
  expect(err.slice(err.search(/^error /m))).toBe(readFileSync(join(folder, 'expect.txt'), 'utf8'));
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});
