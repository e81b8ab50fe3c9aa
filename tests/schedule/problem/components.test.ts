/** Independent components: found, planned apart, in any number of threads; none of which shows in the plan. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { componentsOf } from '../../../src/schedule/problem/components.ts';
import { makeWorld } from '../../../src/schedule/problem/world.ts';
import type { makeSchedule } from '../../../src/schedule/schedule.ts';
import { type ComponentSolution, solve } from '../../../src/schedule/solve/solve.ts';
import type { ScheduleOptions } from '../../../src/schedule/types.ts';
import { firm, fullyPlanned, programme } from '../helpers.ts';

const OPTIONS: ScheduleOptions = { seed: 1, effort: 'quick', asOf: '2027-01-01', previous: undefined };

/** Departments with a trainer, a room and a workshop each; `shared` lets all of them want what is added. */
function text(departments: readonly string[], shared = '', heads = 24): string {
  const lines = (line: (id: string) => string) => departments.map((id) => `  ${line(id)}`).join('\n');
  return `${programme('', '2027-01-04', '2027-06-30')}
departments:
${lines((id) => `${id}: { maxAway: 40% }`)}
roles:
${lines((id) => `${id}-agent: { department: ${id}, heads: ${heads} }`)}
rooms:
${lines((id) => `${id}-room: { site: main, seats: 12, features: [${id}] }`)}
facilitators:
${lines((id) => `${id}-trainer: { kind: trainer, teaches: [${id}-craft] }`)}
modules:
${lines((id) => `${id}-craft: { audience: { departments: [${id}] }, format: workshop, minutes: 60, seats: 12, room: { features: [${id}] }, when: { every: month } }`)}
${lines((id) => `${id}-read: { audience: { departments: [${id}] }, format: self-paced, minutes: 30, when: { every: month } }`)}
${shared}
`;
}

async function counted(source: string): Promise<number> {
  const model = await firm(source);
  return componentsOf(makeWorld(model), makeDemand(model), OPTIONS).length;
}

describe('components of a year', () => {
  it('are as many as there are departments that share nothing', async () => {
    expect(await counted(text(['ada', 'bob', 'cyd']))).toBe(3);
  });

  it('are one where a module, a room or a trainer is for all', async () => {
    const two = ['ada', 'bob'];
    const talk =
      '  talk: { audience: everyone, format: workshop, led: line, minutes: 30, when: { every: quarter } }';
    expect(await counted(text(two, talk))).toBe(1);
    const all = (source: string) => source.replace('features: [ada]', 'features: [ada, bob]');
    expect(await counted(all(text(two)))).toBe(1);
    expect(await counted(text(two).replace('[ada-craft]', '[ada-craft, bob-craft]'))).toBe(1);
  });

  it('do not notice a department that is added', async () => {
    const few = await fullyPlanned(text(['ada', 'bob']));
    const more = await fullyPlanned(text(['aaa', 'ada', 'bob', 'cyd']));
    const own = more.plan.sessions.filter(({ departments }) =>
      departments.some((id) => id === 'ada' || id === 'bob'),
    );
    expect(own).toEqual(few.plan.sessions);
    expect(own.length).toBeGreaterThan(40);
  });
});

describe('a department that is added', () => {
  /** What planning a component came to, by the component's first group: with the moves, which count its work. */
  async function solvedParts(source: string): Promise<Map<string, ComponentSolution>> {
    const model = await firm(source);
    const world = makeWorld(model);
    const job = { seed: 1, effort: 'normal', asOf: '2027-01-01', made: undefined } as const;
    const solved = new Map<string, ComponentSolution>();
    for (const component of componentsOf(world, makeDemand(model), OPTIONS)) {
      solved.set(component.demand.groups[0]!.id, await solve(world, component, job, () => {}));
    }
    return solved;
  }

  it('costs the components of the others not one move, and changes none of their sessions', async () => {
    const few = await solvedParts(text(['ada', 'bob']));
    const more = await solvedParts(text(['aaa', 'ada', 'bob', 'cyd']));
    expect(more.size).toBe(4);
    for (const [group, solved] of few) {
      expect(solved.moves).toBeGreaterThan(1000);
      expect(more.get(group)).toEqual(solved);
    }
  });
});

describe('threads', () => {
  let folder: string;
  let plan: typeof makeSchedule;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cxplan-threads-'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    await build({
      entryPoints: { schedule: 'src/schedule/schedule.ts', solver: 'src/schedule/solve/worker.ts' },
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
    ({ makeSchedule: plan } = await import(pathToFileURL(join(folder, 'schedule.js')).href));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([2, 8])(
    '%i give what one gives',
    async (threads) => {
      const model = await firm(text(['ada', 'bob', 'cyd', 'dan'], '', 1200));
      const demand = makeDemand(model);
      let told = 0;
      const alone = await plan(model, demand, OPTIONS);
      const shared = await plan(model, demand, {
        ...OPTIONS,
        threads,
        onProgress: ({ placed }) => {
          told = placed;
        },
      });
      expect(JSON.stringify(shared)).toBe(JSON.stringify(alone));
      expect(told).toBe(4 * 1200 * 12);
      expect(alone.score.unplaced).toBe(0);
    },
    120_000,
  );
});
