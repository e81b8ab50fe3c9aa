/** What planning hands on: sessions with a place in time, and what found none, with reasons. */
import type { Day, WallMinute } from '../calendar/date.ts';
import type { Requirement } from '../demand/types.ts';
import type { Attendees, Plan, PlanBottleneck, PlanScore, PlanSession } from '../model/made/plan.ts';
import type { Id, Pin } from '../model/model.ts';

export type Effort = 'quick' | 'normal' | 'thorough';

export interface ScheduleOptions {
  readonly seed: number;
  readonly effort: Effort;
  /** `2026-11-21` */
  readonly asOf: string;
  /** Somebody said so; otherwise it is a draft as long as the programme has not begun. */
  readonly dated?: boolean | undefined;
  readonly previous: Previous | undefined;
  /** The plan whose sessions pins name, where it is not `previous`: planning afresh forgets times, not identities. */
  readonly known?: Plan | undefined;
  /** Hash of the workspace's meaning, where known: with the previous plan's, its gaps are not tried again. */
  readonly inputs?: string;
  /** Who plans: `cxplan 0.1.0`. */
  readonly tool?: string;
  /** The same but for absences and words, where known: a previous plan that only absences can have broken is mended. */
  readonly lasting?: string;
  /** So many sessions of the previous plan may be held at another time, at most; without it as many as must. */
  readonly maxMoves?: number | undefined;
  /** Called now and then; what it returns is awaited, so that a program can breathe. Never changes the result. */
  readonly onProgress?: (progress: Progress) => void | Promise<void>;
  /** Independent parts are planned in so many threads, where that is worth it; 1 where it is not said. */
  readonly threads?: number;
}

/** What of the workspace is another than when the previous plan was made; nothing but these has a say in what stands. */
export interface Change {
  /** Modules that say something else by now, or are new: their sessions are looked at again. */
  readonly modules: ReadonlySet<Id>;
  /** Limits are wider, rooms or meetings more: whoever had no place looks for one. */
  readonly eased: boolean;
}

/** A session of the previous plan, or one that takes such a place; `pin` tells that it is fixed, and by which pin. */
export interface PinnableSession extends PlanSession {
  readonly pin?: Pin;
  /** No plan says yet who is in it: as many as can come at its time. */
  readonly open?: true;
  /** Where and when it is held has been decided: it is put there unasked. */
  readonly settled?: true;
  /** Its people may have it at its old time only. */
  readonly bound?: true;
}

/** What planning follows: a plan, or sessions that are pinned where there is none yet. */
export interface Previous extends Pick<Plan, 'unscheduled'>, Partial<Omit<Plan, 'sessions' | 'unscheduled'>> {
  readonly sessions: readonly PinnableSession[];
}

export interface Progress {
  readonly phase: 'construct' | 'improve' | 'explain';
  readonly placed: number;
  readonly total: number;
  readonly soft: number;
}

export interface PlacedSession {
  readonly module: Id;
  readonly occurrence: string;
  /** Sorted by group, then first. */
  readonly attendees: readonly Attendees[];
  /** Wall clock in `zone`. */
  readonly start: WallMinute;
  readonly minutes: number;
  readonly zone: string;
  /** A site's id or `online`. */
  readonly site: Id;
  readonly room: Id | undefined;
  readonly facilitator: Id | undefined;
  /** Who leads it together with them. */
  readonly coFacilitators?: readonly Id[] | undefined;
  /** The number of the pin that fixes it. */
  readonly pin?: number;
  /** Why it differs from the previous plan, in a sentence; empty when it does not. */
  readonly moved: readonly string[];
}

export interface Unplaced {
  readonly requirement: Requirement;
  readonly first: number;
  readonly last: number;
  readonly reasons: readonly Reason[];
  readonly relaxations: readonly Relaxation[];
}

export interface Reason {
  /** A constraint's id. */
  readonly constraint: string;
  readonly excluded: number;
  readonly of: number;
  readonly detail?: string;
  /** Of who leads: what in it stands in the way most. */
  readonly cause?: Cause;
}

/**
 * `learns`, of `facilitator-once`: all who could lead are in the session themselves. `other-site`, of `in-window` and
 * `room-fits`: it is held where these people do not work, and nobody says that they come to it. `not-held`, of `language`: its module is
 * held in none that they understand.
 */
export type Cause = HoursCause | 'learns' | 'other-site' | 'not-held';

/** Of `facilitator-hours` (`away` of `host-places`, too): not at work at those times of the week · away on those days · hours a day, a week or days in total spent. */
export type HoursCause = 'off-duty' | 'away' | 'used-up';

export interface Relaxation {
  readonly change: string;
  readonly start: string;
}

/** What was short in a stretch of days. */
export interface Bottleneck extends Omit<PlanBottleneck, 'from' | 'by'> {
  readonly from: Day;
  /** Inclusive. */
  readonly by: Day;
}

export interface Schedule {
  readonly sessions: readonly PlacedSession[];
  /** Of a mended plan: ids of the previous plan's sessions whose place those take. All others stand as they are there. */
  readonly replaced?: ReadonlySet<string>;
  /** Which groups were planned apart from which. */
  readonly split?: string;
  readonly unplaced: readonly Unplaced[];
  /** Those of most people first. */
  readonly bottlenecks?: readonly Bottleneck[];
  readonly score: PlanScore;
  readonly moves: number;
  /** The limit on moves, where it left people out. */
  readonly maxMoves?: number;
  /** Of each part that leaves people out, what there was to place them with. */
  readonly tried?: readonly string[];
}
