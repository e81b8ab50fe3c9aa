/**
 * `facilitator-once`: one place at a time, with the way between two sites; and one who holds a job here is
 * not counted twice: the job's people in sessions and its people who lead are no more than its heads.
 */

import { MINUTES_A_DAY } from '../../../calendar/date.ts';
import { toWall } from '../../../calendar/zone.ts';
import { groupBy } from '../../../collections/lists.ts';
import { type Facilitator, isAtMoment, ONLINE } from '../../../model/model.ts';
import { headCount } from '../../heads.ts';
import { byLeader, leadersOf } from '../../leaders.ts';
import { moments, pairs } from '../../sweep.ts';
import type { Check, Facts, TimedSession, Violation } from '../../types.ts';
import { leaderMinutes, longestWay } from '../../ways.ts';
import { named, timeWords } from '../../words.ts';

export const facilitatorOnce: Check = (facts) => {
  const led = byLeader(facts.sessions);
  const out: Violation[] = [];
  for (const [id, list] of led) {
    const facilitator = facts.model.facilitators.get(id);
    if (facilitator) out.push(...tooClose(facts, facilitator, list));
  }
  return [...out, ...rolesOnce(facts)];
};

function tooClose({ model }: Facts, facilitator: Facilitator, list: readonly TimedSession[]): Violation[] {
  const { changeoverMinutes } = model.policy;
  const out: Violation[] = [];
  const day = (utc: number) => Math.floor(toWall(facilitator.zone, utc) / MINUTES_A_DAY);
  pairs(list, Math.max(changeoverMinutes, longestWay(model)), (a, b) => {
    const [from, to] = [a.raw.site, b.raw.site];
    const travels = from !== to && from !== ONLINE && to !== ONLINE && day(a.end - 1) === day(b.start);
    const gap = travels ? Math.max(changeoverMinutes, leaderMinutes(model, from, to)) : changeoverMinutes;
    if (b.start >= a.end + gap) return;
    const why =
      b.start < a.end ? 'at the same time' : `only ${b.start - a.end} minutes apart (${gap} are due)`;
    out.push({
      constraint: 'facilitator-once',
      message: `${facilitator.name} leads ${named(a)} and ${named(b)} ${why}`,
      sessions: [a.id, b.id],
    });
  });
  return out;
}

interface Taken {
  readonly session: TimedSession;
  readonly heads: number;
  readonly start: number;
  readonly end: number;
}

function rolesOnce({ model, sessions }: Facts): Violation[] {
  const roles = new Set([...model.facilitators.values()].flatMap(({ role }) => role ?? []));
  const taken: (Taken & { readonly role: string; readonly leads: boolean })[] = [];
  for (const session of sessions) {
    const { start, end, raw } = session;
    for (const id of leadersOf(raw)) {
      const role = model.facilitators.get(id)?.role;
      if (role !== undefined) taken.push({ session, heads: 1, start, end, role, leads: true });
    }
    for (const { group, heads, leaves, back } of session.seated) {
      const { role } = group.post;
      if (
        roles.has(role) &&
        !(group.joined !== undefined && isAtMoment(session.module, session.raw.occurrence))
      ) {
        taken.push({ session, heads, start: leaves, end: back, role, leads: false });
      }
    }
  }
  const count = headCount(model);
  const out: Violation[] = [];
  for (const [id, list] of groupBy(taken, ({ role }) => role)) {
    const role = model.roles.get(id);
    moments(list, (on, at) => {
      const heads = count(id, (post) => post.role === id, Math.floor(at / MINUTES_A_DAY));
      const busy = on.reduce((sum, item) => sum + item.heads, 0);
      if (busy <= heads || !on.some(({ leads }) => leads)) return;
      out.push({
        constraint: 'facilitator-once',
        message: `${role?.name ?? id}: ${busy} people are in sessions or lead one at ${timeWords(at)} UTC, but there are ${heads}`,
        sessions: [...new Set(on.map(({ session }) => session.id))].sort(),
      });
    });
  }
  return out;
}
