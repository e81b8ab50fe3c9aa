/** What a hard constraint is: a named sentence with its why, and a check for whatever it binds. */

import type { FacilitatorInfo, Req, RoomInfo } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import type { Cause } from '../types.ts';

export interface Constraint {
  readonly id: string;
  /** What always holds. */
  readonly sentence: string;
  readonly why: string;
  /** What a planner reads when it stands in the way; `detail` names what is tightest, `cause` what in it. */
  readonly reason: (detail?: string, cause?: Cause) => string;
  /** The last member from `first` on who can be seated in the draft, at most `last`; `first − 1`: nobody. */
  readonly seat?: (draft: Draft, req: Req, first: number, last: number) => number;
  /** Whether this person can lead the draft. */
  readonly lead?: (draft: Draft, one: FacilitatorInfo) => boolean;
  /** Whether the draft can be held in this room. */
  readonly room?: (draft: Draft, room: RoomInfo) => boolean;
  /** Sessions whose going would help, for a seat, a facilitator or a room that was refused. */
  readonly blockers?: (draft: Draft, wanted: RefusedThing) => readonly number[];
}

/** What was refused. */
export type RefusedThing =
  | { readonly kind: 'seat'; readonly req: Req; readonly first: number; readonly last: number }
  | { readonly kind: 'lead'; readonly one: FacilitatorInfo }
  | { readonly kind: 'room'; readonly room: RoomInfo };
