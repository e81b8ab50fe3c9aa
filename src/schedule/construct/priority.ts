/**
 * Which pools are placed first: those with the least room to move, and always what must come before something
 * else. Also how late a prerequisite may be, so that what follows still finds a day.
 */

import { type Day, mondayOf } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import type { Id } from '../../model/model.ts';
import { needsOf, neighbour } from '../constraints/precedence.ts';
import type { Pool, Problem, Req } from '../problem/problem.ts';
import { runFrom } from '../problem/start-table.ts';

/** Pools, most constrained first, prerequisites and earlier parts before what follows them. */
export function orderOf(problem: Problem): Pool[] {
  const byModule = new Map<Id, Pool[]>();
  const sorted = problem.pools
    .map((pool) => ({ pool, room: roomToMove(pool) }))
    .sort((a, b) => a.room - b.room || a.pool.index - b.pool.index)
    .map(({ pool }) => pool);
  for (const pool of sorted) {
    append(byModule, pool.module.id, pool);
  }
  for (const list of byModule.values()) list.sort((a, b) => a.part - b.part);
  const out: Pool[] = [];
  const done = new Set<Pool>();
  const started = new Set<Id>();
  const emit = (pool: Pool): void => {
    if (done.has(pool)) return;
    for (const { module } of pool.module.after) emitModule(module);
    if (pool.part > 1) emitParts(pool);
    if (done.has(pool)) return;
    done.add(pool);
    out.push(pool);
  };
  const emitModule = (module: Id): void => {
    if (started.has(module)) return;
    started.add(module);
    for (const pool of byModule.get(module) ?? []) emit(pool);
  };
  const emitParts = (pool: Pool): void => {
    for (const earlier of byModule.get(pool.module.id)!) {
      if (earlier.part >= pool.part) return;
      emit(earlier);
    }
  };
  for (const pool of sorted) emit(pool);
  return out;
}

/** Days of the window, less where meetings, facilitators, hosts or long sessions narrow the choice. */
function roomToMove(pool: Pool): number {
  if (pool.huddle) return 0;
  const { from, by, group } = pool.reqs[0]!;
  const days = by - from + 1;
  const alone = pool.minutes > group.perWeek ? 0.05 : 1;
  const led = pool.led ? 0.6 : 1;
  const hosted = pool.host >= 0 ? 0.7 : 1;
  const long = pool.minutes >= 60 ? 0.7 : 1;
  return days * alone * led * hosted * long;
}

/**
 * The last day on which each requirement should be held for the sake of what comes after it; undefined where
 * nothing follows. A wish: the window itself stays open.
 * @param ordered the pools as {@link orderOf} has them
 */
export function deadlines(problem: Problem, ordered = orderOf(problem)): Map<Req, Day> {
  const wishes = new Map<Req, Day>();
  for (let i = ordered.length - 1; i >= 0; i--) {
    const pool = ordered[i]!;
    if (!pool.linked) continue;
    for (const req of pool.reqs) {
      const by = Math.min(req.by, wishes.get(req) ?? req.by);
      for (const { reqs, atLeastDays } of needsOf(req)) {
        for (const earlier of reqs) {
          if (earlier.by <= req.from - atLeastDays) continue;
          wish(wishes, earlier, inWeek(earlier, pool, latestFor(earlier, by, atLeastDays), by), 2);
        }
      }
      const earlier = neighbour(req, -1);
      if (earlier) wish(wishes, earlier, inWeek(earlier, pool, by, by), pool.part);
    }
  }
  return wishes;
}

/**
 * The first day on which each requirement should be held for the sake of what must follow soon after; undefined where
 * nothing must. A wish, as {@link deadlines}; of what comes again and again the nearest will do.
 */
export function beginnings(problem: Problem, ordered = orderOf(problem)): Map<Req, Day> {
  const wishes = new Map<Req, Day>();
  for (let i = ordered.length - 1; i >= 0; i--) {
    for (const req of ordered[i]!.linked ? ordered[i]!.reqs : []) {
      const from = Math.max(firstDayOf(req), wishes.get(req) ?? req.from);
      for (const { reqs, atMostDays } of needsOf(req)) {
        if (atMostDays === undefined || reqs.length !== 1) continue;
        const [earlier] = reqs as [Req];
        const soonest = Math.min(from - atMostDays, earlier.by);
        if (soonest > (wishes.get(earlier) ?? earlier.from)) wishes.set(earlier, soonest);
      }
    }
  }
  return wishes;
}

function firstDayOf({ tables, opens, by }: Req): Day {
  const first = Math.min(
    ...tables.map((table) => table.day[runFrom(table, opens)] ?? Number.POSITIVE_INFINITY),
  );
  return Math.min(by, Math.max(first, opens));
}

/** The day before what follows where that is possible, else the same day. */
function latestFor({ from }: Req, by: Day, atLeastDays: number): Day {
  return by - (atLeastDays === 0 && by - 1 >= from ? 1 : atLeastDays);
}

/** The week before, where a week's minutes do not hold both: four such steps need four weeks. */
function inWeek(earlier: Req, later: Pool, latest: Day, by: Day): Day {
  const fits =
    earlier.pool.huddle || later.huddle || earlier.pool.minutes + later.minutes <= earlier.group.perWeek;
  const before = mondayOf(by) - 1;
  return fits || before < earlier.from ? latest : Math.min(latest, before);
}

/** Leaves the later of `steps` an equal share of the days. */
function wish(wishes: Map<Req, Day>, req: Req, latest: Day, steps: number): void {
  if (latest < req.from) return;
  const until = Math.min(latest, req.by);
  const fair = latest < req.by ? until : req.from + Math.floor(((until - req.from) * (steps - 1)) / steps);
  const known = wishes.get(req);
  if (known === undefined || fair < known) wishes.set(req, fair);
}
