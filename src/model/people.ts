/** Who works where and when: departments with their shifts and meetings, roles, posts, and whom an audience means. */
import type { Day, Minute, MonthKey, Span } from '../calendar/date.ts';
import type { Pattern } from '../calendar/season.ts';
import type { AwayLimit, Id, Share } from './ids.ts';
import type { Language } from './languages.ts';
import type { BusyRange } from './places.ts';

export interface Department {
  readonly id: Id;
  readonly name: string;
  /** Home site: where heads written as a bare number work. */
  readonly site: Id;
  readonly shifts: ReadonlyMap<Id, Shift>;
  /** Of the people on one shift at one site, how many may train at once. */
  readonly maxAway: AwayLimit;
  /** Of the people on one shift at one site, how many always stay. */
  readonly minOnShift: number;
  readonly meetings: readonly Meeting[];
  readonly busy: readonly BusyRange[];
  readonly head: string | undefined;
  readonly signedOff: Day | undefined;
  /** Its roles, sorted. */
  readonly roles: readonly Id[];
  /** Teams inside it; their people are on shifts of their own, one for each of the department's ({@link Shift.team}). */
  readonly teams: ReadonlyMap<Id, Team>;
}

export interface Team {
  readonly id: Id;
  readonly name: string;
  /** Where its people work. */
  readonly site: Id;
  /** Who leads it, as text. */
  readonly lead: string | undefined;
}

export interface Shift {
  readonly id: Id;
  readonly times: readonly ShiftTime[];
  readonly share: Share;
  /** Of a team's part of a shift, called `<shift>-<team>`: the team, and the shift of the department that it is a part of. */
  readonly team?: Id;
  readonly base?: Id;
  /** How many of the team's people on the shift may be away, where that is not the department's. */
  readonly maxAway?: AwayLimit;
  /** How many of the team's people on the shift always stay, where that is not the department's. */
  readonly minOnShift?: number;
}

/** `hours.end` above 1440 runs past midnight and belongs to the day it began. */
export interface ShiftTime extends Pattern {
  readonly hours: Span;
}

export interface Meeting extends Pattern {
  readonly id: Id;
  readonly at: Minute;
  readonly minutes: number;
  /** `month`: on the first such day of a month. A fortnight is two `weeks`. */
  readonly every: 'week' | 'month';
  /** Undefined: every shift that is on then. */
  readonly shifts: ReadonlySet<Id> | undefined;
  readonly sites: ReadonlySet<Id> | undefined;
  /** The team that holds it for itself. */
  readonly team?: Id;
  /** Where it is written: keys below the department. */
  readonly written?: readonly Id[];
}

export type Level = 'frontline' | 'specialist' | 'manager' | 'executive';

export interface Role {
  readonly id: Id;
  readonly name: string;
  readonly department: Id;
  /** Site → heads (the most at a time), zero left out. */
  readonly heads: ReadonlyMap<Id, number>;
  /** Team → heads, of those at its site. */
  readonly teams: ReadonlyMap<Id, number>;
  readonly shifts: readonly Id[];
  readonly level: Level;
  /** That its people understand; undefined: those of their site. */
  readonly languages?: readonly Language[];
  readonly customerFacing: boolean;
  readonly impact: string | undefined;
  /** Expected a year. */
  readonly joiners: number;
  /** How many in which month, by month, where that is written. */
  readonly joinersByMonth?: ReadonlyMap<MonthKey, number>;
  /** How many work which shift, at which site, where that is written: shift → site → heads. */
  readonly shiftHeads?: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  /** Where its heads change: heads of each site or team from which day on, by day. */
  readonly headsFrom?: readonly { readonly from: Day; readonly heads: ReadonlyMap<Id, number> }[];
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
  /** With a roster: the most who are there at a time. */
  readonly heads: number;
  /** Most of a person's minutes in an ISO week, huddles apart. */
  readonly minutesPerWeek: number;
  /** Where their number changes during the programme, with a roster or because that is written: how many there are from which day on, by day. */
  readonly steps?: readonly HeadsFrom[];
}

export interface HeadsFrom {
  readonly from: Day;
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

export interface Person {
  readonly id: Id;
  readonly role: Id;
  readonly site: Id;
  readonly shift: Id;
  /** First and last day at this post. */
  readonly joined: Day | undefined;
  readonly left: Day | undefined;
  /** Came from another post of ours (an earlier row of the same person): no joiner. */
  readonly moves?: true;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly manager: string | undefined;
}
