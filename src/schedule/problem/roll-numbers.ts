/**
 * The plan numbers the members of a roll once and for all; the search moves groups about whose members are all
 * there at the same time. Where a roll is more than one group, this tells one numbering from the other.
 */
import { append } from '../../collections/lists.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import type { Demand, Group } from '../../demand/types.ts';
import type { Attendees } from '../../model/made/plan.ts';
import type { PlacedSession, Previous, Unplaced } from '../types.ts';

export class Numbers {
  /** Groups of the rolls that are not one group with the same numbers. */
  private readonly parts = new Map<string, Group[]>();
  private readonly groups = new Map<string, Group>();

  constructor({ groups }: Demand) {
    const all = new Map<string, Group[]>();
    for (const group of groups) {
      append(all, group.roll, group);
    }
    for (const [roll, list] of all) {
      if (list.length === 1 && list[0]!.id === roll && list[0]!.numbers === undefined) continue;
      this.parts.set(roll, list);
      for (const group of list) this.groups.set(group.id, group);
    }
  }

  /** Whether both numberings are one. */
  get same(): boolean {
    return this.parts.size === 0;
  }

  /** The previous plan in the search's numbers; who is on no roll any more is left out. */
  inward<Some extends Previous>(plan: Some): Some {
    if (this.same) return plan;
    const sessions = plan.sessions.map((session) => {
      const attendees = session.attendees.flatMap((one) => this.membersOf(one));
      return isSame(attendees, session.attendees) ? session : { ...session, attendees };
    });
    const unscheduled = plan.unscheduled.flatMap((one) =>
      this.membersOf(one).map(({ group, first, last }) => ({ ...one, group, first, last })),
    );
    return { ...plan, sessions, unscheduled };
  }

  /** Placed sessions in the plan's numbers. */
  placed(session: PlacedSession): PlacedSession {
    if (!session.attendees.some(({ group }) => this.groups.has(group))) return session;
    const attendees = session.attendees.flatMap((one) => this.numbersOf(one));
    return { ...session, attendees: joined(attendees) };
  }

  unplaced(one: Unplaced): Unplaced[] {
    const { group } = one.requirement;
    const ranges = this.numbersOf({ group: group.id, first: one.first, last: one.last });
    return ranges.map(({ first, last }) => ({ ...one, first, last }));
  }

  private membersOf(range: Attendees): Attendees[] {
    const parts = this.parts.get(range.group);
    if (!parts) return [range];
    return parts.flatMap(({ id, numbers, heads }) => {
      const [first, last] = numbers
        ? [countBelow(numbers, range.first) + 1, countBelow(numbers, range.last + 1)]
        : [range.first, Math.min(range.last, heads)];
      return first <= last ? [{ group: id, first, last }] : [];
    });
  }

  private numbersOf(range: Attendees): Attendees[] {
    const group = this.groups.get(range.group);
    if (!group) return [range];
    const { roll, numbers } = group;
    if (!numbers) return [{ ...range, group: roll }];
    const out: Attendees[] = [];
    for (let member = range.first; member <= range.last; member++) {
      const number = numbers[member - 1]!;
      const before = out.at(-1);
      if (before?.last === number - 1) out[out.length - 1] = { ...before, last: number };
      else out.push({ group: roll, first: number, last: number });
    }
    return out;
  }
}

/** How many of ascending numbers are less than a number. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By group and number; ranges that touch are one. */
function joined(ranges: readonly Attendees[]): Attendees[] {
  const out: Attendees[] = [];
  for (const range of [...ranges].sort((a, b) => byCodeUnit(a.group, b.group) || a.first - b.first)) {
    const before = out.at(-1);
    if (before?.group === range.group && before.last === range.first - 1)
      out[out.length - 1] = { ...before, last: range.last };
    else out.push(range);
  }
  return out;
}

function isSame(a: readonly Attendees[], b: readonly Attendees[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
