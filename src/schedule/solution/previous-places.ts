/** Where people stood in the previous plan: asked of everybody who gets a new place. */
import { append } from '../../collections/lists.ts';
import type { Req } from '../problem/problem.ts';
import type { PreviousIdentity, Seat } from './session.ts';

/** Some members of a requirement, and the session that they were in. */
interface Former {
  readonly seat: Seat;
  readonly before: PreviousIdentity;
}

export class Places {
  /** By the requirement's number; a few ranges each. */
  private readonly ranges = new Map<number, Former[]>();

  /** Whether some of them may have their old time only. */
  bound = false;

  /** Whether nobody is known to have had a place. */
  get none(): boolean {
    return this.ranges.size === 0;
  }

  add(seat: Seat, before: PreviousIdentity): void {
    if (before.bound) this.bound = true;
    append(this.ranges, seat.req.index, { seat, before });
  }

  of(req: Req, member: number): PreviousIdentity | undefined {
    return this.rangesOf(req).find(({ seat }) => seat.first <= member && member <= seat.last)?.before;
  }

  /** Those of a requirement who had one. */
  rangesOf({ index }: Req): readonly Former[] {
    return this.ranges.get(index) ?? NOBODY;
  }
}

const NOBODY: readonly Former[] = [];
