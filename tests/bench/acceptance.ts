/**
 * Which changes the search should take: late acceptance (Burke and Bykov, 2017) and record-to-record travel (Dueck,
 * 1993) beside annealing, with the same tries a session on the same first plans. `npx tsx tests/bench/acceptance.ts 50`
 * gives soft cost before, after each of them, and seconds of processor time. The figures that decided stand in
 * src/schedule/accept.ts.
 */
import { makeDemand } from '../../src/demand/demand.ts';
import type { Model } from '../../src/model/model.ts';
import { type Acceptance, annealing } from '../../src/schedule/anneal/acceptance.ts';
import { Improver } from '../../src/schedule/anneal/anneal.ts';
import { construct } from '../../src/schedule/construct/construct.ts';
import { Inserter } from '../../src/schedule/construct/insert.ts';
import { type Random, seeded } from '../../src/schedule/construct/random.ts';
import { Objective } from '../../src/schedule/objective/objective.ts';
import { makeProblem } from '../../src/schedule/problem/encode.ts';
import { State } from '../../src/schedule/solution/state.ts';
import { inOrder } from '../../src/schedule/solve/result.ts';
import { loadSources, loadWorkspace } from '../../src/workspace/load.ts';
import { firmText, tightText } from './firm.ts';

const SEEDS = [1, 2, 3];
const SCHEMES: Readonly<Record<string, (random: Random, budget: number) => Acceptance>> = {
  'late 400': () => lateAcceptance(400),
  'late 5000': () => lateAcceptance(5000),
  'record-to-record 30': (_random, budget) => recordToRecord(budget, 30),
  'record-to-record 3': (_random, budget) => recordToRecord(budget, 3),
  'annealing 2 → 0.01': (random, budget) => annealing(random, budget, 2, 0.01),
  'annealing 0.5 → 0.01': (random, budget) => annealing(random, budget, 0.5, 0.01),
  'annealing 0.2 → 0.01': (random, budget) => annealing(random, budget, 0.2, 0.01),
  'annealing 0.2 → 0.003': (random, budget) => annealing(random, budget, 0.2, 0.003),
  'annealing 0.05 → 0.01': (random, budget) => annealing(random, budget, 0.05, 0.01),
};

async function compare(name: string, model: Model | undefined, tries: number): Promise<void> {
  if (!model) throw new Error(`${name} does not load`);
  const demand = makeDemand(model);
  for (const [scheme, make] of Object.entries(SCHEMES)) {
    const costs = { before: 0, after: 0, seconds: 0 };
    for (const seed of SEEDS) {
      const problem = makeProblem(model, demand, Number.NEGATIVE_INFINITY);
      const objective = new Objective(problem);
      const inserter = new Inserter(new State(problem), objective);
      const { state } = inserter;
      await construct(inserter, seed, () => {});
      costs.before += objective.score(problem, inOrder(state), 0).soft;
      const movable = state.sessions.flatMap((session) => (session ? [session.id] : []));
      const budget = tries * movable.length;
      const random = seeded(seed);
      const begin = process.cpuUsage();
      await new Improver(inserter, random, () => make(random, budget)).run(movable, budget, () => {});
      costs.seconds += process.cpuUsage(begin).user / 1e6;
      costs.after += objective.score(problem, inOrder(state), 0).soft;
    }
    const mean = (value: number): string => (value / SEEDS.length).toFixed(1);
    console.log(
      [name, scheme, mean(costs.before), mean(costs.after), `${mean(costs.seconds)} s`].join(' | '),
    );
  }
}

const tries = Number(process.argv[2] ?? 100);
for (const name of ['fernhill', 'ledgerloop']) {
  await compare(name, (await loadWorkspace(`examples/${name}`)).model, tries);
}
for (const [name, text] of [
  ['generated, 1,090 people', firmText({ people: 1090 })],
  ['tight, 5 rooms', tightText(5)],
] as const) {
  await compare(name, (await loadSources(new Map([['cxplan.yaml', text]]))).model, tries);
}

/** Changes stay when they are no worse than now, or than the cost some moves ago. */
function lateAcceptance(length: number): Acceptance {
  const history = new Float64Array(length);
  let cost = 0;
  let slot = 0;
  const next = (): void => {
    if (cost < history[slot]!) history[slot] = cost;
    slot = slot + 1 === length ? 0 : slot + 1;
  };
  return {
    takes(delta) {
      const stays = delta <= 1e-9 || cost + delta <= history[slot]!;
      if (stays) cost += delta;
      next();
      return stays;
    },
    skip: next,
  };
}

/** Changes stay when the plan costs at most so much more than the best one so far: less and less, at last nothing. */
function recordToRecord(budget: number, deviation: number): Acceptance {
  let [cost, best, move] = [0, 0, 0];
  return {
    takes(delta) {
      move++;
      const stays = delta <= 1e-9 || cost + delta <= best + deviation * (1 - move / budget);
      if (stays) cost += delta;
      if (cost < best) best = cost;
      return stays;
    },
    skip: () => {
      move++;
    },
  };
}
