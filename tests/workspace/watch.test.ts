/** What `watch` hears: each save, in whichever way an editor writes it. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Watching, watchFolder } from '../../src/workspace/files/watch.ts';

let root: string;
let watching: Watching;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cxplan-watch-'));
  for (const path of ['cxplan.yaml', 'modules/shops.yaml', 'plan/plan.yaml']) write(path, '');
  watching = watchFolder(root, 'plan');
});

afterEach(() => {
  watching.close();
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** As editors do that never leave half a file. */
function replace(path: string, text: string): void {
  write(`${path}.tmp`, text);
  renameSync(join(root, `${path}.tmp`), join(root, path));
}

/** Waits until it has heard of a file. */
async function heard(path: string): Promise<void> {
  for (let all: readonly string[] | undefined = []; !all?.includes(path); all = await watching.next()) {
    if (!all) throw new Error('it has ended');
  }
}

it.each(['cxplan.yaml', 'modules/shops.yaml'])('hears of %s each time that it is replaced', async (path) => {
  for (const text of ['one', 'two', 'three']) {
    replace(path, text);
    await heard(path);
  }
  write(path, 'four');
  await heard(path);
  rmSync(join(root, path));
  await heard(path);
});

it('hears of folders that come, move and go, with what is in them', async () => {
  write('new/deep/a.yaml', '1');
  await heard('new/deep/a.yaml');
  write('new/deep/a.yaml', '2');
  await heard('new/deep/a.yaml');
  renameSync(join(root, 'new'), join(root, 'other'));
  await heard('other/deep/a.yaml');
  replace('other/deep/a.yaml', '3');
  await heard('other/deep/a.yaml');
  renameSync(join(root, 'other'), join(root, '.other'));
  await heard('other/');
});

it('hears nothing of the plan, of what is hidden, and of files that are not read', async () => {
  const heardOf: string[] = [];
  for (const path of ['plan/other.yaml', '.git/a.yaml', 'node_modules/a.yaml', '.a.yaml', 'notes.txt'])
    write(path, 'x');
  write('modules/last.yaml', 'x');
  for (;;) {
    heardOf.push(...((await watching.next()) ?? []));
    if (heardOf.includes('modules/last.yaml')) break;
  }
  expect(new Set(heardOf)).toEqual(new Set(['modules/last.yaml']));
});

it('ends for whoever waits', async () => {
  const next = watching.next();
  watching.close();
  expect(await next).toBeUndefined();
});
