/**
 * Every command that writes, with every kind of fault at any of its file operations: what is there afterwards is the old or
 * the new, nothing is called done that is not, and the next run puts right what a killed one left. A gate tries a few of each;
 * `npm run check:long` hundreds.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ran, run } from '../cli/host.ts';
import { contents, scratch } from '../output/scratch.ts';
import { type Fault, whileFailing } from './disk.ts';
import { JOBS, type Job, prepared } from './jobs.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 4);
const NEVER = Number.POSITIVE_INFINITY;
const FAULTS: readonly Fault[] = [
  { kind: 'killed', half: false },
  { kind: 'refused', code: 'ENOSPC', stays: true },
  { kind: 'refused', code: 'EIO', stays: false },
  { kind: 'short' },
  { kind: 'refused', code: 'EACCES', stays: false },
  { kind: 'killed', half: true },
  { kind: 'refused', code: 'EMFILE', stays: false },
  { kind: 'refused', code: 'EIO', stays: true },
];

type Files = Readonly<Record<string, string>>;

/** What a person sees below a folder: no lock, journal or paper of ours, and no temporary file. */
const seen = (above: string): Files =>
  Object.fromEntries(
    Object.entries(contents(above)).filter(([path]) => !/(^|\/)(\.cxplan-|\.[^/]*\.cxplan-tmp$)/.test(path)),
  );

/** A copy of what is there before, the command in it, and what it did. */
async function disturbed(job: Job, from: string, n: number, fault: Fault) {
  const above = join(scratch(), 'above');
  fs.cpSync(from, above, { recursive: true });
  let ran: Ran | undefined;
  const count = await whileFailing(n, fault, async () => {
    ran = await run(job.argv, { cwd: join(above, 'firm') });
  });
  return { above, count, ran: ran! };
}

/** The lock of this very process would look alive: put one into it that has ended. */
function pretendHolderIsGone(above: string) {
  for (const path of Object.keys(contents(above))) {
    if (!path.endsWith('.cxplan-lock')) continue;
    const lock = join(above, path);
    const holder = JSON.parse(fs.readFileSync(lock, 'utf8'));
    fs.writeFileSync(lock, JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
  }
}

const same = (a: Files, b: Files) => JSON.stringify(a) === JSON.stringify(b);

const isOneOf = (found: Files, old: Files, fresh: Files) =>
  [...new Set([...Object.keys(old), ...Object.keys(fresh), ...Object.keys(found)])].filter(
    (path) => found[path] !== old[path] && found[path] !== fresh[path],
  );

describe.each(JOBS)('$name', (job) => {
  it('is the old or the new, whatever fails', { timeout: 3_600_000 }, async () => {
    const from = await prepared(job);
    const old = seen(from);
    const whole = await disturbed(job, from, NEVER, FAULTS[0]!);
    expect(whole.ran.code, whole.ran.err).toBe(0);
    const fresh = seen(whole.above);
    expect(fresh).not.toEqual(old);
    expect(Object.keys(contents(whole.above)).filter((path) => /tmp$|journal|replacing/.test(path))).toEqual(
      [],
    );

    for (let one = 0; one < RUNS; one++) {
      const fault = FAULTS[one % FAULTS.length]!;
      // Spread over all operations, each time others.
      const n = 1 + ((one * 7919 + Math.floor((one * whole.count) / RUNS)) % whole.count);
      const about = `${job.name}, ${JSON.stringify(fault)} at ${n} of ${whole.count}`;
      const { above, ran } = await disturbed(job, from, n, fault);
      const found = seen(above);
      const about2 = `${about}: ${ran.err}`;
      expect(isOneOf(found, old, fresh), about2).toEqual([]);
      if (ran.code === 0) expect(found, about2).toEqual(fresh);
      else if (ran.err.includes('nothing was written')) expect(found, about2).toEqual(old);
      else if (fault.kind !== 'killed') {
        const isWhole = same(found, old) || same(found, fresh);
        if (!isWhole) expect(ran.err, about2).toContain('run it again to finish');
        expect(ran.code, about2).toBe(2);
      }

      pretendHolderIsGone(above);
      if (job.reader) {
        await run(job.reader, { cwd: join(above, 'firm') });
        const read = seen(above);
        expect(read, about2).toEqual(same(read, old) ? old : fresh);
      }
      const again = await run(job.argv, { cwd: join(above, 'firm') });
      if (!job.once || isOneOf(found, old, {}).length === 0)
        expect(again.code, `${about2} then ${again.err}`).toBe(0);
      expect(seen(above), `${about2} then ${again.err}`).toEqual(fresh);
      expect(
        Object.keys(contents(above)).filter((path) => /tmp$|journal|replacing/.test(path)),
        about2,
      ).toEqual([]);
      fs.rmSync(above, { recursive: true });
    }
  });
});
