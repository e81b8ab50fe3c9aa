/**
 * A year falls into components that have nothing in common: no person, floor, facilitator, room, host, meeting or line
 * manager. Each can be planned on its own, on another core, and what changes in one changes nothing in the others.
 */
import { type Pool, poolsOf } from '../../demand/cohorts.ts';
import type { Demand, Group, Requirement } from '../../demand/types.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession, PlanUnscheduled } from '../../model/made/plan.ts';
import type { Module } from '../../model/model.ts';
import type { PinnableSession, ScheduleOptions } from '../types.ts';
import { cellKey } from './cells.ts';
import { leadersOf, poolKey, suits } from './resources.ts';
import type { World } from './world.ts';

export interface Component {
  readonly demand: Demand;
  /** Of the previous plan, what concerns people of this component. */
  readonly sessions: readonly PinnableSession[];
  /** Held by somebody who may lead here, of a module or of people who are gone: it took their hours all the same. */
  readonly spent: readonly PlanSession[];
  readonly unscheduled: readonly PlanUnscheduled[];
}

/** The independent components, in the order of their first groups. */
export function componentsOf(world: World, demand: Demand, options: ScheduleOptions): Component[] {
  const { previous } = options;
  const nodes = new Nodes(demand.groups);
  for (const [index, { post }] of demand.groups.entries()) {
    nodes.unite(index, nodes.of(`cell ${cellKey(post)}`));
    nodes.unite(index, nodes.of(`cell ${cellKey(world.lineOf(post))}`));
    if (world.leadingRoles.has(post.role)) nodes.unite(index, nodes.of(`role ${post.role}`));
  }
  // One occurrence of a module asks for what all do.
  const pools = poolsOf(world.model, onceEach(demand));
  const leads = leadersOf(world, pools);
  const seen = new Set<number>();
  for (const pool of pools) {
    const kind = kindOf(nodes, pool);
    for (const { group } of pool.requirements) nodes.unite(nodes.groups.get(group.id)!, kind);
    if (!seen.has(kind)) unitePool(world, nodes, kind, pool, leads.get(poolKey(pool)) ?? []);
    seen.add(kind);
  }
  for (const session of previous?.sessions ?? []) {
    if (session.start < options.asOf) uniteHeld(world, nodes, session);
  }
  const isSpent = ({ start, status, module, attendees }: PlanSession): boolean =>
    start < options.asOf &&
    status === 'confirmed' &&
    (!world.model.modules.has(module) || attendees.every(({ group }) => !nodes.groups.has(group)));
  return assembled(nodes, demand, previous, isSpent);
}

/** Which groups belong together: the first of each component, and how many they are. */
export function splitOf(components: readonly Component[]): string {
  return components.map(({ demand: { groups } }) => `${groups[0]!.id} ${groups.length}`).join();
}

/** One requirement of each module and group. */
function onceEach({ groups, requirements }: Demand): Demand {
  const last = new Map<Group, Module>();
  const once = requirements.filter(({ module, group }) => {
    const again = last.get(group) === module;
    last.set(group, module);
    return !again;
  });
  return { groups, requirements: once };
}

/** Pools of one module and site need the same; self-paced time nothing that others need. */
function kindOf(nodes: Nodes, { module, site, requirements }: Pool): number {
  const { group } = requirements[0]!;
  if (module.format === 'self-paced') return nodes.groups.get(group.id)!;
  const huddle = module.format === 'huddle';
  return nodes.of(huddle ? `meetings ${group.post.department} ${site}` : `pool ${module.id} ${site}`);
}

function unitePool(
  world: World,
  nodes: Nodes,
  kind: number,
  { module, site }: Pool,
  leads: readonly string[],
): void {
  const { model, roomsOfSite } = world;
  if (module.format === 'huddle' || module.format === 'self-paced') return;
  for (const id of leads) uniteLeader(world, nodes, kind, id);
  if (module.host) nodes.unite(kind, nodes.of(`host ${module.host.department} ${site}`));
  if (module.room.kind === 'none') return;
  for (const room of roomsOfSite.get(site) ?? []) {
    if (suits(model.rooms.get(room.id)!, module)) nodes.unite(kind, nodes.of(`room ${room.id}`));
  }
}

function uniteLeader({ model }: World, nodes: Nodes, node: number, id: string): void {
  const role = model.facilitators.get(id)?.role;
  nodes.unite(node, nodes.of(`facilitator ${id}`));
  if (role !== undefined) nodes.unite(node, nodes.of(`role ${role}`));
}

/** What was held used up hours, whoever may lead or sit there by now. */
function uniteHeld(world: World, nodes: Nodes, session: PlanSession): void {
  const { attendees, room } = session;
  for (const { group } of attendees) {
    const index = nodes.groups.get(group);
    if (index === undefined) continue;
    for (const id of ledBy(session)) uniteLeader(world, nodes, index, id);
    if (room !== null) nodes.unite(index, nodes.of(`room ${room}`));
  }
}

interface Assembling {
  readonly groups: Group[];
  readonly requirements: Requirement[];
  readonly sessions: PlanSession[];
  readonly spent: PlanSession[];
  readonly unscheduled: PlanUnscheduled[];
}

function assembled(
  nodes: Nodes,
  demand: Demand,
  previous: ScheduleOptions['previous'],
  isSpent: (session: PlanSession) => boolean,
): Component[] {
  const { groups } = demand;
  if (groups.length > 0 && groups.every((_, index) => nodes.root(index) === 0))
    return [inOnePiece(nodes, demand, previous, isSpent)];
  const components = new Map<number, Assembling>();
  for (const [index, group] of demand.groups.entries()) {
    const root = nodes.root(index);
    if (!components.has(root))
      components.set(root, { groups: [], requirements: [], sessions: [], spent: [], unscheduled: [] });
    components.get(root)!.groups.push(group);
  }
  const own = new Map(demand.groups.map(({ id }, index) => [id, components.get(nodes.root(index))!]));
  const componentOf = (group: string): Assembling | undefined => own.get(group);
  for (const requirement of demand.requirements)
    componentOf(requirement.group.id)!.requirements.push(requirement);
  // What was pushed last is at the end.
  const put = (session: PlanSession, list: PlanSession[] | undefined) => {
    if (list && list.at(-1) !== session) list.push(session);
  };
  for (const session of previous?.sessions ?? []) {
    if (isSpent(session))
      for (const id of ledBy(session))
        put(session, components.get(nodes.root(nodes.of(`facilitator ${id}`)))?.spent);
    else for (const { group } of session.attendees) put(session, componentOf(group)?.sessions);
  }
  for (const one of previous?.unscheduled ?? []) componentOf(one.group)?.unscheduled.push(one);
  return [...components.values()].map(({ groups, requirements, ...before }) => ({
    demand: { groups, requirements },
    ...before,
  }));
}

/** Where everything hangs together nothing has to be told apart; people who are gone are in no component. */
function inOnePiece(
  { groups }: Nodes,
  demand: Demand,
  previous: ScheduleOptions['previous'],
  isSpent: (session: PlanSession) => boolean,
): Component {
  const { sessions = [], unscheduled = [] } = previous ?? {};
  const isTheirs = ({ attendees }: PlanSession) => attendees.some(({ group }) => groups.has(group));
  return {
    demand,
    sessions: sessions.filter((session) => !isSpent(session) && isTheirs(session)),
    spent: sessions.filter(isSpent),
    unscheduled: unscheduled.filter(({ group }) => groups.has(group)),
  };
}

/** Sets of groups and of what they need, joined step by step (union–find). The first numbers are the groups'. */
class Nodes {
  readonly groups: ReadonlyMap<string, number>;
  private readonly names = new Map<string, number>();
  private readonly parents: number[];

  constructor(groups: readonly Group[]) {
    this.groups = new Map(groups.map(({ id }, index) => [id, index]));
    this.parents = groups.map((_, index) => index);
  }

  of(name: string): number {
    let node = this.names.get(name);
    if (node === undefined) {
      node = this.parents.length;
      this.parents.push(node);
      this.names.set(name, node);
    }
    return node;
  }

  unite(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.parents[Math.max(x, y)] = Math.min(x, y);
  }

  root(node: number): number {
    const { parents } = this;
    let at = node;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }
}
