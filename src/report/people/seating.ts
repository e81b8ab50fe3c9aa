/** Who sits where by name: the people of the roster behind the plan's numbers. */

import { toDay } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { type Outcome, outcomesOf } from '../../model/made/outcomes.ts';
import type { PlanGroup, PlanSession } from '../../model/made/plan.ts';
import type { Id, Person } from '../../model/model.ts';
import type { Context } from '../context.ts';

/** One member of a group in a session. */
export interface NamedSeat {
  readonly group: PlanGroup;
  readonly number: number;
  /** Undefined where the number is nobody's, or nobody's any more. */
  readonly person: Person | undefined;
}

/** A session that somebody has a seat in, and what came of it; undefined while nobody has told. */
export interface Attended {
  readonly session: PlanSession;
  readonly outcome: Outcome | undefined;
}

export interface Seating {
  /** In the order of groups and numbers. */
  readonly seatsIn: (session: PlanSession) => NamedSeat[];
  /** Person → the sessions in which they have a seat, in order of start. */
  readonly sessionsOf: ReadonlyMap<Id, readonly Attended[]>;
  /** Everybody with a row on the roster, once, by their latest row. */
  readonly people: readonly Person[];
}

export function seatingOf({ model, plan }: Context): Seating {
  const people = new Map((model.people ?? []).map((person) => [person.id, person]));
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const outcomes = outcomesOf(model.attendance, plan.groups, plan, toDay(plan.asOf)!);
  const seatsIn = ({ attendees }: PlanSession) =>
    attendees.flatMap(({ group: id, first, last }) => {
      const group = groups.get(id);
      if (!group) return [];
      return Array.from({ length: last - first + 1 }, (_, i): NamedSeat => {
        const number = first + i;
        return { group, number, person: people.get(group.people?.[number - 1] ?? '') };
      });
    });
  const sessionsOf = new Map<Id, Attended[]>();
  for (const session of plan.sessions) {
    if (session.status === 'cancelled') continue;
    for (const { group, number, person } of seatsIn(session)) {
      if (!person) continue;
      const outcome = outcomes.get(session.id)?.get(group.id)?.get(number);
      append(sessionsOf, person.id, { session, outcome });
    }
  }
  return { seatsIn, sessionsOf, people: [...people.values()] };
}
