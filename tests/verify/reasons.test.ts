/**
 * Nobody is told an untrue reason: what stands under `unscheduled` is counted again by the checks of the second opinion,
 * start by start, and what is blamed first is lifted, after which it takes no start away. `CXPLAN_RUNS=300 npx vitest run
 * tests/verify/reasons.test.ts` tries more firms, and `FC_SEED` others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolsOf } from '../../src/demand/cohorts.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Facilitator, Model } from '../../src/model/model.ts';
import type { PlanUnscheduled } from '../../src/model/plan.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { filesOf } from './random-change.ts';
import { randomFirm } from './random-firm.ts';
import { type Place, refusalsOf } from './refusals.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 40);
/** Starts that are tried one by one, for the entry with fewest. */
const MOST = 400;

type Reasons = PlanUnscheduled['reasons'];

/** With three modules at most, so that hundreds of firms are planned in a minute. */
function small(text: string): string {
  const firm = JSON.parse(text);
  firm.modules = Object.fromEntries(Object.entries(firm.modules).slice(0, 3));
  return JSON.stringify(firm);
}

const sizeOf = ({ reasons }: PlanUnscheduled): number => reasons[0]?.of ?? 0;

async function plannedFirm(files: ReadonlyMap<string, string>) {
  const { model, inputs } = await loadSources(files);
  if (!model) return undefined;
  const options = { tool: 'test', inputs, seed: 1, effort: 'quick', asOf: '2027-02-21' } as const;
  const demand = makeDemand(model);
  const schedule = await makeSchedule(model, demand, { ...options, previous: undefined });
  const plan = makePlan(model, demand, schedule, { ...options, previous: undefined });
  const pools = poolsOf(model, demand);
  const placeOf = ({ module, occurrence, group }: PlanUnscheduled): Place =>
    pools.find(
      (pool) =>
        pool.module.id === module &&
        pool.occurrence === occurrence &&
        pool.requirements.some((one) => one.group.roll === group),
    )!;
  return { model, plan, placeOf };
}

/** The numbers of the plan, by constraint. */
const told = (reasons: Reasons) =>
  Object.fromEntries(reasons.map(({ constraint, excluded }) => [constraint, excluded]).sort());

const mapped = <T>(map: ReadonlyMap<string, T>, change: Partial<T>): ReadonlyMap<string, T> =>
  new Map([...map].map(([id, one]) => [id, { ...one, ...change }]));

/** The workspace without what a reason blames. */
const LIFTED: Readonly<Record<string, (model: Model) => Model>> = {
  floor: (m) => ({
    ...m,
    departments: mapped(m.departments, { maxAway: { share: 1 } }),
    modules: mapped(m.modules, { maxAway: { share: 1 } }),
  }),
  load: (m) => ({ ...m, policy: { ...m.policy, minutesPerWeek: 1e6 } }),
  'not-closed': (m) => ({
    ...m,
    sites: mapped(m.sites, { closed: [], holidays: new Map() }),
    rooms: mapped(m.rooms, { closed: [] }),
    departments: mapped(m.departments, { busy: [] }),
  }),
  'room-once': (m) => ({ ...m, rooms: withHuge(m) }),
  'room-fits': (m) => ({ ...m, rooms: withHuge(m) }),
  'facilitator-hours': (m) => ({ ...m, facilitators: mapped(m.facilitators, TIRELESS) }),
  'facilitator-able': (m) => ({ ...m, facilitators: withOneMore(m) }),
  'facilitator-once': (m) => ({ ...m, facilitators: withOneMore(m) }),
  prerequisite: (m) => ({ ...m, modules: mapped(m.modules, { after: [] }) }),
};

const TIRELESS = {
  days: 127,
  hours: { start: 0, end: 1440 },
  away: [],
  weeks: undefined,
  minutesPerDay: undefined,
  minutesPerWeek: undefined,
  totalDays: undefined,
} as unknown as Partial<Facilitator>;

function withHuge({ rooms, sites }: Model): Model['rooms'] {
  const [room] = rooms.values();
  const features = [...rooms.values()].flatMap((one) => one.features);
  const huge = [...sites.keys(), 'online'].map((site) => {
    const id = `huge-${site}`;
    return [id, { ...room!, id, name: id, site, seats: 999, features, closed: [] }] as const;
  });
  return new Map([...rooms, ...huge]);
}

function withOneMore({ facilitators }: Model): Model['facilitators'] {
  const more = [...facilitators.values()].map((one) => {
    const id = `more-${one.id}`;
    const free = { teaches: undefined, sites: undefined, role: undefined } as unknown as Partial<Facilitator>;
    return [id, { ...one, ...TIRELESS, ...free, id, name: id }] as const;
  });
  return new Map([...facilitators, ...more]);
}

describe('any firm, with any weekdays, clocks, holidays and rosters', () => {
  it('is told the truth by `unscheduled`: counted again and lifted', async () => {
    const seen = new Map<string, number>();
    const lifted = new Map<string, number>();
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(randomFirm, fc.boolean(), async (text, roster) => {
        const firm = await plannedFirm(filesOf(small(text), roster));
        fc.pre(firm !== undefined);
        const { model, plan, placeOf } = firm!;
        expect(verifyPlan(model, plan)).toEqual([]);
        const [one] = plan.unscheduled
          .filter((entry) => sizeOf(entry) <= MOST && entry.reasons[0]?.cause !== 'other-site')
          .sort((a, b) => sizeOf(b) - sizeOf(a));
        if (!one) return;
        const place = placeOf(one);
        const found = refusalsOf(model, plan, one, place)!;
        const first = one.reasons[0];
        if (first && ['in-shift', 'in-window', 'meeting-slot'].includes(first.constraint) && found.of === 0) {
          count(seen, `no start: ${first.constraint}`);
          expect(one.reasons).toHaveLength(1);
          return;
        }
        const counted = Object.fromEntries([...found.excluded].sort());
        const what = { module: one.module, occurrence: one.occurrence, group: one.group, first: one.first };
        expect({ ...what, of: sizeOf(one), ...told(one.reasons) }).toEqual({
          ...what,
          of: found.of,
          ...counted,
        });
        expect(found.free).toBe(0);
        if (!first) return;
        count(seen, first.constraint);
        const lift = LIFTED[first.constraint];
        const after = lift && refusalsOf(lift(model), plan, one, place);
        if (!after) return;
        count(lifted, first.constraint);
        expect({
          ...what,
          lifted: first.constraint,
          left: after.excluded.get(first.constraint) ?? 0,
        }).toEqual({
          ...what,
          lifted: first.constraint,
          left: 0,
        });
      }),
      { numRuns: RUNS },
    );
    // Firms that lack nothing show nothing.
    const looked = [...seen.values()].reduce((sum, n) => sum + n, 0);
    expect(looked).toBeGreaterThanOrEqual(Math.floor(RUNS / 8));
    if (RUNS >= 100) expect(lifted.size).toBeGreaterThanOrEqual(4);
  }, 3_600_000);
});
