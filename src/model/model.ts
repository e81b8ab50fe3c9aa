/**
 * The resolved domain: what a valid workspace means. `workspace/link` builds it; after that nothing
 * re-checks. Every id refers to something that exists, every default is filled in, every audience is
 * a set of posts. All maps are in a fixed order (id; stages in the order of the customer's journey).
 */
import type { Day, MonthKey } from '../calendar/date.ts';
import type { Costs } from './costs.ts';
import type { FormerIds } from './former-ids.ts';
import type { Id } from './ids.ts';
import type { Metric, Moment, Stage, Theme, Touchpoint, Voice } from './journey.ts';
import type { Action, Attendance } from './ledgers.ts';
import type { Facilitator, Module, Ritual } from './modules.ts';
import type { Department, Person, Post, PostId, Role } from './people.ts';
import type { Pin } from './pins.ts';
import type { Room, Site } from './places.ts';
import type { Policy, Waiver } from './policy.ts';

export * from './away.ts';
export type * from './costs.ts';
export * from './former-ids.ts';
export type * from './ids.ts';
export type * from './journey.ts';
export * from './languages.ts';
export type * from './ledgers.ts';
export * from './modules.ts';
export type * from './people.ts';
export * from './pins.ts';
export * from './places.ts';
export type * from './policy.ts';
export * from './travel.ts';
export * from './valid-for.ts';

export interface Model {
  readonly programme: Programme;
  /** Real places only; the built-in `online` is not among them (see {@link ONLINE}). */
  readonly sites: ReadonlyMap<Id, Site>;
  readonly rooms: ReadonlyMap<Id, Room>;
  readonly departments: ReadonlyMap<Id, Department>;
  readonly roles: ReadonlyMap<Id, Role>;
  /**
   * Where people work: one entry per role × site × shift with at least one head, sorted by id. With a roster a
   * post may have 0 heads: somebody joins it during the programme.
   */
  readonly posts: ReadonlyMap<PostId, Post>;
  /** In the order of the customer's journey. */
  readonly stages: ReadonlyMap<Id, Stage>;
  /** Every touchpoint of every stage, by its own id (unique in a workspace). */
  readonly touchpoints: ReadonlyMap<Id, Touchpoint>;
  /** Built-in and own, in order of `from`, then id. */
  readonly moments: ReadonlyMap<Id, Moment>;
  readonly themes: ReadonlyMap<Id, Theme>;
  /** Which theme a calendar month has, where it has one. */
  readonly themeOfMonth: ReadonlyMap<MonthKey, Id>;
  readonly metrics: ReadonlyMap<Id, Metric>;
  readonly voices: ReadonlyMap<Id, Voice>;
  readonly modules: ReadonlyMap<Id, Module>;
  readonly facilitators: ReadonlyMap<Id, Facilitator>;
  readonly rituals: ReadonlyMap<Id, Ritual>;
  readonly policy: Policy;
  /** What learning costs; undefined where nobody says. */
  readonly costs: Costs | undefined;
  readonly waivers: readonly Waiver[];
  /** What the planner has fixed, in one order. */
  readonly pins: readonly Pin[];
  /** Remarks by session; of sessions that are gone, too. */
  readonly notes: ReadonlyMap<string, string>;
  /** From `programme.people`; undefined when headcounts are all there is. */
  readonly people: readonly Person[] | undefined;
  /** Departments whose people the roster names; in the others people are seats. */
  readonly named: ReadonlySet<Id>;
  /** Since the programme began. */
  readonly attendance: readonly Attendance[];
  /** Of programmes before it: what is good for a while may still be. */
  readonly earlier: readonly Attendance[];
  readonly actions: readonly Action[];
  /** What things were called before. */
  readonly former: FormerIds;
}

export interface Programme {
  /** Calendar identity, as written; undefined when it is left to the previous plan or the name. */
  readonly id: Id | undefined;
  readonly domain: string;
  readonly name: string;
  readonly starts: Day;
  /** Last day, inclusive. */
  readonly ends: Day;
  readonly zone: string;
  readonly locale: string;
  readonly rotation: readonly Id[];
  readonly mantra: string | undefined;
  readonly definition: string | undefined;
  readonly success: string | undefined;
  readonly agreedBy: readonly Id[];
  /** E-mail address that answers to invitations go to. */
  readonly organizer: string | undefined;
  readonly team: readonly Id[];
}
