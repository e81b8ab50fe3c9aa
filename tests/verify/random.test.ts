/**
 * The search and the second opinion, which was written apart, agree on any firm: `CXPLAN_RUNS=1000 npx vitest run
 * tests/verify/random.test.ts` does more of them, and `FC_SEED` others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../src/demand/demand.ts';
import { memoryOf } from '../../src/demand/memory.ts';
import type { Demand } from '../../src/demand/types.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { parsePlan } from '../../src/plan/read.ts';
import { Improver } from '../../src/schedule/anneal/anneal.ts';
import { construct } from '../../src/schedule/construct/construct.ts';
import { Inserter } from '../../src/schedule/construct/insert.ts';
import { seeded } from '../../src/schedule/construct/random.ts';
import { Objective } from '../../src/schedule/objective/objective.ts';
import { TERMS } from '../../src/schedule/objective/terms/index.ts';
import { componentsOf } from '../../src/schedule/problem/components.ts';
import { makeProblem } from '../../src/schedule/problem/encode.ts';
import { Numbers } from '../../src/schedule/problem/roll-numbers.ts';
import { makeWorld } from '../../src/schedule/problem/world.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import { State } from '../../src/schedule/solution/state.ts';
import { inOrder, placedOf } from '../../src/schedule/solve/result.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { planText } from '../plan/text.ts';
import { plainCosts, plainMoved } from './plain-cost.ts';
import { filesOf, randomEvents } from './random-change.ts';
import { randomFirm } from './random-firm.ts';

const RUNS = Number(process.env.CXPLAN_RUNS ?? 60);
const BEFORE = '2027-02-21';

/** The text of a plan; undefined when the workspace is refused. Fails when a second opinion finds anything. */
async function planned(
  files: ReadonlyMap<string, string>,
  asOf: string,
  previous: Plan | undefined,
): Promise<string | undefined> {
  const { model, inputs, lasting } = await loadSources(files);
  if (!model) return undefined;
  const options = {
    tool: 'cxplan 0.0.0',
    inputs,
    lasting,
    seed: 1,
    effort: 'quick',
    asOf,
    previous,
  } as const;
  const demand = makeDemand(model, memoryOf(model, previous, asOf), asOf);
  const schedule = await makeSchedule(model, demand, options);
  const text = planText(makePlan(model, demand, schedule, options));
  const plan = parsePlan(text);
  expect(verifyPlan(model, plan, previous)).toEqual([]);
  const costs = plainCosts(model, demand, plan, groupsOf(componentsOf(makeWorld(model), demand, options)));
  agree(plan, costs.set('moved', previous ? plainMoved(plan, previous) : 0));
  return text;
}

/** The score is what a plain recount comes to, to the last figure that is shown. */
function agree({ score }: Plan, plain: ReadonlyMap<string, number>): void {
  const told = new Map(score.terms.map(({ id, cost }) => [id, cost]));
  for (const [id, cost] of plain) {
    if (Math.abs(cost - told.get(id)!) > 0.00501) expect({ [id]: told.get(id) }).toEqual({ [id]: cost });
  }
  const all = score.terms.reduce((sum, { weight, cost }) => sum + weight * cost, 0);
  expect(score.soft).toBeCloseTo(all, 1);
}

function groupsOf(parts: readonly { readonly demand: Demand }[]): string[][] {
  return parts.map(({ demand }) => demand.groups.map(({ id }) => id));
}

describe('any firm', () => {
  it('gets a plan that breaks nothing, the same one when planned again, and a sound one when things change', async () => {
    const loaded = { roster: 0, heads: 0 };
    await fc.assert(
      fc.asyncProperty(randomFirm, fc.boolean(), randomEvents, async (text, roster, { asOf, changed }) => {
        const files = filesOf(text, roster);
        const first = await planned(files, BEFORE, undefined);
        fc.pre(first !== undefined);
        loaded[roster ? 'roster' : 'heads']++;
        const previous = parsePlan(first!);
        expect(await planned(files, BEFORE, previous)).toBe(first);
        await planned(filesOf(changed(text), roster), asOf, previous);
      }),
      { numRuns: RUNS },
    );
    // Firms that do not load show nothing.
    expect(Math.min(loaded.roster, loaded.heads)).toBeGreaterThanOrEqual(Math.floor(RUNS / 4));
  }, 3_600_000);
});

/** A firm's year as one part: its state after construction, and what a plain recount says it costs. */
async function constructed(files: ReadonlyMap<string, string>) {
  const { model, inputs } = await loadSources(files);
  if (!model) return undefined;
  const demand = makeDemand(model, undefined, BEFORE);
  const problem = makeProblem(model, demand, Number.NEGATIVE_INFINITY);
  const state = new State(problem);
  const inserter = new Inserter(state, new Objective(problem));
  await construct(inserter, 1, () => {});
  const options = { tool: 'cxplan 0.0.0', inputs, seed: 1, effort: 'quick', asOf: BEFORE } as const;
  const cost = () => {
    const sessions = inOrder(state).map((session) => new Numbers(demand).placed(placedOf(problem, session)));
    const score = { unplaced: 0, soft: 0, terms: [] };
    const schedule = { sessions, unplaced: [], score, moves: 0 };
    const plan = makePlan(model, demand, schedule, { ...options, previous: undefined });
    return weighed(model, plainCosts(model, demand, plan, groupsOf([{ demand }])));
  };
  return { inserter, cost };
}

function weighed({ policy }: Model, costs: ReadonlyMap<string, number>): number {
  const weights = new Map(TERMS.map(({ id, weight }) => [id, policy.weights.get(id) ?? weight]));
  return [...costs].reduce((sum, [id, cost]) => sum + weights.get(id)! * cost, 0);
}

describe('the search', () => {
  it('knows what its moves gain: a recount from nothing falls by as much', async () => {
    await fc.assert(
      fc.asyncProperty(randomFirm, fc.boolean(), fc.nat(), async (text, roster, seed) => {
        const firm = await constructed(filesOf(text, roster));
        fc.pre(firm !== undefined);
        const { inserter, cost } = firm!;
        const before = cost();
        const movable = inOrder(inserter.state).map(({ id }) => id);
        const { gain } = await new Improver(inserter, seeded(seed)).run(movable, 3000, () => {});
        expect(before - cost()).toBeCloseTo(gain, 6);
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);
});
