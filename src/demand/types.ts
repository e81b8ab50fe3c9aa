/** Who must learn what by when, and because of which line. */
import type { Day, MonthKey } from '../calendar/date.ts';
import type { Pointer } from '../diagnostics/diagnostic.ts';
import type { Id, Module, Post } from '../model/model.ts';

/** People who train together: same role, site and shift, at most `policy.groupSize` of them. */
export interface Group {
  /** `<role>.<site>.<shift>.<n>` or `<role>.<site>.<shift>.joiners-2027-03` */
  readonly id: Id;
  readonly post: Post;
  /** Members are numbered 1…heads. */
  readonly heads: number;
  /** The month of joining, for a group of joiners. */
  readonly joiners: MonthKey | undefined;
  /** Joiners: the day they start. */
  readonly joined: Day | undefined;
  /** With a roster: the person behind each number, in order. */
  readonly people: readonly Id[] | undefined;
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
}
