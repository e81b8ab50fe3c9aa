/** What matching takes and gives. */
import type { Id } from '../model/model.ts';
import type { SeatedSession } from './seats.ts';

export interface MatchOptions {
  /** The zone of times without one; undefined: each session's own. */
  readonly zone: string | undefined;
  /** A session, or a module, that the whole file is about. */
  readonly session: Id | undefined;
  readonly module: Id | undefined;
  /** What the meeting was called. */
  readonly topic: string | undefined;
  /** Least part of a session's minutes that counts as attended, of 1. */
  readonly attendedFrom: number;
  readonly isList: boolean;
}

/** What came of somebody's seat. */
export interface Delivery {
  readonly person: Id;
  readonly session: SeatedSession;
  /** False for whoever was there without a seat in it. */
  readonly isSeated: boolean;
  readonly status: 'attended' | 'absent' | 'confirmed';
  /** Whole minutes; undefined where no times are known. */
  readonly minutes: number | undefined;
}

/** A row that was not taken, and why. */
export interface UntakenRow {
  readonly line: number;
  readonly why:
    | 'not on the roster'
    | 'a name that several people have'
    | 'no session at that time'
    | 'several sessions at that time'
    | 'no such session';
}

export interface MatchResult {
  readonly deliveries: readonly Delivery[];
  readonly untaken: readonly UntakenRow[];
  readonly taken: number;
  /** Rows about something that has not happened yet (booked, on a waiting list). */
  readonly open: number;
}
