/** `pinned`: what the planner has fixed is as it was fixed. */

import { isoDate, MINUTES_A_DAY } from '../../calendar/date.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Pin } from '../../model/model.ts';
import { wallOf } from '../facts.ts';
import { leadersOf } from '../leaders.ts';
import type { Check, Facts, Violation } from '../types.ts';

export const pinned: Check = (facts) =>
  facts.model.pins.flatMap((pin) => {
    const session = sessionOf(facts, pin);
    if (session === undefined) return [broken(pin, 'there is no such session in the plan', [])];
    if (session.start.slice(0, 10) < facts.plan.asOf) return [];
    return faultsOf(facts, pin, session).map((text) => broken(pin, text, [session.id]));
  });

/** Sessions that may break what can be forced. */
export function forcedBy(facts: Facts): ReadonlySet<string> {
  return new Set(facts.model.pins.flatMap((pin) => (pin.force ? (sessionOf(facts, pin)?.id ?? []) : [])));
}

function sessionOf(
  { plan }: Facts,
  { session: id, module, group, occurrence }: Pin,
): PlanSession | undefined {
  return plan.sessions.find((session) => {
    if (session.status === 'cancelled') return false;
    if (id !== undefined) return session.id === id;
    return (
      session.module === module &&
      (occurrence === undefined || session.occurrence === occurrence) &&
      session.attendees.some((seat) => seat.group === group)
    );
  });
}

function broken({ pointer, session, module, group }: Pin, text: string, sessions: string[]): Violation {
  const what = session ?? `${module} of ${group}`;
  return { constraint: 'pinned', message: `pin ${pointer[1] + 1} (${what}): ${text}`, sessions };
}

function faultsOf({ previous }: Facts, pin: Pin, session: PlanSession): string[] {
  const { at, on, notOn, facilitator, room, groups, keep } = pin;
  const wall = wallOf(session.start) ?? Number.NaN;
  const day = Math.floor(wall / MINUTES_A_DAY);
  const out: string[] = [];
  if (at !== undefined && wall !== at) out.push(`it starts at ${session.start}`);
  if (on !== undefined && day !== on) out.push(`it is not held on ${isoDate(on)}`);
  if (notOn?.includes(day)) out.push(`it is held on ${isoDate(day)}, on which it was called off`);
  if (facilitator !== undefined && !leadersOf(session).includes(facilitator))
    out.push(`it is led by ${leadersOf(session).join(' and ') || 'nobody'}`);
  if (room !== undefined && session.room !== room) out.push(`it is held in ${session.room ?? 'no room'}`);
  if (
    groups &&
    [...groups].sort().join() !== [...new Set(session.attendees.map(({ group }) => group))].sort().join()
  ) {
    out.push('other groups attend');
  }
  const before = keep ? previous?.sessions.find(({ id }) => id === session.id) : undefined;
  if (before && placeOf(before) !== placeOf(session)) out.push('it is not as it was');
  return out;
}

function placeOf(session: PlanSession): string {
  const { startUtc, room, attendees } = session;
  return JSON.stringify([startUtc, room, leadersOf(session), attendees]);
}
