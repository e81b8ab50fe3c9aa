/** The sessions of the year, in columns. */
import type { Ref } from './ref.ts';

/** A column's numbers; one number where all are the same. */
export type Column = number | readonly number[];

/** Columns: one entry a session, by time. */
export interface PageSessions {
  readonly count: number;
  /** Days since the session before (the first: since the programme's start). */
  readonly day: Column;
  /** Minutes since midnight, on the clock of its zone. */
  readonly start: Column;
  readonly minutes: Column;
  /** That clock less UTC, in minutes. */
  readonly offset: Column;
  readonly zone: Column;
  readonly module: Column;
  readonly title: Column;
  readonly titles: readonly string[];
  /** −1: online. */
  readonly site: Column;
  readonly room: Column;
  readonly place: Column;
  readonly places: readonly string[];
  readonly facilitator: Column;
  /** Who leads beside the first, by the session’s number; left out where all are led by one. */
  readonly coFacilitators?: Readonly<Record<string, readonly Ref[]>>;
  readonly leader: Column;
  readonly leaders: readonly string[];
  readonly themes: Column;
  readonly themeLists: readonly (readonly Ref[])[];
  readonly why: Column;
  readonly whys: readonly (readonly string[])[];
  /** 0 stands, 1 cancelled; 2 and 3 the same, new or changed with this plan. */
  readonly state: Column;
  readonly sequence: Column;
  readonly revised: Column;
  readonly dates: readonly string[];
  /** 1 where it counts as meeting the customer. */
  readonly counts: Column;
  /** How many entries of the next three columns are its own. */
  readonly parts: Column;
  readonly group: readonly Ref[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** What stands before its first group's id in its own, and the number behind it; or all of it. */
  readonly head: Column;
  readonly heads: readonly string[];
  readonly tail: readonly (number | string)[];
  /** What its UID adds to the id; behind `=` all of it. */
  readonly suffix: Column;
  readonly suffixes: readonly string[];
  /** Session → what the planner remarked, and why it is pinned. */
  readonly notes: Readonly<Record<string, string>>;
  /** Session → other clocks of its people: `15:00–15:20 in Dublin`. */
  readonly elsewhere: Readonly<Record<string, string>>;
}
