/**
 * The weeks of the programme in which people could learn at all, and how regularly they do. A week in which
 * a site or department is closed throughout asks nothing of anybody.
 */

import { type Day, MINUTES_A_DAY, mondayOf } from '../../calendar/date.ts';
import { overlaps } from '../../calendar/spans.ts';
import { remembered } from '../../model/made/remembered.ts';
import type { Id, Model, Post } from '../../model/model.ts';
import { busyKey } from '../../model/working-time/busy.ts';
import { habitsOf, openTime } from '../../model/working-time/time.ts';
import type { Touch } from './touches.ts';

/** For each ISO week of the programme, whether a post has any open minute in it. */
export type OpenWeeks = readonly boolean[];

/** Answers for a post which weeks are open; computed once for posts that have the same time. */
export function openWeeksOf(model: Model): (post: Post) => OpenWeeks {
  const first = mondayOf(model.programme.starts);
  const count = (mondayOf(model.programme.ends) - first) / 7 + 1;
  const habits = remembered((site: Id) => habitsOf(model, model.sites.get(site)!));
  const weeksOf = (post: Post): OpenWeeks => {
    // One minute: a week with time for a two-minute huddle is not closed throughout.
    const open = openTime(model, post, 1, { ignoreBusy: false });
    return Array.from({ length: count }, (_, i) => {
      const monday = (first + 7 * i) * MINUTES_A_DAY;
      return overlaps(open, monday, monday + 7 * MINUTES_A_DAY);
    });
  };
  const known = new Map<string, OpenWeeks>();
  return remembered((post) => {
    const busy = busyKey(model.departments.get(post.department)!.busy, post, undefined);
    const key = `${post.department} ${post.shift} ${habits(post.site)} ${busy}`;
    const weeks = known.get(key) ?? weeksOf(post);
    known.set(key, weeks);
    return weeks;
  });
}

/** Monday of the programme's week `index`. */
export function mondayAt(model: Model, index: number): Day {
  return mondayOf(model.programme.starts) + 7 * index;
}

/** Whether each week holds a counting touch. */
export function touchedWeeks(touches: readonly Touch[], weeks: number): boolean[] {
  const out = new Array<boolean>(weeks).fill(false);
  for (const { counts, week } of touches) if (counts && week >= 0 && week < weeks) out[week] = true;
  return out;
}

/** Open weeks, and those among them for which one of the `within` weeks ending with it holds a touch. */
export function rhythmOf(
  touched: readonly boolean[],
  open: OpenWeeks,
  within: number,
): { readonly need: number; readonly reached: number } {
  let [need, reached, last] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let week = 0; week < open.length; week++) {
    if (touched[week]) last = week;
    if (!open[week]) continue;
    need++;
    if (week - last < within) reached++;
  }
  return { need, reached };
}

/**
 * The longest run of open weeks without a touch: how many, and from which to which week.
 *
 * @param since the week of today: a run that ended before it is over
 */
export function longestSilence(
  touched: readonly boolean[],
  open: OpenWeeks,
  since = 0,
): { readonly weeks: number; readonly from: number; readonly to: number } {
  let longest = { weeks: 0, from: 0, to: 0 };
  let [weeks, from] = [0, 0];
  for (let week = 0; week < open.length; week++) {
    if (touched[week]) weeks = 0;
    else if (open[week]) {
      if (weeks === 0) from = week;
      weeks++;
      if (week >= since && weeks > longest.weeks) longest = { weeks, from, to: week };
    }
  }
  return longest;
}
