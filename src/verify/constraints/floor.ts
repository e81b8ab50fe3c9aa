/**
 * `floor`: of a department's people on one shift at one site, at every minute at most max(1, ⌊heads × share⌋)
 * are in sessions. Huddles and joiners do not count. Where shares differ, the largest holds.
 */

import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { groupBy } from '../../collections/lists.ts';
import { type Department, isAtMoment, type Model, type Post } from '../../model/model.ts';
import { type HeadCount, headCount } from '../heads.ts';
import { runsOnShift } from '../overtime.ts';
import { idsOf, moments } from '../sweep.ts';
import type { Check, Facts, MemberGroup, TimedSession, Violation } from '../types.ts';
import { shiftWords, timeWords } from '../words.ts';

interface Away {
  readonly session: TimedSession;
  readonly group: MemberGroup;
  readonly first: number;
  readonly last: number;
  readonly heads: number;
  /** On which it starts for them. */
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

export const floor: Check = (facts) => {
  const away: Away[] = [];
  for (const session of facts.sessions) {
    if (session.module.format === 'huddle') continue;
    for (const { group, first, last, heads, start, leaves, back } of session.seated) {
      const day = Math.floor(start / MINUTES_A_DAY);
      if (group.joined !== undefined && isAtMoment(session.module, session.raw.occurrence)) continue;
      // Outside their shift people are missed on no floor.
      const gone = { start: leaves, end: back };
      const runs = session.module.outsideShift ? runsOnShift(gone, group) : [gone];
      for (const { start: from, end } of runs)
        away.push({ session, group, first, last, heads, day, start: from, end });
    }
  }
  const count = headCount(facts.model);
  return [...groupBy(away, keyOf).values()].flatMap((list) => shiftFloor(facts, count, list));
};

function keyOf({ group }: Away): string {
  return `${group.department.id} ${group.post.site} ${group.post.shift}`;
}

function shiftFloor({ model }: Facts, count: HeadCount, list: readonly Away[]): Violation[] {
  const { department, post } = list[0]!.group;
  const here = (p: Post) => p.department === department.id && p.site === post.site && p.shift === post.shift;
  const headsOn = (day: number) => count(keyOf(list[0]!), here, day);
  const out: Violation[] = [];
  // When one session ends, the share may fall under what the others need: so every edge is looked at.
  edges(list, (on, at) => {
    const people = peopleOf(on);
    // Each by the people who are there on the day on which it starts.
    const most = Math.max(...on.map(({ session, day }) => allowed(session, department, post, headsOn(day))));
    if (people <= most) return;
    const where = shiftWords(model, department.id, post.site, post.shift);
    out.push({
      constraint: 'floor',
      message: `${where}: ${people} of ${headsOn(on[0]!.day)} people are in sessions at ${timeWords(at)} UTC, but at most ${most} may be`,
      sessions: idsOf(on.map(({ session }) => session)),
    });
  });
  return out;
}

/** Each once: whoever goes from one session elsewhere to another is on the way for both. */
function peopleOf(on: readonly Away[]): number {
  if (on.every(({ session, start }) => session.start === start))
    return on.reduce((sum, { heads }) => sum + heads, 0);
  const members = new Set<string>();
  for (const { group, first, last, heads } of on) {
    for (let member = first; heads > 0 && member <= last; member++) members.add(`${group.id} ${member}`);
  }
  return members.size;
}

/** All who work in the department of a post, at its site and on its shift. */
export function headsBeside(model: Model, { department, site, shift }: Post): number {
  return [...model.posts.values()]
    .filter((p) => p.department === department && p.site === site && p.shift === shift)
    .reduce((sum, p) => sum + p.heads, 0);
}

/** Of so many people there, how many a session lets go: a number of people, or a share of them and at least one. */
export function allowed(
  { module }: TimedSession,
  { maxAway, minOnShift, shifts }: Department,
  { shift }: Post,
  heads: number,
): number {
  const limit = module.maxAway ?? shifts.get(shift)?.maxAway ?? maxAway;
  const stay = module.minOnShift ?? shifts.get(shift)?.minOnShift ?? minOnShift;
  const free = Math.max(0, heads - stay);
  if ('people' in limit) return Math.min(free, limit.people);
  const part = Math.floor(limit.share * heads + 1e-9);
  return Math.min(free, part < 1 ? 1 : part);
}

/** All that are on, at each moment when one begins or ends. */
function edges(list: readonly Away[], visit: (on: readonly Away[], at: number) => void): void {
  const ends = new Set(list.map(({ end }) => end));
  moments([...list, ...[...ends].map((end) => ({ ...list[0]!, heads: 0, start: end, end }))], (on, at) => {
    const real = on.filter((item) => item.end > at);
    if (real.length > 0) visit(real, at);
  });
}
