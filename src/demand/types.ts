/** Who must learn what by when, and because of which line. */
import type { Day, MonthKey } from '../calendar/date.ts';
import type { Pointer } from '../diagnostics/diagnostic.ts';
import type { Attendees } from '../model/made/plan.ts';
import type { Id, Module, Post } from '../model/model.ts';
import type { Stay, Stretch } from '../model/presence.ts';

/**
 * People who train together: same role, site and shift, at most `policy.groupSize` of them, numbered 1…heads
 * once and for all: who comes later takes the next number, and who leaves keeps theirs.
 */
export interface Roll {
  /** `<role>.<site>.<shift>.<n>` or `<role>.<site>.<shift>.joiners-2027-03` */
  readonly id: Id;
  readonly post: Post;
  /** Numbers given, whoever is there at a time. */
  readonly heads: number;
  /** The month of joining, for joiners. */
  readonly joiners: MonthKey | undefined;
  /** Runs of members who are there for the same time, in order; they cover 1…heads. */
  readonly stretches: readonly Membership[];
  /** With a roster: the person behind each number; null where nobody is, or somebody who has no row yet. */
  readonly people: readonly (Id | null)[] | undefined;
}

export interface Membership extends Stretch {
  /** Joiners: the day they start, from which their moments count. */
  readonly joined: Day | undefined;
  /** Expected, where a roster names those who have come. */
  readonly isUnnamed?: true;
}

/** The people of one roll who are there for the same time: what planning moves about. */
export interface Group {
  /** The roll's, where these are all or most of its people; else `<roll>~<first member>`. */
  readonly id: Id;
  readonly post: Post;
  /** Its own members are numbered 1…heads. */
  readonly heads: number;
  /** The month of joining, for a group of joiners. */
  readonly joiners: MonthKey | undefined;
  /** Joiners: the day they start. */
  readonly joined: Day | undefined;
  /** When they are there, inside the programme. */
  readonly stay: Stay;
  /** From when on they are asked for what everybody is; joiners without a name never are. */
  readonly asked: Stay | undefined;
  /** What they missed and are asked for again. */
  readonly again?: readonly DueAgain[] | undefined;
  /** Module → what is asked of those who hold its certificate; modules that are not in it: as of everybody. */
  readonly held?: ReadonlyMap<Id, Held> | undefined;
  /** The number in the roll of each member, ascending; undefined: the same. */
  readonly numbers: readonly number[] | undefined;
  /** Id of the roll. */
  readonly roll: Id;
}

/** What is asked again of somebody who missed it. */
export interface DueAgain {
  readonly module: Id;
  /** With its part: `once.p1` */
  readonly occurrence: string;
  /** The day after it, and the last on which it can be made up. */
  readonly from: Day;
  readonly by: Day;
}

/** What the holders of a certificate are asked for. */
export interface Held {
  /** False where it is still good from before, and not to be learned as for the first time. */
  readonly isAskedFirst: boolean;
  readonly renewals: readonly Renewal[];
}

export interface Renewal {
  /** `renewal-2027-08-14`, by the last day of the certificate. */
  readonly occurrence: string;
  readonly from: Day;
  readonly by: Day;
}

/** Who missed what. */
export interface MakeUps {
  /** Group of the plan → member → what they are asked for again. */
  readonly due: ReadonlyMap<Id, ReadonlyMap<number, readonly DueAgain[]>>;
  /** Session → seats in it that say nothing about who has had it: they were empty, or another counts. */
  readonly idle: ReadonlyMap<Id, readonly Attendees[]>;
}

/** One group × one module × one occurrence (× one part). */
export interface Requirement {
  /** `<module>.<occurrence>.<group>` */
  readonly id: string;
  readonly module: Module;
  readonly group: Group;
  /** `once`, `2027-03`, `2027-W09`, `2027-F05`, `q1`, `day-30.2027-03`, … with `.p1`, `.p2` for parts. */
  readonly occurrence: string;
  /** Part number from 1, and how many; undefined for a module in one piece. */
  readonly part: { readonly number: number; readonly of: number } | undefined;
  /** The window, first and last day on which it may start. */
  readonly from: Day;
  readonly by: Day;
  readonly because: Pointer;
}

export interface Demand {
  /** Sorted by id. */
  readonly groups: readonly Group[];
  /** Sorted by module, occurrence's window, group. */
  readonly requirements: readonly Requirement[];
  /** Sorted by id; left out of excerpts. */
  readonly rolls?: readonly Roll[];
  /** Session → seats in it that say nothing about who has had it. */
  readonly idle?: MakeUps['idle'];
}
