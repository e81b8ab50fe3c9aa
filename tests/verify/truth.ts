/** Whether what `unscheduled` says of a firm is true: counted again start by start, and what is blamed first is lifted. */
import { expect } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { poolsOf } from '../../src/demand/cohorts.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Plan, PlanSession, PlanUnscheduled } from '../../src/model/made/plan.ts';
import type { Facilitator, Model, Module, ShiftTime } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { type Place, refusalsOf } from './refusals.ts';

/** Starts that are tried one by one, for the entry with fewest. */
const MOST = 400;

type Reasons = PlanUnscheduled['reasons'];

const sizeOf = ({ reasons }: PlanUnscheduled): number => reasons[0]?.of ?? 0;

export async function plannedFirm(files: ReadonlyMap<string, string>) {
  const { model, inputs } = await loadSources(files);
  if (!model) return undefined;
  const options = { tool: 'test', inputs, seed: 1, effort: 'quick', asOf: '2027-02-21' } as const;
  const demand = makeDemand(model, undefined, options.asOf);
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
  language: understood,
  'overtime-limit': (m) => ({ ...m, policy: { ...m.policy, overtimeMinutesPerWeek: 1e6 } }),
  'night-rest': (m) => ({ ...m, policy: { ...m.policy, restAfterNight: 0 } }),
  'facilitator-once': withOneMore,
  prerequisite: (m) => ({ ...m, modules: mapped(m.modules, { after: [] }) }),
};

/** Reasons that blame what else is planned: it is taken out of the plan. */
const FREED: Readonly<Record<string, (session: PlanSession, one: PlanUnscheduled) => boolean>> = {
  'person-once': ({ attendees }, { group }) => attendees.some((seat) => seat.group === group),
  'leader-once': ({ led }) => led === 'line',
  // The parts before it are held earlier instead.
  prerequisite: ({ module, attendees }, one) =>
    module === one.module && attendees.some((seat) => seat.group === one.group),
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
    return [
      id,
      { ...room!, id, name: id, site, sites: [site], seats: 999, features, closed: [], open: undefined },
    ] as const;
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

/** Nobody says anything about languages. */
function understood(model: Model): Model {
  const silent = <T extends object>(things: ReadonlyMap<string, T>) =>
    mapped(things, { languages: undefined } as unknown as Partial<T>);
  const { sites, roles, modules, facilitators } = model;
  return {
    ...model,
    sites: silent(sites),
    roles: silent(roles),
    modules: silent(modules),
    facilitators: silent(facilitators),
  };
}

export interface Told {
  /** The constraint that is blamed first; undefined where nobody is without a place. */
  readonly blamed?: string;
  /** No start was left at all. */
  readonly noStart?: true;
  /** Starts that nothing takes away any more once it is lifted; undefined where it cannot be. */
  readonly freed?: number;
}

type Firm = NonNullable<Awaited<ReturnType<typeof plannedFirm>>>;

/** Fails where a reason is untrue. Of the entries, that with most starts is looked at. */
export function expectTruth({ model, plan, placeOf }: Firm): Told {
  expect(verifyPlan(model, plan)).toEqual([]);
  const [one] = plan.unscheduled
    .filter((entry) => sizeOf(entry) <= MOST && entry.reasons[0]?.cause !== 'other-site')
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  if (!one) return {};
  const place = placeOf(one);
  const found = refusalsOf(model, plan, one, place)!;
  const blamed = one.reasons[0]?.constraint;
  if (blamed !== undefined && blamed in OPENED && found.of === 0) {
    expectAlone(model, plan, one, place);
    return { blamed, noStart: true };
  }
  const what = { module: one.module, occurrence: one.occurrence, group: one.group, first: one.first };
  const counted = { ...what, of: found.of, ...Object.fromEntries([...found.excluded].sort()) };
  expect({ ...what, of: sizeOf(one), ...told(one.reasons) }).toEqual(counted);
  expect(found.free).toBe(0);
  if (blamed === undefined) return {};
  const after = lifted(model, plan, one, place);
  if (!after) return { blamed };
  expect({ ...what, lifted: blamed, left: after.excluded.get(blamed) ?? 0 }).toEqual({
    ...what,
    lifted: blamed,
    left: 0,
  });
  return { blamed, freed: after.free };
}

/** What leaves no start at all is told alone, and leaves some once it is open. */
function expectAlone(model: Model, plan: Plan, one: PlanUnscheduled, place: Place): void {
  expect(one.reasons).toHaveLength(1);
  // Other shifts would be other first days of joiners, and other windows.
  if (model.modules.get(one.module)!.when.kind === 'moment') return;
  const startsWith = (...ids: string[]): number => {
    const open = ids.reduce((m, id) => OPENED[id]!(m), model);
    return refusalsOf(open, plan, one, place)?.of ?? 0;
  };
  const { constraint } = one.reasons[0]!;
  const what = `${constraint} of ${one.module} ${one.occurrence} ${one.group}`;
  expect(STANDS_ALONE[constraint]!(startsWith), what).toBe(true);
}

/** What refuses the starts once what is blamed first is lifted; undefined where it cannot be. */
function lifted(model: Model, plan: Plan, one: PlanUnscheduled, place: Place) {
  const { constraint } = one.reasons[0]!;
  const lift = LIFTED[constraint];
  const inTheWay = FREED[constraint];
  if (!lift && !inTheWay) return undefined;
  const kept = inTheWay ? plan.sessions.filter((session) => !inTheWay(session, one)) : plan.sessions;
  const sessions = constraint === 'prerequisite' ? [...kept, ...earlierParts(plan, one)] : kept;
  return refusalsOf(lift?.(model) ?? model, { ...plan, sessions }, one, place);
}

/** The parts that come before it, as if they had been held weeks ago. */
function earlierParts({ sessions }: Plan, one: PlanUnscheduled): PlanSession[] {
  const [whole, part] = one.occurrence.split('.p') as [string, string?];
  return Array.from({ length: Number(part ?? 1) - 1 }, (_, i) => {
    const day = isoDate(toDay(one.window.from)! - 40 + i);
    return {
      ...sessions[0]!,
      id: `before-${i}`,
      module: one.module,
      occurrence: `${whole}.p${i + 1}`,
      attendees: [{ group: one.group, first: one.first, last: one.last }],
      start: `${day}T10:00`,
      status: 'confirmed',
    };
  });
}
