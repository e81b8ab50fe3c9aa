/** Who is there: groups with their clocks and cells, and roles of which somebody leads. */
import { atLeast, intersect, type Spans } from '../../calendar/spans.ts';
import type { Demand } from '../../demand/types.ts';
import type { Facilitator, Id, Model, Post } from '../../model/model.ts';
import { cellKey } from './cells.ts';
import type { Opens } from './open-time.ts';
import type { Cell, GroupInfo } from './problem.ts';
import type { World } from './world.ts';

/** Groups in the order of their ids, members numbered through, and the cells that they are in. */
export function groupsOf(
  { model, clocks, cells, opens, lineOf, languages, places }: World,
  demand: Demand,
  roles: ReadonlyMap<Id, number>,
): { groups: GroupInfo[]; cells: Cell[] } {
  let memberBase = 0;
  const own = new Map<string, Cell>();
  const lines = new Map<string, number>();
  const groups = demand.groups.map((group, index) => {
    const key = cellKey(group.post);
    const { site, shift } = lineOf(group.post);
    const there = { ...group.post, site, shift };
    const line = cellKey(there);
    if (!lines.has(line)) lines.set(line, lines.size);
    const managed = line === key ? undefined : managedTime(opens, group.post, there);
    const cell = own.get(key) ?? numbered(cells.get(key)!, own.size, lines.get(line)!, managed);
    own.set(key, cell);
    const info: GroupInfo = {
      index,
      group,
      heads: group.heads,
      perWeek: group.post.minutesPerWeek,
      joiner: group.joiners !== undefined,
      clock: clocks.of(model.sites.get(group.post.site)!.zone),
      rostered: opens.shifts(group.post),
      cell,
      languages: languages.ofPost(group.post),
      role: roles.get(group.post.role) ?? -1,
      memberBase,
      home: places.get(group.post.site)!,
      travels: false,
    };
    memberBase += group.heads;
    return info;
  });
  return { groups, cells: [...own.values()] };
}

/** Minutes that two shifts must have in common for the manager of one to lead the other in working time. */
const MEET = 60;

/**
 * When the managers of another shift are at work; undefined where the two shifts never meet: whoever leads people of the
 * night comes in for it, and is booked once all the same.
 */
function managedTime(opens: Opens, post: Post, there: Post): Spans | undefined {
  const theirs = opens.rostered(there);
  return atLeast(intersect(opens.rostered(post), theirs), MEET).length > 0 ? theirs : undefined;
}

/** Written out: a copy would be of another shape than the cells of the part before. */
function numbered(
  { department, site, shift, heads, dawn, leaders, steps, leaderSteps }: Cell,
  index: number,
  line: number,
  managed: Cell['managed'],
): Cell {
  return { index, department, site, shift, heads, dawn, line, leaders, managed, steps, leaderSteps };
}

/** Roles that somebody who leads holds, numbered. */
export function rolesOfFacilitators(model: Model, facilitators: readonly Facilitator[]): Map<Id, number> {
  const roles = new Map<Id, number>();
  for (const { role } of facilitators) {
    if (role !== undefined && model.roles.has(role) && !roles.has(role)) roles.set(role, roles.size);
  }
  return roles;
}

/** Posts of a role at all sites. */
export function postsOf(model: Model, role: Id): Post[] {
  return [...model.posts.values()].filter((post) => post.role === role);
}
