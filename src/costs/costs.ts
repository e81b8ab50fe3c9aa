/**
 * What a plan costs: people's time, cover for those away, those who lead, rooms. Each session's sum is shared among
 * its departments: what people and their cover cost goes to their own, the rest by heads.
 */

import { ledBy } from '../model/made/led-by.ts';
import type { Plan, PlanGroup, PlanSession } from '../model/made/plan.ts';
import {
  type Costs,
  type Facilitator,
  type Id,
  type Model,
  peopleTravel,
  type Rate,
} from '../model/model.ts';

/** Sums in the currency of `costs`, not rounded. */
export interface Sum {
  people: number;
  cover: number;
  leading: number;
  rooms: number;
}

export interface Spending extends Sum {
  seats: number;
  sessions: number;
  /** Hours of people's time. */
  hours: number;
}

export interface CostOfPlan {
  readonly currency: string;
  readonly all: Spending;
  /** Those that have a session, in the model's order. A session of several counts once for each. */
  readonly departments: ReadonlyMap<Id, Spending>;
  readonly modules: ReadonlyMap<Id, Spending>;
}

/** What all confirmed sessions cost; undefined where the workspace names no costs. */
export function costOf(model: Model, plan: Plan): CostOfPlan | undefined {
  const { costs } = model;
  if (!costs) return undefined;
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const sessions = plan.sessions.filter(({ status }) => status === 'confirmed');
  const share = dayShares(sessions);
  const [all, departments, modules] = [nothing(), new Map<Id, Spending>(), new Map<Id, Spending>()];
  for (const session of sessions) {
    const fixed = { leading: leading(model, costs, session, share), rooms: room(costs, session, share) };
    const parts = byDepartment(model, costs, session, groups);
    for (const [department, { heads, people, cover }] of parts) {
      const part = session.heads > 0 ? heads / session.heads : 1 / parts.size;
      const spent: Spending = {
        people,
        cover,
        leading: fixed.leading * part,
        rooms: fixed.rooms * part,
        seats: heads,
        sessions: 1,
        hours: (heads * session.minutes) / 60,
      };
      add(held(departments, department), spent);
      for (const sum of [all, held(modules, session.module)]) add(sum, { ...spent, sessions: 0 });
    }
    for (const sum of [all, held(modules, session.module)]) sum.sessions++;
  }
  return {
    currency: costs.currency,
    all: rounded(all),
    departments: inOrder(departments, model.departments),
    modules: inOrder(modules, model.modules),
  };
}

/** All four kinds together. */
export function total({ people, cover, leading: led, rooms }: Sum): number {
  return people + cover + led + rooms;
}

/** Of a day's rate, the share of a session: by minutes among those on the same day of the same person or room. */
type DayShares = (kind: 'facilitator' | 'room', session: PlanSession, id: Id) => number;

function dayShares(sessions: readonly PlanSession[]): DayShares {
  const minutes = new Map<string, number>();
  const key = (kind: string, id: Id, start: string) => `${kind} ${id} ${start.slice(0, 10)}`;
  for (const session of sessions) {
    const { room } = session;
    const used = [
      ...ledBy(session).map((id) => key('facilitator', id, session.start)),
      ...(room === null ? [] : [key('room', room, session.start)]),
    ];
    for (const day of used) minutes.set(day, (minutes.get(day) ?? 0) + session.minutes);
  }
  return (kind, session, id) => session.minutes / (minutes.get(key(kind, id, session.start)) ?? 1);
}

function leading({ facilitators }: Model, costs: Costs, session: PlanSession, share: DayShares): number {
  return ledBy(session).reduce((sum, id) => {
    const rate = rateOf(costs, facilitators.get(id), id);
    return sum + priced(rate, session, () => share('facilitator', session, id));
  }, 0);
}

/** What a facilitator costs: their own rate, else that of their kind; nothing where they are gone. */
export function rateOf(costs: Costs, facilitator: Facilitator | undefined, id: Id): Rate | undefined {
  return costs.facilitators.get(id) ?? (facilitator && costs.kinds[facilitator.kind]);
}

function room(costs: Costs, session: PlanSession, share: DayShares): number {
  const { room: id } = session;
  if (id === null) return 0;
  return priced(costs.rooms.get(id), session, () => share('room', session, id));
}

function priced(rate: Rate | undefined, { minutes }: PlanSession, share: () => number): number {
  if (!rate) return 0;
  return rate.session + (rate.hour * minutes) / 60 + (rate.day > 0 ? rate.day * share() : 0);
}

interface Part {
  heads: number;
  people: number;
  cover: number;
}

function byDepartment(
  model: Model,
  costs: Costs,
  { attendees, minutes, format, site }: PlanSession,
  groups: ReadonlyMap<Id, PlanGroup>,
): Map<Id, Part> {
  const parts = new Map<Id, Part>();
  for (const { group: id, first, last } of attendees) {
    const group = groups.get(id);
    const role = group && model.roles.get(group.role);
    const department = group?.department ?? '';
    const part = parts.get(department) ?? { heads: 0, people: 0, cover: 0 };
    parts.set(department, part);
    const heads = last - first + 1;
    part.heads += heads;
    // The way there and back is paid, too.
    const away = minutes + (group ? 2 * peopleTravel(model, group.site, site) : 0);
    const pay = role ? ((costs.people[role.level] * away) / 60) * heads : 0;
    part.people += pay;
    // Huddles are held in meetings that take place anyway.
    if (role?.customerFacing && format !== 'huddle') part.cover += pay * costs.backfill;
  }
  return parts;
}

function nothing(): Spending {
  return { people: 0, cover: 0, leading: 0, rooms: 0, seats: 0, sessions: 0, hours: 0 };
}

function held(sums: Map<Id, Spending>, id: Id): Spending {
  const known = sums.get(id) ?? nothing();
  sums.set(id, known);
  return known;
}

function add(sum: Spending, more: Spending): void {
  for (const key of Object.keys(sum) as (keyof Spending)[]) sum[key] += more[key];
}

/** What the model knows, in its order; then what is gone. */
function inOrder(sums: ReadonlyMap<Id, Spending>, known: ReadonlyMap<Id, unknown>): Map<Id, Spending> {
  const ids = [...known.keys()].filter((id) => sums.has(id));
  const gone = [...sums.keys()].filter((id) => !known.has(id));
  return new Map([...ids, ...gone].map((id) => [id, rounded(sums.get(id)!)]));
}

/** Six decimals, so that shares add up again. */
function rounded(spent: Spending): Spending {
  const sums = Object.entries(spent).map(([name, sum]) => [name, Math.round(sum * 1e6) / 1e6]);
  return Object.fromEntries(sums) as unknown as Spending;
}
