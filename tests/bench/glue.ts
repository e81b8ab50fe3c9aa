/**
 * What glues a firm into one component, and what is left when it is taken away: `npx tsx tests/bench/glue.ts <workspace>…`.
 * For each number of departments: what reaches more of them is taken out (modules placed first, facilitators and rooms
 * shared out), the share of all people-requirements that those modules ask for, and the components of the rest.
 */
import { makeDemand } from '../../src/demand/demand.ts';
import type { Demand } from '../../src/demand/types.ts';
import type { Id, Model } from '../../src/model/model.ts';
import { componentsOf } from '../../src/schedule/problem/components.ts';
import { makeWorld } from '../../src/schedule/problem/world.ts';
import type { ScheduleOptions } from '../../src/schedule/types.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';

const OPTIONS: ScheduleOptions = { seed: 1, effort: 'normal', asOf: '2000-01-01', previous: undefined };

for (const folder of process.argv.slice(2)) {
  const { model } = await loadWorkspace(folder);
  if (!model) throw new Error(`${folder} does not load`);
  const demand = makeDemand(model);
  const reach = reachOf(demand);
  console.log(`${folder}: ${model.departments.size} departments`);
  console.log(
    'reaching at most | modules out | of what is asked | facilitators, rooms shared out | components | largest',
  );
  for (const most of [...new Set(reach.values())].sort((a, b) => b - a)) report(model, demand, reach, most);
}

/** How many departments each module brings together. */
function reachOf({ requirements }: Demand): ReadonlyMap<Id, number> {
  const departments = new Map<Id, Set<Id>>();
  for (const { module, group } of requirements) {
    const own = departments.get(module.id) ?? new Set();
    departments.set(module.id, own.add(group.post.department));
  }
  return new Map([...departments].map(([id, { size }]) => [id, size]));
}

function report(model: Model, demand: Demand, reach: ReadonlyMap<Id, number>, most: number): void {
  const few = (id: Id) => (reach.get(id) ?? 0) <= most;
  const rest = { ...demand, requirements: demand.requirements.filter(({ module }) => few(module.id)) };
  const asked = headsOf(rest) / headsOf(demand);
  for (const shared of [false, true]) {
    const own = <T>(all: ReadonlyMap<Id, T>) => new Map([...all].filter(() => !shared));
    const left = { ...model, facilitators: own(model.facilitators), rooms: own(model.rooms) } as Model;
    const sizes = componentsOf(makeWorld(left), rest, OPTIONS).map((one) => headsOf(one.demand));
    const largest = Math.max(...sizes) / Math.max(1, headsOf(rest));
    const out = [...reach.keys()].filter((id) => !few(id)).length;
    console.log(
      `${most} | ${out} of ${reach.size} | ${percent(1 - asked)} | ${shared ? 'all' : 'none'} | ${sizes.filter((size) => size > 0).length} | ${percent(largest)}`,
    );
  }
}

function headsOf({ requirements }: Demand): number {
  return requirements.reduce((sum, { group }) => sum + group.heads, 0);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
