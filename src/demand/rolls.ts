/**
 * The rolls of posts whose people are a number: seats in groups of `groupSize`. Only that and the post itself
 * decide, so hiring one person elsewhere renames nobody's group. During the year seats are added at the end and
 * taken from the end; the plan remembers since when, and until when, each is there.
 */
import type { Day } from '../calendar/date.ts';
import type { PlanGroup } from '../model/made/plan.ts';
import type { HeadsFrom, Model, Post } from '../model/model.ts';
import { type Stay, stretchesOf } from '../model/presence.ts';
import type { Memory } from './memory.ts';
import type { Membership, Roll } from './types.ts';

/** Rolls of a post without names. */
export function seatRolls(model: Model, post: Post, memory: Memory | undefined): Roll[] {
  const since = memory?.since;
  const before = since === undefined ? undefined : (memory!.groups.get(post.id) ?? []);
  const size = model.policy.groupSize;
  if (before && (post.steps || changed(before, post.heads)))
    return cut(post, size, seatsSince(model, before, post, since!));
  return post.steps ? cut(post, size, planned(model, post.steps)) : whole(model, post);
}

/** 28 heads at a size of 12 become 12, 12 and 4. */
function whole({ programme, policy }: Model, post: Post): Roll[] {
  const rolls: Roll[] = [];
  const size = policy.groupSize;
  for (let from = 0, n = 1; from < post.heads; from += size, n++) {
    const heads = Math.min(size, post.heads - from);
    const all = { first: 1, last: heads, from: programme.starts, until: programme.ends, joined: undefined };
    rolls.push({
      id: `${post.id}.${n}`,
      post,
      heads,
      joiners: undefined,
      stretches: [all],
      people: undefined,
    });
  }
  return rolls;
}

/** Whether anybody came or went: most posts stay as they are all year. */
function changed(before: readonly PlanGroup[], heads: number): boolean {
  let sum = 0;
  for (const group of before) {
    if (group.presence) return true;
    sum += group.heads;
  }
  return sum !== heads;
}

/** When the seat of each number is there, where more or fewer are to come. */
function planned({ programme }: Model, steps: readonly HeadsFrom[]): Stay[] {
  const seats: Seat[] = [];
  for (const { from, heads } of steps) adjust(seats, heads, from, programme.ends);
  return seats;
}

/** When the seat of each number is there, after more or fewer heads were written. */
function seatsSince(model: Model, before: readonly PlanGroup[], post: Post, since: Day): Stay[] {
  const { starts, ends } = model.programme;
  const seats: Seat[] = before.flatMap((group) =>
    stretchesOf(group, { from: starts, until: ends }).flatMap(({ first, last, from, until }) =>
      Array.from({ length: last - first + 1 }, () => ({ from, until: Math.min(until, ends) })),
    ),
  );
  const steps = post.steps ?? [{ from: starts, heads: post.heads }];
  // What was in store from then on is counted out anew; it comes to the same where nothing else is written.
  while (seats.length > 0 && seats.at(-1)!.from > since) seats.pop();
  for (const seat of seats) if (seat.until >= since) seat.until = ends;
  adjust(seats, steps.findLast(({ from }) => from <= since)?.heads ?? 0, since, ends);
  for (const { from, heads } of steps) if (from > since) adjust(seats, heads, from, ends);
  return seats;
}

interface Seat {
  readonly from: Day;
  until: Day;
}

/** From a day on there are so many: more at the end, or fewer from the end. */
function adjust(seats: Seat[], heads: number, day: Day, ends: Day): void {
  let there = seats.filter(({ until }) => until >= day).length;
  // Who went by an edit of the same day had not gone after all.
  for (let i = 0; i < seats.length && there < heads; i++) {
    if (seats[i]!.until !== day - 1) continue;
    seats[i]!.until = ends;
    there++;
  }
  for (; there < heads; there++) seats.push({ from: day, until: ends });
  for (let i = seats.length - 1; there > heads; i--) {
    if (seats[i]!.until < day) continue;
    seats[i]!.until = day - 1;
    there--;
  }
  while (seats.length > 0 && seats.at(-1)!.until < seats.at(-1)!.from) seats.pop();
}

function cut(post: Post, size: number, seats: readonly Stay[]): Roll[] {
  const rolls: Roll[] = [];
  for (let from = 0, n = 1; from < seats.length; from += size, n++) {
    const own = seats.slice(from, from + size);
    rolls.push({
      id: `${post.id}.${n}`,
      post,
      heads: own.length,
      joiners: undefined,
      stretches: runsOf(own.map((seat) => ({ ...seat, joined: undefined }))),
      people: undefined,
    });
  }
  return rolls;
}

/** Neighbours who are there for the same time as one. */
export function runsOf(members: readonly (Stay & Pick<Membership, 'joined' | 'isUnnamed'>)[]): Membership[] {
  const runs: Membership[] = [];
  members.forEach(({ from, until, joined, isUnnamed }, i) => {
    const last = runs.at(-1);
    const isSame = last?.from === from && last.until === until && last.joined === joined;
    if (last && isSame && last.isUnnamed === isUnnamed) runs[runs.length - 1] = { ...last, last: i + 1 };
    else runs.push({ first: i + 1, last: i + 1, from, until, joined, ...(isUnnamed && { isUnnamed }) });
  });
  return runs;
}
