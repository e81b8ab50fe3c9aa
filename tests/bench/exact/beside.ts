/** Small years planned by cxplan and solved exactly; both plans are judged by the same plain evaluation. */
import { makeDemand } from '../../../src/demand/demand.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { makeSchedule } from '../../../src/schedule/schedule.ts';
import type { Placed, Schedule } from '../../../src/schedule/types.ts';
import { verifyPlan } from '../../../src/schedule/verify/verify.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import { type Held, type Instance, placedHeads, softCost } from './cost.ts';
import { bestPlan } from './milp.ts';
import { smallText } from './small.ts';

export interface Beside {
  readonly instance: number;
  readonly requirements: number;
  readonly sessions: number;
  readonly asked: number;
  readonly placed: number;
  readonly mostPlaced: number;
  readonly soft: number;
  readonly leastSoft: number;
  readonly ratio: number;
  /** What the planner itself says its plan costs: must be the plain evaluation's figure. */
  readonly told: number;
  /** What the second opinion finds in the exact plan, apart from those it leaves out: nothing. */
  readonly broken: number;
  readonly secondsExact: number;
}

/** The first `count` small years, without those whose optimum is not proved in time. */
export async function beside(count: number, seconds: number): Promise<Beside[]> {
  const rows: Beside[] = [];
  for (let n = 0; n < count; n++) rows.push(...((await besideOne(n, seconds)) ?? []));
  return rows;
}

/** @returns one row, or undefined when the optimum was not proved within `seconds` */
export async function besideOne(n: number, seconds: number): Promise<[Beside] | undefined> {
  const { model, diagnostics } = await loadSources(new Map([['cxplan.yaml', smallText(n)]]));
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const instance: Instance = { model, demand: makeDemand(model) };
  const schedule = await makeSchedule(model, instance.demand, OPTIONS);
  const ours = schedule.sessions.map((session) => heldOf(instance, session));
  const soft = softCost(instance, ours);
  const begin = performance.now();
  const best = await bestPlan(instance, schedule.score.unplaced === 0, GAP * soft, seconds);
  if (!best) return undefined;
  const leastSoft = softCost(instance, best);
  const row = {
    instance: n,
    requirements: instance.demand.requirements.length,
    sessions: best.length,
    asked: instance.demand.requirements.reduce((sum, { group }) => sum + group.heads, 0),
    placed: placedHeads(ours),
    mostPlaced: placedHeads(best),
    soft,
    leastSoft,
    ratio: soft / leastSoft,
    told: schedule.score.soft,
    broken: broken(instance, schedule, best),
    secondsExact: (performance.now() - begin) / 1000,
  };
  return [row];
}

const OPTIONS = { seed: 1, effort: 'normal', asOf: '2027-01-01', previous: undefined } as const;
/** The optimum is proved up to so much of our soft cost. */
export const GAP = 0.002;
/** What follows from an exact plan's not being the planner's own: its score and its missing ones. */
const HEADING = ['score', 'unscheduled', 'complete', 'document'];

/** The exact plan, judged by the verifier. */
function broken({ model, demand }: Instance, schedule: Schedule, best: readonly Held[]): number {
  const sessions = best.map(({ seats, start, facilitator, room }): Placed => {
    const { module, occurrence } = seats[0]!.requirement;
    const attendees = seats.map(({ requirement, first, last }) => ({
      group: requirement.group.id,
      first,
      last,
    }));
    return {
      module: module.id,
      occurrence,
      attendees: attendees.sort((a, b) => (a.group < b.group ? -1 : 1)),
      start,
      minutes: module.minutes,
      zone: 'UTC',
      site: 'main',
      room,
      facilitator,
      moved: [],
    };
  });
  const plan = makePlan(
    model,
    demand,
    { ...schedule, sessions },
    { ...OPTIONS, tool: 'exact', inputs: 'sha256:0' },
  );
  return verifyPlan(model, plan).filter(({ constraint }) => !HEADING.includes(constraint)).length;
}

function heldOf({ demand }: Instance, { module, occurrence, attendees, ...placed }: Placed): Held {
  const seats = attendees.map(({ group, first, last }) => {
    const requirement = demand.requirements.find(
      (one) => one.module.id === module && one.occurrence === occurrence && one.group.id === group,
    )!;
    return { requirement, first, last };
  });
  return { seats, start: placed.start, facilitator: placed.facilitator, room: placed.room };
}
