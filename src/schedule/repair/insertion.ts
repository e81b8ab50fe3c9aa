/**
 * What a change of the workspace asks for, placed among what stands: for trying one change after the other, each of
 * which would cost a whole year if it were planned again. As with an absence, only what has a say in it is looked at.
 */

import { type Day, toDay } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import type { Demand, Requirement } from '../../demand/types.ts';
import type { PlanSession, PlanUnscheduled } from '../../model/made/plan.ts';
import type { Id } from '../../model/model.ts';
import { noticeOf } from '../../model/notice.ts';
import type { Unit } from '../construct/insert.ts';
import { type Component, splitOf } from '../problem/components.ts';
import type { World } from '../problem/world.ts';
import { leftOutBefore } from '../replan/previous-sessions.ts';
import type { Change, PlacedSession, Schedule, ScheduleOptions, Unplaced } from '../types.ts';
import { type MendedComponent, mendComponent, type Newcomers } from './component.ts';

/** The year with the change in it; undefined where it takes more than finding places among what stands. */
export async function insertAmong(
  world: World,
  demand: Demand,
  components: readonly Component[],
  options: ScheduleOptions,
  change: Change,
): Promise<Schedule | undefined> {
  const { previous, asOf } = options;
  if (!previous?.score) return undefined;
  const seats = seatsOf(previous.sessions);
  const left = previous.unscheduled;
  const isOld = leftOutBefore(left);
  const all = { placed: [] as PlacedSession[], replaced: new Set<Id>(), missing: [] as Unit[], moves: 0 };
  const notice = noticeOf(world.model, toDay(asOf)!, options.dated);
  const looking = new Set<Requirement>();
  for (const component of components) {
    const broken = brokenIn(component, change, asOf);
    const newcomers: Newcomers = {
      lacking: lackingIn(component, seats, change, isOld, notice.from),
      mayWait: isOld,
    };
    for (const requirement of newcomers.lacking.keys()) looking.add(requirement);
    if (broken.size + newcomers.lacking.size === 0) continue;
    const mended = await mendComponent(world, component, broken, { ...options, notice }, newcomers);
    if (!mended) return undefined;
    add(all, mended);
  }
  const unplaced = stillLeft(demand, left, looking, all.missing);
  const heads = unplaced.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return {
    sessions: all.placed,
    replaced: all.replaced,
    split: splitOf(components),
    unplaced,
    score: { ...previous.score, unplaced: heads },
    moves: all.moves,
  };
}

interface Together {
  readonly placed: PlacedSession[];
  readonly replaced: Set<Id>;
  readonly missing: Unit[];
  moves: number;
}

function add(all: Together, { sessions, replaced, missing, moves }: MendedComponent): void {
  all.placed.push(...sessions);
  for (const id of replaced) all.replaced.add(id);
  all.missing.push(...missing);
  all.moves += moves;
}

/** Sessions of changed modules that are still to come. */
function brokenIn({ sessions }: Component, { modules }: Change, asOf: string): ReadonlySet<Id> {
  const own = sessions.filter(
    ({ module, status, start }) => status === 'confirmed' && start >= asOf && modules.has(module),
  );
  return new Set(own.map(({ id }) => id));
}

/** Key: module, occurrence and group; whom the confirmed sessions seat. */
type Seats = ReadonlyMap<string, readonly Range[]>;

type Range = Pick<Unit, 'first' | 'last'>;

function seatsOf(sessions: readonly PlanSession[]): Seats {
  const seats = new Map<string, Range[]>();
  for (const { status, module, occurrence, attendees } of sessions) {
    if (status !== 'confirmed') continue;
    for (const { group, first, last } of attendees) {
      const key = keyOf(module, occurrence, group);
      append(seats, key, { first, last });
    }
  }
  return seats;
}

/** Who has no seat and looks for one: those whom the plan left out do where something has been changed for them. */
function lackingIn(
  { demand }: Component,
  seats: Seats,
  { modules, eased }: Change,
  isOld: (unit: LeftOut) => boolean,
  past: Day,
): Newcomers['lacking'] {
  const lacking = new Map<Requirement, Range[]>();
  for (const requirement of demand.requirements) {
    const { module, occurrence, group, by } = requirement;
    if (by <= past) continue;
    const free = freeOf(group.heads, seats.get(keyOf(module.id, occurrence, group.id)) ?? []);
    const own =
      eased || modules.has(module.id)
        ? free
        : free.filter((range) => !isOld({ req: { requirement }, ...range }));
    if (own.length > 0) lacking.set(requirement, own);
  }
  return lacking;
}

interface LeftOut extends Range {
  readonly req: { readonly requirement: Requirement };
}

/** Members 1…heads outside the ranges. */
function freeOf(heads: number, taken: readonly Range[]): Range[] {
  const free: Range[] = [];
  let next = 1;
  for (const { first, last } of taken.length > 1 ? [...taken].sort((a, b) => a.first - b.first) : taken) {
    if (first > next) free.push({ first: next, last: first - 1 });
    next = Math.max(next, last + 1);
  }
  if (next <= heads) free.push({ first: next, last: heads });
  return free;
}

/** With the reasons that the plan had for them; whoever looked for a place is here only where none was found. */
function stillLeft(
  { requirements }: Demand,
  before: readonly PlanUnscheduled[],
  looking: ReadonlySet<Requirement>,
  missing: readonly Unit[],
): Unplaced[] {
  const known = new Map<string, Requirement>();
  for (const one of requirements) known.set(keyOf(one.module.id, one.occurrence, one.group.id), one);
  const ranges = new Map<Requirement, Range[]>();
  for (const { req, first, last } of missing) {
    const list = ranges.get(req.requirement) ?? [];
    ranges.set(req.requirement, list);
    list.push({ first, last });
  }
  return before.flatMap((one): Unplaced[] => {
    const requirement = known.get(keyOf(one.module, one.occurrence, one.group));
    if (!requirement) return [];
    const { reasons, relaxations } = one;
    const told = { requirement, reasons: reasons as Unplaced['reasons'], relaxations };
    if (!looking.has(requirement)) return [{ ...told, first: one.first, last: one.last }];
    return (ranges.get(requirement) ?? [])
      .map(({ first, last }) => ({ first: Math.max(first, one.first), last: Math.min(last, one.last) }))
      .filter(({ first, last }) => first <= last)
      .map((range) => ({ ...told, ...range }));
  });
}

function keyOf(module: Id, occurrence: string, group: Id): string {
  return `${module} ${occurrence} ${group}`;
}
