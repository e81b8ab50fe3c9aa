/** `watch` as somebody meets it who saves files beside it. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firm } from '../cli/folder.ts';
import { SMALL } from '../fixtures.ts';
import { PROGRAM } from './program.ts';

/** The program, and a way to wait until it has said something new. */
function started(args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let all = '';
  let since = 0;
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      all += data;
      wake();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return {
    child,
    ended,
    async says(text: RegExp): Promise<string> {
      for (;;) {
        const match = text.exec(all.slice(since));
        if (match) {
          const said = all.slice(since);
          since += match.index + match[0].length;
          return said;
        }
        await Promise.race([
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          ended.then((code) => {
            throw new Error(`it ended with ${code}:\n${all}`);
          }),
        ]);
      }
    },
  };
}

it('plans on each save, shows mistakes and keeps the last good plan, and ends with Ctrl-C', async () => {
  const folder = firm();
  const file = join(folder, 'cxplan.yaml');
  const plan = () => readFileSync(join(folder, 'plan/plan.json'), 'utf8');
  const watch = started(['watch', folder]);
  await watch.says(/Watching .*; Ctrl-C ends/);
  const first = plan();

  writeFileSync(file, SMALL.replace('kind: trainer', 'kind: trainr'));
  expect(await watch.says(/last good plan stays[\s\S]*Watching/)).toMatch(
    /Saved: cxplan\.yaml[\s\S]*trainr[\s\S]*cxplan\.yaml:\d+:\d+/,
  );
  expect(plan()).toBe(first);

  writeFileSync(file, SMALL.replace('name: Stores', 'name: All our stores'));
  await watch.says(/Planned and written in [\d.]+ s[\s\S]*Watching/);
  expect(plan()).not.toBe(first);
  expect(plan()).toContain('All our stores');

  watch.child.kill('SIGINT');
  expect(await watch.ended).toBe(130);
});
