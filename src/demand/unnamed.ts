/**
 * Joiners whom a roster is still to name: those that a role expects, less those who have a row. They are seats on the roll of
 * their post and month and walk its moments; whoever is named later takes such a seat, so that nobody else moves.
 */
import { type Day, type MonthKey, monthKey, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { sum } from '../collections/sums.ts';
import type { PlanGroup } from '../model/made/plan.ts';
import type { Id, Model, Person, Post, Role } from '../model/model.ts';
import { stretchesOf } from '../model/presence.ts';
import { firstWorkingDay } from '../model/working-time/working-days.ts';
import { byId } from './groups.ts';
import { monthsOfJoining, quotasOf, rollId, startingDay } from './joiners.ts';
import type { Memory } from './memory.ts';

/** Seats on one roll. */
export interface UnnamedSeats {
  readonly post: Post;
  readonly month: MonthKey;
  /** When they start. */
  readonly joined: Day;
  heads: number;
}

/** Roll → people. */
type Rows = ReadonlyMap<Id, readonly Person[]>;

/**
 * By roll.
 * @param joining rows of those who join during the programme
 */
export function unnamedSeats(model: Model, joining: Rows, memory: Memory | undefined): Map<Id, UnnamedSeats> {
  const posts = new Map<Id, Post[]>();
  for (const post of model.posts.values()) {
    const { joiners } = model.roles.get(post.role)!;
    if (joiners > 0 && model.named.has(post.department)) append(posts, post.role, post);
  }
  const named = rowsByPost(joining);
  const waiting = waitingByPost(model, joining, memory);
  const found = new Map<Id, UnnamedSeats>();
  for (const [id, own] of posts) {
    const role = model.roles.get(id)!;
    for (const seat of seatsOf(model, role, own.sort(byId), { named, waiting, since: memory?.since })) {
      const joined = startOf(model, seat, memory?.since);
      if (joined === undefined) continue;
      const seats = found.get(rollId(seat)) ?? { ...seat, joined, heads: 0 };
      seats.heads++;
      found.set(rollId(seat), seats);
    }
  }
  return found;
}

interface Seat {
  readonly post: Post;
  readonly month: MonthKey;
}

interface Known {
  /** Post → months in which somebody with a row joins it. */
  readonly named: ReadonlyMap<Id, readonly MonthKey[]>;
  /** Post → months of the seats that the plan has for those who have none. */
  readonly waiting: ReadonlyMap<Id, readonly MonthKey[]>;
  readonly since: Day | undefined;
}

/**
 * Where the plan has seats for them they stay; others are at the post that is furthest behind its part of the role's joiners.
 * In months that are over nobody is expected any more.
 */
function seatsOf(model: Model, role: Role, posts: readonly Post[], known: Known): Seat[] {
  const at = (months: Known['named']) =>
    posts.flatMap((post) => (months.get(post.id) ?? []).map((month): Seat => ({ post, month })));
  const named = at(known.named);
  const expected = monthsOfJoining(role, model.programme).map(monthKey);
  const open = awaited(
    expected,
    named.map(({ month }) => month),
  );
  const kept = new Map<MonthKey, Seat[]>([...open.keys()].map((month) => [month, []]));
  for (const seat of at(known.waiting)) {
    const list = kept.get(seat.month);
    if (list && list.length < open.get(seat.month)!) list.push(seat);
  }
  const staffed = posts.filter(({ heads }) => heads > 0);
  const quotas = quotasOf(role.joiners, staffed);
  const given = new Map(posts.map((post) => [post, 0]));
  const give = ({ post }: Seat) => given.set(post, given.get(post)! + 1);
  for (const seat of [...named, ...[...kept.values()].flat()]) give(seat);
  const since = known.since === undefined ? '' : monthKey(known.since);
  for (const [month, seats] of kept) {
    if (month < since) continue;
    const isOpen = staffed.map((post) => startOf(model, { post, month }, known.since) !== undefined);
    while (isOpen.includes(true) && seats.length < open.get(month)!) {
      const next = sum(given.values()) + 1;
      const behind = staffed.map((post, i) =>
        isOpen[i] ? quotas[i]! * next - given.get(post)! * role.joiners : Number.NEGATIVE_INFINITY,
      );
      const seat = { post: staffed[behind.indexOf(Math.max(...behind))]!, month };
      give(seat);
      seats.push(seat);
    }
  }
  return [...kept.values()].flat();
}

/** How many are expected in which month, less those with a row: in their own month, or else the first who is still awaited. */
function awaited(expected: readonly MonthKey[], named: readonly MonthKey[]): Map<MonthKey, number> {
  const open = new Map<MonthKey, number>();
  for (const month of expected) open.set(month, (open.get(month) ?? 0) + 1);
  let others = 0;
  for (const month of named) {
    const left = open.get(month) ?? 0;
    if (left > 0) open.set(month, left - 1);
    else others++;
  }
  for (const [month, left] of open) {
    const taken = Math.min(left, others);
    open.set(month, left - taken);
    others -= taken;
  }
  return open;
}

function rowsByPost(joining: Rows): Map<Id, MonthKey[]> {
  const months = new Map<Id, MonthKey[]>();
  for (const [id, people] of joining)
    for (const { joined } of people) append(months, postOfRoll(id), monthKey(joined!));
  return months;
}

/** Seats of rolls of joiners that no row takes now. */
function waitingByPost(model: Model, joining: Rows, memory: Memory | undefined): Map<Id, MonthKey[]> {
  const months = new Map<Id, MonthKey[]>();
  for (const [id, group] of memory?.joiners ?? []) {
    const rows = joining.get(id) ?? [];
    const known = new Set(group.people ?? []);
    const fresh = rows.filter((row) => !known.has(row.id)).length;
    const waiting = seatsWithoutName(model, group, memory!.since);
    for (let i = fresh; i < waiting; i++) append(months, postOfRoll(id), String(group.joiners));
  }
  return months;
}

/** On how many numbers of a roll of joiners somebody is there whom nobody names. */
function seatsWithoutName({ programme }: Model, group: PlanGroup, since: Day | undefined): number {
  const { starts, ends } = programme;
  const there = stretchesOf(group, { from: starts, until: ends }).filter(
    ({ from, until }) => from <= until && until >= (since ?? starts),
  );
  const isNamed = (number: number) => (group.people?.[number - 1] ?? null) !== null;
  return sum(
    there.map(({ first, last }) => {
      let waiting = 0;
      for (let number = first; number <= last; number++) if (!isNamed(number)) waiting++;
      return waiting;
    }),
  );
}

function postOfRoll(id: Id): Id {
  return id.slice(0, id.lastIndexOf('.'));
}

/** On the first working day of the month, or from today on. */
function startOf(model: Model, { post, month }: Seat, since: Day | undefined): Day | undefined {
  const usual = startingDay(model, post, toDay(`${month}-01`)!);
  if (usual === undefined || since === undefined || usual >= since) return usual;
  return firstWorkingDay(model, post, since, model.programme.ends);
}
