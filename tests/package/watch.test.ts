/** `watch` as somebody meets it who saves files beside it, with the page that it serves. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firm } from '../cli/folder.ts';
import { SMALL } from '../fixtures.ts';
import { PROGRAM, shell } from './program.ts';

/** At one stroke: a file that is half written would be a round of its own. */
function save(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

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

  save(file, SMALL.replace('kind: trainer', 'kind: trainr'));
  expect(await watch.says(/last good plan stays[\s\S]*Watching/)).toMatch(
    /Saved: cxplan\.yaml[\s\S]*trainr[\s\S]*cxplan\.yaml:\d+:\d+/,
  );
  expect(plan()).toBe(first);

  save(file, SMALL.replace('name: Stores', 'name: All our stores'));
  await watch.says(/Planned and written in [\d.]+ s[\s\S]*Watching/);
  expect(plan()).not.toBe(first);
  expect(plan()).toContain('All our stores');

  watch.child.kill('SIGINT');
  expect(await watch.ended).toBe(130);
});

/** What the page at an address hears, as a browser would. */
async function heard(origin: string) {
  const response = await fetch(`${origin}watch`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let all = '';
  let last: string | undefined;
  return {
    /** What is new: the same may be told twice. */
    async next(): Promise<{ plan: string; errors: string }> {
      for (;;) {
        const match = /data: (.*)\n\n/.exec(all);
        if (match) {
          all = all.slice(match.index + match[0].length);
          if (match[1] === last) continue;
          last = match[1]!;
          return JSON.parse(last);
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the server has ended');
        all += value;
      }
    },
    /** Until the server ends it. */
    async end(): Promise<void> {
      while (!(await reader.read().catch(() => ({ done: true }))).done);
    },
  };
}

function hashes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      return `${parentPath}/${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    })
    .sort();
}

it('serves a page that hears of each plan and of mistakes, and leaves the files alone', async () => {
  const folder = firm();
  const file = join(folder, 'cxplan.yaml');
  const index = () => readFileSync(join(folder, 'plan/index.html'), 'utf8');
  // It begins with a mistake, so that there is nothing to show but that.
  save(file, SMALL.replace('kind: trainer', 'kind: trainr'));
  const watch = started(['watch', folder, '--port', '0']);
  const said = await watch.says(/Watching .*; the page at \S+ follows; Ctrl-C ends/);
  const origin = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)![0];
  const nothing = await (await fetch(origin)).text();
  expect(nothing).toMatch(/no plan yet[\s\S]*<script data-plan="">/);
  const page = await heard(origin);
  expect(await page.next()).toEqual({ plan: '', errors: expect.stringContaining('trainr') });

  // Saved: there is a plan, and the page is what the file is, but for the program that hears.
  save(file, SMALL);
  const first = await page.next();
  expect(first).toEqual({ plan: expect.stringMatching(/^"[0-9a-f]{64}"$/), errors: '' });
  await watch.says(/Planned and written[\s\S]*Watching/);
  const response = await fetch(origin);
  const served = await response.text();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/;
  expect(
    served
      .replace(/<script data-plan=.*?<\/script>\n/, '')
      .replace(policy.exec(served)![1]!, policy.exec(index())![1]!),
  ).toBe(index());
  expect(response.headers.get('content-security-policy')).toBe(
    `${policy.exec(served)![1]}; frame-ancestors 'none'`,
  );
  expect(policy.exec(served)![1]).toMatch(
    /^default-src 'none'; script-src ('sha256-\S+' ?){2}; .*connect-src 'self'$/,
  );
  const tag = response.headers.get('etag')!;
  expect((await fetch(origin, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  expect((await fetch(`${origin}watch`, { headers: { Origin: 'http://evil.example' } })).status).toBe(403);
  expect(shell(`curl -s -o /dev/null -w '%{http_code}' -H 'Host: evil.example' ${origin}watch`).out).toBe(
    '421',
  );

  // A mistake: the last good plan stays, and nothing on the disk is another.
  const before = hashes(join(folder, 'plan'));
  save(
    file,
    SMALL.replace('name: Stores', 'name: "Zoë & <b>O’Brien</b>"').replace('kind: trainer', 'kind: trainr'),
  );
  const broken = await page.next();
  expect(broken.plan).toBe(first.plan);
  expect(broken.errors).toMatch(
    /^Nothing was planned: the last good plan stays\.\n\n[\s\S]*cxplan\.yaml:\d+:\d+/,
  );
  expect(broken.errors).not.toMatch(/\u001b/);
  expect(await (await fetch(origin)).text()).toBe(served);
  await watch.says(/last good plan stays[\s\S]*Watching/);
  expect(hashes(join(folder, 'plan'))).toEqual(before);

  // Mended with another name: the page hears that it is old.
  save(file, SMALL.replace('name: Stores', 'name: All our stores'));
  const second = await page.next();
  expect(second).toEqual({ plan: expect.not.stringMatching(first.plan), errors: '' });
  const early = await (await fetch(origin)).text();
  expect(early).toContain('All our stores');

  // What it showed before the files were in place is what came to stand there: no page is loaded twice.
  await watch.says(/Planned and written[\s\S]*Watching/);
  expect(await (await fetch(origin)).text()).toBe(early);
  expect(index()).toContain('All our stores');

  // A plan that cannot be written is not shown for longer than it takes to say so.
  const csv = join(folder, 'plan/sessions.csv');
  writeFileSync(csv, 'mine');
  save(file, SMALL);
  expect((await page.next()).plan).not.toBe(second.plan);
  expect(await page.next()).toEqual({ plan: second.plan, errors: expect.stringContaining('sessions.csv') });
  expect(await (await fetch(origin)).text()).toBe(early);

  await watch.says(/last good plan stays[\s\S]*Watching/);
  watch.child.kill('SIGINT');
  expect(await watch.ended).toBe(130);
  await page.end();
});

it('says which port another program has', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const { code, err } = shell(`cxplan watch ${firm()} --port ${port}`);
  expect([code, err]).toEqual([
    2,
    `cxplan: cannot listen on port ${port} (EADDRINUSE): name another with --port\n`,
  ]);
  taken.close();
});
