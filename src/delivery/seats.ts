/** Who was to sit where: the plan's sessions with the people of the roster in them. */

import { MINUTES_A_DAY, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import type { Id } from '../model/model.ts';

export interface SeatedSession {
  readonly session: PlanSession;
  /** Ids of those with a seat in it. */
  readonly seated: ReadonlySet<Id>;
  /** Seconds since 1970 by its own clock. */
  readonly start: number;
  readonly end: number;
  readonly startUtc: number;
}

/** Seconds of `2027-03-02T09:30`, of whichever clock it is. */
export function secondsAt(text: string): number {
  const day = toDay(text.slice(0, 10))!;
  return (day * MINUTES_A_DAY + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))) * 60;
}

/** Every session that is to be held or has been, in order of start. */
export function seatedSessions({ groups, sessions }: Plan): SeatedSession[] {
  const people = new Map(groups.map((group) => [group.id, group.people ?? []]));
  return sessions
    .filter(({ status }) => status === 'confirmed')
    .map((session) => ({
      session,
      seated: new Set(
        session.attendees.flatMap(({ group, first, last }) =>
          (people.get(group) ?? []).slice(first - 1, last).filter((id): id is Id => id !== null),
        ),
      ),
      start: secondsAt(session.start),
      end: secondsAt(session.end),
      startUtc: secondsAt(session.startUtc),
    }));
}

/** Sessions by the day on which they begin, for looking at few of many. */
export class Calendar {
  readonly #byDay = new Map<number, SeatedSession[]>();
  readonly #byPerson = new Map<Id, SeatedSession[]>();
  readonly byId: ReadonlyMap<Id, SeatedSession>;

  constructor(all: readonly SeatedSession[]) {
    this.byId = new Map(all.map((one) => [one.session.id, one]));
    for (const one of all) {
      const day = Math.floor(one.start / 86_400);
      put(this.#byDay, day, one);
      for (const person of one.seated) put(this.#byPerson, person, one);
    }
  }

  has(day: number): boolean {
    return this.#byDay.has(day);
  }

  /** Those in which somebody has a seat. */
  of(person: Id): readonly SeatedSession[] {
    return this.#byPerson.get(person) ?? [];
  }

  /** Those that begin on a day, or on its neighbours. */
  around(day: number): SeatedSession[] {
    return [day - 1, day, day + 1].flatMap((one) => this.#byDay.get(one) ?? []);
  }
}

function put<K>(map: Map<K, SeatedSession[]>, key: K, one: SeatedSession): void {
  append(map, key, one);
}
