/**
 * The resolved domain: what a valid workspace means. `workspace/link` builds it; after that nothing
 * re-checks. Every id refers to something that exists, every default is filled in, every audience is
 * a set of posts. All maps are in a fixed order (id; stages in the order of the customer's journey).
 */
import type { Day, DayMask, Minute, MonthKey, Span } from '../calendar/date.ts';
import type { Pointer, Severity } from '../diagnostics/diagnostic.ts';

export type Id = string;
/** A part of 1: 0.15 is 15 %. */
export type Share = number;

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
  readonly waivers: readonly Waiver[];
  /** From `programme.people`; undefined when headcounts are all there is. */
  readonly people: readonly Person[] | undefined;
  readonly attendance: readonly Attendance[];
  readonly actions: readonly Action[];
}

/** The site id of sessions that are held online. */
export const ONLINE = 'online';

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
  readonly team: readonly Id[];
}

/** A stretch of time when something is not so. All parts that are given must hold at once. */
export interface TimeRange {
  readonly from?: Day;
  /** Inclusive. */
  readonly to?: Day;
  readonly days?: DayMask;
  readonly hours?: Span;
  /** Working days before and after the last working day of each month (quarter). */
  readonly monthEnd?: { readonly before: number; readonly after: number };
  readonly quarterEnd?: { readonly before: number; readonly after: number };
  readonly reason?: string;
  /** `busy` only: sessions of at most so many minutes are still fine. 0 by default. */
  readonly allowUpTo: Minute;
}

export interface Site {
  readonly id: Id;
  readonly name: string;
  readonly region: string | undefined;
  readonly zone: string;
  /** Public holidays of the programme's years, with their names. */
  readonly holidays: ReadonlyMap<Day, string>;
  readonly closed: readonly TimeRange[];
}

export interface Room {
  readonly id: Id;
  readonly name: string;
  /** A site's id or `online`. */
  readonly site: Id;
  readonly seats: number;
  readonly features: readonly string[];
  readonly closed: readonly TimeRange[];
}

export interface Department {
  readonly id: Id;
  readonly name: string;
  /** Home site: where heads written as a bare number work. */
  readonly site: Id;
  readonly shifts: ReadonlyMap<Id, Shift>;
  /** Of the people on one shift at one site, the share that may train at once. */
  readonly maxAway: Share;
  readonly meetings: readonly Meeting[];
  readonly busy: readonly TimeRange[];
  readonly head: string | undefined;
  readonly signedOff: Day | undefined;
  /** Its roles, sorted. */
  readonly roles: readonly Id[];
}

export interface Shift {
  readonly id: Id;
  readonly times: readonly ShiftTime[];
  readonly share: Share;
}

/** `hours.end` above 1440 runs past midnight and belongs to the day it began. */
export interface ShiftTime {
  readonly days: DayMask;
  readonly hours: Span;
}

export interface Meeting {
  readonly id: Id;
  readonly days: DayMask;
  readonly at: Minute;
  readonly minutes: number;
  /** `fortnight`: in odd ISO weeks; `month`: on the first such day of a month. */
  readonly every: 'week' | 'fortnight' | 'month';
  /** Undefined: every shift that is on then. */
  readonly shifts: ReadonlySet<Id> | undefined;
  readonly sites: ReadonlySet<Id> | undefined;
}

export type Level = 'frontline' | 'specialist' | 'manager' | 'executive';

export interface Role {
  readonly id: Id;
  readonly name: string;
  readonly department: Id;
  /** Site → heads, zero left out. */
  readonly heads: ReadonlyMap<Id, number>;
  readonly shifts: readonly Id[];
  readonly level: Level;
  readonly customerFacing: boolean;
  readonly impact: string | undefined;
  /** Expected a year. */
  readonly joiners: number;
  readonly hiring: { readonly jobDescription: string | undefined; readonly interview: string | undefined };
  readonly duties: readonly string[];
  readonly expect: Expectations;
}

/** What the plan must give each person with a job; parts that are not there ask for nothing. Days are calendar days. */
export interface Expectations {
  readonly hearsCustomerEveryDays?: number;
  readonly longestSilenceDays?: number;
  readonly firstVoiceWithinDays?: number;
  readonly minutesAYear?: { readonly min: number; readonly max: number };
  readonly moreThanTools?: true;
}

/** `<role>.<site>.<shift>` */
export type PostId = string;

export interface Post {
  readonly id: PostId;
  readonly role: Id;
  readonly department: Id;
  readonly site: Id;
  readonly shift: Id;
  readonly heads: number;
}

/** Who, resolved: the posts that are meant. */
export interface Audience {
  readonly posts: ReadonlySet<PostId>;
  /** Heads of those posts. */
  readonly heads: number;
  /** As written, in a few words ("everyone", "Finance, Legal"). */
  readonly label: string;
}

export type Phase = 'before' | 'during' | 'after';

export interface Stage {
  readonly id: Id;
  readonly name: string;
  readonly phase: Phase | undefined;
  readonly feeling: string | undefined;
  readonly touchpoints: readonly Id[];
}

export interface Touchpoint {
  readonly id: Id;
  readonly name: string;
  readonly stage: Id;
  readonly ownerRoles: readonly Id[];
  readonly ownerDepartments: readonly Id[];
  /** The posts of all owners. */
  readonly owners: ReadonlySet<PostId>;
  readonly reviewed: Day | undefined;
}

export interface Moment {
  readonly id: Id;
  readonly name: string;
  /** Days after joining; −1 for the built-in `interview`. */
  readonly from: number;
  readonly to: number;
  readonly audience: Audience;
  readonly builtIn: boolean;
}

export interface Theme {
  readonly id: Id;
  readonly name: string;
  /** Calendar months 1–12 that are this theme's, explicit or by rotation. */
  readonly months: readonly number[];
  readonly audience: Audience;
  /** Role or department id → text. */
  readonly meaning: ReadonlyMap<Id, string>;
}

export interface Metric {
  readonly id: Id;
  readonly name: string;
  readonly unit: string | undefined;
  readonly baseline: number | undefined;
  readonly target: number | undefined;
  readonly owner: Id | undefined;
  readonly stages: readonly Id[];
}

export type VoiceType = 'journey-map' | 'recording' | 'testimonial' | 'survey' | 'guest' | 'outside-trainer';

export interface Voice {
  readonly id: Id;
  readonly name: string;
  readonly type: VoiceType;
  readonly stages: readonly Id[];
  readonly themes: readonly Id[];
  readonly recorded: Day | undefined;
  readonly consentUntil: Day | undefined;
}

export const FORMATS = [
  'workshop',
  'virtual',
  'talk',
  'lunch',
  'event',
  'customer-room',
  'book-club',
  'huddle',
  'coaching',
  'shadowing',
  'self-paced',
  'interview',
] as const;
export type Format = (typeof FORMATS)[number];
export type Led = 'trainer' | 'champion' | 'external' | 'line' | 'peer' | 'self';
export type Cadence = 'week' | 'fortnight' | 'month' | 'quarter' | 'half-year' | 'year';

/** `from` and `by` are inside the programme (its edges where none is written); `by` is inclusive. */
export type When =
  | { readonly kind: 'once'; readonly from: Day; readonly by: Day }
  | {
      readonly kind: 'every';
      readonly every: Cadence;
      readonly from: Day;
      readonly by: Day;
      readonly months: readonly number[] | undefined;
    }
  | { readonly kind: 'moment'; readonly moment: Id }
  | { readonly kind: 'date'; readonly date: Day }
  | { readonly kind: 'observance'; readonly observance: string }
  | { readonly kind: 'trigger'; readonly trigger: string };

export interface Module {
  readonly id: Id;
  readonly name: string;
  readonly audience: Audience;
  /** Of one session (of one part). */
  readonly minutes: number;
  readonly format: Format;
  readonly led: Led;
  /** What its facilitator must be able to teach: the module's own id by default. */
  readonly skill: Id;
  /** `max` undefined: unlimited. Shadowing: the host's guests. */
  readonly seats: { readonly min: number; readonly max: number | undefined };
  readonly parts: number;
  readonly days: DayMask | undefined;
  readonly hours: Span | undefined;
  /** May hold `online`. Undefined: wherever its people and rooms are. */
  readonly sites: ReadonlySet<Id> | undefined;
  readonly when: When;
  /** `month`: the theme of the month in which the session starts. */
  readonly themes: readonly Id[] | 'month';
  /** `own`: the stages whose touchpoints the attendee's role or department owns. `all` is spelled out. */
  readonly stages: readonly Id[] | 'own';
  /** `stages: all` as written: does not fill a department's own stage cells. */
  readonly allStages: boolean;
  readonly touchpoints: readonly Id[];
  readonly moments: readonly Id[];
  readonly tags: ReadonlySet<string>;
  readonly kind: 'strategy' | 'practice' | 'tool' | 'process';
  readonly strategy: string | undefined;
  readonly outcome: string | undefined;
  /** From the library. */
  readonly voices: readonly Id[];
  /** Inline types, not in the library. */
  readonly voiceTypes: readonly VoiceType[];
  readonly metrics: readonly Id[];
  readonly after: readonly Prerequisite[];
  readonly room: { readonly kind: 'none' | 'site' | 'online'; readonly features: readonly string[] };
  readonly maxAway: Share | undefined;
  readonly host: Host | undefined;
  readonly followUp: { readonly action: string; readonly withinDays: number | undefined } | undefined;
  readonly basics: readonly Basic[];
  readonly paid: boolean;
  readonly reviewBy: Day | undefined;
}

export type Basic = 'what-and-why' | 'listen-and-act' | 'my-role' | 'outcomes';

export interface Prerequisite {
  readonly module: Id;
  readonly atLeastDays: number;
}

export interface Host {
  readonly department: Id;
  /** How many it takes at once at each of its sites. */
  readonly guests: number;
  /** Where guests go whose own site has no host. */
  readonly site: Id | undefined;
}

export interface Facilitator {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'trainer' | 'champion' | 'external';
  /** Module ids and skills; undefined: everything of its kind. */
  readonly teaches: ReadonlySet<Id> | undefined;
  readonly role: Id | undefined;
  /** Undefined: everywhere, online included. */
  readonly sites: ReadonlySet<Id> | undefined;
  /** In whose wall clock `days`, `hours` and `away` are meant. */
  readonly zone: string;
  readonly days: DayMask;
  readonly hours: Span;
  readonly minutesPerDay: number | undefined;
  readonly minutesPerWeek: number | undefined;
  readonly totalDays: number | undefined;
  readonly away: readonly TimeRange[];
}

export interface Ritual {
  readonly id: Id;
  readonly name: string;
  readonly type: 'communication' | 'recognition' | 'listening' | 'readback';
  readonly audience: Audience;
  readonly channels: readonly string[];
  readonly themes: readonly Id[] | 'month';
  readonly tags: ReadonlySet<string>;
  readonly when: When;
}

export interface Policy {
  readonly groupSize: number;
  readonly startEvery: number;
  readonly minutesPerWeek: number;
  readonly changeoverMinutes: number;
  readonly travelMinutes: number;
  readonly noticeDays: number;
  readonly hoursPerPerson: { readonly min: number; readonly max: number };
  readonly reinforceWithinWeeks: number;
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

export interface RulePolicy {
  readonly severity: Severity | 'off' | undefined;
  readonly options: ReadonlyMap<string, unknown>;
}

/** What a finding or a waiver is about; the parts that are given. */
export interface Subject {
  readonly department?: Id;
  readonly role?: Id;
  readonly site?: Id;
  readonly shift?: Id;
  readonly group?: Id;
  readonly theme?: Id;
  readonly stage?: Id;
  readonly touchpoint?: Id;
  readonly moment?: Id;
  readonly module?: Id;
  readonly session?: Id;
  readonly voice?: Id;
  readonly ritual?: Id;
  readonly facilitator?: Id;
  readonly metric?: Id;
  readonly basic?: string;
  readonly month?: string;
  readonly quarter?: string;
  readonly week?: string;
  readonly occurrence?: string;
  readonly action?: Id;
  readonly waiver?: string;
  readonly expectation?: keyof Expectations;
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

export interface Person {
  readonly id: Id;
  readonly role: Id;
  readonly site: Id;
  readonly shift: Id;
  readonly joined: Day | undefined;
  readonly left: Day | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly manager: string | undefined;
}

export interface Attendance {
  /** A person's or a group's id. */
  readonly who: Id;
  /** A session's or a module's id. */
  readonly what: Id;
  readonly date: Day;
  readonly status: 'attended' | 'absent' | 'confirmed';
  readonly minutes: number | undefined;
}

export interface Action {
  readonly id: Id;
  readonly date: Day;
  readonly department: Id;
  readonly stage: Id | undefined;
  readonly learning: string;
  readonly action: string;
  readonly owner: string;
  readonly due: Day;
  readonly status: 'open' | 'done' | 'dropped';
}
