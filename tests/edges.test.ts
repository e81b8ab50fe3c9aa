/** Every edge keeps its test: one that is renamed or taken away is missed here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EDGES } from './edges.ts';

const all = Object.entries(EDGES).flatMap(([kind, held]) => held.map((one) => ({ kind, one })));

it('every edge has its test', () => {
  const lost = all.filter(({ one: [, file, title] }) => {
    const path = join('tests', file);
    if (!existsSync(path)) return true;
    return title !== undefined && !readFileSync(path, 'utf8').includes(title);
  });
  expect(lost.map(({ kind, one }) => `${kind}: ${one.join(' – ')}`)).toEqual([]);
});

it.each(Object.keys(EDGES))('%s: at least two that nobody had named', (kind) => {
  expect(EDGES[kind]!.filter(([what]) => what.startsWith('more: ')).length).toBeGreaterThanOrEqual(2);
});
