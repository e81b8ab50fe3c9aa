/** One workspace, one plan: whatever the zone, the language, the cores, the folder, and however its files are cut. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { contents, scratch } from '../output/scratch.ts';
import { root } from './build.ts';
import { shell } from './program.ts';

const TEXT = readFileSync(join(root, 'examples', 'minimal', 'cxplan.yaml'), 'utf8');

/** The same firm with every section in a file of its own, in the opposite order, and every map's keys the other way round. */
function recut(folder: string): void {
  for (const [section, value] of Object.entries(parse(TEXT)).reverse()) {
    const path = section.length % 2 === 0 ? `${section}.yml` : `deep/er/${section}.yaml`;
    writeFileSync(join(folder, path), stringify({ [section]: reversed(value, 1) }));
  }
}
/** Lists keep their order, which has a meaning. */
function reversed(value: unknown, depth: number): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const all = Object.entries(value).map(([key, item]) => [key, reversed(item, depth + 1)] as const);
  return Object.fromEntries(all.reverse());
}

const WORLDS = [
  {
    name: 'here',
    run: '',
    env: { TZ: 'UTC' },
    cut: (folder: string) => writeFileSync(join(folder, 'cxplan.yaml'), TEXT),
  },
  {
    name: 'far away',
    run: 'taskset -c 0',
    env: { TZ: 'Pacific/Pago_Pago', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR' },
    cut: recut,
  },
] as const;

it('gives the same bytes', () => {
  const [one, other] = WORLDS.map(({ name, run, env, cut }) => {
    const folder = join(scratch(), name, 'firm');
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
    cut(folder);
    const program = `${run} "${process.execPath}" bin/cxplan.js`;
    expect(shell(`${program} generate "${folder}" --quiet`, env)).toMatchObject({ code: 0 });
    return contents(join(folder, 'plan'));
  });
  expect(Object.keys(other!)).toEqual(Object.keys(one!));
  const differ = Object.keys(one!).filter((path) => one![path] !== other![path]);
  expect(differ).toEqual([]);
});
