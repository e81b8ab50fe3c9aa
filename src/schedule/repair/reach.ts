/**
 * How far it reaches that some people need another place: to everything that shares people, floors, leaders, rooms
 * or hosts with them while they could have it. Nothing else has a say in where they go.
 */
import { type Day, isoDate } from '../../calendar/date.ts';
import { type Pool, poolsOf } from '../../demand/cohorts.ts';
import type { Demand, Group, Requirement } from '../../demand/types.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Id, Module } from '../../model/model.ts';
import type { Notice } from '../../model/notice.ts';
import { cellKey } from '../problem/cells.ts';
import type { Component } from '../problem/components.ts';
import { LONG, REPEATS, SHORT } from '../problem/problem.ts';
import { leadersOf, poolKey, suits } from '../problem/resources.ts';
import type { World } from '../problem/world.ts';
import { type Window, Windows } from './windows.ts';

/** What repeats a session, what it repeats, and what else repeats that, is not further away than so many days. */
const AWAY = REPEATS.latest + 1;

export class Reach {
  /** Whose people need another place. */
  readonly groups = new Set<Id>();
  /** Of which modules. */
  readonly moving = new Set<Id>();
  /** Those, and what comes before or after them. */
  private readonly tied = new Set<Id>();
  private readonly pools = new Set<string>();
  /** When somebody of the same floors, or of a role that leads, could be needed. */
  private readonly people = new Windows();
  private readonly leaders = new Windows();
  private readonly rooms = new Windows();
  /** Modules that visit the same hosts. */
  private readonly visits = new Windows();
  /** When something could repeat what moves, or be repeated by it. */
  private readonly repeats = new Windows();
  /** Whether any of what moves is long enough to be repeated, or short enough to repeat. */
  private long = false;
  private short = false;
  /** The first day on which a session may still be joined. */
  private readonly open: string;
  private readonly world: World;
  private readonly past: Day;

  /** @param asked of those who need another place @param notice from the last day that is over */
  constructor(world: World, component: Component, asked: Demand, notice: Notice) {
    const { model } = world;
    this.world = world;
    this.past = notice.from;
    this.open = isoDate(notice.end);
    const pools = poolsOf(model, asked);
    const leads = leadersOf(world, pools);
    for (const pool of pools) this.addPool(pool, leads.get(poolKey(pool)) ?? []);
    for (const { module } of pools) this.addModule(module);
    this.addPeople(asked.requirements, component.demand.groups);
  }

  /** Whether a session has a say in where they go. */
  holds(session: PlanSession): boolean {
    const { module, start, room, attendees } = session;
    if (ledBy(session).some((id) => this.leaders.hold(id, start))) return true;
    if ((room !== null && this.rooms.hold(room, start)) || this.visits.hold(module, start)) return true;
    if (this.moving.has(module) && this.canBeJoined(session)) return true;
    for (const { group } of attendees) {
      if (this.people.hold(group, start)) return true;
      if (this.groups.has(group) && (this.tied.has(module) || this.mayRepeat(session, group))) return true;
    }
    return false;
  }

  /** Whether a session has a free seat, as it is, for those who look for another place. */
  private canBeJoined({ module, occurrence, site, room, start, heads }: PlanSession): boolean {
    const { modules, rooms } = this.world.model;
    const seats = modules.get(module)?.seats.max ?? Number.POSITIVE_INFINITY;
    const most = room === null ? seats : Math.min(seats, rooms.get(room)?.seats ?? 0);
    return heads < most && start >= this.open && this.pools.has(poolName(module, occurrence, site));
  }

  /** Whether a session of a group could repeat what moves, be repeated by it, or make that needless. */
  private mayRepeat({ minutes, start }: PlanSession, group: Id): boolean {
    const kind = minutes <= SHORT ? this.long || this.short : minutes >= LONG && this.short;
    return kind && this.repeats.hold(group, start);
  }

  private addPool({ module, occurrence, site, requirements }: Pool, leaders: readonly Id[]): void {
    const { model, roomsOfSite } = this.world;
    const window = windowOf(requirements, this.past);
    this.pools.add(poolName(module.id, occurrence, site));
    for (const id of leaders) this.leaders.widen(id, window);
    if (module.room.kind !== 'none') {
      for (const room of roomsOfSite.get(site) ?? [])
        if (suits(room, module)) this.rooms.widen(room.id, window);
    }
    const { host } = module;
    if (!host) return;
    for (const other of model.modules.values()) {
      if (other.host?.department === host.department) this.visits.widen(other.id, window);
    }
  }

  private addModule({ id, after, minutes }: Module): void {
    this.moving.add(id);
    this.tied.add(id);
    for (const before of after) this.tied.add(before.module);
    for (const { module: follower } of this.world.followers.get(id) ?? []) this.tied.add(follower);
    if (minutes >= LONG) this.long = true;
    if (minutes <= SHORT) this.short = true;
  }

  /** @param all groups of the component */
  private addPeople(requirements: readonly Requirement[], all: readonly Group[]): void {
    const { model, leadingRoles, lineOf } = this.world;
    const [cells, lines, roles] = [new Windows(), new Windows(), new Windows()];
    for (const requirement of requirements) {
      const { id, post } = requirement.group;
      const window = windowOf([requirement], this.past);
      this.groups.add(id);
      this.repeats.widen(id, { from: window.from - AWAY, by: window.by + AWAY });
      cells.widen(cellKey(post), window);
      if (requirement.module.led === 'line') lines.widen(cellKey(lineOf(post)), window);
      if (leadingRoles.has(post.role)) roles.widen(post.role, window);
    }
    for (const { id, role } of model.facilitators.values()) {
      if (role !== undefined) roles.widenAs(role, this.leaders, id);
    }
    for (const { id, post } of all) {
      this.people.widenAs(id, cells, cellKey(post));
      this.people.widenAs(id, lines, cellKey(lineOf(post)));
      this.people.widenAs(id, roles, post.role);
    }
    for (const { id, role } of model.facilitators.values()) {
      if (role !== undefined) this.leaders.widenAs(id, roles, role);
    }
  }
}

function poolName(module: Id, occurrence: string, site: Id): string {
  return `${module} ${occurrence} ${site}`;
}

/** Days that can still be chosen for any of them. */
function windowOf(requirements: readonly Requirement[], past: Day): Window {
  let [first, last] = [Number.POSITIVE_INFINITY, past];
  for (const { from, by } of requirements) [first, last] = [Math.min(first, from), Math.max(last, by)];
  return { from: Math.max(first, past), by: last };
}
