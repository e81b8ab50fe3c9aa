/** `cxplan upgrade-check`: what this version would make of a plan that another one made. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SMALL } from '../fixtures.ts';
import { contents, scratch } from '../output/scratch.ts';
import { firm } from './folder.ts';
import { run } from './host.ts';

const FORMER = fileURLToPath(new URL('../living/former', import.meta.url));

async function check(folder: string, ...flags: string[]) {
  const before = contents(folder);
  const { code, out, err } = await run(['upgrade-check', folder, ...flags], { version: '9.9.9' });
  expect(contents(folder)).toEqual(before);
  return { code, out, err };
}

it('of the same program nothing changes but its name', async () => {
  const folder = firm();
  expect((await check(folder)).err).toContain('plan.json of this programme to compare with');
  await run(['generate', folder, '--quiet', '--only', 'json,md,ics', '--seed', '7']);
  const { code, out } = await check(folder);
  expect(code).toBe(0);
  expect(out).toMatch(/^From cxplan 0\.0\.0 to cxplan 9\.9\.9\n/);
  expect(out).toContain('Plan      no constraint is broken\n');
  expect(out).toContain('Gaps      the same findings\n');
  expect(out).toContain('Nothing would change in anybody’s calendar, in a score or in a finding.');
  const { files, changes } = JSON.parse((await check(folder, '--json')).out);
  expect(changes).toBe(false);
  expect(files).toMatchObject({ added: [], removed: [] });
  expect(files.changed).toContain('plan.json');
  const own = await run(['upgrade-check', folder]);
  expect([own.code, own.out]).toEqual([0, expect.stringContaining('every byte as it is')]);
});

it('a plan of version 0.1.0 is told by what it breaks, moves and lacks', async () => {
  const folder = join(scratch(), 'firm');
  mkdirSync(join(folder, 'plan'), { recursive: true });
  cpSync(join(FORMER, 'cxplan.yaml'), join(folder, 'cxplan.yaml'));
  cpSync(join(FORMER, 'plan.json'), join(folder, 'plan', 'plan.json'));
  const { code, out } = await check(folder);
  expect(code).toBeLessThan(2);
  expect(out).toMatch(/^From cxplan 0\.1\.0 to cxplan 9\.9\.9\n/);
  expect(out).toContain('Gaps      those of before are not there to compare');
  const { from, changes, news } = JSON.parse((await check(folder, '--json')).out);
  expect(from).toBe('cxplan 0.1.0');
  expect(changes).toBe(code === 1);
  // What calendars show is the same where SEQUENCE is, however it was hashed then.
  expect(news.rituals.filter(({ kind }: { kind: string }) => kind === 'words')).toEqual([]);
});

it('a workspace that was edited since, one that moves, and a plan of the future', async () => {
  const folder = firm();
  await run(['generate', folder, '--quiet', '--only', 'json']);
  writeFileSync(join(folder, 'cxplan.yaml'), SMALL.replace('minutes: 90', 'minutes: 120'));
  const moved = await check(folder);
  expect(moved.code).toBe(1);
  expect(moved.out).toContain('it has changed since the plan was made');
  expect(moved.out).toMatch(/Sessions {2}\d+ sessions? moved/);
  expect(moved.out).toMatch(/\d+ people would see another day, time or place\. Commit the plan before/);

  const path = join(folder, 'plan', 'plan.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"version": 1', '"version": 9'));
  const later = await check(folder);
  expect([later.code, later.err]).toEqual([2, expect.stringContaining('use a newer cxplan')]);
});
