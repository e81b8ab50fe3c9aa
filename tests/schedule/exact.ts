/**
 * The most that can be placed in a tiny firm, found by trying everything: one site, one shift, one trainer and
 * one room at most, self-paced time, coaching and workshops. Knows nothing of the planner.
 */
import type { Demand, Requirement } from '../../src/demand/types.ts';
import type { Model } from '../../src/model/model.ts';
import { openTime } from '../../src/model/working-time/time.ts';

interface Item {
  readonly requirement: Requirement;
  readonly member: string;
  readonly starts: readonly number[];
}

interface Taken {
  readonly item: Item;
  readonly start: number;
}

/** Member-requirements that a best plan places. */
export function mostPlaced(model: Model, demand: Demand): number {
  const items = demand.requirements.flatMap((requirement) =>
    Array.from({ length: requirement.group.heads }, (_, i) => ({
      requirement,
      member: `${requirement.group.id} ${i}`,
      starts: startsOf(model, requirement),
    })),
  );
  let best = 0;
  const taken: Taken[] = [];
  const go = (index: number): void => {
    if (taken.length > best) best = taken.length;
    if (best === items.length || taken.length + items.length - index <= best) return;
    const item = items[index]!;
    for (const start of item.starts) {
      taken.push({ item, start });
      if (stands(model, taken)) go(index + 1);
      taken.pop();
    }
    go(index + 1);
  };
  go(0);
  return best;
}

function startsOf(model: Model, { module, group, from, by }: Requirement): number[] {
  const out: number[] = [];
  const open = openTime(model, group.post, module.minutes, { ignoreBusy: false });
  for (let i = 0; i < open.length; i += 2) {
    for (let start = open[i]!; start + module.minutes <= open[i + 1]!; start++) {
      const day = Math.floor(start / 1440);
      if (day >= from && day <= by && (start % 1440) % model.policy.startEvery === 0) out.push(start);
    }
  }
  return out;
}

/** Whether the newest item breaks nothing among those before it. */
function stands(model: Model, taken: readonly Taken[]): boolean {
  const { item, start } = taken.at(-1)!;
  const { module, group } = item.requirement;
  const end = start + module.minutes;
  const others = taken.slice(0, -1);
  const meets = others.filter((one) => one.start < end && endOf(one) > start);
  if (meets.some((one) => one.item.member === item.member)) return false;
  const minutes = others
    .filter((one) => one.item.member === item.member && week(one.start) === week(start))
    .reduce((sum, one) => sum + one.item.requirement.module.minutes, 0);
  if (minutes > 0 && minutes + module.minutes > model.policy.minutesPerWeek) return false;
  const department = model.departments.get(group.post.department)!;
  const heads = [...model.posts.values()].reduce((sum, post) => sum + post.heads, 0);
  const limit = department.maxAway;
  const cap = 'people' in limit ? limit.people : Math.max(1, Math.floor(heads * limit.share + 1e-9));
  if (peak(taken, start, end) > cap) return false;
  return sessionsStand(model, taken, item, start, end) && ordered(taken, item, start, end);
}

function endOf({ item, start }: Taken): number {
  return start + item.requirement.module.minutes;
}

function week(start: number): number {
  return Math.floor((Math.floor(start / 1440) + 3) / 7);
}

function peak(taken: readonly Taken[], start: number, end: number): number {
  let most = 0;
  for (const { start: at } of taken.filter((one) => one.start < end && endOf(one) > start)) {
    const moment = Math.max(at, start);
    most = Math.max(most, taken.filter((one) => one.start <= moment && endOf(one) > moment).length);
  }
  return most;
}

/** Trainer and room hold one session at a time; seats; one leader for one talk at a time. */
function sessionsStand(
  model: Model,
  taken: readonly Taken[],
  item: Item,
  start: number,
  end: number,
): boolean {
  const { module } = item.requirement;
  const same = (one: Taken) => one.item.requirement.module === module && one.start === start;
  if (module.format === 'self-paced') return true;
  const [room] = [...model.rooms.values()];
  const seats = Math.min(module.seats.max ?? 99, module.room.kind === 'site' ? (room?.seats ?? 0) : 99);
  if (taken.filter(same).length > seats) return false;
  const kind = module.format;
  const apart = taken.filter(
    (one) =>
      one.item.requirement.module.format === kind && !same(one) && one.start < end && endOf(one) > start,
  );
  if (apart.length > 0) return false;
  const [trainer] = [...model.facilitators.values()];
  if (kind !== 'workshop' || trainer?.minutesPerWeek === undefined) return true;
  const led = new Map<string, number>();
  for (const one of taken) {
    const other = one.item.requirement.module;
    if (other.format === 'workshop' && week(one.start) === week(start))
      led.set(`${other.id} ${one.start}`, other.minutes);
  }
  return [...led.values()].reduce((a, b) => a + b, 0) <= trainer.minutesPerWeek;
}

/** Items come in an order in which prerequisites stand first. */
function ordered(taken: readonly Taken[], item: Item, start: number, end: number): boolean {
  const own = taken.filter((one) => one.item.member === item.member && one.item !== item);
  const after = item.requirement.module.after.every(({ module }) =>
    own.some((one) => one.item.requirement.module.id === module && endOf(one) <= start),
  );
  const before = own.every(
    (one) =>
      !one.item.requirement.module.after.some(({ module }) => module === item.requirement.module.id) ||
      one.start >= end,
  );
  return after && before;
}
