/**
 * A year falls into parts that have nothing in common: no person, floor, facilitator, room, host, meeting or line
 * manager. Each can be planned on its own, on another core, and what changes in one changes nothing in the others.
 */
import { toDay } from '../calendar/date.ts';
import { type Pool, poolsOf } from '../demand/cohorts.ts';
import type { Demand, Group, Requirement } from '../demand/types.ts';
import type { PlanSession, PlanUnscheduled } from '../model/plan.ts';
import { cellKey } from './encode/cells.ts';
import { hasFeatures, leadersOf, poolKey } from './encode/resources.ts';
import type { World } from './encode/world.ts';
import type { ScheduleOptions } from './types.ts';

export interface Part {
  readonly demand: Demand;
  /** Of the previous plan, what concerns people of this part. */
  readonly sessions: readonly PlanSession[];
  readonly unscheduled: readonly PlanUnscheduled[];
}

/** The independent parts, in the order of their first groups. */
export function partsOf(world: World, demand: Demand, options: ScheduleOptions): Part[] {
  const { previous } = options;
  const nodes = new Nodes();
  for (const { id, post } of demand.groups) {
    nodes.unite(`group ${id}`, `cell ${cellKey(post)}`);
    nodes.unite(`group ${id}`, `role ${post.role}`, world.leadingRoles.has(post.role));
  }
  const pools = poolsOf(world.model, demand);
  const leads = leadersOf(world, pools);
  for (const pool of pools) {
    const kind = kindOf(pool);
    for (const { group } of pool.requirements) nodes.unite(`group ${group.id}`, kind);
    if (nodes.once(kind)) unitePool(world, nodes, kind, pool, leads.get(poolKey(pool)) ?? []);
  }
  for (const session of previous?.sessions ?? []) {
    if (toDay(session.start.slice(0, 10))! < toDay(options.asOf)!) uniteHeld(world, nodes, session);
  }
  return assembled(nodes, demand, previous);
}

/** Pools of one module and site need the same; self-paced time nothing that others need. */
function kindOf({ module, site, requirements }: Pool): string {
  const { group } = requirements[0]!;
  if (module.format === 'huddle') return `meetings ${group.post.department} ${site}`;
  return module.format === 'self-paced' ? `group ${group.id}` : `pool ${module.id} ${site}`;
}

function unitePool(
  world: World,
  nodes: Nodes,
  kind: string,
  { module, site }: Pool,
  leads: readonly string[],
): void {
  const { model, roomsOfSite } = world;
  if (module.format === 'huddle' || module.format === 'self-paced') return;
  for (const id of leads) uniteLeader(world, nodes, kind, id);
  if (module.host) nodes.unite(kind, `host ${module.host.department} ${site}`);
  if (module.room.kind === 'none') return;
  for (const room of roomsOfSite.get(site) ?? []) {
    if (hasFeatures(model.rooms.get(room.id)!, module)) nodes.unite(kind, `room ${room.id}`);
  }
}

function uniteLeader({ model }: World, nodes: Nodes, node: string, id: string): void {
  const role = model.facilitators.get(id)?.role;
  nodes.unite(node, `facilitator ${id}`);
  if (role !== undefined) nodes.unite(node, `role ${role}`);
}

/** What was held used up hours, whoever may lead or sit there by now. */
function uniteHeld(world: World, nodes: Nodes, { attendees, facilitator, room }: PlanSession): void {
  for (const { group } of attendees) {
    if (!nodes.has(`group ${group}`)) continue;
    if (facilitator !== null) uniteLeader(world, nodes, `group ${group}`, facilitator);
    if (room !== null) nodes.unite(`group ${group}`, `room ${room}`);
  }
}

interface Assembling {
  readonly groups: Group[];
  readonly requirements: Requirement[];
  readonly sessions: PlanSession[];
  readonly unscheduled: PlanUnscheduled[];
}

function assembled(nodes: Nodes, demand: Demand, previous: ScheduleOptions['previous']): Part[] {
  const parts = new Map<number, Assembling>();
  const partOf = (group: string): Assembling | undefined => parts.get(nodes.root(`group ${group}`));
  for (const group of demand.groups) {
    const root = nodes.root(`group ${group.id}`);
    if (!parts.has(root)) parts.set(root, { groups: [], requirements: [], sessions: [], unscheduled: [] });
    parts.get(root)!.groups.push(group);
  }
  for (const requirement of demand.requirements) partOf(requirement.group.id)!.requirements.push(requirement);
  for (const session of previous?.sessions ?? []) {
    const touched = new Set(
      session.attendees.map(({ group }) => nodes.has(`group ${group}`) && partOf(group)),
    );
    for (const part of touched) if (part) part.sessions.push(session);
  }
  for (const one of previous?.unscheduled ?? []) {
    if (nodes.has(`group ${one.group}`)) partOf(one.group)?.unscheduled.push(one);
  }
  return [...parts.values()].map(({ groups, requirements, ...before }) => ({
    demand: { groups, requirements },
    ...before,
  }));
}

/** Sets of names that are joined step by step (union–find). */
class Nodes {
  private readonly numbers = new Map<string, number>();
  private readonly parents: number[] = [];
  private readonly seen = new Set<string>();

  has(name: string): boolean {
    return this.numbers.has(name);
  }

  /** True the first time that a name is asked for. */
  once(name: string): boolean {
    if (this.seen.has(name)) return false;
    this.seen.add(name);
    return true;
  }

  unite(a: string, b: string, indeed = true): void {
    if (!indeed) return;
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.parents[Math.max(x, y)] = Math.min(x, y);
  }

  root(name: string): number {
    let at = this.numbers.get(name);
    if (at === undefined) {
      at = this.parents.length;
      this.numbers.set(name, at);
      this.parents.push(at);
    }
    while (this.parents[at] !== at) {
      this.parents[at] = this.parents[this.parents[at]!]!;
      at = this.parents[at]!;
    }
    return at;
  }
}
