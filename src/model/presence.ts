/**
 * Who is there when. Members of a plan's group are numbered once and for all; some come or leave during the
 * year, and nothing is asked of anybody before or after.
 */
import { type Day, toDay } from '../calendar/date.ts';
import type { PlanGroup } from './made/plan.ts';

/** First and last day on which somebody is there. */
export interface Stay {
  readonly from: Day;
  readonly until: Day;
}

/** Members `first` to `last` of a group, counted from 1, who are there from `from` until `until`. */
export interface Stretch extends Stay {
  readonly first: number;
  readonly last: number;
}

/**
 * Members 1 to `heads` of a plan's group by how long they are there, in order. Plans that do not say so mean the
 * whole year.
 */
export function stretchesOf(group: Pick<PlanGroup, 'heads' | 'presence'>, year: Stay): Stretch[] {
  const out: Stretch[] = [];
  let next = 1;
  const whole = (last: number) => {
    if (last >= next) out.push({ first: next, last, ...year });
  };
  for (const { first, last, from, until } of group.presence ?? []) {
    whole(first - 1);
    const [begins, ends] = [from && toDay(from), until && toDay(until)];
    out.push({ first, last, from: dayOr(begins, year.from), until: dayOr(ends, year.until) });
    next = last + 1;
  }
  whole(group.heads);
  return out;
}

function dayOr(day: Day | '' | undefined, other: Day): Day {
  return typeof day === 'number' ? day : other;
}

/** Whether somebody is there on a day. */
export function isThere({ from, until }: Stay, day: Day): boolean {
  return from <= day && day <= until;
}
