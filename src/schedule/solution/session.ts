/** What a session is while the plan is in the making. */
import type { Day } from '../../calendar/date.ts';
import type { FacilitatorInfo, GroupInfo, Pool, Req, RoomInfo } from '../problem/problem.ts';

/** Members `first` to `last` of a requirement's group. */
export interface Seat {
  readonly req: Req;
  readonly first: number;
  readonly last: number;
}

export interface Session {
  /** Its number in {@link State.sessions}; a session that is lifted and placed again keeps it. */
  readonly id: number;
  readonly pool: Pool;
  /** UTC minutes. */
  readonly start: number;
  readonly end: number;
  /** Local date of the start, by the pool's clock. */
  readonly day: Day;
  /** Huddles: resource of the meeting; −1 else. */
  readonly meeting: number;
  readonly room: RoomInfo | undefined;
  readonly facilitator: FacilitatorInfo | undefined;
  readonly seats: readonly Seat[];
  readonly heads: number;
  /** Of the previous plan, as it stands there. */
  readonly before: PreviousIdentity | undefined;
  /** Never moved. */
  readonly fixed: boolean;
}

/** A session, or a draft of one, whose soft cost is asked. */
export type Proposal = Omit<Session, 'id' | 'meeting' | 'fixed'>;

export interface PreviousIdentity {
  readonly id: string;
  /** It has been held: nothing about it changes, even if its room or leader is gone by now. */
  readonly past: boolean;
  /** It may be held at its old time only: as many as are allowed have moved. */
  readonly bound?: true;
  readonly site: string;
  readonly zone: string;
  readonly start: number;
  readonly room: string | undefined;
  readonly facilitator: string | undefined;
  /** Who led it together with them, sorted. */
  readonly coFacilitators?: readonly string[] | undefined;
  /** The number of the pin that put it there. */
  readonly pin?: number | undefined;
}

/** How long a session is: one of the past may have been longer or shorter than its module is by now. */
export function minutesOf({ start, end }: Pick<Session, 'start' | 'end'>): number {
  return end - start;
}

/** Local date of a session's start, by a group's own clock. */
export function dayFor({ day, start, pool }: Proposal, { clock }: GroupInfo): Day {
  return clock === pool.clock ? day : clock.day(start);
}

/** Whether a session is held when the previous plan had it, if elsewhere or led by somebody else. */
export function isInTime({ before, start }: Session): boolean {
  return before !== undefined && (before.past || before.start === start);
}

/** Whether a session stands as the previous plan had it. */
export function asBefore({ before, start, room, facilitator }: Session): boolean {
  if (before?.past) return true;
  return (
    before !== undefined &&
    before.start === start &&
    before.room === room?.room.id &&
    isLedAsBefore(before, facilitator)
  );
}

/** Whether the same people lead it as in the previous plan. */
export function isLedAsBefore(
  { facilitator, coFacilitators }: PreviousIdentity,
  now: FacilitatorInfo | undefined,
): boolean {
  if (facilitator !== now?.facilitator.id) return false;
  const beside = now?.coFacilitators ?? [];
  return (
    beside.length === (coFacilitators?.length ?? 0) &&
    beside.every((one, i) => one.facilitator.id === coFacilitators![i])
  );
}
