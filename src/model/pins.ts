/** What the planner has fixed: the search may not touch it. */
import { type Day, isoDate, type WallMinute } from '../calendar/date.ts';
import type { Id } from './ids.ts';
import type { PlanSession } from './made/plan.ts';

export interface Pin {
  /** Its place among the workspace's pins: `['pins', 3]`. */
  readonly pointer: readonly ['pins', number];
  /** Which session: by its id, or as what a group learns. */
  readonly session: string | undefined;
  readonly module: Id | undefined;
  readonly group: Id | undefined;
  readonly occurrence: string | undefined;
  /** On the clock of the place where it is held. */
  readonly at: WallMinute | undefined;
  readonly on: Day | undefined;
  /** Days on which it is not held: it was called off there. */
  readonly notOn: readonly Day[] | undefined;
  /** As the previous plan has it. */
  readonly keep: boolean;
  readonly facilitator: Id | undefined;
  readonly room: Id | undefined;
  /** Exactly these, each as a whole. */
  readonly groups: readonly Id[] | undefined;
  readonly reason: string | undefined;
  /** It may break what {@link FORCEABLE} names. */
  readonly force: boolean;
}

/** Constraints that a planner may break with a reason. */
export const FORCEABLE: ReadonlySet<string> = new Set(['floor', 'load', 'frozen', 'not-closed']);

/** What a pin is matched with. */
type Pinned = Pick<PlanSession, 'id' | 'module' | 'attendees' | 'why'>;

/** The pin that fixes a session of a plan: its `why` names it, and it still means this session. */
export function pinOf(pins: readonly Pin[], { id, module, attendees, why }: Pinned): Pin | undefined {
  for (const text of why) {
    const number = /^pins\[(\d+)\]$/.exec(text)?.[1];
    const pin = number === undefined ? undefined : pins[Number(number)];
    if (!pin) continue;
    const isMeant =
      pin.session === undefined
        ? pin.module === module && attendees.some(({ group }) => group === pin.group)
        : pin.session === id;
    if (isMeant) return pin;
  }
  return undefined;
}

/** `pinned: Asked for by the head of Finance`; `by force` where it breaks what may be broken; or where it was called off. */
export function pinWords({ reason, force, notOn }: Pin): string {
  const off = notOn && `called off on ${notOn.map(isoDate).join(' and ')}`;
  const how = off ?? (force ? 'pinned by force' : 'pinned');
  return reason === undefined ? how : `${how}: ${reason.replace(/\.$/, '')}`;
}
