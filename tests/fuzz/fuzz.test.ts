/**
 * Whatever stands in the files: a plan, or errors with their places; never a crash, a stack or a long wait. The same cases each
 * time in a gate; `npm run check:long` tries 20,000 (`CXPLAN_FUZZ`, from case `CXPLAN_FUZZ_FROM` on).
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';
import { caseOf, put } from './cases.ts';
import { WORKSPACES } from './workspaces.ts';

const COUNT = Number(process.env.CXPLAN_FUZZ ?? 160);
const FROM = Number(process.env.CXPLAN_FUZZ_FROM ?? 0);
/** What a process takes to start, in seconds: the clean run has that, too. */
const START = 0.1;

interface Found {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly at?: { readonly file: string; readonly line: number; readonly column: number };
}

/** A run, and its processor time in seconds. */
async function timed(argv: readonly string[]) {
  const before = process.cpuUsage();
  const ran = await run(argv);
  const { user, system } = process.cpuUsage(before);
  return { ...ran, seconds: (user + system) / 1e6 };
}

/** Of several runs the least: other work on the machine only adds. */
async function leastOf(times: number, argv: readonly string[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) least = Math.min(least, (await timed(argv)).seconds);
  return least;
}

it(`${COUNT} broken workspaces give a plan, or errors with places`, { timeout: 3_600_000 }, async () => {
  const folder = join(scratch(), 'firm');
  const clean = new Map<string, number>();
  for (const [name, files] of WORKSPACES) {
    put(folder, files);
    expect((await run(['validate', folder])).code, name).toBe(0);
    clean.set(name, await leastOf(5, ['validate', folder]));
  }

  let lines = 0;
  const missed: string[] = [];
  const faults: string[] = [];
  for (let number = FROM; number < FROM + COUNT; number++) {
    const { kind, name, broken } = caseOf(number);
    const about = `case ${number}, ${name}, ${kind}`;
    put(folder, broken.files);
    const limit = 2 * (clean.get(name)! + START);
    const ran = await timed(['validate', folder, '--json']);
    if (ran.seconds > limit && (await leastOf(3, ['validate', folder, '--json'])) > limit) {
      faults.push(`${about}: ${ran.seconds} s, the clean one ${clean.get(name)}`);
    }
    if (/fault of our own|\n\s+at /.test(ran.err) || ran.code === 2) faults.push(`${about}: ${ran.err}`);
    const { valid, diagnostics } = JSON.parse(ran.out || '{"diagnostics":[]}') as {
      valid: boolean;
      diagnostics: Found[];
    };
    if (valid !== (ran.code === 0)) faults.push(`${about}: code ${ran.code}`);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    for (const { code, message, at } of errors) {
      const lineCount =
        broken.files
          .get(at?.file ?? '')
          ?.toString('latin1')
          .split(/\r?\n/).length ?? 0;
      const isPlaced = at
        ? at.line >= 1 && at.line <= lineCount && at.column >= 1
        : code === 'missing-programme';
      if (!isPlaced) faults.push(`${about}: no place in the files: ${message} ${JSON.stringify(at)}`);
      if (/undefined|NaN|\[object/.test(message.replace(/"[^"]*"/g, ''))) faults.push(`${about}: ${message}`);
    }
    const { at } = broken;
    if (at) {
      lines++;
      const isThere = errors.some((one) => one.at?.file === at.file && one.at.line === at.line);
      if (!isThere)
        missed.push(
          `${about} at ${at.file}:${at.line}: ${JSON.stringify(errors.map((one) => [one.at?.line, one.message]))}`,
        );
    }
    if (valid && number % 8 === 0) {
      const planned = await run([
        'generate',
        folder,
        '--dry-run',
        '--only',
        'json',
        '--quiet',
        '--effort',
        'quick',
      ]);
      if (planned.code !== 0) faults.push(`${about}: generate ends with ${planned.code}: ${planned.err}`);
    } else if (number % 8 === 0) {
      const pretty = await run(['validate', folder]);
      if (pretty.code !== 1 || /\n\s+at \S+:\d+/.test(pretty.out)) faults.push(`${about}: ${pretty.out}`);
    }
  }
  for (const one of missed) console.info(one);
  console.info(`${COUNT} cases: ${faults.length} faults; ${lines - missed.length} of ${lines} lines exact`);
  expect(faults).toEqual([]);
  expect(missed.slice(0, missed.length <= lines / 100 ? 0 : undefined)).toEqual([]);
});
