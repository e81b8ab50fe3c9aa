/**
 * What came of the seats of sessions that have been. A line of attendance is about one person or a whole group, and names
 * its session, or its module and a day: then the seat of theirs that is nearest to that day is meant. What is said of a
 * person goes before what is said of the group; of several lines the best counts.
 */

import { type Day, toDay } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import type { Id } from '../ids.ts';
import type { Attendance } from '../ledgers.ts';
import type { Plan, PlanGroup, PlanSession } from './plan.ts';

export type Outcome = Attendance['status'];

/** Of a group's members who have a seat in a session: number → what came of it; whoever nothing is said of is not there. */
export type GroupOutcomes = ReadonlyMap<number, Outcome>;

/** Session → group → member. */
export type Outcomes = ReadonlyMap<Id, ReadonlyMap<Id, GroupOutcomes>>;

const RANK: Readonly<Record<Outcome, number>> = { absent: 0, attended: 1, confirmed: 2 };

/** Members `first` to `last` of one group in a session. */
interface Sitting {
  readonly session: PlanSession;
  readonly day: Day;
  readonly first: number;
  readonly last: number;
}

/**
 * @param groups of the plan, with the people on their numbers
 * @param until the last day that counts
 */
export function outcomesOf(
  attendance: readonly Attendance[],
  groups: readonly Pick<PlanGroup, 'id' | 'people'>[],
  { sessions }: Pick<Plan, 'sessions'>,
  until: Day,
): Outcomes {
  const outcomes: Collected = new Map();
  if (attendance.length === 0) return outcomes;
  const persons = membersOf(groups, new Set(attendance.map(({ who }) => who)));
  const sittings = sittingsOf(sessions, until);
  const ofPersons: Collected = new Map();
  for (const line of attendance) {
    const numbers = persons.get(line.who);
    if (!numbers) note(outcomes, sittings, line, line.who);
    else for (const { group, number } of numbers) note(ofPersons, sittings, line, group, number);
  }
  for (const [session, byGroup] of ofPersons) {
    for (const [group, known] of byGroup) {
      for (const [number, outcome] of known) seatsIn(outcomes, session, group).set(number, outcome);
    }
  }
  return outcomes;
}

type Collected = Map<Id, Map<Id, Map<number, Outcome>>>;

function seatsIn(outcomes: Collected, session: Id, group: Id): Map<number, Outcome> {
  const byGroup = outcomes.get(session) ?? new Map<Id, Map<number, Outcome>>();
  outcomes.set(session, byGroup);
  const seats = byGroup.get(group) ?? new Map<number, Outcome>();
  byGroup.set(group, seats);
  return seats;
}

/** @param member of whom the line speaks; undefined: of all the group */
function note(
  outcomes: Collected,
  sittings: ReadonlyMap<Id, readonly Sitting[]>,
  line: Attendance,
  group: Id,
  member?: number,
): void {
  for (const { session, first, last } of meant(sittings.get(group) ?? [], line, member)) {
    const seats = seatsIn(outcomes, session.id, group);
    for (let number = member ?? first; number <= (member ?? last); number++) {
      const before = seats.get(number);
      if (before === undefined || RANK[line.status] > RANK[before]) seats.set(number, line.status);
    }
  }
}

/** The seats in the session that a line names; else those in the sessions of its module that are nearest to its date. */
function meant(all: readonly Sitting[], { what, date }: Attendance, member: number | undefined): Sitting[] {
  const own = all.filter(
    ({ session, first, last }) =>
      (session.id === what || session.module === what) &&
      (member === undefined || (first <= member && member <= last)),
  );
  const nearest = Math.min(...own.map(({ day }) => Math.abs(day - date)));
  return own.filter(({ session, day }) => session.id === what || Math.abs(day - date) === nearest);
}

interface Member {
  readonly group: Id;
  readonly number: number;
}

/** The groups in which somebody has a number; whoever changed posts has several. */
function membersOf(
  groups: readonly Pick<PlanGroup, 'id' | 'people'>[],
  wanted: ReadonlySet<Id>,
): Map<Id, Member[]> {
  const members = new Map<Id, Member[]>();
  for (const { id, people = [] } of groups) {
    for (const [i, person] of people.entries()) {
      if (person === null || !wanted.has(person)) continue;
      append(members, person, { group: id, number: i + 1 });
    }
  }
  return members;
}

function sittingsOf(sessions: readonly PlanSession[], until: Day): Map<Id, Sitting[]> {
  const sittings = new Map<Id, Sitting[]>();
  for (const session of sessions) {
    const day = toDay(session.start.slice(0, 10));
    if (session.status !== 'confirmed' || day === undefined || day > until) continue;
    for (const { group, first, last } of session.attendees) {
      append(sittings, group, { session, day, first, last });
    }
  }
  return sittings;
}
