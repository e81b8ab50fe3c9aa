/** What sessions are made of: modules, groups, whoever or whatever can be booked. */
import type { Ref } from './ref.ts';
import type { DeliveredSeats } from './scores.ts';

export interface PageModule {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly format: Ref;
  /** What of the customer is heard, in words; empty where nothing is. */
  readonly voice: string;
  /** What people will do differently, or what it serves; empty where nothing is written. */
  readonly why: string;
  readonly about: string;
  readonly audience: string;
  readonly paid: boolean;
  readonly tool: boolean;
  readonly themes: readonly Ref[];
  /** What came of its seats; left out where nobody tells, or it would be of few people. */
  readonly delivered?: DeliveredSeats;
}

/** Who or what is booked, and minutes a week that are offered, from the programme's first week on; null: no limit is known. */
export interface PageOffer {
  readonly id: string;
  readonly name: string;
  readonly offered: readonly number[] | null;
}

/** Columns: one entry a group. */
export interface PageGroups {
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly department: readonly Ref[];
  readonly role: readonly Ref[];
  readonly site: readonly Ref[];
  readonly shift: readonly Ref[];
  readonly heads: readonly number[];
  /** Only when asked for: who has which number; null where nobody is known. */
  readonly people?: readonly (readonly (string | null)[])[];
}

/** One shift of a department at a site. */
export interface PageLoad {
  readonly department: Ref;
  readonly site: Ref;
  readonly shift: Ref;
  readonly heads: number;
  /** How many may be away at once: `15%`. */
  readonly limit: string;
  /** Minutes of people's time that the floor can spare, by week. */
  readonly spare: readonly number[];
}
