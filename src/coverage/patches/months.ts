/** Months and windows as patches write them. */
import { type Day, isoDate, monthStart } from '../../calendar/date.ts';
import type { Module, Post } from '../../model/model.ts';
import { addresses, type Context } from '../context.ts';
import { countsAtAll } from '../measure/touches.ts';
import type { Patch, PatchContext } from '../patch.ts';

/** `{ from, by }`, cut to the programme. */
export function windowOf(
  { model: { programme } }: Context,
  from: Day,
  by: Day,
): { readonly from: string; readonly by: string } {
  return { from: isoDate(Math.max(programme.starts, from)), by: isoDate(Math.min(programme.ends, by)) };
}

/** The first two months in which there has been time to prepare something. */
export function earlyWindow(context: Context): { readonly from: string; readonly by: string } {
  const from = Math.max(context.model.programme.starts, context.asOf) + 14;
  return windowOf(context, from, from + 60);
}

/** Whole month by its key (`2027-07`), as a window. */
export function monthWindow(context: Context, key: string): { readonly from: string; readonly by: string } {
  const month = context.months.find((one) => one.key === key);
  const from = month?.from ?? context.model.programme.starts;
  return windowOf(context, from, month?.to ?? monthStart(from, 1) - 1);
}

/** A regular module whose `months` leave a month out, held in that month too. */
export function* reopened(context: PatchContext, month: string, posts: readonly Post[]): Generator<Patch> {
  const number = Number(month.slice(5));
  for (const module of context.yearly) {
    if (!leavesOut(module, number) || !countsAtAll(module) || !addresses(module, posts)) continue;
    const pointer = ['modules', module.id, 'when', 'months'];
    if (!Array.isArray(context.written(pointer))) continue;
    yield {
      title: `Hold “${module.name}” in ${context.say.monthYear(month)} too`,
      edits: [{ pointer, op: 'add', value: number }],
    };
  }
}

function leavesOut({ when, minutes }: Module, month: number): boolean {
  return when.kind === 'every' && when.months !== undefined && !when.months.includes(month) && minutes <= 30;
}

/** The day, or the next one on which most of these people work. */
export function workday({ commonDay }: Context, posts: Iterable<Post>, day: Day): Day {
  return commonDay(posts, day, day + 13) ?? day;
}
