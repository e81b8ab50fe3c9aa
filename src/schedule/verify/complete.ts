/**
 * `complete`: everything that is asked of a member is in exactly one session or among what found no place,
 * nothing is in a session that is not asked, and heads add up for all roles.
 */
import type { Plan } from '../../model/plan.ts';
import { type Asked, type Check, type Facts, keyOf, type Violation } from './types.ts';

interface Cover {
  readonly first: number;
  readonly last: number;
  /** Undefined: it found no place. */
  readonly session: string | undefined;
}

export const complete: Check = (facts) => {
  const covers = coversOf(facts.plan);
  const out: Violation[] = [];
  for (const [key, asked] of facts.asked) out.push(...exactlyOnce(key, asked, covers.get(key) ?? []));
  for (const [key, list] of covers) {
    if (facts.asked.has(key)) continue;
    const [module, occurrence, group] = key.split(' ');
    out.push({
      constraint: 'complete',
      message: `"${module}" (${occurrence}) is not asked of group ${group}, but is in the plan`,
      sessions: list.flatMap(({ session }) => session ?? []),
      group: group!,
    });
  }
  return [...out, ...headsAddUp(facts)];
};

function coversOf({ sessions, unscheduled }: Plan): Map<string, Cover[]> {
  const out = new Map<string, Cover[]>();
  const put = (key: string, cover: Cover) => {
    const list = out.get(key);
    if (list) list.push(cover);
    else out.set(key, [cover]);
  };
  for (const { id, status, module, occurrence, attendees } of sessions) {
    if (status !== 'confirmed') continue;
    for (const { group, first, last } of attendees)
      put(keyOf(module, occurrence, group), { first, last, session: id });
  }
  for (const { module, occurrence, group, first, last } of unscheduled) {
    put(keyOf(module, occurrence, group), { first, last, session: undefined });
  }
  return out;
}

function exactlyOnce(key: string, { module, group }: Asked, covers: readonly Cover[]): Violation[] {
  const occurrence = key.split(' ')[1]!;
  const out: Violation[] = [];
  const say = (message: string, sessions: readonly (string | undefined)[] = []) =>
    out.push({
      constraint: 'complete',
      message: `"${module.name}" (${occurrence}), group ${group.id}: ${message}`,
      sessions: sessions.filter((id) => id !== undefined),
      group: group.id,
    });
  let next = 1;
  let previous: string | undefined;
  for (const { first, last, session } of [...covers].sort((a, b) => a.first - b.first || a.last - b.last)) {
    if (first > next) say(`${members(next, first - 1)} in no session and not among what found no place`);
    if (first < next) say(`${members(first, Math.min(last, next - 1))} covered twice`, [previous, session]);
    if (last > group.heads) say(`has ${group.heads} people, but member ${last} is in a session`, [session]);
    if (last >= next) previous = session;
    next = Math.max(next, last + 1);
  }
  if (next <= group.heads)
    say(`${members(next, group.heads)} in no session and not among what found no place`);
  return out;
}

function members(first: number, last: number): string {
  return first === last ? `member ${first} is` : `members ${first} to ${last} are`;
}

/** The plan's groups are those of the workspace, and every role has all its heads in them. */
function headsAddUp({ model, plan, groups }: Facts): Violation[] {
  const out: Violation[] = [];
  const say = (message: string, group?: string) =>
    out.push({ constraint: 'complete', message, sessions: [], ...(group === undefined ? {} : { group }) });
  const written = new Map(plan.groups.map((group) => [group.id, group]));
  for (const { id, heads, joiners } of groups.values()) {
    const found = written.get(id);
    if (!found) say(`group ${id} (${heads} people) is not in the plan`, id);
    else if (found.heads !== heads)
      say(`group ${id} has ${heads} people, but ${found.heads} in the plan`, id);
    else if (found.joiners !== (joiners ?? false)) say(`group ${id} has the wrong month of joining`, id);
  }
  for (const { id } of plan.groups) if (!groups.has(id)) say(`group ${id} is not in the workspace`, id);
  const heads = new Map<string, number>();
  for (const { role, heads: n, joiners } of plan.groups) {
    if (joiners === false) heads.set(role, (heads.get(role) ?? 0) + n);
  }
  for (const role of model.roles.values()) {
    const wanted = [...role.heads.values()].reduce((a, b) => a + b, 0);
    const found = heads.get(role.id) ?? 0;
    if (found !== wanted) say(`${role.name} has ${wanted} people, but its groups in the plan have ${found}`);
  }
  return out;
}
