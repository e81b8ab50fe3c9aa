/** Demand, all of it or an independent part → the problem that the search solves. */
import type { Day } from '../../calendar/date.ts';
import { poolsOf } from '../../demand/cohorts.ts';
import type { Demand } from '../../demand/types.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { mostOf, stepsOf } from './cells.ts';
import { Crews } from './crews.ts';
import { groupsOf, postsOf, rolesOfFacilitators } from './people.ts';
import { Pools } from './pools.ts';
import type { Problem } from './problem.ts';
import { Requirements } from './requirements.ts';
import { facilitatorsOf, leadersOf, roomsOf } from './resources.ts';
import type { StartsOf } from './start-tables.ts';
import { makeWorld, type World } from './world.ts';

/** What only whoever encodes some of a part knows. */
interface Excerpt {
  readonly tables: StartsOf;
  /** People of the whole part. */
  readonly everybody: number;
}

/**
 * Encodes a demand.
 * @param past no new session starts on or before this day
 * @param held sessions of the previous plan: what they use must be known even if nobody may use it now
 * @param noticed the first day after the notice period, where a plan is replaced
 */
export function makeProblem(
  model: Model,
  demand: Demand,
  past: Day,
  world: World = makeWorld(model),
  held: readonly PlanSession[] = [],
  excerpt?: Excerpt,
  noticed: Day = past + 1,
): Problem {
  const found = poolsOf(model, demand);
  const leads = leadersOf(world, found);
  const leaders = model.facilitators;
  const known = new Set([...leads.values()].flat());
  for (const session of held) {
    for (const id of ledBy(session)) if (leaders.has(id)) known.add(id);
  }
  const own = [...known].sort().map((id) => leaders.get(id)!);
  const roles = rolesOfFacilitators(model, own);
  const facilitators = facilitatorsOf(world, own, roles, leads);
  const rooms = roomsOf(world, found, held);
  const { groups, cells } = groupsOf(world, demand, roles);
  const pools = new Pools(world, rooms, facilitators, leads);
  const reqs = new Requirements(model, groups, excerpt?.tables ?? world.tables, world.moduleIndex, {
    past,
    noticed,
  });
  for (const [index, pool] of found.entries()) {
    const info = pools.add(pool, index);
    for (const requirement of pool.requirements) reqs.add(requirement, info);
  }
  reqs.link(world.followers);
  for (const session of held) reqs.expect(session);
  const leading = [...roles.keys()].map((role) => postsOf(model, role));
  const last = groups.at(-1);
  const members = last ? last.memberBase + last.heads : 0;
  // Key by key: spread out of the world, each problem had a shape of its own, and nothing is asked as often.
  return {
    model,
    clocks: world.clocks,
    gaps: world.gaps,
    opens: world.opens,
    hosted: (pool) => world.tables.hosted(pool),
    moduleIndex: world.moduleIndex,
    counts: world.counts,
    themeOfDay: world.themeOfDay,
    themes: world.themes,
    firstDay: world.firstDay,
    days: world.days,
    firstMonday: world.firstMonday,
    weeks: world.weeks,
    monthOfDay: world.monthOfDay,
    months: world.months,
    reach: world.reach,
    groups,
    cells,
    rooms,
    facilitators,
    crews: new Crews(),
    pools: pools.list,
    reqs: reqs.list,
    repeatable: reqs.repeatable,
    roleHeads: leading.map(mostOf),
    roleSteps: leading.map(stepsOf),
    hosts: pools.hosts.size,
    meetings: pools.meetings.size,
    members,
    everybody: excerpt?.everybody ?? members,
    places: reqs.places,
    past,
    noticed,
  };
}
