/**
 * Rolls → groups: the people of a roll fall into groups by when they are there, so that everybody in a group can
 * be asked for the same. Mostly a roll is one group.
 */

import type { Day } from '../calendar/date.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { Id, Model, Post } from '../model/model.ts';
import type { Stay } from '../model/presence.ts';
import type { DueAgain, Group, Held, Membership, Roll } from './types.ts';

/**
 * The groups of a roll: those who are there all year are one, whatever their numbers.
 * @param due what members are asked for again: whoever missed the same is one group
 * @param heldBy what they hold certificates of; undefined where none ends
 */
export function groupsOf(model: Model, roll: Roll, due: Due = new Map(), heldBy?: HeldBy): Group[] {
  const [only, ...more] = roll.stretches;
  if (only && more.length === 0 && due.size === 0 && !heldBy)
    return isIn(only) ? [group(model, roll, only, roll.heads)] : [];
  const classes = new Map<string, Class>();
  for (const stretch of roll.stretches) {
    if (!isIn(stretch)) continue;
    for (let number = stretch.first; number <= stretch.last; number++) {
      const again = due.get(number);
      const missed = again?.map(({ module, occurrence, from }) => `${module} ${occurrence} ${from}`).sort();
      const held = heldBy?.(roll, number, stretch);
      const key = `${stretch.from} ${stretch.until} ${stretch.joined} ${stretch.isUnnamed} ${missed?.join() ?? ''}${heldKey(held)}`;
      const known = classes.get(key) ?? { of: stretch, again, held, numbers: [] };
      known.numbers.push(number);
      classes.set(key, known);
    }
  }
  const all = [...classes.values()];
  const most = Math.max(...all.map(({ numbers }) => numbers.length));
  const main = all.find(({ numbers }) => numbers.length === most);
  return all.map((one) => {
    const plain = group(model, roll, one.of, one.numbers.length, one.numbers);
    const made = { ...plain, ...(one.again && { again: one.again }), ...(one.held && { held: one.held }) };
    return one === main ? made : { ...made, id: `${roll.id}~${one.numbers[0]}` };
  });
}

/** Member → what they are asked for again. */
type Due = ReadonlyMap<number, readonly DueAgain[]>;

/** What a member of a roll holds; undefined: nothing that ends. */
export type HeldBy = (roll: Roll, number: number, stay: Stay) => ReadonlyMap<Id, Held> | undefined;

function heldKey(held: ReadonlyMap<Id, Held> | undefined): string {
  if (!held) return '';
  const words = [...held].map(([module, { isAskedFirst, renewals }]) =>
    [
      module,
      isAskedFirst,
      ...renewals.map(({ occurrence, from, by }) => `${occurrence} ${from} ${by}`),
    ].join(),
  );
  return ` ${words.join(' ')}`;
}

/** Members who are there for the same time, missed the same and hold the same. */
interface Class {
  readonly of: Membership;
  readonly again: readonly DueAgain[] | undefined;
  readonly held: ReadonlyMap<Id, Held> | undefined;
  readonly numbers: number[];
}

function group(
  model: Model,
  { id, post, joiners }: Roll,
  { from, until, joined, isUnnamed }: Membership,
  heads: number,
  numbers?: readonly number[],
): Group {
  const same = numbers === undefined || numbers.at(-1) === numbers.length;
  return {
    id,
    post,
    heads,
    joiners,
    joined,
    stay: { from, until },
    asked:
      joiners === undefined ? { from, until } : isUnnamed ? undefined : askedOf(model, post, until, joined),
    numbers: same ? undefined : numbers,
    roll: id,
  };
}

/** Joiners of the roster meet everything else once they have found their feet; expected ones are the seats of the post by then. */
function askedOf(
  { named, policy }: Model,
  { department }: Post,
  until: Day,
  joined: Day | undefined,
): Stay | undefined {
  if (!named.has(department) || joined === undefined) return undefined;
  return { from: joined + policy.joinersMeetEverythingAfter + 1, until };
}

function isIn({ from, until }: Stay): boolean {
  return from <= until;
}

/** By code unit, whatever the machine's locale. */

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byCodeUnit(a.id, b.id);
}
