/**
 * The plan document as it is written to `plan.json` (contract: `schemas/plan.schema.json`). It stands in
 * `model` because planning reads the previous one. Keys are written in the order of these declarations.
 */
import type { Id } from '../ids.ts';
import type { VoiceType } from '../journey.ts';

export interface Plan {
  readonly schema: 'https://cxplan.dev/schemas/plan-1.json';
  readonly version: 1;
  readonly programme: PlanProgramme;
  /** `2026-11-21` */
  readonly asOf: string;
  readonly made: PlanMade;
  readonly score: PlanScore;
  /** Sorted by id. */
  readonly groups: readonly PlanGroup[];
  /** Sorted by startUtc, then id. */
  readonly sessions: readonly PlanSession[];
  readonly rituals: readonly PlanRitual[];
  readonly themes: readonly PlanTheme[];
  readonly unscheduled: readonly PlanUnscheduled[];
  /** What was short, those first that leave most people without a place; left out when nothing is. */
  readonly bottlenecks?: readonly PlanBottleneck[];
  readonly loads: PlanLoads;
  /** What things are called; left out by versions that did not keep it. */
  readonly names?: PlanNames | undefined;
  /** What was called otherwise before, oldest first; left out where nothing that stands for good was. */
  readonly former?: readonly PlanFormer[] | undefined;
  /** Ids of cancelled items that are no longer listed, sorted: their UIDs are never used again. */
  readonly retired?: readonly Id[] | undefined;
  /** Every calendar that there is or was, sorted by id; left out by versions that did not keep them. */
  readonly calendars?: readonly PlanCalendar[] | undefined;
  /** The plan that people agreed to; left out of a draft. */
  readonly published?: PlanPublished | undefined;
}

/** What `cxplan publish` notes: from then on notice holds, and the plan is compared with this one. */
export interface PlanPublished {
  /** The day on which it was agreed: `2026-11-21`. */
  readonly asOf: string;
  /** `sha256:` of that plan. */
  readonly hash: string;
  /** Its `made.issue`; left out where that was the first. */
  readonly issue?: number | undefined;
}

/** A calendar: its address is there for good, whatever becomes of the thing that it is of. */
export interface PlanCalendar {
  /** `departments/finance`, `all` */
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  /** What it was called by before: these addresses go on showing it. */
  readonly was?: readonly string[] | undefined;
  /** Once it is too large for one file: how many files each quarter of the programme takes. */
  readonly parts?: readonly number[] | undefined;
}

interface PlanName {
  readonly id: Id;
  readonly name: string;
}

/** Sorted by id. What is not said of a module is not there. */
export interface PlanNames {
  readonly groupSize: number;
  readonly sites: readonly PlanName[];
  readonly rooms: readonly (PlanName & { readonly site: Id })[];
  readonly departments: readonly PlanName[];
  readonly roles: readonly PlanName[];
  readonly stages: readonly PlanName[];
  readonly themes: readonly PlanName[];
  readonly voices: readonly (PlanName & { readonly type: VoiceType })[];
  readonly facilitators: readonly PlanName[];
  readonly modules: readonly (PlanName & {
    readonly outcome?: string;
    readonly strategy?: string;
    /** What follows, and within how many days. */
    readonly action?: string;
    readonly withinDays?: number;
    readonly voices?: readonly Id[];
    readonly voiceTypes?: readonly VoiceType[];
    readonly parts?: number;
    /** The department whose shifts people shadow. */
    readonly host?: Id;
  })[];
  readonly rituals: readonly (PlanName & { readonly channels: readonly string[] })[];
}

/** What a plan called otherwise than the one before it. */
export interface PlanFormer {
  /** The plan's number and day: what stood for good by then keeps what follows. */
  readonly issue: number;
  readonly asOf: string;
  readonly groupSize?: number;
  /** As it was until then; what is gone, too. */
  readonly names: { readonly [Kind in Exclude<keyof PlanNames, 'groupSize'>]?: PlanNames[Kind] } & {
    readonly groups?: readonly PlanGroup[];
  };
  /** Ids that there were not until then. */
  readonly since: { readonly [Kind in Exclude<keyof PlanNames, 'groupSize'> | 'groups']?: readonly Id[] };
}

export interface PlanProgramme {
  readonly id: Id;
  readonly domain: string;
  readonly name: string;
  readonly mantra: string | null;
  readonly starts: string;
  readonly ends: string;
  readonly timezone: string;
}

export interface PlanMade {
  readonly tool: string;
  /** Release of the IANA zone data that made its instants: `2026f`; left out by older versions, which took the machine's. */
  readonly zones?: string | undefined;
  /** `sha256:` of the workspace's meaning: neither file names nor the order of keys changes it. */
  readonly inputs: string;
  /** What the plan stands on (see `basis.ts`); left out where whoever made it did not say. */
  readonly basis?: string | undefined;
  /** What there was to place people with, of each part that leaves some out: nobody is moved for them while it is the same. */
  readonly tried?: readonly string[] | undefined;
  readonly seed: number;
  readonly effort: 'quick' | 'normal' | 'thorough';
  readonly moves: number;
  /** Somebody said the day of the plan; left out where it is the day before the programme by default. */
  readonly dated?: boolean | undefined;
  /** The limit on moves that left people out (`--max-moves`); left out where none did. */
  readonly maxMoves?: number | undefined;
  /** Which plan of the programme this is: 2 follows the first; left out on the first. */
  readonly issue?: number | undefined;
}

export interface PlanScore {
  /** People-requirements without a place. */
  readonly unplaced: number;
  /** Of those, how many no plan can place, at least; left out when everybody has a place. */
  readonly bound?: number;
  readonly soft: number;
  readonly terms: readonly {
    readonly id: string;
    readonly weight: number;
    readonly cost: number;
    readonly share: number;
  }[];
}

export interface PlanGroup {
  readonly id: Id;
  readonly department: Id;
  readonly role: Id;
  readonly site: Id;
  readonly shift: Id;
  readonly heads: number;
  /** False, or the month of joining (`2027-03`). */
  readonly joiners: false | string;
  /** Members who are not there all year; left out where all are. */
  readonly presence?: readonly PlanPresence[] | undefined;
  /** With a roster: the id of the person behind each number; null where nobody is (any more). */
  readonly people?: readonly (Id | null)[] | undefined;
}

/** Members `first` to `last` are there from their first day until their last; left out: since before, until after the programme. */
export interface PlanPresence {
  readonly first: number;
  readonly last: number;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** What carries an identity across replans. */
export interface Identity {
  readonly id: Id;
  readonly uid: string;
  readonly sequence: number;
  readonly status: 'confirmed' | 'cancelled';
  /** Plain dates: the `asOf` of the plan that made and last changed it. */
  readonly created: string;
  readonly revised: string;
  /** `made.issue` of the plan that made or last changed it; left out where that was the first. */
  readonly issue?: number | undefined;
  readonly hash: string;
  /** Where it has been shown, and is no more. */
  readonly left?: PlanLeft | undefined;
}

/** Calendars that showed an item once: they show it as cancelled until it is over. */
export interface PlanLeft {
  /** Their ids, sorted. */
  readonly calendars: readonly string[];
  /** The day of the plan in which it left the last of them. */
  readonly asOf: string;
  /** 1 where it left one without a word of it having changed: it is cancelled there under the SEQUENCE that comes next. */
  readonly ahead?: 1 | undefined;
}

/** Members `first` to `last` of a group, counted from 1, both included. */
export interface Attendees {
  readonly group: Id;
  readonly first: number;
  readonly last: number;
}

export interface PlanSession extends Identity {
  readonly module: Id;
  readonly occurrence: string;
  readonly format: string;
  readonly themes: readonly Id[];
  /** Union over the attendees; coverage resolves `own` per attendee itself. */
  readonly stages: readonly Id[];
  readonly departments: readonly Id[];
  readonly attendees: readonly Attendees[];
  readonly heads: number;
  /** Wall clock in `timezone`: `2027-03-02T09:30`. */
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
  /** `2027-03-02T09:30:00Z` */
  readonly startUtc: string;
  readonly endUtc: string;
  readonly minutes: number;
  /** A site's id or `online`. */
  readonly site: Id;
  readonly room: Id | null;
  readonly facilitator: Id | null;
  readonly led: string;
  /** Whether attending it is a counting touch (paid, themed, not reactive, a tool only with a strategy). */
  readonly counts: boolean;
  /** Pointers into the workspace (`modules.kind-invoices.when`) and, after a replan, why it moved. */
  readonly why: readonly string[];
}

export interface PlanRitual extends Identity {
  readonly ritual: Id;
  readonly type: string;
  readonly date: string;
  readonly themes: readonly Id[];
  readonly departments: readonly Id[];
  /** Where its people work; left out by versions that did not keep it. */
  readonly sites?: readonly Id[] | undefined;
}

export interface PlanTheme extends Identity {
  readonly theme: Id;
  /** First and last day of a run of the theme's months, inclusive. */
  readonly from: string;
  readonly to: string;
  /** Whom it is for, and where they work; left out by versions that did not keep it. */
  readonly departments?: readonly Id[] | undefined;
  readonly sites?: readonly Id[] | undefined;
}

export interface PlanUnscheduled {
  readonly module: Id;
  readonly occurrence: string;
  readonly group: Id;
  readonly first: number;
  readonly last: number;
  readonly window: { readonly from: string; readonly by: string };
  /** Of `of` candidate starts, how many the constraint excluded. */
  readonly reasons: readonly {
    readonly constraint: string;
    readonly excluded: number;
    readonly of: number;
    /** The resource that was used up, in words ("Amira", "Learning lab"), where one was. */
    readonly detail?: string;
    /**
     * Of `facilitator-hours`: not at work at those times, away, or hours spent; of `facilitator-once`: in it themselves;
     * of `in-window` and `room-fits`: held where these people do not work.
     */
    readonly cause?: 'off-duty' | 'away' | 'used-up' | 'learns' | 'other-site';
  }[];
  readonly relaxations: readonly { readonly change: string; readonly start: string }[];
}

/** Whose or what minutes: of those who lead, rooms, people away at once, people's weeks, line managers, a host's places. */
export type BottleneckKind = 'facilitators' | 'rooms' | 'floor' | 'weeks' | 'managers' | 'host';

export interface PlanBottleneck {
  readonly kind: BottleneckKind;
  /** In words: `outside trainers`, `Learning lab`, `Finance, early shift`. */
  readonly name: string;
  /** First and last day: a month, or a longer window. */
  readonly from: string;
  readonly by: string;
  /** Minutes that sessions of those days need of it (person-minutes of floors, weeks and hosts). */
  readonly wanted: number;
  /** Minutes that it has for them, at times at which people can come, less what other sessions take. */
  readonly offered: number;
  /** People-requirements that found no place for it. */
  readonly people: number;
}

export interface PlanLoads {
  readonly facilitators: readonly {
    readonly facilitator: Id;
    readonly week: string;
    readonly minutes: number;
  }[];
  readonly departments: readonly {
    readonly department: Id;
    readonly week: string;
    readonly personMinutes: number;
  }[];
}
