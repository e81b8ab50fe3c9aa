/** What is told to do for people without a place really gives them one: the second opinion objects to nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pool, poolsOf } from '../../src/demand/cohorts.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Demand } from '../../src/demand/types.ts';
import type { Model } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { CONSTRAINTS } from '../../src/schedule/constraints/index.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import type { PlacedSession, Schedule, Unplaced } from '../../src/schedule/types.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { wall } from './firm.ts';
import { filesOf } from './random-change.ts';
import { randomFirm } from './random-firm.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 25);
/** People looked at in each firm. */
const FEW = 4;
const HARD = new Set(CONSTRAINTS.map(({ id }) => id));

/** What a change sets aside, by its words. */
const EASED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^`(?:maxAway|minOnShift)` /, ['floor']],
  [
    /^one more person who can lead/,
    ['facilitator-able', 'facilitator-once', 'facilitator-hours', 'language'],
  ],
  [/^one more room /, ['room-fits', 'room-once']],
  [/^a second leader /, ['leader-once']],
  [/^one more place at the host/, ['host-places']],
  [/^a higher minutesPerWeek /, ['load']],
  [/^a higher overtimeMinutesPerWeek /, ['overtime-limit']],
  [/^busy times of /, ['not-closed']],
  [/^a longer window/, ['in-window']],
  [/^another (?:day|date|start) /, ['in-window']],
  [/^a (?:further )?meeting of /, ['meeting-slot']],
  // It joins a session that stands in the meeting.
  [/^`seats` /, ['meeting-slot', 'room-fits', 'facilitator-once']],
  [/ open on /, ['not-closed']],
  // What is left is about the time of somebody who leads.
  [/./, ['facilitator-hours']],
];

const easedBy = (change: string) =>
  change.split('; and ').flatMap((one) => EASED.find(([words]) => words.test(one))![1]);

/** A session for the first of those without a place, in the plan's numbers, at a start. */
function added({ zone, site }: Pool, { requirement, first }: Unplaced, start: string): PlacedSession {
  const { module, occurrence, group } = requirement;
  return {
    module: module.id,
    occurrence,
    attendees: [{ group: group.roll, first, last: first }],
    start: wall(start),
    minutes: module.minutes,
    zone,
    site,
    room: undefined,
    facilitator: undefined,
    moved: [],
  };
}

/** Everybody with all who could lead beside them. */
function crews(some: readonly string[], all: readonly string[], size: number): string[][] {
  if (some.length >= size) return [[...some]];
  return all.filter((one) => !some.includes(one)).flatMap((one) => crews([...some, one], all, size));
}

/** Whoever may lead and wherever it may be held, as far as the change says nothing about it. */
function* choices(model: Model, { module, site }: Pool, change: string, eased: readonly string[]) {
  const led = ['trainer', 'champion', 'external'].includes(module.led);
  const named = [...model.facilitators.values()].filter(
    ({ id, kind, name }) =>
      (module.facilitators?.includes(id) ?? kind === module.led) &&
      (!eased.includes('facilitator-hours') || change.includes(name)),
  );
  const all = [...model.facilitators.keys()];
  const leaders =
    !led || eased.includes('facilitator-able')
      ? [[]]
      : named.flatMap(({ id }) => crews([id], all, module.leaders));
  const own = [...model.rooms.values()].filter((room) => room.sites.includes(site)).map(({ id }) => id);
  const rooms = module.room.kind === 'none' || eased.includes('room-fits') ? [undefined] : own;
  for (const [facilitator, ...others] of leaders) {
    const coFacilitators = others.length > 0 ? others : undefined;
    for (const room of rooms) yield { facilitator, coFacilitators, room };
  }
}

/** Constraints that the plan with one session more breaks, beyond those that are eased; fewest of all choices. */
function broken(model: Model, demand: Demand, schedule: Schedule, pool: Pool, one: Unplaced, index: number) {
  const { change, start } = one.relaxations[index]!;
  const eased = easedBy(change);
  let fewest: string[] | undefined;
  for (const choice of choices(model, pool, change, eased)) {
    const sessions = [...schedule.sessions, { ...added(pool, one, start), ...choice }];
    const options = {
      tool: 'test',
      inputs: 'sha256:0',
      seed: 1,
      effort: 'quick',
      asOf: '2027-02-21',
    } as const;
    const plan = makePlan(model, demand, { ...schedule, sessions }, { ...options, previous: undefined });
    const found = verifyPlan(model, plan)
      .filter(({ constraint }) => HARD.has(constraint) && !eased.includes(constraint))
      .map(({ message }) => message);
    if (found.length === 0) return [];
    if (!fewest || found.length < fewest.length) fewest = found;
  }
  return fewest ?? ['nobody and nowhere'];
}

describe('a remedy', () => {
  it('gives the person a place: with what it eases set aside, nothing is broken', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(randomFirm, fc.boolean(), async (text, roster) => {
        const { model } = await loadSources(filesOf(text, roster));
        fc.pre(model !== undefined);
        const options = { seed: 1, effort: 'quick', asOf: '2027-02-21', previous: undefined } as const;
        const demand = makeDemand(model!, undefined, options.asOf);
        const schedule = await makeSchedule(model!, demand, options);
        const pools = poolsOf(model!, demand);
        for (const one of schedule.unplaced
          .filter(({ relaxations }) => relaxations.length > 0)
          .slice(0, FEW)) {
          const pool = pools.find(({ requirements }) => requirements.includes(one.requirement))!;
          for (const [index, { change, start }] of one.relaxations.entries()) {
            tried++;
            const faults = broken(model!, demand, schedule, pool, one, index);
            expect({ change, start, faults }).toEqual({ change, start, faults: [] });
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(tried).toBeGreaterThan(RUNS / 4);
  }, 3_600_000);
});
