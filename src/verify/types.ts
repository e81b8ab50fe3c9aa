/** What the checks work on: the plan's own texts, read again and put beside the workspace. */
import type { Day, WallMinute } from '../calendar/date.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import type { Department, Id, Model, Module, Post, Site } from '../model/model.ts';
import type { HeldCertificates } from './renewed.ts';

/** Something that a plan must not do, as a sentence that a planner understands. */
export interface Violation {
  /** The constraint's id: `floor`, `room-once`, `complete`, … */
  readonly constraint: string;
  readonly message: string;
  /** Ids of the sessions it is about. */
  readonly sessions: readonly string[];
  readonly group?: string;
}

/** Breaks of one constraint in a plan. */
export type Check = (facts: Facts) => Violation[];

export interface Facts {
  readonly model: Model;
  readonly plan: Plan;
  readonly previous: Plan | undefined;
  /** The members of each group of the plan, those who are there for the same time together, by number. */
  readonly groups: ReadonlyMap<Id, readonly MemberGroup[]>;
  /** By {@link keyOf}. */
  readonly asked: ReadonlyMap<string, Requirement>;
  /** Who missed what. */
  readonly missed: Missed;
  /** Confirmed sessions whose module and groups exist; in order of start. */
  readonly sessions: readonly TimedSession[];
}

/** Members of one group who are there for the same time. */
export interface MemberGroup {
  /** Of its own. */
  readonly id: Id;
  /** The group's id in the plan. */
  readonly name: Id;
  readonly post: Post;
  readonly site: Site;
  readonly department: Department;
  /** Numbers of the first and the last. */
  readonly first: number;
  readonly last: number;
  readonly joiners: string | undefined;
  readonly joined: Day | undefined;
  /** Expected joiners where a roster names those who have come. */
  readonly isUnnamed: boolean;
  /** Module and occurrence that they missed → the days on which they can make up for it. */
  readonly again: ReadonlyMap<string, { readonly from: Day; readonly by: Day }>;
  /** Module → what they hold for a while. */
  readonly held: ReadonlyMap<Id, HeldCertificates>;
  /** First and last day on which they are there. */
  readonly from: Day;
  readonly until: Day;
}

/** One group × module × occurrence × part. */
export interface Requirement {
  readonly module: Module;
  readonly group: MemberGroup;
  /** Without the part: `2027-q1`. */
  readonly period: string;
  readonly part: number;
  readonly from: Day;
  readonly by: Day;
}

/** A session with its instants (minutes since 1970, UTC) recomputed from local start and zone. */
export interface TimedSession {
  readonly id: Id;
  readonly raw: PlanSession;
  readonly module: Module;
  readonly start: number;
  readonly end: number;
  /** Wall clock in the session's zone. */
  readonly wall: WallMinute;
  readonly minutes: number;
  readonly seated: readonly SeatedMembers[];
}

/** What is known of a session whose module or people are gone. */
export type SpentSession = Pick<TimedSession, 'id' | 'raw' | 'start' | 'minutes'>;

/** Members `first` to `last` of a group in a session, with the session's time on their own clock. */
export interface SeatedMembers {
  readonly group: MemberGroup;
  readonly first: number;
  readonly last: number;
  readonly heads: number;
  readonly start: WallMinute;
  readonly end: WallMinute;
  /** Minutes since 1970, UTC, at which they set out, and are back: the session's own where they stay at their site. */
  readonly leaves: number;
  readonly back: number;
}

export function keyOf(module: Id, occurrence: string, group: Id): string {
  return `${module} ${occurrence} ${group}`;
}

/** Who missed what, of what has been held. */
export interface Missed {
  /** Group and member → module and occurrence → the days on which they can make up for it. */
  readonly again: ReadonlyMap<string, ReadonlyMap<string, { readonly from: Day; readonly by: Day }>>;
  /** Group, member and session: seats that say nothing about who has had it. */
  readonly empty: ReadonlySet<string>;
}

/** Names one member among all. */
export function memberKey(group: Id, member: number): string {
  return `${group} ${member}`;
}
