/** A year rehearsed: chance that adds up, seats that add up, shards that are one run. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { chanceOf, markStretches } from '../../src/scenarios/rehearsal/chance.ts';
import { findingsOf } from '../../src/scenarios/rehearsal/findings.ts';
import { merge, rehearse, type Shard, shardOf } from '../../src/scenarios/rehearsal/run.ts';
import { stageOf } from '../../src/scenarios/rehearsal/stage.ts';
import { firm } from '../cli/folder.ts';
import { run } from '../cli/host.ts';
import { SMALL } from '../fixtures.ts';
import { scratch } from '../output/scratch.ts';
import { yearOf } from '../year.ts';

let [model, plan] = [undefined as unknown as Model, undefined as unknown as Plan];
beforeAll(async () => {
  ({ model, plan } = await yearOf(SMALL));
});

const chances = { absence: 0, absenceDays: 4, leave: 0, leaveDays: 7, noShows: 0, leaders: 0, peaks: 0 };
const stage = (rehearsal: Partial<typeof chances> = {}, asOf = plan.asOf) =>
  stageOf(
    { ...model, policy: { ...model.policy, rehearsal: { ...chances, ...rehearsal } } },
    { ...plan, asOf },
  );
const years = (count: number, part = 1, of = 1) => ({ seed: 7, years: count, part, of });
const WHOLE = { part: 1, of: 1 };

describe('chance', () => {
  it.each([
    [0.04, 4],
    [0.3, 1],
    [0.5, 10],
    [0, 4],
    [1, 3],
  ])('marks a share of %d of all days in stretches of %d', (share, mean) => {
    let marked = 0;
    for (let year = 0; year < 1000; year++) {
      const marks = new Uint8Array(350);
      markStretches(marks, 0, 350, 1, { share, mean, chance: chanceOf(1, year) });
      marked += marks.reduce((sum, mark) => sum + mark, 0);
    }
    expect(Math.abs(marked / (1000 * 350) - share)).toBeLessThan(0.05 * share + 1e-9);
  });

  it('is another in each year, and the same each time', () => {
    const first = (seed: number, year: number) => chanceOf(seed, year).next();
    expect(first(1, 1)).toBe(first(1, 1));
    expect(new Set([first(1, 1), first(1, 2), first(2, 1), first(2, 2)]).size).toBe(4);
  });
});

describe('a rehearsed year', () => {
  it('in which nothing happens is the plan', async () => {
    const { records } = await rehearse(stage(), years(3));
    const { gaps } = { gaps: (await run(['gaps', firm(), '--json'])).out };
    const scores = JSON.parse(gaps).departments.map(({ score }: { score: number }) =>
      Math.round(100 * score),
    );
    for (const record of records) {
      expect(record).toMatchObject({
        madeUp: 0,
        fallen: 0,
        missed: { absent: 0, leave: 0, peak: 0, noShow: 0, leader: 0 },
      });
      expect(record.scores).toEqual(scores);
    }
  });

  it('loses what is missed and not made up, by department and module alike', async () => {
    const { records, sums } = await rehearse(
      stage({ absence: 0.1, leave: 0.1, noShows: 0.1, leaders: 0.2, peaks: 0.05 }),
      years(20),
    );
    let lost = 0;
    for (const record of records) {
      const missed = Object.values(record.missed).reduce((a, b) => a + b, 0);
      expect(record.lost.reduce((a, b) => a + b, 0)).toBe(missed - record.madeUp);
      lost += missed - record.madeUp;
    }
    expect([...sums.lost.values()].reduce((a, b) => a + b, 0)).toBe(lost);
    expect(lost).toBeGreaterThan(0);
    expect(records.some(({ madeUp }) => madeUp > 0)).toBe(true);
  });

  it('keeps what has been held, and everybody at home when nobody comes', async () => {
    const none = await rehearse(stage({ noShows: 1 }), years(1));
    expect(none.records[0]!.madeUp).toBe(0);
    const { ends } = model.programme;
    const over = await rehearse(
      stage({ noShows: 1 }, new Date((ends + 1) * 86_400_000).toISOString().slice(0, 10)),
      years(1),
    );
    expect(over.records[0]!.lost.every((seats) => seats === 0)).toBe(true);
  });

  it('falls with whoever leads, unless somebody else can', async () => {
    const ill = stage({ leaders: 1 });
    const { records, sums } = await rehearse(ill, years(2));
    const led = plan.sessions.filter(({ facilitator }) => facilitator !== null);
    expect(records[0]!.fallen).toBe(led.length);
    expect([...sums.fallen.values()].reduce((a, b) => a + b, 0)).toBe(
      2 * led.reduce((sum, { heads }) => sum + heads, 0),
    );
    expect(
      findingsOf(ill, { seed: 7, years: 2, records, sums }, new Map()).reserves.length,
    ).toBeLessThanOrEqual(5);
  });
});

describe('shards', () => {
  const at = { absence: 0.1, noShows: 0.05, leaders: 0.1 };
  const shards = async (of: number, count = 20) => {
    const texts = new Map<string, string>();
    for (let part = 1; part <= of; part++) {
      const part1 = await rehearse(stage(at), years(count, part, of));
      texts.set(`${part}.json`, JSON.stringify(shardOf(part1, { part, of }, 'plan')));
    }
    return texts;
  };

  it('are the same as one run, in whatever order', async () => {
    const whole = await rehearse(stage(at), years(20, 1, 1));
    const said = JSON.stringify(findingsOf(stage(at), whole, new Map()));
    const texts = await shards(7);
    for (const order of [[...texts], [...texts].reverse()]) {
      const merged = merge(new Map(order), 'plan');
      expect(JSON.stringify(shardOf(merged, WHOLE, 'plan'))).toBe(
        JSON.stringify(shardOf(whole, WHOLE, 'plan')),
      );
      expect(JSON.stringify(findingsOf(stage(at), merged, new Map()))).toBe(said);
    }
  });

  it('that are missing, doubled, damaged or of another run are refused', async () => {
    const texts = await shards(3, 6);
    const [one, two, three] = [...texts] as [[string, string], [string, string], [string, string]];
    const refuse = (...files: [string, string][]) => expect(() => merge(new Map(files), 'plan'));
    refuse(one, three).toThrow('shard 2 of 3 is missing');
    refuse(one, two, three, ['copy.json', two[1]]).toThrow('copy.json and 2.json are both shard 2 of 3');
    refuse(one, two, ['3.json', three[1].slice(0, 200)]).toThrow(
      '3.json is no shard of a rehearsal, or it is damaged',
    );
    refuse(one, two, ['3.json', '{}']).toThrow('3.json is no shard');
    const bent = (change: Partial<Shard>) => JSON.stringify({ ...JSON.parse(three[1]), ...change });
    refuse(one, two, ['3.json', bent({ seed: 8 })]).toThrow(
      '3.json is of another run than 1.json: 6 years in 3 shards with seed 8',
    );
    refuse(one, two, ['3.json', bent({ plan: 'other' })]).toThrow('3.json was rehearsed on another plan');
    refuse(one, two, ['3.json', bent({ records: [] })]).toThrow('hold 4 years, not each of 6 once');
    refuse().toThrow('no shard to put together');
  });
});

describe('rehearse', () => {
  it('shows what is at risk, the same from one run and from shards', async () => {
    const folder = firm();
    await run(['generate', folder]);
    const rehearsed = (...flags: string[]) => run(['rehearse', folder, '--years', '10', ...flags]);
    const { out, code } = await rehearsed();
    expect(code).toBe(0);
    expect(out).toMatch(/10 years rehearsed \(seed 1\)\nabsent 4 % · on leave 6 % · no-shows 3 %/);
    expect(out).toMatch(/^Stores +\d/m);
    const whole = (await rehearsed('--json')).out;
    const paths = await Promise.all(
      [1, 2, 3].map(async (i) => {
        const path = join(folder, `${i}.json`);
        writeFileSync(path, (await rehearsed('--shard', `${i}/3`)).out);
        return path;
      }),
    );
    expect((await rehearsed('--json', '--merge', ...paths)).out).toBe(whole);
    expect((await rehearsed('--merge', paths[0]!, paths[0]!)).err).toMatch(/is named twice/);
    expect((await rehearsed('--merge', join(folder, 'none.json'))).err).toMatch(/none\.json cannot be read/);
    expect((await rehearsed('--shard', '4/3')).err).toMatch(/such as 2\/7; '4\/3' is neither/);
    expect((await rehearsed('--shard', '1/20')).err).toMatch(/some would be empty/);
    expect((await run(['rehearse', folder, '--years', '0'])).err).toMatch(/from 1 to 1,000,000/);
  });
});

describe('examples/rehearse', () => {
  const file = (name: string) => fileURLToPath(new URL(`../../examples/rehearse/${name}`, import.meta.url));

  it.each(['parallel.sh', 'slurm.sh'])('%s asks for every part once', (name) => {
    const folder = scratch();
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    // What was asked for is written down; whether parts make a whole is tested above.
    writeFileSync(join(bin, 'cxplan'), `#!/bin/sh\necho "$*" >> "${folder}/asked"\n`);
    chmodSync(join(bin, 'cxplan'), 0o755);
    const sh = (args: string[], env: Record<string, string> = {}) =>
      execFileSync('sh', [file(name), ...args], {
        cwd: folder,
        env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ...env },
      });
    if (name === 'parallel.sh') sh(['my-firm', '100', '3']);
    else
      for (const task of ['1', '2', '3'])
        sh(['my-firm'], { SLURM_ARRAY_TASK_ID: task, SLURM_ARRAY_TASK_COUNT: '3', YEARS: '100' });
    const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
    const parts = asked.filter((line) => line.includes('--shard')).sort();
    expect(parts).toEqual([1, 2, 3].map((i) => `rehearse my-firm --quiet --years 100 --shard ${i}/3`));
    if (name === 'parallel.sh')
      expect(asked.at(-1)).toMatch(/rehearse my-firm --merge \S+1\.json \S+2\.json \S+3\.json/);
  });
});
