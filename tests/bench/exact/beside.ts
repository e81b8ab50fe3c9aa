/** Small years planned by cxplan and solved exactly; both plans are judged by the same plain evaluation. */
import { makePlan } from '../../../src/plan/plan.ts';
import { makeSchedule } from '../../../src/schedule/schedule.ts';
import type { PlacedSession, Schedule } from '../../../src/schedule/types.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { type Held, type Instance, placedHeads, softCost } from './cost.ts';
import { bestPlan } from './milp.ts';
import { smallYear } from './small.ts';

export interface Beside {
  readonly year: string;
  /** A session for each group and module. */
  readonly sessions: number;
  readonly asked: number;
  readonly placed: number;
  /** No plan places more; undefined when that was not proved in time. */
  readonly mostPlaced: number | undefined;
  readonly soft: number;
  /** What the best plan costs that the exact model found in its time. */
  readonly found: number | undefined;
  /** No plan that places most costs less. */
  readonly least: number | undefined;
  /** Ours to the least, where ours places as many. */
  readonly ratio: number | undefined;
  /** Whether no time was missing: the least is what was found but for the gap. */
  readonly proved: boolean;
  /** What the planner itself says its plan costs: must be the plain evaluation's figure. */
  readonly told: number;
  /** What the second opinion finds in the exact plan, apart from those it leaves out: nothing. */
  readonly broken: number | undefined;
  readonly secondsExact: number;
}

/**
 * Year number `n` of those with 4 to 16 sessions, or of those with somewhat less than `most`.
 * @param seconds for each question to the exact model
 * @param gap what the exact model leaves open, as a share of our soft cost
 */
export async function besideOne(n: number, seconds: number, most?: number, gap = GAP): Promise<Beside> {
  const instance = await smallYear(n, most);
  const { requirements } = instance.demand;
  const schedule = await makeSchedule(instance.model, instance.demand, OPTIONS);
  const ours = schedule.sessions.map((session) => heldOf(instance, session));
  const [soft, placed] = [softCost(instance, ours), placedHeads(ours)];
  const begin = performance.now();
  const { mostPlaced, held, proved, least } = await bestPlan(instance, ours, gap * soft, seconds);
  const found = held && softCost(instance, held);
  return {
    year: `${n}${most === undefined ? '' : ` to ${most}`}`,
    sessions: requirements.length,
    asked: requirements.reduce((sum, { group }) => sum + group.heads, 0),
    placed,
    mostPlaced,
    soft,
    found,
    least,
    ratio: least !== undefined && placed === mostPlaced ? soft / least : undefined,
    proved,
    told: schedule.score.soft,
    broken: held && broken(instance, schedule, held),
    secondsExact: (performance.now() - begin) / 1000,
  };
}

export const OPTIONS = { seed: 1, effort: 'normal', asOf: '2027-01-01', previous: undefined } as const;
/** The optimum is proved up to so much of our soft cost, where the exact model has the time. */
const GAP = 0.002;
/** What follows from an exact plan's not being the planner's own: its score and its missing ones. */
const HEADING = ['score', 'unscheduled', 'complete', 'document'];

/** The exact plan, judged by the verifier. */
function broken({ model, demand }: Instance, schedule: Schedule, best: readonly Held[]): number {
  const sessions = best.map(({ seats, start, facilitator, room }): PlacedSession => {
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

function heldOf({ demand }: Instance, { module, occurrence, attendees, ...placed }: PlacedSession): Held {
  const seats = attendees.map(({ group, first, last }) => {
    const requirement = demand.requirements.find(
      (one) => one.module.id === module && one.occurrence === occurrence && one.group.id === group,
    )!;
    return { requirement, first, last };
  });
  return { seats, start: placed.start, facilitator: placed.facilitator, room: placed.room };
}
