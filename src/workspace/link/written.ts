/** The written form of a workspace: what people type, after the shape check and before any default. */

export type OneOrMore<T> = T | readonly T[];
/** Id → entry, as a plain object without prototype surprises. */
export type Named<T> = Readonly<Record<string, T>>;

export interface WrittenProgramme {
  name: string;
  starts: string;
  ends: string;
  timezone: string;
  journey?: string[];
  rotation?: string[];
  include?: OneOrMore<string>;
  mantra?: string;
  definition?: string;
  success?: string;
  agreedBy?: OneOrMore<string>;
  team?: OneOrMore<string>;
  id?: string;
  domain?: string;
  holidays?: WrittenHolidays;
  locale?: string;
  people?: WrittenCsv;
  attendance?: WrittenCsv;
  actions?: WrittenCsv;
}

export type WrittenHolidays =
  | string
  | {
      region?: string;
      dates?: readonly (string | { date: string; name?: string })[];
      except?: readonly string[];
    };
export type WrittenCsv = string | { file: string; columns?: Named<string> };

export interface WrittenRange {
  from?: string;
  to?: string;
  days?: OneOrMore<string>;
  hours?: string;
  monthEnd?: { before?: number; after?: number };
  quarterEnd?: { before?: number; after?: number };
  reason?: string;
  allowUpTo?: number;
}

export interface WrittenSite {
  name?: string;
  region?: string;
  timezone?: string;
  holidays?: WrittenHolidays;
  closed?: readonly WrittenRange[];
}

export interface WrittenRoom {
  name?: string;
  site: string;
  seats: number;
  features?: OneOrMore<string>;
  closed?: readonly WrittenRange[];
}

export interface WrittenShiftTime {
  days: OneOrMore<string>;
  hours: string;
}

export interface WrittenShift extends Partial<WrittenShiftTime> {
  times?: readonly WrittenShiftTime[];
  share?: string;
}

export interface WrittenMeeting {
  day: OneOrMore<string>;
  at: string;
  minutes: number;
  every?: 'week' | 'fortnight' | 'month';
  shifts?: OneOrMore<string>;
  sites?: OneOrMore<string>;
}

export interface WrittenDepartment {
  name?: string;
  site?: string;
  shifts?: Named<WrittenShift>;
  maxAway?: string;
  meetings?: Named<WrittenMeeting>;
  busy?: readonly WrittenRange[];
  head?: string;
  signedOff?: string;
}

export interface WrittenRole {
  name?: string;
  department: string;
  heads?: number | Named<number>;
  shifts?: OneOrMore<string>;
  level?: 'frontline' | 'specialist' | 'manager' | 'executive';
  customerFacing?: boolean;
  impact?: string;
  joiners?: number;
  hiring?: { jobDescription?: string; interview?: string };
  duties?: OneOrMore<string>;
}

export interface WrittenAudienceParts {
  departments?: OneOrMore<string>;
  roles?: OneOrMore<string>;
  levels?: OneOrMore<string>;
  sites?: OneOrMore<string>;
  regions?: OneOrMore<string>;
  shifts?: OneOrMore<string>;
  customerFacing?: boolean;
  except?: WrittenAudience;
}
export type WrittenAudience = string | WrittenAudienceParts;

export interface WrittenTouchpoint {
  name?: string;
  owner?: OneOrMore<string>;
  reviewed?: string;
}

export interface WrittenStage {
  name?: string;
  phase?: 'before' | 'during' | 'after';
  feeling?: string;
  touchpoints?: Named<WrittenTouchpoint>;
}

export interface WrittenMoment {
  name?: string;
  from: number;
  to?: number;
  audience?: WrittenAudience;
}

export interface WrittenTheme {
  name?: string;
  months?: OneOrMore<number>;
  audience?: WrittenAudience;
  meaning?: Named<string>;
}

export interface WrittenMetric {
  name?: string;
  unit?: string;
  baseline?: number;
  target?: number;
  owner?: string;
  stages?: OneOrMore<string>;
}

export interface WrittenVoice {
  name?: string;
  type: string;
  stages?: OneOrMore<string>;
  themes?: OneOrMore<string>;
  recorded?: string;
  consentUntil?: string;
}

export interface WrittenWhen {
  from?: string;
  by?: string;
  every?: string;
  months?: OneOrMore<number>;
  moment?: string;
  date?: string;
  trigger?: string;
}

export interface WrittenModule {
  name?: string;
  audience: WrittenAudience;
  minutes: number;
  format: string;
  led?: string;
  skill?: string;
  seats?: number | { min?: number; max?: number };
  parts?: number;
  days?: OneOrMore<string>;
  hours?: string;
  sites?: OneOrMore<string>;
  when: WrittenWhen;
  themes?: OneOrMore<string>;
  stages?: OneOrMore<string>;
  touchpoints?: OneOrMore<string>;
  moments?: OneOrMore<string>;
  tags?: OneOrMore<string>;
  kind?: string;
  strategy?: string;
  outcome?: string;
  voices?: OneOrMore<string>;
  metrics?: OneOrMore<string>;
  after?: OneOrMore<string | { module: string; atLeastDays?: number }>;
  room?: boolean | 'online' | { features?: OneOrMore<string> };
  maxAway?: string;
  host?: { department: string; guests?: number; site?: string };
  followUp?: { action: string; withinDays?: number };
  basics?: OneOrMore<string>;
  paid?: boolean;
  reviewBy?: string;
}

export interface WrittenFacilitator {
  name?: string;
  kind: 'trainer' | 'champion' | 'external';
  teaches?: OneOrMore<string>;
  role?: string;
  sites?: OneOrMore<string>;
  days?: OneOrMore<string>;
  hours?: string;
  hoursPerDay?: number;
  hoursPerWeek?: number;
  totalDays?: number;
  away?: readonly WrittenRange[];
}

export interface WrittenRitual {
  name?: string;
  type: 'communication' | 'recognition' | 'listening' | 'readback';
  audience?: WrittenAudience;
  channel?: OneOrMore<string>;
  themes?: OneOrMore<string>;
  tags?: OneOrMore<string>;
  when: WrittenWhen;
}

export interface WrittenPolicy {
  groupSize?: number;
  startEvery?: number;
  minutesPerWeek?: number;
  changeoverMinutes?: number;
  travelMinutes?: number;
  noticeDays?: number;
  hoursPerPerson?: { min?: number; max?: number };
  reinforceWithinWeeks?: number;
  minCoverage?: number | { organisation?: number; departments?: Named<number> };
  weights?: Named<number>;
  rules?: Named<string | ({ severity?: string } & Record<string, unknown>)>;
}

export interface WrittenWaiver {
  rule: string;
  reason: string;
  owner: string;
  until: string;
  [subject: string]: string;
}

/** All files' sections as one. Maps, because an id may be any word (`constructor`). */
export interface Written {
  programme: WrittenProgramme;
  sites: ReadonlyMap<string, WrittenSite>;
  rooms: ReadonlyMap<string, WrittenRoom>;
  departments: ReadonlyMap<string, WrittenDepartment>;
  roles: ReadonlyMap<string, WrittenRole>;
  audiences: ReadonlyMap<string, WrittenAudience>;
  stages: ReadonlyMap<string, WrittenStage>;
  moments: ReadonlyMap<string, WrittenMoment>;
  themes: ReadonlyMap<string, WrittenTheme>;
  metrics: ReadonlyMap<string, WrittenMetric>;
  voices: ReadonlyMap<string, WrittenVoice>;
  modules: ReadonlyMap<string, WrittenModule>;
  facilitators: ReadonlyMap<string, WrittenFacilitator>;
  rituals: ReadonlyMap<string, WrittenRitual>;
  policy: WrittenPolicy;
  waivers: readonly WrittenWaiver[];
}
