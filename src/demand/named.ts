/**
 * The rolls of posts whose people a roster names. Whoever was on a roll keeps the number, also after leaving;
 * who comes takes one that nobody ever had. Joiners of the year are on rolls of their own, by month, beside seats for
 * those who are expected and have no name yet.
 */

import { type Day, monthKey } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { PlanGroup } from '../model/made/plan.ts';
import type { Id, Model, Person, Post } from '../model/model.ts';
import { type Stay, stretchesOf } from '../model/presence.ts';
import { firstWorkingDay } from '../model/working-time/working-days.ts';
import type { Memory } from './memory.ts';
import { runsOf } from './rolls.ts';
import type { Roll } from './types.ts';
import { type UnnamedSeats, unnamedSeats } from './unnamed.ts';

/** Every roll of the roster. */
export function namedRolls(model: Model, memory: Memory | undefined): Roll[] {
  const { ordinary, joining } = sorted(model);
  const rolls: Roll[] = [];
  const size = model.policy.groupSize;
  const gone = memory ? [...memory.groups].filter(([id]) => !ordinary.has(id)) : [];
  for (const [id] of gone) if (isNamed(model, model.posts.get(id))) ordinary.set(id, []);
  for (const [id, people] of ordinary) {
    const post = model.posts.get(id)!;
    const slots = slotsOf(model, people, memory?.groups.get(id), memory);
    for (let from = 0, n = 1; from < slots.length; from += size, n++) {
      rolls.push(rollOf(`${id}.${n}`, post, undefined, slots.slice(from, from + size)));
    }
  }
  const unnamed = unnamedSeats(model, joining, memory);
  const months = new Set([...joining.keys(), ...unnamed.keys(), ...(memory?.joiners.keys() ?? [])]);
  for (const id of months) {
    const before = memory?.joiners.get(id);
    const people = joining.get(id) ?? [];
    const post = model.posts.get(id.slice(0, id.lastIndexOf('.')));
    if (!post || !isNamed(model, post)) continue;
    const slots = slotsOf(model, people, before && [before], memory, unnamed.get(id));
    const month = id.slice(id.lastIndexOf('.') + '.joiners-'.length);
    if (slots.length > 0) rolls.push(rollOf(id, post, month, slots));
  }
  return rolls;
}

function isNamed({ named }: Model, post: Post | undefined): boolean {
  return post !== undefined && named.has(post.department);
}

/** Rows by the roll that they are on: their post's, or that of those who join it in a month. */
function sorted({ people = [], posts, programme }: Model): {
  ordinary: Map<Id, Person[]>;
  joining: Map<Id, Person[]>;
} {
  const [ordinary, joining] = [new Map<Id, Person[]>(), new Map<Id, Person[]>()];
  for (const person of people) {
    const post = postOf(person);
    if (!posts.has(post)) continue;
    const [lists, key] = joins(person, programme)
      ? [joining, `${post}.joiners-${monthKey(person.joined!)}`]
      : [ordinary, post];
    append(lists, key, person);
  }
  return { ordinary, joining };
}

/** Whether somebody is new during the programme; who only changes posts is not. */
export function joins({ joined, moves }: Person, { starts, ends }: Model['programme']): boolean {
  return joined !== undefined && joined >= starts && joined <= ends && moves !== true;
}

/** A number on a roll. */
interface Slot extends Stay {
  /** Null where nobody is, or the one who was is not known. */
  readonly person: Id | null;
  readonly joined: Day | undefined;
  readonly isUnnamed?: true;
}

/** @param unnamed who is expected on this roll and has no row */
function slotsOf(
  model: Model,
  people: readonly Person[],
  before: readonly PlanGroup[] | undefined,
  memory: Memory | undefined,
  unnamed?: UnnamedSeats,
): Slot[] {
  const { starts, ends } = model.programme;
  const since = memory?.since;
  const joining = before?.some(({ joiners }) => joiners !== false) ?? false;
  const known = before ? remembered(model, before, people) : [];
  const rows = new Map<Id, Person[]>();
  for (const person of people) {
    append(rows, person.id, person);
  }
  const awaited: number[] = [];
  const slots = known.map(({ person, from, until }, number): Slot => {
    const row = person === null ? undefined : rows.get(person)?.shift();
    if (row) return slotOf(model, row, since === undefined ? starts : Math.min(from, since));
    if (person === null && joining && from <= until && until >= (since ?? starts)) {
      awaited.push(number);
      return { person, from, until: ends, joined: from, isUnnamed: true };
    }
    // Who stands in no row any more is gone, since yesterday at the latest, and nobody remembers who it was.
    return goneSince(model, { from, until, joined: joining ? from : undefined }, since);
  });
  const late = memory === undefined || since === undefined ? starts : since;
  const fresh = [...rows.values()].flat();
  fresh.sort((a, b) => (a.joined ?? starts) - (b.joined ?? starts) || byCodeUnit(a.id, b.id));
  // Before the programme all that matters is the id.
  const first = fresh.filter(({ joined }) => joined === undefined || joined < starts);
  first.sort((a, b) => byCodeUnit(a.id, b.id));
  const ordered = [...first, ...fresh.filter(({ joined }) => joined !== undefined && joined >= starts)];
  let free = 0;
  const put = (slot: Slot): void => {
    while (free < slots.length && !isVacant(slots[free]!, starts)) free++;
    if (free < slots.length) slots[free] = slot;
    else slots.push(slot);
  };
  for (const row of ordered) {
    const at = awaited.shift();
    if (at === undefined) put(slotOf(model, row, late));
    else slots[at] = slotOf(model, row, since === undefined ? starts : Math.min(slots[at]!.from, since));
  }
  const { heads = 0, joined = starts } = unnamed ?? {};
  let kept = 0;
  for (const at of awaited) {
    const seat = slots[at]!;
    const hasBegun = since !== undefined && seat.from < since;
    if (kept++ >= heads) slots[at] = goneSince(model, seat, hasBegun ? since : undefined);
    else if (!hasBegun) slots[at] = { ...seat, from: joined, joined };
  }
  for (; kept < heads; kept++) put({ person: null, from: joined, until: ends, joined, isUnnamed: true });
  while (slots.length > 0 && isVacant(slots.at(-1)!, starts)) slots.pop();
  return slots.map((slot) => ({ ...slot, until: Math.min(slot.until, ends) }));
}

/** A number whose holder is not there any more; where nothing has begun, nobody ever was. */
function goneSince(
  { programme: { starts } }: Model,
  { from, until, joined }: Omit<Slot, 'person'>,
  since: Day | undefined,
): Slot {
  if (since === undefined) return { person: null, from: starts, until: starts - 1, joined: undefined };
  return { person: null, from, until: Math.min(until, since - 1), joined };
}

/** Nobody is there, and nobody ever was. */
function isVacant({ person, until }: Slot, starts: Day): boolean {
  return person === null && until < starts;
}

/** @param notBefore since when the person is known to the plan */
function slotOf(model: Model, row: Person, notBefore: Day): Slot {
  const { starts, ends } = model.programme;
  const until = Math.min(row.left ?? ends, ends);
  if (!joins(row, model.programme)) {
    return {
      person: row.id,
      from: Math.max(row.joined ?? starts, starts, notBefore),
      until,
      joined: undefined,
    };
  }
  const { department } = model.roles.get(row.role)!;
  // People sign on a Saturday and start on Monday.
  const joined = firstWorkingDay(model, { ...row, department }, row.joined!, until);
  // Somebody who never works a day is not there.
  if (joined === undefined)
    return { person: row.id, from: row.joined!, until: row.joined! - 1, joined: undefined };
  return { person: row.id, from: Math.max(joined, notBefore), until, joined };
}

interface KnownStay extends Stay {
  readonly person: Id | null;
}

/** Who was on which number. Plans without ids numbered those who were there at the start by their ids. */
function remembered(model: Model, before: readonly PlanGroup[], people: readonly Person[]): KnownStay[] {
  const { starts, ends } = model.programme;
  const byRule = before.some(({ people: ids }) => ids) ? [] : people.map(({ id }) => id).sort(byCodeUnit);
  let next = 0;
  return before.flatMap((group) =>
    stretchesOf(group, { from: starts, until: ends }).flatMap(({ first, last, from, until }) =>
      Array.from({ length: last - first + 1 }, (_, i) => {
        const id = group.people ? group.people[first - 1 + i] : byRule[next++];
        return { person: id ?? null, from, until };
      }),
    ),
  );
}

function rollOf(id: Id, post: Post, joiners: string | undefined, slots: readonly Slot[]): Roll {
  return {
    id,
    post,
    heads: slots.length,
    joiners,
    stretches: runsOf(slots),
    people: slots.map(({ person }) => person),
  };
}

export function postOf(person: Pick<Person, 'role' | 'site' | 'shift'>): Id {
  return `${person.role}.${person.site}.${person.shift}`;
}
