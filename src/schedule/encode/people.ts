/** Who is there: groups with their clocks, and the cells by which floors and leaders are counted. */
import type { Demand } from '../../demand/types.ts';
import type { Id, Model } from '../../model/model.ts';
import type { Clocks } from '../clock.ts';
import type { Cell, GroupInfo } from '../problem.ts';

/** Cells of all posts; key: department, site, shift. */
export function cellsOf(model: Model): Map<string, Cell> {
  const heads = new Map<string, { department: Id; site: Id; shift: Id; heads: number; leaders: number }>();
  for (const post of model.posts.values()) {
    const key = cellKey(post);
    const cell = heads.get(key) ?? {
      department: post.department,
      site: post.site,
      shift: post.shift,
      heads: 0,
      leaders: 0,
    };
    const { level } = model.roles.get(post.role)!;
    cell.heads += post.heads;
    if (level === 'manager' || level === 'executive') cell.leaders += post.heads;
    heads.set(key, cell);
  }
  return new Map(
    [...heads].map(([key, cell], index) => [key, { ...cell, index, leaders: Math.max(1, cell.leaders) }]),
  );
}

function cellKey(post: { readonly department: Id; readonly site: Id; readonly shift: Id }): string {
  return `${post.department} ${post.site} ${post.shift}`;
}

/** Groups in the order of their ids, members numbered through. */
export function groupsOf(
  model: Model,
  demand: Demand,
  clocks: Clocks,
  cells: ReadonlyMap<string, Cell>,
  roles: ReadonlyMap<Id, number>,
): GroupInfo[] {
  let memberBase = 0;
  return demand.groups.map((group, index) => {
    const info: GroupInfo = {
      index,
      group,
      heads: group.heads,
      joiner: group.joiners !== undefined,
      clock: clocks.of(model.sites.get(group.post.site)!.zone),
      cell: cells.get(cellKey(group.post))!,
      role: roles.get(group.post.role) ?? -1,
      memberBase,
    };
    memberBase += group.heads;
    return info;
  });
}

/** Roles that somebody who leads holds, numbered. */
export function rolesOfFacilitators(model: Model): Map<Id, number> {
  const roles = new Map<Id, number>();
  for (const { role } of model.facilitators.values()) {
    if (role !== undefined && model.roles.has(role) && !roles.has(role)) roles.set(role, roles.size);
  }
  return roles;
}

/** Heads of a role at all sites. */
export function headsOf(model: Model, role: Id): number {
  let heads = 0;
  for (const post of model.posts.values()) if (post.role === role) heads += post.heads;
  return heads;
}
