/** The requirements of a part of the year, numbered through. */

import type { Day } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import type { Requirement } from '../../demand/types.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import {
  type AwayLimit,
  awayLimitOf,
  type Id,
  isAtMoment,
  type Model,
  mostAway,
  RENEWAL,
} from '../../model/model.ts';
import { tripTo } from './gaps.ts';
import {
  type GroupInfo,
  inMonths,
  type Link,
  LONG,
  type Neighbour,
  type Pool,
  type Problem,
  type Req,
} from './problem.ts';
import { runFrom, type StartTable } from './start-table.ts';
import type { StartsOf } from './start-tables.ts';
import type { World } from './world.ts';

export class Requirements {
  readonly list: Req[] = [];
  /** Key: group × modules + module. */
  private readonly linked = new Map<number, Req[]>();
  /** What was missed: whatever builds on it stays where it stands, and only its parts keep their order. */
  private readonly again = new Map<number, Req[]>();
  readonly repeatable: Uint8Array;
  places = 0;
  private readonly model: Model;
  private readonly tables: StartsOf;
  private readonly modules: ReadonlyMap<Id, number>;
  private readonly byGroup: ReadonlyMap<Id, GroupInfo>;
  private readonly until: Pick<Problem, 'past' | 'noticed'>;

  constructor(
    model: Model,
    groups: readonly GroupInfo[],
    tables: StartsOf,
    modules: ReadonlyMap<Id, number>,
    until: Pick<Problem, 'past' | 'noticed'>,
  ) {
    this.model = model;
    this.tables = tables;
    this.modules = modules;
    this.until = until;
    this.byGroup = new Map(groups.map((info) => [info.group.id, info]));
    this.repeatable = new Uint8Array(groups.length);
  }

  add(requirement: Requirement, pool: Pool): void {
    const atMoment = isAtMoment(pool.module, pool.occurrence);
    const { module } = pool;
    const group = this.byGroup.get(requirement.group.id)!;
    const tables = this.tables.of(pool, group);
    const trip = tripTo(this.model, group.group.post.site, pool);
    if (trip && trip.minutes > 0) group.travels = true;
    const req: Req = {
      index: this.list.length,
      requirement,
      group,
      pool,
      from: requirement.from,
      by: requirement.by,
      opens: this.opens(requirement, tables),
      tables,
      trip,
      way: trip?.minutes ?? 0,
      base: this.places,
      links: undefined,
      floor: this.floorOf(pool, group),
      role: group.joiner && atMoment ? -1 : group.role,
      limit: this.limitOf(pool, group),
      quiet: atMoment && !pool.huddle ? this.tables.quiet(pool, group) : undefined,
    };
    this.places += group.heads;
    this.list.push(req);
    pool.reqs.push(req);
    if (group.cell.department !== pool.reqs[0]!.group.cell.department) pool.mixed = true;
    if (module.minutes >= LONG && module.themes.length > 0) this.repeatable[group.index] = 1;
    if (!pool.linked) return;
    const links = isAgain(req) ? this.again : this.linked;
    append(links, group.index * this.modules.size + pool.moduleIndex, req);
  }

  /** What was long when it was held wants repeating, however short its module is by now. */
  expect({ minutes, attendees }: PlanSession): void {
    if (minutes < LONG) return;
    for (const { group } of attendees) {
      const info = this.byGroup.get(group);
      if (info) this.repeatable[info.index] = 1;
    }
  }

  /** When all requirements are known: what is tied to what. */
  link(followers: World['followers']): void {
    for (const list of [...this.linked.values(), ...this.again.values()]) {
      list.sort((a, b) => a.from - b.from || a.by - b.by || a.pool.part - b.pool.part);
    }
    for (const own of this.again.values())
      for (const req of own) req.links = { own, needs: [], followers: [] };
    for (const own of this.linked.values()) {
      const { group, pool } = own[0]!;
      const needs = this.linksOf(group, pool.module.after);
      const builtOn = missed(group, pool.module.id) ? [] : (followers.get(pool.module.id) ?? []);
      const links = { own, needs, followers: this.linksOf(group, builtOn) };
      for (const req of own) req.links = links;
    }
  }

  /** Modules that are not asked of the group are left out, and those of which it missed something: their seats were there. */
  private linksOf(
    group: GroupInfo,
    others: readonly (Pick<Neighbour, 'module' | 'atLeastDays'> & Partial<Neighbour>)[],
  ): Link[] {
    return others.flatMap(({ module, atLeastDays, atMostDays }) => {
      if (missed(group, module)) return [];
      const reqs = this.linked.get(group.index * this.modules.size + this.modules.get(module)!);
      return reqs ? [{ reqs, atLeastDays, atMostDays }] : [];
    });
  }

  /** After the notice period, or at once for what could not be held after it. */
  private opens({ module, from, by }: Requirement, tables: readonly StartTable[]): Day {
    const { past, noticed } = this.until;
    const first = Math.max(from, past + 1);
    if (noticed <= first) return first;
    const canWait = tables.some((table) => {
      const days = table.day.subarray(runFrom(table, noticed), runFrom(table, by + 1));
      return days.some((day) => inMonths(module, day));
    });
    return canWait ? noticed : first;
  }

  private floorOf(pool: Pool, group: GroupInfo): number {
    if (pool.huddle || isAtMoment(pool.module, pool.occurrence)) return Number.POSITIVE_INFINITY;
    return mostAway(this.limitOf(pool, group), group.cell.heads);
  }

  private limitOf({ module }: Pool, { cell }: GroupInfo): AwayLimit {
    return awayLimitOf(this.model, module, cell);
  }
}

function missed({ group }: GroupInfo, module: Id): boolean {
  return group.again?.some((one) => one.module === module) ?? false;
}

/** What is made up or renewed: nothing waits for it, and it waits for nothing. */
function isAgain({ requirement: { module, occurrence }, group: { group } }: Req): boolean {
  if (occurrence.startsWith(RENEWAL)) return true;
  return group.again?.some((one) => one.module === module.id && one.occurrence === occurrence) ?? false;
}
