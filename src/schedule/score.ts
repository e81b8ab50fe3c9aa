/** The soft side of a plan: the terms with their weights, as the search asks for them and as they are shown. */
import type { Model } from '../model/model.ts';
import type { PlanScore } from '../model/plan.ts';
import type { Problem } from './problem.ts';
import { type Proposal, type Session, State } from './state.ts';
import { TERMS } from './terms/index.ts';
import type { About, Term } from './terms/term.ts';

interface Weighed {
  readonly term: Term;
  readonly weight: number;
  readonly factor: number;
}

export class Objective {
  private readonly active: readonly Weighed[];
  private readonly byChange: Readonly<Record<'start' | 'leader' | 'room', readonly Weighed[]>>;

  constructor({ model }: Problem) {
    this.active = weighedTerms(model).filter(({ weight }) => weight !== 0);
    const of = (about: About): Weighed[] => this.active.filter(({ term }) => term.about === about);
    this.byChange = { start: of('start'), leader: of('leader'), room: of('room') };
  }

  /** What the soft cost changes by when the session is placed in the state. */
  marginal(state: State, session: Proposal): number {
    let cost = 0;
    for (const { term, factor } of this.active) cost += factor * term.marginal(state, session);
    return cost;
  }

  /** As {@link marginal}, of the terms that a change of one thing can touch. */
  marginalOf(about: 'start' | 'leader' | 'room', state: State, session: Proposal): number {
    let cost = 0;
    for (const { term, factor } of this.byChange[about]) cost += factor * term.marginal(state, session);
    return cost;
  }

  /** The whole cost of each term, counted from nothing: whole numbers, so that costs of parts add up exactly. */
  costs(problem: Problem, sessions: readonly Session[]): number[] {
    const state = new State(problem);
    const costs = TERMS.map((term) => term.base?.(problem) ?? 0);
    for (const session of sessions) {
      TERMS.forEach((term, i) => {
        costs[i]! += term.marginal(state, session);
      });
      state.place(session);
    }
    return costs;
  }

  /** The whole cost as it is shown. @param unplaced people-requirements */
  score(problem: Problem, sessions: readonly Session[], unplaced: number): PlanScore {
    return scoreOf(problem.model, this.costs(problem, sessions), unplaced);
  }
}

/** Costs of the terms → the score as it is shown. @param unplaced people-requirements */
export function scoreOf(model: Model, costs: readonly number[], unplaced: number): PlanScore {
  const parts = weighedTerms(model).map(({ term, weight }, i) => ({
    id: term.id,
    weight,
    cost: rounded((costs[i] ?? 0) * term.scale),
  }));
  const soft = parts.reduce((sum, { weight, cost }) => sum + weight * cost, 0);
  return {
    unplaced,
    soft: rounded(soft),
    terms: parts.map((part) => ({
      ...part,
      share: soft === 0 ? 0 : Math.round((1000 * part.weight * part.cost) / soft) / 1000,
    })),
  };
}

function weighedTerms(model: Model): Weighed[] {
  return TERMS.map((term) => {
    const weight = model.policy.weights.get(term.id) ?? term.weight;
    return { term, weight, factor: weight * term.scale };
  });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
