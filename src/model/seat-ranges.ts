/** Who came and who went: ranges of a group's members, compared without naming each of them. */
import type { Attendees } from './made/plan.ts';

/** Members of `a` that are not in `b`, as ranges sorted by group, then first. */
export function without(a: readonly Attendees[], b: readonly Attendees[]): Attendees[] {
  const taken = rangesByGroup(b);
  const left: Attendees[] = [];
  for (const [group, ranges] of rangesByGroup(a)) {
    const others = taken.get(group) ?? [];
    for (const range of ranges) left.push(...cut(range, others));
  }
  return left;
}

/** All members of both, each once. */
export function union(lists: Iterable<readonly Attendees[]>): Attendees[] {
  return [...rangesByGroup([...lists].flat()).values()].flat();
}

/** How many different people ranges hold that do not overlap. */
export function headsIn(ranges: readonly Attendees[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** By group, in the order of the ids; ranges that touch or overlap are one. */
function rangesByGroup(list: readonly Attendees[]): Map<string, Attendees[]> {
  const sorted = [...list].sort((a, b) =>
    a.group < b.group ? -1 : a.group > b.group ? 1 : a.first - b.first,
  );
  const byGroup = new Map<string, Attendees[]>();
  for (const range of sorted) {
    const ranges = byGroup.get(range.group) ?? [];
    byGroup.set(range.group, ranges);
    const before = ranges.at(-1);
    if (before && range.first <= before.last + 1) {
      ranges[ranges.length - 1] = { ...before, last: Math.max(before.last, range.last) };
    } else ranges.push(range);
  }
  return byGroup;
}

/** What is left of a range once others, sorted by first, are taken out of it. */
function cut({ group, first, last }: Attendees, others: readonly Attendees[]): Attendees[] {
  const left: Attendees[] = [];
  let from = first;
  for (const other of others) {
    if (other.last < from || other.first > last) continue;
    if (other.first > from) left.push({ group, first: from, last: other.first - 1 });
    from = other.last + 1;
  }
  if (from <= last) left.push({ group, first: from, last });
  return left;
}
