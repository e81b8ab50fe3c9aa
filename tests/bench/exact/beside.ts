/** Small years planned by cxplan and solved exactly; both plans are judged by the same plain evaluation. */
import { makeDemand } from '../../../src/demand/demand.ts';
import type { Placed } from '../../../src/schedule/types.ts';
import { makeSchedule } from '../../../src/schedule/schedule.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import { type Held, type Instance, placedHeads, softCost } from './cost.ts';
import { bestPlan } from './milp.ts';
import { smallText } from './small.ts';

export interface Beside {
  readonly instance: number;
  readonly sessions: number;
  readonly asked: number;
  readonly placed: number;
  readonly mostPlaced: number;
  readonly soft: number;
  readonly leastSoft: number;
  readonly ratio: number;
  /** What the planner itself says its plan costs: must be the plain evaluation's figure. */
  readonly told: number;
  readonly secondsExact: number;
}

/** The first `count` small years. */
export async function beside(count: number): Promise<Beside[]> {
  const rows: Beside[] = [];
  for (let n = 0; n < count; n++) rows.push(await besideOne(n));
  return rows;
}

export async function besideOne(n: number): Promise<Beside> {
  const { model, diagnostics } = await loadSources(new Map([['cxplan.yaml', smallText(n)]]));
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const instance: Instance = { model, demand: makeDemand(model) };
  const schedule = await makeSchedule(model, instance.demand, {
    seed: 1,
    effort: 'normal',
    asOf: '2027-01-01',
    previous: undefined,
  });
  const ours = schedule.sessions.map((session) => heldOf(instance, session));
  const begin = performance.now();
  const best = await bestPlan(instance);
  const [soft, leastSoft] = [softCost(ours), softCost(best)];
  return {
    instance: n,
    sessions: best.length,
    asked: instance.demand.requirements.reduce((sum, { group }) => sum + group.heads, 0),
    placed: placedHeads(ours),
    mostPlaced: placedHeads(best),
    soft,
    leastSoft,
    ratio: soft / leastSoft,
    told: schedule.score.soft,
    secondsExact: (performance.now() - begin) / 1000,
  };
}

function heldOf({ demand }: Instance, { module, occurrence, attendees, start, facilitator }: Placed): Held {
  const requirement = demand.requirements.find(
    (one) => one.module.id === module && one.occurrence === occurrence && one.group.id === attendees[0]!.group,
  )!;
  const { first, last } = attendees[0]!;
  if (attendees.length > 1 || last - first + 1 < requirement.group.heads) throw new Error('a group was split');
  return { requirement, start, facilitator: facilitator! };
}

