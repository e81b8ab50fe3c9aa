/** What `schemas/plan.schema.json` says, generated from it by `npm run generate`. Do not edit. */

/** The plan of a year as `plan.json` holds it: sessions with times, rooms and facilitators, what found no place and why, and who carries how much. Backward compatible within a major version. */
export interface Plan {
  /** The contract this document keeps. */
  readonly schema: 'https://cxplan.dev/schemas/plan-1.json';
  /** Major version of the contract. */
  readonly version: 1;
  readonly programme: PlanProgramme;
  /** The day from which the plan looks ahead; sessions before it are past. */
  readonly asOf: string;
  readonly made: PlanMade;
  readonly score: PlanScore;
  /** The groups that train together, sorted by id. */
  readonly groups: readonly PlanGroup[];
  /** The sessions, sorted by start, then id. */
  readonly sessions: readonly PlanSession[];
  /** Messages, recognition, listening and reading back, with their dates. */
  readonly rituals: readonly PlanRitual[];
  /** When which theme is on. */
  readonly themes: readonly PlanTheme[];
  /** Attendances that found no place, with reasons. */
  readonly unscheduled: readonly PlanUnscheduled[];
  /** What was short, those first that leave most people without a place; left out when nothing is. */
  readonly bottlenecks?: readonly PlanBottleneck[] | undefined;
  readonly loads: PlanLoads;
  readonly names?: PlanNames | undefined;
  /** What was called otherwise before, oldest first, as far as anything that has been held or cancelled goes by it. */
  readonly former?: readonly PlanFormer[] | undefined;
  /**
   * Ids of cancelled items that are no longer listed: a UID that calendars were told to delete is never used again.
   *
   * Items: The id of a session, ritual or theme run: made from what it is when it is first planned, and kept from then on.
   */
  readonly retired?: readonly string[] | undefined;
  /** Every calendar that there is or was, sorted by id: its address is there for good. */
  readonly calendars?: readonly PlanCalendar[] | undefined;
  readonly published?: PlanPublished | undefined;
}
/** The programme this plan is for. */
export interface PlanProgramme {
  /** The programme's identity in calendars. */
  readonly id: string;
  /** The firm's domain, the other half of that identity. */
  readonly domain: string;
  /** What the programme is called. */
  readonly name: string;
  /** The mission in a sentence, where there is one. */
  readonly mantra: string | null;
  /** The first day of the programme. */
  readonly starts: string;
  /** Its last day, inclusive. */
  readonly ends: string;
  /** The programme's time zone, in which online sessions are written. */
  readonly timezone: string;
}
/** How the plan was made: the same here and the same workspace give the same bytes. */
export interface PlanMade {
  /** Name and version of the program. Example: `cxplan 0.1.0`. */
  readonly tool: string;
  /** Release of the IANA time zone data that made its instants. Missing where an older version made the plan, which took the machine's. Example: `2026f`. */
  readonly zones?: string | undefined;
  /** Fingerprint of the workspace's meaning; neither file names nor the order of keys changes it. */
  readonly inputs: string;
  /** Fingerprint of all that the plan stands on: the workspace's meaning, absences of facilitators and closures of rooms apart, and everything that was planned. */
  readonly basis?: string | undefined;
  /** Where people are left out: a fingerprint of what there was to place them with (who leads, rooms, times, rules), one for each independent part of the year. As long as it is the same, nobody is moved again to make room for them. */
  readonly tried?: readonly string[] | undefined;
  /** The random seed. */
  readonly seed: number;
  /** How long was searched. */
  readonly effort: 'quick' | 'normal' | 'thorough';
  /** Moves that the search tried. */
  readonly moves: number;
  /** Somebody said the day of the plan (`--as-of`), so the days of notice are counted from it. Left out of a draft, which is made as of the day before the programme. */
  readonly dated?: boolean | undefined;
  /** The limit on moves that left people out (`--max-moves`). Left out where none did. */
  readonly maxMoves?: number | undefined;
  /** Which plan of the programme this is: 2 follows the first. Left out on the first. */
  readonly issue?: number | undefined;
}
/** How good the plan is; fewer people without a place always beats any soft term. */
export interface PlanScore {
  /** People-requirements without a place. */
  readonly unplaced: number;
  /** Of those, how many no plan can place, at least: proven by counting hours, rooms and people. Left out when everybody has a place. */
  readonly bound?: number | undefined;
  /** Sum of the soft terms, weighted. */
  readonly soft: number;
  /** The soft terms. */
  readonly terms: readonly PlanScoreTerm[];
}
/** One soft term. */
export interface PlanScoreTerm {
  /** Which term. Example: `spread`. */
  readonly id: string;
  /** How much it counts. */
  readonly weight: number;
  /** Its cost before weighing. */
  readonly cost: number;
  /** Its share of the soft sum, 0 to 1. */
  readonly share: number;
}
/** A session: who meets when, where, with whom, for what, and why. */
export interface PlanSession {
  /** The id of the session, kept across plans. */
  readonly id: string;
  /** Its identity in calendars (`UID`). */
  readonly uid: string;
  /** How often it has changed since it was published (`SEQUENCE`). */
  readonly sequence: number;
  /** `cancelled` ones are kept for a while, so that calendars take them away. */
  readonly status: 'confirmed' | 'cancelled';
  /** The `asOf` of the plan that made it. */
  readonly created: string;
  /** The `asOf` of the plan that last changed it. */
  readonly revised: string;
  /** The `made.issue` of the plan that made or last changed it; left out where that was the first. */
  readonly issue?: number | undefined;
  /** Fingerprint of what a calendar shows of it; when it changes, `sequence` goes up. */
  readonly hash: string;
  /** Where it has been shown, and is no more. */
  readonly left?: PlanLeft | undefined;
  /** The module it holds. */
  readonly module: string;
  /** Which time of the module. */
  readonly occurrence: string;
  /** The module's format. */
  readonly format:
    | 'workshop'
    | 'virtual'
    | 'talk'
    | 'lunch'
    | 'event'
    | 'customer-room'
    | 'book-club'
    | 'huddle'
    | 'coaching'
    | 'shadowing'
    | 'self-paced'
    | 'interview';
  /**
   * The themes it serves.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly themes: readonly string[];
  /**
   * The stages of the customer's journey it teaches, of all attendees together.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly stages: readonly string[];
  /**
   * The departments of its attendees.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly departments: readonly string[];
  /** Who attends: stretches of members of groups. */
  readonly attendees: readonly Attendees[];
  /** How many people attend. */
  readonly heads: number;
  /** Begin, by the clock in `timezone`: `2027-03-02T09:30`. */
  readonly start: string;
  /** End, by the same clock. */
  readonly end: string;
  /** The zone of `start` and `end`: of the site, or of the programme for online sessions. */
  readonly timezone: string;
  /** Begin in UTC: `2027-03-02T09:30:00Z`. */
  readonly startUtc: string;
  /** End in UTC. */
  readonly endUtc: string;
  /** Its length in minutes. */
  readonly minutes: number;
  /** Where: a site, or `online`. */
  readonly site: string;
  /** The room, where it needs one. */
  readonly room: string | null;
  /** The facilitator, where one leads it; of several the first by id. */
  readonly facilitator: string | null;
  /** Minutes of it outside the shift of its people, of whoever has most; left out where it lies in the shifts of all. */
  readonly overtime?: number | undefined;
  /** Minutes each way of whoever comes from furthest; left out where it is held where all of its people work, or online. */
  readonly travel?: number | undefined;
  /** The language in which a facilitator leads it, where the workspace says anything about languages. */
  readonly language?: string | undefined;
  /**
   * The other facilitators, where several lead it together, by id.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly coFacilitators?: readonly string[] | undefined;
  /** Who leads it. */
  readonly led: 'trainer' | 'champion' | 'external' | 'line' | 'peer' | 'self';
  /** Whether attending it is a touch that counts for coverage: paid, themed, not reactive, a tool only with a strategy. */
  readonly counts: boolean;
  /**
   * Where it comes from (pointers into the workspace such as `modules.kind-invoices.when`), and after a replan why it moved.
   *
   * Items: One reason.
   */
  readonly why: readonly string[];
}
/** Members `first` to `last` of a group, counted from 1, both included. */
export interface Attendees {
  /** The group it is about. */
  readonly group: string;
  /** First member. */
  readonly first: number;
  /** Last member, inclusive. */
  readonly last: number;
}
/** A ritual on a day. */
export interface PlanRitual {
  /** The id of the ritual, kept across plans. */
  readonly id: string;
  /** Its identity in calendars (`UID`). */
  readonly uid: string;
  /** How often it has changed since it was published (`SEQUENCE`). */
  readonly sequence: number;
  /** `cancelled` ones are kept for a while, so that calendars take them away. */
  readonly status: 'confirmed' | 'cancelled';
  /** The `asOf` of the plan that made it. */
  readonly created: string;
  /** The `asOf` of the plan that last changed it. */
  readonly revised: string;
  /** The `made.issue` of the plan that made or last changed it; left out where that was the first. */
  readonly issue?: number | undefined;
  /** Fingerprint of what a calendar shows of it; when it changes, `sequence` goes up. */
  readonly hash: string;
  /** Where it has been shown, and is no more. */
  readonly left?: PlanLeft | undefined;
  /** Which ritual. */
  readonly ritual: string;
  /** What it is. */
  readonly type: 'communication' | 'recognition' | 'listening' | 'readback';
  /** The day it is held. */
  readonly date: string;
  /**
   * The themes it carries.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly themes: readonly string[];
  /**
   * The departments it reaches.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly departments: readonly string[];
  /**
   * Where their people work.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly sites?: readonly string[] | undefined;
}
/** A run of a theme's months. */
export interface PlanTheme {
  /** The id of the theme run, kept across plans. */
  readonly id: string;
  /** Its identity in calendars (`UID`). */
  readonly uid: string;
  /** How often it has changed since it was published (`SEQUENCE`). */
  readonly sequence: number;
  /** `cancelled` ones are kept for a while, so that calendars take them away. */
  readonly status: 'confirmed' | 'cancelled';
  /** The `asOf` of the plan that made it. */
  readonly created: string;
  /** The `asOf` of the plan that last changed it. */
  readonly revised: string;
  /** The `made.issue` of the plan that made or last changed it; left out where that was the first. */
  readonly issue?: number | undefined;
  /** Fingerprint of what a calendar shows of it; when it changes, `sequence` goes up. */
  readonly hash: string;
  /** Where it has been shown, and is no more. */
  readonly left?: PlanLeft | undefined;
  /** The theme, by its id. */
  readonly theme: string;
  /** First day of the run. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly to: string;
  /**
   * The departments it reaches.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly departments?: readonly string[] | undefined;
  /**
   * Where their people work.
   *
   * Items: The id of an entry of the workspace.
   */
  readonly sites?: readonly string[] | undefined;
}
/** Members of a group who miss an occurrence of a module. */
export interface PlanUnscheduled {
  /** The module it is about. */
  readonly module: string;
  /** Which time of it. */
  readonly occurrence: string;
  /** The group it is about. */
  readonly group: string;
  /** First member. */
  readonly first: number;
  /** Last member, inclusive. */
  readonly last: number;
  readonly window: PlanWindow;
  /** Which constraint excluded how many of the candidate starts. */
  readonly reasons: readonly PlanReason[];
  /** The cheapest changes that would give it a place, found by trying. */
  readonly relaxations: readonly PlanRelaxation[];
}
/** When it would have to be. */
export interface PlanWindow {
  /** The first possible day. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly by: string;
}
/** One constraint. */
export interface PlanReason {
  /** Which constraint. Example: `facilitator-hours`. */
  readonly constraint: string;
  /** Candidate starts that it excluded. */
  readonly excluded: number;
  /** Candidate starts there were. */
  readonly of: number;
  /** The resource that was used up, in words. Example: `Amira`. */
  readonly detail?: string | undefined;
  /** Of `facilitator-hours`, what in it: `off-duty` (not at work at those times of the week), `away`, or `used-up` (hours a day, a week or days in total are spent). Of `facilitator-once`: `learns` (all who could lead attend it themselves). Of `in-window` and `room-fits`: `other-site` (it is held where these people do not work, and nobody says that they come to it). Of `language`: `not-held` (its module is held in no language that they understand). */
  readonly cause?: 'off-duty' | 'away' | 'used-up' | 'learns' | 'other-site' | 'not-held' | undefined;
}
/** A change and where it leads. */
export interface PlanRelaxation {
  /** What to change, in words. Example: `with maxAway 20% instead of 15%`. */
  readonly change: string;
  /** Where it would then begin. */
  readonly start: string;
}
/** Something of which more was wanted than it had, in a month or a longer window. */
export interface PlanBottleneck {
  /** Whose or what minutes: of those who lead, rooms, people who may be away at once, people's weeks (`minutesPerWeek`), line managers, a host's places. */
  readonly kind: 'facilitators' | 'rooms' | 'floor' | 'weeks' | 'managers' | 'host';
  /** Which one, in words. Example: `outside trainers`. */
  readonly name: string;
  /** First day. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly by: string;
  /** Minutes that the sessions of those days need of it; of floors, weeks and hosts, minutes times people. */
  readonly wanted: number;
  /** Minutes that it has for them when people can come, less what other sessions take. As many as wanted, or more: they do not fit together. */
  readonly offered: number;
  /** People-requirements that found no place for it. */
  readonly people: number;
}
/** Who carries how much, by ISO week. */
export interface PlanLoads {
  /** Minutes that facilitators lead. */
  readonly facilitators: readonly PlanFacilitatorLoad[];
  /** Minutes that people of departments learn. */
  readonly departments: readonly PlanDepartmentLoad[];
}
/** A facilitator's week. */
export interface PlanFacilitatorLoad {
  /** The facilitator's id. */
  readonly facilitator: string;
  /** The ISO week. */
  readonly week: string;
  /** Minutes led. */
  readonly minutes: number;
}
/** A department's week. */
export interface PlanDepartmentLoad {
  /** Which one it is, by its id. */
  readonly department: string;
  /** The ISO week. */
  readonly week: string;
  /** Minutes times people. */
  readonly personMinutes: number;
}
/** What things are called as of this plan: whatever has been held keeps the words of its day. */
export interface PlanNames {
  /** Most people of a group: tells whether groups are numbered. */
  readonly groupSize: number;
  /** What sites are called. */
  readonly sites: readonly PlanName[];
  /** What rooms are called, and the site of each. */
  readonly rooms: readonly PlanRoomName[];
  /** What departments are called. */
  readonly departments: readonly PlanName[];
  /** What roles are called. */
  readonly roles: readonly PlanName[];
  /** What stages are called. */
  readonly stages: readonly PlanName[];
  /** What themes are called. */
  readonly themes: readonly PlanName[];
  /** What voices are called, and the kind of each. */
  readonly voices: readonly PlanVoiceName[];
  /** What facilitators are called. */
  readonly facilitators: readonly PlanName[];
  /** What modules are called, and what is said of them. */
  readonly modules: readonly PlanModuleName[];
  /** What rituals are called, and their channels. */
  readonly rituals: readonly PlanRitualName[];
}
/** What one plan called otherwise than the plan before it. */
export interface PlanFormer {
  /** The number of that plan: what was cancelled by then keeps the names before. */
  readonly issue: number;
  /** Its day: what had been held by then keeps the names before. */
  readonly asOf: string;
  /** Most people of a group until then, where that changed. */
  readonly groupSize?: number | undefined;
  readonly names: PlanNamesUntilThen;
  readonly since: PlanNewThen;
}
/** What was called otherwise, or is there no more. */
export interface PlanNamesUntilThen {
  /** What sites are called. */
  readonly sites?: readonly PlanName[] | undefined;
  /** What rooms are called, and the site of each. */
  readonly rooms?: readonly PlanRoomName[] | undefined;
  /** What departments are called. */
  readonly departments?: readonly PlanName[] | undefined;
  /** What roles are called. */
  readonly roles?: readonly PlanName[] | undefined;
  /** What stages are called. */
  readonly stages?: readonly PlanName[] | undefined;
  /** What themes are called. */
  readonly themes?: readonly PlanName[] | undefined;
  /** What voices are called, and the kind of each. */
  readonly voices?: readonly PlanVoiceName[] | undefined;
  /** What facilitators are called. */
  readonly facilitators?: readonly PlanName[] | undefined;
  /** What modules are called, and what is said of them. */
  readonly modules?: readonly PlanModuleName[] | undefined;
  /** What rituals are called, and their channels. */
  readonly rituals?: readonly PlanRitualName[] | undefined;
  /** Groups of other people, or of more or fewer. */
  readonly groups?: readonly PlanGroup[] | undefined;
}
/** Ids that there were not until then. */
export interface PlanNewThen {
  /** What sites are called. */
  readonly sites?: readonly string[] | undefined;
  /** New rooms, by id. */
  readonly rooms?: readonly string[] | undefined;
  /** What departments are called. */
  readonly departments?: readonly string[] | undefined;
  /** What roles are called. */
  readonly roles?: readonly string[] | undefined;
  /** What stages are called. */
  readonly stages?: readonly string[] | undefined;
  /** What themes are called. */
  readonly themes?: readonly string[] | undefined;
  /** New voices, by id. */
  readonly voices?: readonly string[] | undefined;
  /** What facilitators are called. */
  readonly facilitators?: readonly string[] | undefined;
  /** New modules, by id. */
  readonly modules?: readonly string[] | undefined;
  /** New rituals, by id. */
  readonly rituals?: readonly string[] | undefined;
  /** New groups, by id. */
  readonly groups?: readonly string[] | undefined;
}
/** A calendar of a department, site, facilitator, room or person, or of everything. */
export interface PlanCalendar {
  /** Its path below `feeds`: `departments/finance`, `all`. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The time zone of its people. */
  readonly zone: string;
  /**
   * Addresses of before, when the thing had another id: they go on showing it.
   *
   * Items: A calendar's path below `feeds`: `departments/finance`, `all`.
   */
  readonly was?: readonly string[] | undefined;
  /** Once it is too large for one file: how many files each quarter of the programme takes. */
  readonly parts?: readonly number[] | undefined;
}
/** The plan that people agreed to, as of `cxplan publish`; left out of a draft. */
export interface PlanPublished {
  /** The day on which it was agreed. */
  readonly asOf: string;
  /** `sha256:` of that plan, which stands beside this one as `published.json`. */
  readonly hash: string;
  /** The `made.issue` of that plan; left out where that was the first. */
  readonly issue?: number | undefined;
}
/** People of one role, site and shift who train together. */
export interface PlanGroup {
  /** `<role>.<site>.<shift>.<n>`. */
  readonly id: string;
  /** The department they belong to. */
  readonly department: string;
  /** The role its people hold. */
  readonly role: string;
  /** The site where they work. */
  readonly site: string;
  /** The shift that they work. */
  readonly shift: string;
  /** How many members it has: they are numbered from 1, once and for all. Who is there only for some of the year stands in `presence`. */
  readonly heads: number;
  /** `false`, or the month in which these people join (`2027-03`). */
  readonly joiners: false | string;
  /** Members who are not there all year, by number; left out where all are. Nothing is asked of anybody before they come or after they leave. */
  readonly presence?: readonly PlanPresence[] | undefined;
  /**
   * With a roster: the id of the person behind each number, in order; null where nobody is, or where a joiner is expected who has no name yet.
   *
   * Items: The person's id in the roster.
   */
  readonly people?: readonly (string | null)[] | undefined;
}
/** Members `first` to `last` and when they are there. */
export interface PlanPresence {
  /** The first member, counted from 1. */
  readonly first: number;
  /** The last member, included. */
  readonly last: number;
  /** Their first day. Left out: since before the programme. */
  readonly from?: string | undefined;
  /** Their last day. Left out: until after the programme. A day before `from`: they never came. */
  readonly until?: string | undefined;
}
/** Calendars that showed an item once: they show it as cancelled until it is over. */
export interface PlanLeft {
  /**
   * Their ids, sorted.
   *
   * Items: A calendar's path below `feeds`: `departments/finance`, `all`.
   */
  readonly calendars: readonly string[];
  /** The day of the plan in which it left the last of them. */
  readonly asOf: string;
  /** 1 where it left one without a word of it having changed: it is cancelled there under the SEQUENCE that comes next. */
  readonly ahead?: 1 | undefined;
}
/** What a thing is called. */
export interface PlanName {
  /** Its id in the workspace. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
}
/** What a room is called. */
export interface PlanRoomName {
  /** Its id in the workspace. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** Its site, or `online`. */
  readonly site: string;
}
/** What a voice is called. */
export interface PlanVoiceName {
  /** Its id in the workspace. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** What kind of voice it is. */
  readonly type: 'journey-map' | 'recording' | 'testimonial' | 'survey' | 'guest' | 'outside-trainer';
}
/** What a module is called, and what calendars say of it. */
export interface PlanModuleName {
  /** Its id in the workspace. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** What customers will notice. */
  readonly outcome?: string | undefined;
  /** How it serves the strategy. */
  readonly strategy?: string | undefined;
  /** What follows it. */
  readonly action?: string | undefined;
  /** Within how many days that follows. */
  readonly withinDays?: number | undefined;
  /** The voices in it. */
  readonly voices?: readonly string[] | undefined;
  /** Kinds of voices in it that are not in the library. */
  readonly voiceTypes?: readonly ('journey-map' | 'recording' | 'testimonial' | 'survey' | 'guest' | 'outside-trainer')[] | undefined;
  /** In how many parts it is held, where there are several. */
  readonly parts?: number | undefined;
  /** The department that people shadow. */
  readonly host?: string | undefined;
}
/** What a ritual is called. */
export interface PlanRitualName {
  /** Its id in the workspace. */
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** Its channels. */
  readonly channels: readonly string[];
}
