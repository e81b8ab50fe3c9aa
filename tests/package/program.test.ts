/** The built program in a shell: exit codes, streams that break, signals, two at once, any zone. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { firmText } from '../bench/firm.ts';
import { firm } from '../cli/folder.ts';
import { contents } from '../output/scratch.ts';
import { root } from './build.ts';
import { PROGRAM, shell } from './program.ts';

const linux = process.platform === 'linux';

describe('start-up', () => {
  it('asks little of Node for --version: no ES module, two files of ours, no library', () => {
    const { out } = shell(`NODE_DEBUG=esm,module ${process.execPath} ${PROGRAM} --version 2>&1`);
    expect(out).not.toMatch(/^ESM \d+: .*cxplan/m);
    const loaded = new Set(out.match(/(?<=load ".*\/dist\/)[^"]+(?=")/g));
    expect(loaded).toContain('main.js');
    expect(loaded.size).toBeLessThanOrEqual(2);
    expect(shell('cxplan --version').out).toBe(
      `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`,
    );
  });

  it('brings the licences of what is bundled', () => {
    const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['commander', 'yaml', 'chalk', 'inquirer', 'ics', 'date-holidays', 'csv-parse']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });
});

/** Departments that share nothing, large enough for threads of their own. */
const APART = `programme: { name: Year, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London }
departments: { ada: {}, bob: {} }
roles: { a: { department: ada, heads: 6000 }, b: { department: bob, heads: 6000 } }
modules:
  ada-reads: { audience: { departments: [ada] }, format: self-paced, minutes: 30, when: { every: week } }
  bob-reads: { audience: { departments: [bob] }, format: self-paced, minutes: 30, when: { every: week } }
`;

describe('threads', () => {
  it.runIf(linux && availableParallelism() > 1)('give on two cores what one gives', () => {
    const folder = firm({ 'cxplan.yaml': APART });
    const plan = (before: string, out: string) =>
      shell(
        `${before} ${process.execPath} ${PROGRAM} generate ${folder} --effort quick --quiet --only json --out ${folder}/${out} 2>&1`,
      );
    expect(plan('NODE_DEBUG=worker', 'two').out).toMatch(/create new worker .*solver\.js/);
    expect(plan('NODE_DEBUG=worker taskset -c 0', 'one').out).not.toContain('worker');
    expect(readFileSync(join(folder, 'two/plan.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'one/plan.json'), 'utf8'),
    );
  });
});

describe('exit codes', () => {
  it.each([
    ['cxplan --version', 0],
    ['cxplan rules', 0],
    ['cxplan validate examples/minimal', 0],
    ['cxplan validate tests/package/mistakes', 1],
    ['cxplan generate tests/package/mistakes', 1],
    ['cxplan check examples/minimal', 0],
    ['cxplan frobnicate', 2],
    ['cxplan validate /no/such/folder', 2],
    ['cxplan init', 2],
  ])('%s ends with %i and no stack trace', (line, code) => {
    const ended = shell(line);
    expect(ended.code).toBe(code);
    expect(ended.out + ended.err).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });
});

describe('streams', () => {
  it('a reader that goes away is no error', () => {
    expect(shell('cxplan rules --json | head -n 1')).toMatchObject({ code: 0, out: '[\n', err: '' });
  });

  it.runIf(linux)('a full disk behind stdout is one: 2', () => {
    const { code, err } = shell('cxplan rules > /dev/full');
    expect(code).toBe(2);
    expect(err).toMatch(/^cxplan: cannot write to the standard output \(ENOSPC\)\n$/);
  });

  it('has colours only where they are wanted', () => {
    const { NO_COLOR: _, ...env } = process.env as Record<string, string>;
    expect(shell('unset NO_COLOR; cxplan validate tests/package/mistakes', env).out).not.toContain('\x1b[');
    expect(shell('unset NO_COLOR; FORCE_COLOR=1 cxplan validate tests/package/mistakes').out).toContain(
      '\x1b[',
    );
    expect(shell('FORCE_COLOR=1 NO_COLOR=1 cxplan validate tests/package/mistakes').out).not.toContain(
      '\x1b[',
    );
  });
});

describe('the output folder', () => {
  it.runIf(linux)('keeps the old plan when the disk takes no more', () => {
    const folder = firm();
    shell(`cxplan generate ${folder}`);
    const before = contents(folder);
    const { code, err } = shell(`ulimit -f 4; cxplan generate ${folder} --fresh --as-of 2027-01-02`);
    expect(code).toBe(2);
    expect(err).toMatch(/^cxplan: cannot write .*firm\/plan\/[\w./-]+: .*\(EFBIG\); nothing was written\n$/);
    expect(contents(folder)).toEqual(before);
  });

  it('survives being killed at any moment, and two runs at once', async () => {
    const folder = firm();
    shell(`cxplan generate ${folder}`);
    const asOfs = ['2027-01-01', '2027-01-02'];
    for (let i = 0; i < 8; i++) {
      const run = spawn(process.execPath, [PROGRAM, 'generate', folder, '--fresh', '--as-of', asOfs[i % 2]!]);
      // Asked for before the wait: on a quick machine the run is over first.
      const ended = new Promise((resolve) => run.once('exit', resolve));
      await sleep(100 + i * 60);
      run.kill('SIGKILL');
      await ended;
      expect(() => JSON.parse(readFileSync(join(folder, 'plan/plan.json'), 'utf8'))).not.toThrow();
    }
    const both = await Promise.all(
      asOfs.map((asOf) => {
        const run = spawn(process.execPath, [PROGRAM, 'generate', folder, '--fresh', '--as-of', asOf]);
        let err = '';
        run.stderr.on('data', (data) => {
          err += data;
        });
        return new Promise<{ code: number | null; err: string; pid: number }>((resolve) =>
          run.once('close', (code) => resolve({ code, err, pid: run.pid! })),
        );
      }),
    );
    const first = both.find(({ code }) => code === 0)!;
    const second = both.find((ended) => ended !== first)!;
    if (second.code !== 0) {
      expect(second.code).toBe(2);
      expect(second.err).toContain(`is being written by process ${first.pid}`);
    }
    expect(shell(`cxplan generate ${folder} && cxplan verify ${folder}`).code).toBe(0);
    expect(Object.keys(contents(folder)).filter((path) => /tmp|lock|journal/.test(path))).toEqual([]);
  });

  it.each([
    ['INT', 130],
    ['TERM', 143],
  ])('SIG%s ends with %i', (signal, code) => {
    const folder = firm({ 'cxplan.yaml': firmText({ people: 1090 }) });
    const line = `cxplan generate ${folder} --effort thorough & sleep 1; kill -${signal} $(pgrep -P $! -f cxplan.js || echo $!); wait $!`;
    // Job control, so that a background process does not ignore SIGINT.
    expect(shell(`set -m; ${line}`).code).toBe(code);
    expect(shell(`cxplan generate ${folder} --effort quick`).code).toBe(0);
  });

  it('Ctrl-C in the middle of planning ends with 130, says so, and leaves nothing behind', async () => {
    // Until it searches it ends as any program does: on a slow machine that may take a while.
    for (let wait = 500; ; wait *= 2) {
      const { folder, run, ended } = await planning(firmText({ people: 4360 }));
      await sleep(wait);
      run.kill('SIGINT');
      const how = await ended;
      if (how.signal === 'SIGINT' && wait < 60_000) continue;
      expect(how).toEqual({ code: 130, signal: null, err: '\nStopped; nothing was written.\n' });
      expect(Object.keys(contents(folder))).toEqual(['cxplan.yaml']);
      expect(existsSync(join(folder, 'plan'))).toBe(false);
      return;
    }
  });

  // Ended by the signal itself, not by an answer of ours to it: no stage can keep it waiting.
  it.each([
    ['as soon as it has the folder', firmText({ people: 4360 }), 0],
    ['while it plans', firmText({ people: 4360 }), 2000],
    ['in threads', APART, 800],
  ])('SIGTERM %s ends it, and the next run finds nothing in its way', async (_, text, wait) => {
    const { folder, run, ended } = await planning(text);
    await sleep(wait);
    run.kill('SIGTERM');
    expect(await ended).toEqual({ code: null, signal: 'SIGTERM', err: '' });
    const left = Object.keys(contents(folder)).filter((path) => path !== 'cxplan.yaml');
    expect(left).toEqual([join('plan', '.cxplan-lock')]);
    writeFileSync(join(folder, 'cxplan.yaml'), readFileSync(join(firm(), 'cxplan.yaml')));
    expect(shell(`cxplan generate ${folder} --effort quick && cxplan verify ${folder}`).code).toBe(0);
    expect(Object.keys(contents(folder)).filter((path) => /tmp|lock|journal/.test(path))).toEqual([]);
  });

  it('has the same bytes in every zone and language, from another folder, with keys shuffled', () => {
    const texts = ['UTC', 'Pacific/Auckland', 'America/New_York'].map((zone) => {
      const folder = firm();
      expect(shell(`cd / && cxplan generate ${folder}`, { TZ: zone, LC_ALL: 'tr_TR.UTF-8' }).code).toBe(0);
      return contents(join(folder, 'plan'));
    });
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });
});

describe('the folder of the workspace', () => {
  it('is not written to by a command that only looks', () => {
    const folder = firm();
    for (const command of ['validate', 'check', 'gaps', 'generate --dry-run'])
      shell(`cxplan ${command} ${folder}`);
    expect(Object.keys(contents(folder))).toEqual(['cxplan.yaml']);
  });

  it('may hold a pipe, a device or a link out of it: refused at once, never read', () => {
    const folder = firm();
    shell(
      `mkfifo ${folder}/pipe.yaml; ln -s /dev/zero ${folder}/zero.yaml; ln -s /etc/hostname ${folder}/out.yaml`,
    );
    expect(existsSync(join(folder, 'pipe.yaml'))).toBe(true);
    // Whoever waited for the pipe would be ended instead.
    const { code, out } = shell(`timeout 300 ${process.execPath} ${PROGRAM} validate ${folder}`);
    expect(code).toBe(2);
    expect(out).toMatch(/pipe\.yaml is a pipe[\s\S]*zero\.yaml/);
    writeFileSync(join(folder, 'note.txt'), '');
  });
});

/** A run that has taken its output folder's lock and plans. */
async function planning(text: string) {
  const folder = firm({ 'cxplan.yaml': text });
  const run = spawn(process.execPath, [PROGRAM, 'generate', folder, '--effort', 'thorough']);
  let err = '';
  run.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<{ code: number | null; signal: string | null; err: string }>((resolve) =>
    run.on('close', (code, signal) => resolve({ code, signal, err })),
  );
  while (!existsSync(join(folder, 'plan', '.cxplan-lock'))) await sleep(20);
  return { folder, run, ended };
}
