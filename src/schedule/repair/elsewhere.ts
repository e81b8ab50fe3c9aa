/** What is not looked at closely while mending has a say all the same: in who leads how much, and when all learn. */

import { dayIn, utcMinute } from '../../calendar/instant.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { Attendees, PlanSession } from '../../model/made/plan.ts';
import type { Id } from '../../model/model.ts';
import type { FacilitatorInfo, GroupInfo } from '../problem/problem.ts';
import type { State } from '../solution/state.ts';
import { metKey } from '../solution/tallies.ts';

/** The number of a session that a person attends, but that is not among those looked at. */
const ELSEWHERE = 0x7fffffff;

/**
 * Counts sessions that do not stand in the state. Nobody there waits for a place until somebody says so.
 * @param own ids of groups whose touches and leaders count all year
 */
export function tallyElsewhere(state: State, others: readonly PlanSession[], own: ReadonlySet<Id>): void {
  const { problem } = state;
  const { modules } = problem.model;
  state.places.fill(ELSEWHERE);
  const facilitators = new Map(problem.facilitators.map((one) => [one.facilitator.id, one]));
  const rooms = new Map(problem.rooms.map((one) => [one.room.id, one]));
  const pools = new Map(problem.pools.map((pool) => [pool.module.id, pool]));
  const groups = new Map(
    problem.groups.filter(({ group }) => own.has(group.id)).map((info) => [info.group.id, info]),
  );
  for (const session of others) {
    const { module, start, startUtc, minutes, heads, room } = session;
    if (modules.get(module)?.format !== 'huddle') state.inAll[state.weekOf(dayIn(start))]! += heads * minutes;
    const leaders = ledBy(session).map((id) => facilitators.get(id));
    for (const leader of leaders) if (leader) state.tallyLed(leader, utcMinute(startUtc), minutes, 1);
    const pool = pools.get(module);
    const place = room === null ? undefined : rooms.get(room);
    if (pool && place) state.tallyRoom({ pool, room: place }, 1);
    for (const seat of session.attendees) {
      const group = groups.get(seat.group);
      if (!group) continue;
      touch(state, session, group, seat);
      for (const leader of leaders) meet(state, group, leader);
    }
  }
}

/** Who is touched by a session need not be told what it was. */
function touch(
  state: State,
  { module, start, startUtc }: PlanSession,
  group: GroupInfo,
  seat: Attendees,
): void {
  const { moduleIndex, counts, days, firstDay } = state.problem;
  const index = moduleIndex.get(module);
  if (index === undefined || counts[index * days + dayIn(start) - firstDay] !== 1) return;
  state.weeks.part(group, seat.first, seat.last);
  state.weeks.touch(group, seat.first, seat.last, state.weekOf(group.clock.day(utcMinute(startUtc))), 1);
}

/** A group meets somebody; undefined: one who could lead nothing here. */
function meet(
  { problem, met, metCount }: State,
  group: GroupInfo,
  leader: FacilitatorInfo | undefined,
): void {
  const key = leader && metKey(problem, group, leader);
  const times = key === undefined ? 0 : (met.get(key) ?? 0);
  if (times === 0) metCount[group.index]! += 1;
  if (key !== undefined) met.set(key, times + 1);
}
