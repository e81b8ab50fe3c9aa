/** What learning costs, as a firm writes it: rates in one currency. */
import type { Id } from './ids.ts';
import type { Level } from './people.ts';

/** What somebody or something costs; the parts add up. */
export interface Rate {
  readonly hour: number;
  /** For each day with a session. */
  readonly day: number;
  readonly session: number;
}

export interface Costs {
  /** `GBP` */
  readonly currency: string;
  /** An hour of somebody's time. */
  readonly people: Readonly<Record<Level, number>>;
  /** Hours of cover for each hour for which somebody who faces customers is away. */
  readonly backfill: number;
  readonly kinds: Readonly<Record<'trainer' | 'champion' | 'external', Rate>>;
  /** Those who cost something else than their kind. */
  readonly facilitators: ReadonlyMap<Id, Rate>;
  /** Those that cost anything. */
  readonly rooms: ReadonlyMap<Id, Rate>;
}
