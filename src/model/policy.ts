/** What the firm asks of its plan, and what it accepts: policy, the rules' severities, waivers. */

import type { Day, Span } from '../calendar/date.ts';
import type { Pointer, Severity } from '../diagnostics/diagnostic.ts';
import type { Id } from './ids.ts';
import type { Subject } from './made/gaps.gen.ts';
import type { Format } from './modules.ts';

/** What a finding or a waiver is about; the parts that are given. */
export type { Subject } from './made/gaps.gen.ts';

export interface Policy {
  readonly groupSize: number;
  /** How large the year may be; those that are written, each below its default. */
  readonly limits: Readonly<Partial<Record<'groups' | 'perGroup' | 'requirements' | 'sessions', number>>>;
  readonly startEvery: number;
  readonly minutesPerWeek: number;
  readonly changeoverMinutes: number;
  readonly travelMinutes: number;
  /** The same for people who come to another site; 0 in a workspace that says nothing of ways (`travel`, `at`). */
  readonly peopleTravelMinutes: number;
  readonly noticeDays: number;
  /** First and last minutes of a shift, in which people take over and hand over: sessions keep clear of them if they can. */
  readonly edges: { readonly start: number; readonly end: number };
  /** Most minutes of a person in an ISO week outside their shift, where a module allows it. */
  readonly overtimeMinutesPerWeek: number;
  /** Minutes after a night during which its people are in no session, huddles apart. */
  readonly restAfterNight: number;
  /** The hours of people's own clocks in which sessions of a format had better lie; formats that are left out: any. */
  readonly preferredHours: ReadonlyMap<Format, Span>;
  readonly hoursPerPerson: { readonly min: number; readonly max: number };
  readonly reinforceWithinWeeks: number;
  /** Days after joining from which on people of the roster are asked for what everybody is. */
  readonly joinersMeetEverythingAfter: number;
  /** Least part of a session's minutes that counts as attended, of 1. */
  readonly attendedFrom: number;
  /** Weeks within which whoever missed a session is given it again. */
  readonly makeUpWithinWeeks: number;
  /** Weeks before a certificate of a given length ends in which it is renewed. */
  readonly renewWithinWeeks: number;
  readonly rehearsal: Rehearsal;
  readonly minCoverage: {
    /** 0–100. Undefined: no floor for the organisation as a whole. */
    readonly organisation: number | undefined;
    /** For departments without one of their own. */
    readonly department: number;
    readonly departments: ReadonlyMap<Id, number>;
  };
  /** Soft term → weight, as written. */
  readonly weights: ReadonlyMap<string, number>;
  /** Rule id → what the workspace says about it. */
  readonly rules: ReadonlyMap<string, RulePolicy>;
}

/** What a rehearsed year lets happen: shares of days and seats, of 1; lengths in days, in the mean. */
export interface Rehearsal {
  readonly absence: number;
  readonly absenceDays: number;
  readonly leave: number;
  readonly leaveDays: number;
  readonly noShows: number;
  readonly leaders: number;
  readonly peaks: number;
}

export interface RulePolicy {
  readonly severity: Severity | 'off' | undefined;
  readonly options: ReadonlyMap<string, unknown>;
}

export interface Waiver {
  readonly rule: string;
  /** Waives every finding of the rule whose subject has all these parts. */
  readonly subject: Subject;
  readonly reason: string;
  readonly owner: string;
  readonly until: Day;
  readonly pointer: Pointer;
}
