/** Who attends, as people say it: roles and groups with a count, never a list of forty group ids. */
import type { Say } from '../calendar/say.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { index } from '../coverage/context.ts';
import type { Attendees, PlanGroup, PlanSession } from '../model/made/plan.ts';
import type { Context } from './context.ts';
import { departmentName, groupName, pluralRole, roleName, shiftName, sitesWords } from './names.ts';
import { saidOnce } from './said.ts';
import { decimal, peopleWords, someWords } from './words.ts';

export interface Seats {
  readonly group: PlanGroup;
  /** Different members of the group that attend. */
  readonly heads: number;
}

/** Who attends a session, as {@link whoWords} says it. @param attendees a session's own list, or a new one of some of them */
export function attendeesWords(context: Context, attendees: readonly Attendees[]): string {
  // Sessions of the same people share what seats them (`plan/fields.ts`): most lists hold one seat.
  const [seat] = attendees;
  return attendees.length === 1 && seat
    ? saidOnce(context, seat, seatWords)
    : whoWords(context, seatsOf(context, attendees));
}

/** The same of all who attend a session; several tables say it. */
export function everybodyWords(context: Context, { attendees }: Pick<PlanSession, 'attendees'>): string {
  return saidOnce(context, attendees, attendeesWords);
}

function seatWords(context: Context, seat: Attendees): string {
  return whoWords(context, seatsOf(context, [seat]));
}

/** Most roles that are named one by one. */
const ROLES_NAMED = 3;

/** Different members by group, in the order of their roles' names, then of the groups' ids; ranges that overlap count once. */
export function seatsOf(context: Context, attendees: readonly Attendees[]): Seats[] {
  if (attendees.length === 1) {
    const group = context.groups.get(attendees[0]!.group);
    return group ? [{ group, heads: distinctHeads(attendees) }] : [];
  }
  const ranges = index(attendees, ({ group }) => group);
  const seats = [...ranges.keys()].sort().flatMap((id) => {
    const group = context.groups.get(id);
    return group ? [{ group, heads: distinctHeads(ranges.get(id)!) }] : [];
  });
  return seats.sort((a, b) => byCodeUnit(roleName(context, a.group.role), roleName(context, b.group.role)));
}

/** `Credit controllers, group 1 (4)`; with `people` the count is said in full: `(4 people)`. */
export function whoWords(
  context: Context,
  seats: readonly Seats[],
  inWords: (say: Say, heads: number) => string = decimal,
) {
  const count = (heads: number): string => inWords(context.say, heads);
  if (seats.length === 1) return roleWords(context, seats, count);
  const byRole = index(seats, ({ group }) => `${group.role}/${group.joiners !== false}`);
  if (byRole.size > ROLES_NAMED || (byRole.size > 1 && isWholeDepartment(context, seats))) {
    return manyRoles(context, seats, count);
  }
  return [...byRole.values()].map((some) => roleWords(context, some, count)).join('; ');
}

/** Different people of some seats. */
export function headsOfSeats(seats: readonly Seats[]): number {
  return seats.reduce((sum, { heads }) => sum + heads, 0);
}

function roleWords(context: Context, seats: readonly Seats[], count: (heads: number) => string): string {
  const [{ group }] = seats as [Seats];
  const heads = headsOfSeats(seats);
  if (group.joiners === false && heads === context.headsOfRole.get(group.role) && seats.length > 1) {
    return `all ${pluralRole(roleName(context, group.role))} (${count(heads)})`;
  }
  if (seats.length > 1) return `${groupsWords(context, seats)} (${count(heads)})`;
  const share =
    heads < group.heads ? `${decimal(context.say, heads)} of ${count(group.heads)}` : count(heads);
  return `${groupName(context, group)} (${share})`;
}

/** Several groups of one role: `Colleagues, 24 sites, early shift`. */
function groupsWords(context: Context, seats: readonly Seats[]): string {
  const groups = seats.map(({ group }) => group);
  const { role } = groups[0]!;
  const shifts = [...new Set(groups.map(({ shift }) => shift))];
  const months = new Set(groups.map(({ joiners }) => joiners));
  const parts = [pluralRole(roleName(context, groups[0]!.role))];
  if ((context.sitesOfRole.get(role) ?? 1) > 1)
    parts.push(
      sitesWords(
        context,
        groups.map(({ site }) => site),
      ),
    );
  if ((context.shiftsOfRole.get(role) ?? 1) > 1 && shifts.length === 1) parts.push(shiftName(shifts[0]!));
  if (!months.has(false)) parts.push('joiners');
  else if (parts.length === 1) parts.push(`${groups.length} groups`);
  return parts.join(', ');
}

/** Whether these are all the people of one department, joiners apart. */
function isWholeDepartment({ headsOfDepartment }: Context, seats: readonly Seats[]): boolean {
  const departments = new Set(seats.map(({ group }) => group.department));
  if (departments.size > 1 || seats.some(({ group }) => group.joiners !== false)) return false;
  return headsOfSeats(seats) === headsOfDepartment.get([...departments][0] ?? '');
}

/** More roles than one reads: `everyone in Finance (26)`, `Finance (20 of 26) and Legal (5)`, `everyone (1,090)`. */
function manyRoles(context: Context, seats: readonly Seats[], count: (heads: number) => string): string {
  const all = headsOfSeats(seats.filter(({ group }) => group.joiners === false));
  const everyone = [...context.headsOfDepartment.values()].reduce((sum, heads) => sum + heads, 0);
  if (all === everyone) return `everyone (${count(all)})`;
  const parts = [...index(seats, ({ group }) => group.department)].map(([id, some]) => {
    const heads = headsOfSeats(some);
    const of = context.headsOfDepartment.get(id) ?? heads;
    const name = departmentName(context, id);
    return heads === of
      ? `everyone in ${name} (${count(heads)})`
      : `${name} (${decimal(context.say, heads)} of ${count(of)})`;
  });
  return someWords(parts, 4);
}

function distinctHeads(ranges: readonly Attendees[]): number {
  let heads = 0;
  let reached = 0;
  const sorted = ranges.length < 2 ? ranges : [...ranges].sort((a, b) => a.first - b.first);
  for (const { first, last } of sorted) {
    heads += Math.max(0, last - Math.max(first, reached + 1) + 1);
    reached = Math.max(reached, last);
  }
  return heads;
}

/** Counts as `4 people`, for sentences. */
export const inPeople = peopleWords;
