/** What rules out whole days before any start is looked at: prerequisites that come later, leaders without hours. */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { overlaps } from '../../calendar/spans.ts';
import { doneAt, needsOf } from '../constraints/precedence.ts';
import type { FacilitatorInfo, Pool } from '../problem/problem.ts';
import type { Seat, State } from '../solution/state.ts';

/** The first day on which prerequisites let the unit's first member come; ∞ when one has no place. */
export function readyOn(state: State, { req, first }: Seat): number {
  let ready = Number.NEGATIVE_INFINITY;
  for (const { reqs, atLeastDays } of needsOf(req)) {
    const done = doneAt(state, reqs, first);
    if (done === Number.NEGATIVE_INFINITY) continue;
    // A day early, for the sake of zones: whoever is asked next is exact.
    ready = Math.max(
      ready,
      done === Number.POSITIVE_INFINITY ? done : req.group.clock.day(done) + atLeastDays - 1,
    );
  }
  return ready;
}

/** Whether as many as have to lead work around a day and have minutes left. */
export function hoursLeft(state: State, pool: Pool, day: number): boolean {
  if (!pool.led) return true;
  let missing = pool.leaders;
  for (const one of pool.able) {
    if (hasHours(state, pool, one, day) && --missing === 0) return true;
  }
  return false;
}

/** Their own day may be a neighbour of the pool's. */
function hasHours(state: State, pool: Pool, one: FacilitatorInfo, day: number): boolean {
  const { problem, ledWeek, ledDay, ledDays } = state;
  const { index, facilitator, clock, works } = one;
  const { minutesPerWeek, minutesPerMonth, totalDays } = facilitator;
  const around = clock === pool.clock ? 0 : 1;
  for (let on = day - around; on <= day + around; on++) {
    const week = ledWeek[index * problem.weeks + state.weekOf(on)]!;
    if (minutesPerWeek !== undefined && week + pool.minutes > minutesPerWeek) continue;
    if (minutesPerMonth !== undefined && state.ledIn(one, on) + pool.minutes > minutesPerMonth) continue;
    if (!overlaps(works, clock.utc(on * MINUTES_A_DAY), clock.utc((on + 1) * MINUTES_A_DAY))) continue;
    if (totalDays === undefined || ledDays[index]! < totalDays) return true;
    if (ledDay[index * problem.days + on - problem.firstDay]! > 0) return true;
  }
  return false;
}
