/** Search and report speak of one cost, and every constraint and term is where people look for it. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { Improver } from '../../../src/schedule/anneal/anneal.ts';
import { CONSTRAINTS } from '../../../src/schedule/constraints/index.ts';
import { construct } from '../../../src/schedule/construct/construct.ts';
import { Inserter } from '../../../src/schedule/construct/insert.ts';
import { seeded } from '../../../src/schedule/construct/random.ts';
import { Objective } from '../../../src/schedule/objective/objective.ts';
import { TERMS } from '../../../src/schedule/objective/terms/index.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import { State } from '../../../src/schedule/solution/state.ts';
import { inOrder } from '../../../src/schedule/solve/result.ts';
import { smallText } from '../../bench/exact/small.ts';
import { firmText } from '../../bench/firm.ts';
import { firm, planned } from '../helpers.ts';
import { stoodBefore } from '../moves/states.ts';

const filesOf = (folder: string, ...apart: readonly string[]) =>
  readdirSync(`src/schedule/${folder}`)
    .map((name) => name.replace('.ts', ''))
    .filter((name) => name !== 'index' && !apart.includes(name))
    .sort();

describe('registers', () => {
  it('every constraint is one file of its name, with sentence, why and reason', () => {
    expect(CONSTRAINTS.map(({ id }) => id).sort()).toEqual(
      filesOf('constraints', 'constraint', 'precedence'),
    );
    for (const { sentence, why, reason } of CONSTRAINTS) {
      expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
      expect(why).toMatch(/^[A-Z].{20,}\.$/);
      expect(reason('Ann').length).toBeGreaterThan(10);
    }
  });

  it('every term is one file of its name, with a sentence and a weight', () => {
    expect(TERMS.map(({ id }) => id).sort()).toEqual(filesOf('objective/terms', 'term'));
    for (const { sentence, weight } of TERMS) {
      expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
      expect(weight).toBeGreaterThan(0);
    }
  });
});

describe('the soft cost', () => {
  it.each([
    ['a new plan', 0],
    ['a plan of which half stood before', 2],
  ])(
    'of %s falls by exactly what the search says it gained',
    async (_what, every) => {
      const model = await firm(firmText({ people: 1090 }));
      const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
      const state = new State(problem);
      const objective = new Objective(problem);
      const inserter = new Inserter(state, objective);
      await construct(inserter, 1, () => {});
      for (const session of inOrder(state)) if (session.id % every === 1) stoodBefore(state, session);
      const before = objective.score(problem, inOrder(state), 0, state.before).soft;
      const movable = state.sessions.flatMap((session) => (session ? [session.id] : []));
      const { gain } = await new Improver(inserter, seeded(1)).run(movable, 5000, () => {});
      const after = objective.score(problem, inOrder(state), 0, state.before).soft;
      expect(gain).toBeGreaterThan(1);
      expect(before - after).toBeCloseTo(gain, 0);
      expect(Math.abs(before - after - gain)).toBeLessThan(0.05);
    },
    60_000,
  );

  it('asks each change for the terms that it can touch, and for all of those', async () => {
    const model = await firm(firmText({ people: 1090 }));
    const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
    const state = new State(problem);
    const objective = new Objective(problem);
    await construct(new Inserter(state, objective), 1, () => {});
    for (const session of inOrder(state).slice(0, 500)) {
      state.lift(session);
      for (const about of ['start', 'leader', 'room'] as const) {
        const terms = TERMS.filter((term) => term.about === about);
        const sum = terms.reduce(
          (cost, { weight, scale, marginal }) => cost + weight * scale * marginal(state, session),
          0,
        );
        expect(objective.marginalOf(about, state, session)).toBeCloseTo(sum, 9);
      }
      state.place(session);
    }
  });

  it('adds up: the terms with their weights are the whole, and their shares one', async () => {
    const model = await firm(firmText({ people: 1090 }));
    const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
    const state = new State(problem);
    const objective = new Objective(problem);
    await construct(new Inserter(state, objective), 1, () => {});
    const { soft, terms } = objective.score(problem, inOrder(state), 0);
    expect(terms.reduce((sum, { weight, cost }) => sum + weight * cost, 0)).toBeCloseTo(soft, 1);
    expect(terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 1);
  });

  it('is what its weights are to each other: 64 times all of them gives the same plan', async () => {
    const times = async (factor: number) => {
      const weights = TERMS.map(({ id, weight }) => `${id}: ${weight * factor}`).join(', ');
      const { schedule } = await planned(
        await firm(smallText(4).replace('weights: {', `weights: { ${weights}`)),
      );
      return schedule;
    };
    // A power of two: sums are rounded alike, so that equal ones stay equal.
    const [one, many] = [await times(1), await times(64)];
    expect(many.sessions).toEqual(one.sessions);
    expect(many.score.soft).toBeCloseTo(64 * one.score.soft, -1);
  });
});
