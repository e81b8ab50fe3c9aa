/**
 * Nobody is told an untrue reason: what stands under `unscheduled` is counted again by the checks of the second opinion,
 * start by start, and what is blamed first is lifted, after which it takes no start away. `CXPLAN_RUNS=300 npx vitest run
 * tests/verify/reasons.test.ts` tries more firms, and `FC_SEED` others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolsOf } from '../../src/demand/cohorts.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { PlanSession, PlanUnscheduled } from '../../src/model/made/plan.ts';
import type { Facilitator, Model, Module, ShiftTime } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { filesOf } from './random-change.ts';
import { randomFirm } from './random-firm.ts';
import { type Place, refusalsOf } from './refusals.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 60);
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
  'leader-once': (m) => ({ ...m, roles: mapped(m.roles, { level: 'manager' }) }),
  'host-places': (m) => ({
    ...m,
    modules: withGuests(m),
    departments: mapped(roundTheClock(m), { busy: [] }),
    sites: mapped(m.sites, { closed: [], holidays: new Map() }),
  }),
  floor: (m) => ({
    ...m,
    departments: mapped(m.departments, { maxAway: { share: 1 }, minOnShift: 0 }),
    modules: mapped(m.modules, { maxAway: { share: 1 }, minOnShift: 0 }),
  }),
  load: (m) => ({ ...m, posts: mapped(m.posts, { minutesPerWeek: 1e6 }) }),
  'not-closed': (m) => ({
    ...m,
    sites: mapped(m.sites, { closed: [], holidays: new Map() }),
    rooms: mapped(m.rooms, { closed: [], open: undefined }),
    departments: mapped(m.departments, { busy: [] }),
  }),
  'room-once': (m) => ({ ...m, rooms: withHuge(m) }),
  'room-fits': (m) => ({ ...m, rooms: withHuge(m) }),
  'facilitator-hours': (m) => ({ ...m, facilitators: mapped(m.facilitators, TIRELESS) }),
  'facilitator-able': withOneMore,
  'facilitator-once': withOneMore,
  prerequisite: (m) => ({ ...m, modules: mapped(m.modules, { after: [] }) }),
};

/** Reasons that blame what else is planned: it is taken out of the plan. */
const FREED: Readonly<Record<string, (session: PlanSession, one: PlanUnscheduled) => boolean>> = {
  'person-once': ({ attendees }, { group }) => attendees.some((seat) => seat.group === group),
  'leader-once': ({ led }) => led === 'line',
};

/** The workspace in which what leaves no start at all leaves some. */
const OPENED: Readonly<Record<string, (model: Model) => Model>> = {
  'in-shift': (m) => ({ ...m, departments: roundTheClock(m) }),
  'in-window': (m) => ({
    ...m,
    modules: mapped(m.modules, { days: undefined, hours: undefined } as unknown as Partial<Module>),
  }),
  'meeting-slot': (m) => ({
    ...m,
    modules: mapped(m.modules, {
      format: 'workshop',
      led: 'peer',
      room: { kind: 'none' },
    } as Partial<Module>),
  }),
};

/** Whether what is blamed leaves no start whatever else were open, and leaves some once it is open itself. */
const STANDS_ALONE: Readonly<Record<string, (startsWith: (...opened: string[]) => number) => boolean>> = {
  'in-window': (starts) =>
    starts('in-window') > 0 ||
    (starts('in-shift', 'meeting-slot') === 0 && starts('in-window', 'in-shift', 'meeting-slot') > 0),
  'in-shift': (starts) => starts('meeting-slot') === 0 && starts('in-shift', 'meeting-slot') > 0,
  'meeting-slot': (starts) => starts('meeting-slot') > 0,
};

function roundTheClock({ departments }: Model): Model['departments'] {
  const always = [{ days: 127, hours: { start: 0, end: 1440 } }] as unknown as ShiftTime[];
  const open = [...departments].map(
    ([id, one]) => [id, { ...one, shifts: mapped(one.shifts, { times: always }) }] as const,
  );
  return new Map(open);
}

function withGuests({ modules }: Model): Model['modules'] {
  const more = [...modules].map(
    ([id, one]) => [id, one.host ? { ...one, host: { ...one.host, guests: 1e6 } } : one] as const,
  );
  return new Map(more);
}

const TIRELESS = {
  works: [{ days: 127, hours: { start: 0, end: 1440 } }],
  away: [],
  minutesPerDay: undefined,
  minutesPerWeek: undefined,
  minutesPerMonth: undefined,
  totalDays: undefined,
} as unknown as Partial<Facilitator>;

function withHuge({ rooms, sites }: Model): Model['rooms'] {
  const [room] = rooms.values();
  const features = [...rooms.values()].flatMap((one) => one.features);
  const huge = [...sites.keys(), 'online'].map((site) => {
    const id = `huge-${site}`;
    return [id, { ...room!, id, name: id, site, seats: 999, features, closed: [], open: undefined }] as const;
  });
  return new Map([...rooms, ...huge]);
}

/** One of each kind more, whom every module names that names anybody. */
function withOneMore(model: Model): Model {
  const { facilitators } = model;
  const more = [...facilitators.values()].map((one) => {
    const id = `more-${one.id}`;
    const free = { teaches: undefined, sites: undefined, role: undefined } as unknown as Partial<Facilitator>;
    return [id, { ...one, ...TIRELESS, ...free, id, name: id }] as const;
  });
  const modules = [...model.modules].map(([id, one]) => {
    const named = one.facilitators && [...one.facilitators, ...more.map(([other]) => other)];
    return [id, { ...one, facilitators: named }] as const;
  });
  return { ...model, facilitators: new Map([...facilitators, ...more]), modules: new Map(modules) };
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
          // Other shifts would be other first days of joiners, and other windows.
          if (model.modules.get(one.module)!.when.kind === 'moment') return;
          const startsWith = (...ids: string[]): number =>
            refusalsOf(
              ids.reduce((m, id) => OPENED[id]!(m), model),
              plan,
              one,
              place,
            )?.of ?? 0;
          const what = `${first.constraint} of ${one.module} ${one.occurrence} ${one.group}`;
          expect(STANDS_ALONE[first.constraint]!(startsWith), what).toBe(true);
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
        const lift = LIFTED[first.constraint] ?? ((same: Model) => same);
        const blamed = FREED[first.constraint];
        // A later part waits for the one before it, whatever its module comes after.
        if (first.constraint === 'prerequisite' && /\.p[2-9]$/.test(one.occurrence)) return;
        if (!LIFTED[first.constraint] && !blamed) return;
        const freed = blamed
          ? { ...plan, sessions: plan.sessions.filter((session) => !blamed(session, one)) }
          : plan;
        const after = refusalsOf(lift(model), freed, one, place);
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
    if (process.env.SHOW) console.log(seen, lifted);
    if (RUNS >= 100) expect(lifted.size).toBeGreaterThanOrEqual(4);
  }, 3_600_000);
});
