/** Planned, delivered, missed, of one person. */
import type { Person } from '../../model/model.ts';
import type { Attended, Seating } from './seating.ts';

/** planned = delivered + missed + untold + ahead */
export interface PersonCounts {
  readonly planned: number;
  readonly delivered: number;
  readonly missed: number;
  /** Due by the day of the plan, and nobody has told. */
  readonly untold: number;
  readonly ahead: number;
}

/** A person with what came of their seats. */
export interface PersonDelivery {
  readonly person: Person;
  readonly counts: PersonCounts;
}

/** Everybody on the roster, in its order. */
export function deliveredTo({ people, sessionsOf }: Seating, asOf: string): PersonDelivery[] {
  return people.map((person) => ({ person, counts: countsOf(sessionsOf.get(person.id) ?? [], asOf) }));
}

/** @param asOf what is held on this day is due: `2027-03-02` */
export function countsOf(attended: readonly Attended[], asOf: string): PersonCounts {
  const counts = { planned: attended.length, delivered: 0, missed: 0, untold: 0, ahead: 0 };
  for (const { session, outcome } of attended) {
    if (session.start.slice(0, 10) > asOf) counts.ahead++;
    else if (outcome === undefined) counts.untold++;
    else if (outcome === 'absent') counts.missed++;
    else counts.delivered++;
  }
  return counts;
}
