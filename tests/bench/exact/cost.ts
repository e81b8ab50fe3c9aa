/** The soft terms of small years, each added up anew from nothing but the sessions: for both plans alike. */
import type { Demand, Requirement } from '../../../src/demand/types.ts';
import type { Model, Module, ShiftTime } from '../../../src/model/model.ts';

export interface Instance {
  readonly model: Model;
  readonly demand: Demand;
}

/** A session; self-paced ones are without room and facilitator. */
export interface Held {
  readonly seats: readonly {
    readonly requirement: Requirement;
    readonly first: number;
    readonly last: number;
  }[];
  /** Wall minute. */
  readonly start: number;
  readonly facilitator: string | undefined;
  readonly room: string | undefined;
}

/** What the terms weigh by default; `moved` is not asked: there is no previous plan. */
const WEIGHTS = {
  spread: 0.2,
  'days-apart': 0.2,
  'early-enough': 0.05,
  reinforce: 0.5,
  rhythm: 0.2,
  sessions: 2,
  'seats-min': 1,
  'facilitator-fair': 0.1,
  'same-facilitator': 0.5,
  mixed: 0.5,
  'preferred-hours': 1.5,
  'few-rooms': 0.5,
} as const;

export type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>;

export function weightsOf({ policy }: Model): Weights {
  const own = Object.entries(WEIGHTS).map(([id, weight]) => [id, policy.weights.get(id) ?? weight]);
  return Object.fromEntries(own);
}

/** What a start costs for each person by itself. */
export function lateCost(weights: Weights, { from, by }: Requirement, start: number): number {
  const wanted = Math.min(7, Math.floor((by - from) / 4));
  return weights['early-enough'] * Math.max(0, wanted - (by - dayOf(start)));
}

/** What a session's hours cost by themselves: those in the first and last minutes of the only shift. */
export function hoursCost(model: Model, { minutes }: Module, start: number): number {
  const { departments, policy } = model;
  const [{ hours }] = departments.values().next().value!.shifts.values().next().value!.times as [ShiftTime];
  const [begin, end] = [start % 1440, (start % 1440) + minutes];
  const { edges } = policy;
  const inside = Math.min(end, hours.end - edges.end) - Math.max(begin, hours.start + edges.start);
  return (weightsOf(model)['preferred-hours'] * (minutes - Math.max(0, inside))) / 60;
}

/** What it costs that somebody leads a session. */
export function ledCost(weights: Weights, { format, minutes }: Module): number {
  return format === 'self-paced' ? 0 : (weights.sessions * minutes) / 60;
}

export function dayOf(start: number): number {
  return Math.floor(start / 1440);
}

export function weekOf(start: number): number {
  return Math.floor((dayOf(start) + 3) / 7);
}

/** All of these have a theme of their own, so that every touch counts and themes are shared. */
export function hasTheme({ themes }: Module): boolean {
  return themes !== 'month' && themes.length > 0;
}

/** Whether a session at `start` repeats a long one at `long`. */
export function repeats(start: number, long: number): boolean {
  return start - long >= 14 * 1440 && start - long <= 42 * 1440;
}

export function isLong(module: Module): boolean {
  return module.minutes >= 60;
}

export function isShort(module: Module): boolean {
  return module.minutes <= 30 && hasTheme(module);
}

/** Whether a session of it should seat several departments. */
export function mayMix({ demand }: Instance, module: Module): boolean {
  if (module.format === 'self-paced' || (module.seats.max ?? 99) < 2) return false;
  const own = demand.requirements.filter((one) => one.module === module);
  return new Set(own.map(({ group }) => group.post.department)).size > 1;
}

export type Costs = Record<keyof typeof WEIGHTS, number>;

export function softCost(instance: Instance, held: readonly Held[]): number {
  return Object.values(softCosts(instance, held)).reduce((sum, cost) => sum + cost, 0);
}

/** Each term with its weight. */
export function softCosts(instance: Instance, held: readonly Held[]): Costs {
  const { model, demand } = instance;
  const weights = weightsOf(model);
  const people = demand.groups.reduce((sum, { heads }) => sum + heads, 0);
  const costs = Object.fromEntries(Object.keys(WEIGHTS).map((id) => [id, 0])) as Costs;
  const [inAll, onDay, led, rooms] = [new Tally(), new Tally(), new Tally(), new Set<string>()];
  for (const { seats, start, facilitator, room } of held) {
    const { module } = seats[0]!.requirement;
    const heads = headsOf(seats);
    costs['preferred-hours'] += hoursCost(model, module, start);
    costs.sessions += ledCost(weights, module);
    onDay.add(dayOf(start), (heads * module.minutes) / 60);
    costs['seats-min'] += weights['seats-min'] * Math.max(0, module.seats.min - heads);
    for (const { requirement, first, last } of seats)
      costs['early-enough'] += lateCost(weights, requirement, start) * (last - first + 1);
    inAll.add(weekOf(start), (heads * module.minutes) / 60);
    if (facilitator !== undefined) led.add(facilitator, module.minutes / 60);
    if (room !== undefined) rooms.add(`${module.id} ${room}`);
    const departments = new Set(seats.map(({ requirement }) => requirement.group.post.department));
    if (mayMix(instance, module) && departments.size === 1) costs.mixed += weights.mixed;
  }
  costs['few-rooms'] = weights['few-rooms'] * rooms.size;
  costs['facilitator-fair'] = weights['facilitator-fair'] * led.squares();
  costs.spread = (weights.spread * inAll.squares()) / people;
  costs['days-apart'] = (weights['days-apart'] * onDay.squares()) / people;
  for (const { id, heads } of demand.groups) {
    const own = held.filter(({ seats }) => seats.some(({ requirement }) => requirement.group.id === id));
    const met = new Set(own.flatMap(({ facilitator }) => facilitator ?? []));
    costs['same-facilitator'] += weights['same-facilitator'] * Math.max(0, met.size - 1);
    for (let member = 1; member <= heads; member++) addMember(costs, model, own, id, member);
  }
  return costs;
}

/** Even weeks, rhythm and repetition of one person; a short session repeats what colleagues of the group heard. */
function addMember(costs: Costs, model: Model, own: readonly Held[], group: string, member: number): void {
  const { programme, policy } = model;
  const weights = weightsOf(model);
  const attended = own.filter(({ seats }) =>
    seats.some(
      ({ requirement, first, last }) => requirement.group.id === group && first <= member && member <= last,
    ),
  );
  const moduleOf = ({ seats }: Held): Module => seats[0]!.requirement.module;
  const load = new Tally();
  for (const one of attended) load.add(weekOf(one.start), moduleOf(one).minutes / 60);
  costs.spread += weights.spread * load.squares();
  for (let week = weekOf(programme.starts * 1440); week <= weekOf(programme.ends * 1440); week++) {
    const touched = attended.some((one) => {
      const ago = week - weekOf(one.start);
      return hasTheme(moduleOf(one)) && ago >= 0 && ago < policy.reinforceWithinWeeks;
    });
    if (!touched) costs.rhythm += weights.rhythm;
  }
  const shorts = own.filter((one) => isShort(moduleOf(one)));
  const longs = attended.filter((one) => isLong(moduleOf(one)));
  const alone = longs.filter((long) => !shorts.some(({ start }) => repeats(start, long.start)));
  costs.reinforce += weights.reinforce * alone.length;
}

class Tally {
  private readonly sums = new Map<string | number, number>();

  add(key: string | number, value: number): void {
    this.sums.set(key, (this.sums.get(key) ?? 0) + value);
  }

  squares(): number {
    return [...this.sums.values()].reduce((sum, value) => sum + value ** 2, 0);
  }
}

function headsOf(seats: Held['seats']): number {
  return seats.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** People-requirements with a place. */
export function placedHeads(held: readonly Held[]): number {
  return held.reduce((sum, { seats }) => sum + headsOf(seats), 0);
}
