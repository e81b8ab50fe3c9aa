/**
 * What the page holds: names, the year in columns, and everything that is reckoned before it is shown. Numbers in lists
 * point into other lists (−1: none). The page in the browser knows this form and nothing else of cxplan.
 */

/** A list's position; −1 where there is none. */
export type Ref = number;

export interface PageData {
  readonly programme: PageProgramme;
  readonly score: PageScore;
  readonly departments: readonly PageDepartment[];
  readonly roles: readonly (PagePart & { readonly department: Ref })[];
  readonly sites: readonly (PagePart & { readonly zone: Ref })[];
  /** A name for each kind of shift. */
  readonly shifts: readonly string[];
  readonly zones: readonly string[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly formats: readonly string[];
  readonly modules: readonly PageModule[];
  readonly facilitators: readonly PageOffer[];
  readonly rooms: readonly (PageOffer & { readonly site: Ref; readonly seats: number })[];
  readonly groups: PageGroups;
  readonly sessions: PageSessions;
  /** What is asked for and found no place, told together. */
  readonly unplaced: readonly PageUnplaced[];
  readonly findings: readonly PageFinding[];
  readonly year: PageYear;
  readonly loads: readonly PageLoad[];
  readonly journey: readonly PageStage[];
  readonly walks: readonly PageWalk[];
  readonly decisions: readonly PageDecision[];
  readonly changes: PageChanges;
  /** Other files of the folder, relative to the page; only those that are written with it. */
  readonly files: readonly PageFile[];
}

export interface PageProgramme {
  readonly name: string;
  readonly mantra: string | null;
  /** Days since 1970-01-01, both included. */
  readonly starts: number;
  readonly ends: number;
  readonly zone: string;
  readonly locale: string;
  /** `2026-11-21` */
  readonly asOf: string;
  readonly tool: string;
  /** Which plan of the programme this is. */
  readonly issue: number;
  /** `1,090 people in 15 departments · …` */
  readonly counts: string;
  /** `Coverage 72.8 planned, …` */
  readonly headline: string;
  readonly planned: string;
}

export interface PageScore {
  /** 0–100, one decimal; null where nothing can be asked. */
  readonly score: number | null;
  readonly seats: PageSeats;
  /** Themes, stages, moments, rhythm: shares of 1. */
  readonly dimensions: readonly (number | null)[];
  /** What has come of it by the plan's day, from attendance; left out where nobody tells, or it would be of few people. */
  readonly delivered?: number | null;
}

export interface PageSeats {
  readonly asked: number;
  readonly placed: number;
  /** People who lack at least one. */
  readonly without: number;
  /** `all 210 seats placed` */
  readonly words: string;
  /** With an attendance file: due = delivered + missed + untold. */
  readonly delivered?: Readonly<Record<'due' | 'delivered' | 'missed' | 'untold', number>>;
}

/** A department, role or site with its score. */
export interface PagePart extends PageScore {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly minutesPerPerson: number;
  readonly cells: readonly PageCell[];
}

export interface PageDepartment extends PagePart {
  /** Score below which it must not be. */
  readonly threshold: number;
  /** `2027-01-11` */
  readonly signedOff: string | null;
  readonly head: string | null;
}

export interface PageCell {
  readonly dimension: 'T' | 'S' | 'M' | 'R';
  readonly name: string;
  readonly need: number;
  readonly reached: number;
  readonly voice: boolean;
  readonly credit: number;
}

export interface PageModule {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly format: Ref;
  /** What of the customer is heard, in words; empty where nothing is. */
  readonly voice: string;
  /** What people will do differently, or what it serves; empty where nothing is written. */
  readonly why: string;
  readonly about: string;
  readonly audience: string;
  readonly paid: boolean;
  readonly tool: boolean;
  readonly themes: readonly Ref[];
}

/** Who or what is booked, and minutes a week that are offered, from the programme's first week on; null: no limit is known. */
export interface PageOffer {
  readonly id: string;
  readonly name: string;
  readonly offered: readonly number[] | null;
}

/** Columns: one entry a group. */
export interface PageGroups {
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly department: readonly Ref[];
  readonly role: readonly Ref[];
  readonly site: readonly Ref[];
  readonly shift: readonly Ref[];
  readonly heads: readonly number[];
  /** Only when asked for: who has which number; null where nobody is known. */
  readonly people?: readonly (readonly (string | null)[])[];
}

/** A column's numbers; one number where all are the same. */
export type Column = number | readonly number[];

/** Columns: one entry a session, by time. */
export interface PageSessions {
  readonly count: number;
  /** Days since the session before (the first: since the programme's start). */
  readonly day: Column;
  /** Minutes since midnight, on the clock of its zone. */
  readonly start: Column;
  readonly minutes: Column;
  /** That clock less UTC, in minutes. */
  readonly offset: Column;
  readonly zone: Column;
  readonly module: Column;
  readonly title: Column;
  readonly titles: readonly string[];
  /** −1: online. */
  readonly site: Column;
  readonly room: Column;
  readonly place: Column;
  readonly places: readonly string[];
  readonly facilitator: Column;
  readonly leader: Column;
  readonly leaders: readonly string[];
  readonly themes: Column;
  readonly themeLists: readonly (readonly Ref[])[];
  readonly why: Column;
  readonly whys: readonly (readonly string[])[];
  /** 0 stands, 1 cancelled; 2 and 3 the same, new or changed with this plan. */
  readonly state: Column;
  readonly sequence: Column;
  readonly revised: Column;
  readonly dates: readonly string[];
  /** 1 where it counts as meeting the customer. */
  readonly counts: Column;
  /** How many entries of the next three columns are its own. */
  readonly parts: Column;
  readonly group: readonly Ref[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** What stands before its first group's id in its own, and the number behind it; or all of it. */
  readonly head: Column;
  readonly heads: readonly string[];
  readonly tail: readonly (number | string)[];
  /** What its UID adds to the id; behind `=` all of it. */
  readonly suffix: Column;
  readonly suffixes: readonly string[];
  /** Session → what the planner remarked, and why it is pinned. */
  readonly notes: Readonly<Record<string, string>>;
  /** Session → other clocks of its people: `15:00–15:20 in Dublin`. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

export interface PageUnplaced {
  readonly department: Ref;
  readonly module: Ref;
  readonly seats: number;
  readonly words: string;
}

export interface PageFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warn' | 'info';
  readonly departments: readonly Ref[];
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** What closes it as it was tried; left out where nothing was. */
  readonly patch?: string;
  readonly source: string;
  /** Until when and by whom it is accepted; empty where it is not. */
  readonly waived: string;
  readonly implied: readonly string[];
}

export interface PageYear {
  /** Monday of the programme's first week. */
  readonly monday: number;
  readonly weeks: number;
  readonly months: readonly { readonly key: string; readonly name: string; readonly theme: Ref }[];
  readonly holidays: readonly PageDay[];
  readonly observances: readonly { readonly from: number; readonly to: number; readonly name: string }[];
  /** Days on which a department wants nobody away; by department. */
  readonly busy: readonly (readonly PageBusy[])[];
  readonly rituals: readonly (PageDay & { readonly type: string; readonly departments: readonly Ref[] })[];
}

export interface PageDay {
  readonly day: number;
  readonly name: string;
  /** Undefined: all of them. */
  readonly sites?: readonly Ref[];
}

export interface PageBusy {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** One shift of a department at a site. */
export interface PageLoad {
  readonly department: Ref;
  readonly site: Ref;
  readonly shift: Ref;
  readonly heads: number;
  /** How many may be away at once: `15%`. */
  readonly limit: string;
  /** Minutes of people's time that the floor can spare, by week. */
  readonly spare: readonly number[];
}

export interface PageStage {
  readonly name: string;
  readonly phase: string;
  readonly feeling: string;
  readonly touchpoints: readonly {
    readonly name: string;
    readonly owners: string;
    readonly modules: readonly Ref[];
    readonly voices: string;
  }[];
  /** Modules about the stage as a whole. */
  readonly modules: readonly Ref[];
}

export interface PageWalk {
  readonly role: Ref;
  readonly group: Ref;
  readonly joiner: boolean;
  /** Days since 1970. */
  readonly from: number;
  readonly to: number;
  /** What they meet, in order of time. */
  readonly sessions: readonly Ref[];
  readonly interview: string;
  readonly impact: string;
  readonly answers: readonly string[];
  readonly promises: readonly { readonly kept: boolean; readonly asked: string; readonly planned: string }[];
  readonly silence: readonly [number, number];
}

export interface PageDecision {
  readonly title: string;
  readonly why: string;
  /** A view with its filters: `gaps?rule=no-voice`. */
  readonly link: string;
}

/** What is other than in the plan before. */
export interface PageChanges {
  /** `plan 2, as of 4 January 2027`; empty for a first plan. */
  readonly since: string;
  /** Null where nothing is known of it. */
  readonly told: PageNews | null;
  /** The same since people agreed to a plan; null where they have not, or nothing has changed since. */
  readonly agreed: PageNews | null;
}

export interface PageNews {
  readonly head: readonly PageBlock[];
  /** `of`: −1 for one that is gone. */
  readonly departments: readonly {
    readonly of: Ref;
    readonly name: string;
    readonly blocks: readonly PageBlock[];
  }[];
  readonly gaps: readonly PageBlock[];
}

export type PageBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface PageFile {
  readonly text: string;
  readonly href: string;
  /** Whose it is: a department's, site's, facilitator's position. */
  readonly kind: 'department' | 'site' | 'facilitator' | 'all';
  readonly of: Ref;
}
