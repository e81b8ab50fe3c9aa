/** The first plan: pool after pool, most constrained first, each session where it fills best. */

import type { Day } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { isOver } from '../constraints/precedence.ts';
import type { Pool, Problem, Req } from '../problem/problem.ts';
import type { State } from '../solution/state.ts';
import { ANY, type Inserter, QUICK, type Unit } from './insert.ts';
import { joinKept } from './join-kept.ts';
import { beginnings, deadlines, orderOf } from './priority.ts';

/** A cell whose people found nothing so many times in a row in a pool is not tried again there. */
const HOPELESS = 3;

/** Places what it can of everything that has no place yet; tells what is left, in the order of requirements. */
export async function construct(
  inserter: Inserter,
  seed: number,
  onPool: () => void | Promise<void>,
): Promise<Unit[]> {
  const { state } = inserter;
  const { problem } = state;
  const left: Unit[] = [];
  const asked = byPool(allMissing(state, problem));
  if (asked.size === 0) return left;
  const ordered = orderOf(problem);
  const wishes: Wishes = { latest: deadlines(problem, ordered), soonest: beginnings(problem, ordered) };
  for (const pool of ordered) {
    const waiting = asked.get(pool);
    if (!waiting) continue;
    joinKept(inserter, waiting);
    const failures = new Map<number, number>();
    while (waiting.length > 0) {
      const lead = waiting[0]!;
      const cell = lead.req.group.cell.index;
      const failed = failures.get(cell) ?? 0;
      if (failed < HOPELESS && openBest(inserter, waiting, wishes, seed)) {
        failures.delete(cell);
        continue;
      }
      failures.set(cell, failed + 1);
      left.push(lead);
      waiting.shift();
    }
    await onPool();
  }
  return sorted(left);
}

function byPool(units: readonly Unit[]): Map<Pool, Unit[]> {
  const pools = new Map<Pool, Unit[]>();
  for (const unit of units) append(pools, unit.req.pool, unit);
  return pools;
}

/** For the sake of what follows: days between which a requirement should be held. */
interface Wishes {
  readonly latest: ReadonlyMap<Req, Day>;
  readonly soonest: ReadonlyMap<Req, Day>;
}

/** The wished-for window first, then all of it; groups as a whole first, then split. */
export function openBest(
  inserter: Inserter,
  waiting: Unit[],
  { latest, soonest }: Wishes,
  salt: number,
): boolean {
  const { req } = waiting[0]!;
  const window = { from: soonest.get(req) ?? req.from, by: latest.get(req) ?? req.by };
  if (window.from > window.by) window.by = req.by;
  if (window.from > req.from || window.by < req.by) {
    if (inserter.open(waiting, { ...QUICK, window }, salt)) return true;
    if (inserter.open(waiting, { ...ANY, window }, salt)) return true;
  }
  if (inserter.open(waiting, QUICK, salt)) return true;
  return inserter.open(waiting, ANY, salt) !== undefined;
}

/** The members of a requirement who have no place, as ranges; nobody is asked for what is over. */
export function missing(state: State, req: Req): Unit[] {
  const out: Unit[] = [];
  if (isOver(state.problem, req)) return out;
  let first = 0;
  for (let member = 1; member <= req.group.heads + 1; member++) {
    const free = member <= req.group.heads && state.places[req.base + member - 1]! < 0;
    if (free && first === 0) first = member;
    if (!free && first > 0) {
      out.push({ req, first, last: member - 1 });
      first = 0;
    }
  }
  return out;
}

function isMissing({ problem, places }: State, req: Req): boolean {
  const { base, group } = req;
  if (isOver(problem, req)) return false;
  for (let at = base; at < base + group.heads; at++) if (places[at]! < 0) return true;
  return false;
}

/** Everybody without a place, in the order of requirements. */
export function allMissing(state: State, problem: Problem): Unit[] {
  const out: Unit[] = [];
  for (const req of problem.reqs) if (isMissing(state, req)) out.push(...missing(state, req));
  return out;
}

function sorted(units: Unit[]): Unit[] {
  return units.sort((a, b) => a.req.index - b.req.index || a.first - b.first);
}
