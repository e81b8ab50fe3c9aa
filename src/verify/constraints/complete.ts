/**
 * `complete`: everything that is asked of a member is in exactly one session or among what found no place,
 * nothing is in a session that is not asked, and heads add up for all roles.
 */

import { type Day, toDay } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { isHeld } from '../../model/made/history.ts';
import type { Attendees } from '../../model/made/plan.ts';
import { countingIn } from '../made-up.ts';
import { headsAddUp } from '../roll-call.ts';
import { type Check, type Facts, keyOf, type Requirement, type Violation } from '../types.ts';

interface Cover {
  readonly group: string;
  readonly first: number;
  readonly last: number;
  /** Undefined: it found no place. */
  readonly session: string | undefined;
}

export const complete: Check = (facts) => {
  const covers = coversOf(facts);
  const today = toDay(facts.plan.asOf)!;
  const out: Violation[] = [];
  for (const [key, asked] of facts.asked) out.push(...exactlyOnce(key, asked, covers.get(key) ?? [], today));
  for (const [key, list] of covers) {
    if (facts.asked.has(key)) continue;
    const [module, occurrence] = key.split(' ');
    const [{ group, first, last }] = list as [Cover];
    const whole = facts.groups.get(group)?.length === 1;
    out.push({
      constraint: 'complete',
      message: `"${module}" (${occurrence}) is not asked of ${whole ? '' : `members ${first} to ${last} of `}group ${group}, but is in the plan`,
      sessions: list.flatMap(({ session }) => session ?? []),
      group,
    });
  }
  return [...out, ...headsAddUp(facts)];
};

/**
 * Who is in which session, or found no place, by module, occurrence and people who are there for the same time. What has
 * been held counts for whom it is asked of, and is no fault for anybody else.
 */
function coversOf({
  plan: { asOf, sessions, unscheduled },
  groups,
  asked,
  missed,
}: Facts): Map<string, Cover[]> {
  const out = new Map<string, Cover[]>();
  const put = (module: string, occurrence: string, range: Attendees, session: string | undefined) => {
    const runs = groups.get(range.group) ?? [];
    let reached = range.first - 1;
    for (const { id, first, last } of runs) {
      if (first > range.last || last < range.first) continue;
      // What lies beyond a group's last member is told of as the last ones'.
      reached = id === runs.at(-1)!.id ? range.last : last;
      const cover = {
        group: range.group,
        first: Math.max(first, range.first),
        last: Math.min(reached, range.last),
        session,
      };
      add(out, keyOf(module, occurrence, id), cover);
    }
    if (reached < range.first) add(out, keyOf(module, occurrence, range.group), { ...range, session });
  };
  const held = (module: string, occurrence: string, range: Attendees, session: string) => {
    for (const { id, first, last } of groups.get(range.group) ?? []) {
      const key = keyOf(module, occurrence, id);
      if (!asked.has(key)) continue;
      const [from, to] = [Math.max(first, range.first), Math.min(last, range.last)];
      // Whose seat was empty, or who has another, is covered there.
      const counting = from <= to ? countingIn(missed, range.group, from, to, session) : [];
      for (const own of counting) add(out, key, { group: range.group, ...own, session });
    }
  };
  for (const session of sessions) {
    const { id, status, module, occurrence } = session;
    if (status !== 'confirmed') continue;
    const take = isHeld(session, asOf) ? held : put;
    for (const range of session.attendees) take(module, occurrence, range, id);
  }
  for (const { module, occurrence, group, first, last } of unscheduled) {
    put(module, occurrence, { group, first, last }, undefined);
  }
  return out;
}

function add(covers: Map<string, Cover[]>, key: string, cover: Cover): void {
  append(covers, key, cover);
}

/** @param today nobody is asked for what is over on it, as far as they were not there */
function exactlyOnce(
  key: string,
  { module, group, by }: Requirement,
  covers: readonly Cover[],
  today: Day,
): Violation[] {
  const occurrence = key.split(' ')[1]!;
  const out: Violation[] = [];
  const say = (message: string, sessions: readonly (string | undefined)[] = []) =>
    out.push({
      constraint: 'complete',
      message: `"${module.name}" (${occurrence}), group ${group.name}: ${message}`,
      sessions: sessions.filter((id) => id !== undefined),
      group: group.name,
    });
  let next = group.first;
  let previous: string | undefined;
  for (const { first, last, session } of [...covers].sort((a, b) => a.first - b.first || a.last - b.last)) {
    if (first > next && by > today)
      say(`${members(next, first - 1)} in no session and not among what found no place`);
    if (first < next) say(`${members(first, Math.min(last, next - 1))} covered twice`, [previous, session]);
    if (last > group.last) say(`has ${group.last} people, but member ${last} is in a session`, [session]);
    if (last >= next) previous = session;
    next = Math.max(next, last + 1);
  }
  if (next <= group.last && by > today)
    say(`${members(next, group.last)} in no session and not among what found no place`);
  return out;
}

function members(first: number, last: number): string {
  return first === last ? `member ${first} is` : `members ${first} to ${last} are`;
}
