/** The soft side of a plan: the terms with their weights, as the search asks for them and as they are shown. */

import type { PlanScore } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import type { Problem } from '../problem/problem.ts';
import type { Places } from '../solution/previous-places.ts';
import { type Proposal, type Session, State } from '../solution/state.ts';
import { daysApart } from './terms/days-apart.ts';
import { earlyEnough } from './terms/early-enough.ts';
import { facilitatorFair } from './terms/facilitator-fair.ts';
import { fewRooms } from './terms/few-rooms.ts';
import { TERMS } from './terms/index.ts';
import { moved } from './terms/moved.ts';
import { namedLeader } from './terms/named-leader.ts';
import { overtime } from './terms/overtime.ts';
import { preferredHours } from './terms/preferred-hours.ts';
import { reinforce } from './terms/reinforce.ts';
import { rhythm } from './terms/rhythm.ts';
import { sameFacilitator } from './terms/same-facilitator.ts';
import { spread } from './terms/spread.ts';
import type { Term } from './terms/term.ts';

interface Weighed {
  readonly term: Term;
  readonly weight: number;
  readonly factor: number;
  readonly marginal: Term['marginal'];
}

/** What a term's cost is multiplied by, of those that one change can touch. */
type Factors = Readonly<
  Record<
    | 'spread'
    | 'apart'
    | 'early'
    | 'reinforce'
    | 'rhythm'
    | 'hours'
    | 'overtime'
    | 'fair'
    | 'same'
    | 'named'
    | 'rooms'
    | 'moved',
    number
  >
>;

export class Objective {
  private readonly active: readonly Weighed[];
  private readonly factors: Factors;

  constructor({ model }: Problem) {
    const all = weighedTerms(model);
    this.active = all.filter(
      ({ term, weight }) => weight !== 0 && (term !== overtime || overtime.applies!(model)),
    );
    const of = (term: Term): number => all.find((one) => one.term === term)!.factor;
    this.factors = {
      spread: of(spread),
      apart: of(daysApart),
      early: of(earlyEnough),
      reinforce: of(reinforce),
      rhythm: of(rhythm),
      hours: of(preferredHours),
      overtime: of(overtime),
      fair: of(facilitatorFair),
      same: of(sameFacilitator),
      named: of(namedLeader),
      rooms: of(fewRooms),
      moved: of(moved),
    };
  }

  /** What the soft cost changes by when the session is placed in the state. */
  marginal(state: State, session: Proposal): number {
    let cost = 0;
    for (const { factor, marginal } of this.active) cost += factor * marginal(state, session);
    return cost;
  }

  /**
   * As {@link marginal}, of the terms that a change of one thing can touch. One call each: a call that only ever
   * has one target is compiled in, which a loop over them is not.
   */
  marginalOf(about: 'start' | 'leader' | 'room', state: State, session: Proposal): number {
    const { factors } = this;
    if (about === 'start') {
      return (
        factors.spread * spread.marginal(state, session) +
        factors.apart * daysApart.marginal(state, session) +
        factors.early * earlyEnough.marginal(state, session) +
        factors.reinforce * reinforce.marginal(state, session) +
        factors.rhythm * rhythm.marginal(state, session) +
        factors.hours * preferredHours.marginal(state, session) +
        (session.pool.overtime ? factors.overtime * overtime.marginal(state, session) : 0)
      );
    }
    if (about === 'room') return factors.rooms * fewRooms.marginal(state, session);
    return (
      factors.fair * facilitatorFair.marginal(state, session) +
      factors.same * sameFacilitator.marginal(state, session) +
      factors.named * namedLeader.marginal(state, session)
    );
  }

  /**
   * What the soft cost changes by when a session that is picked up is put down as proposed, with the same people.
   * @param now what its start costs where it stood
   */
  change(state: State, session: Session, to: Proposal, now: number): number {
    let delta = to.start === session.start ? 0 : this.marginalOf('start', state, to) - now;
    if (to.facilitator !== session.facilitator) {
      delta += this.marginalOf('leader', state, to) - this.marginalOf('leader', state, session);
    }
    if (to.room !== session.room) {
      delta += this.marginalOf('room', state, to) - this.marginalOf('room', state, session);
    }
    if (state.before.none) return delta;
    return delta + this.factors.moved * (moved.marginal(state, to) - moved.marginal(state, session));
  }

  /**
   * The whole cost of each term, counted from nothing: whole numbers, so that costs of parts add up exactly.
   * @param before where people stood in the previous plan
   */
  costs(problem: Problem, sessions: readonly Session[], before?: Places): number[] {
    const state = new State(problem, before);
    const costs = TERMS.map((term) => term.base?.(problem) ?? 0);
    for (const session of sessions) {
      TERMS.forEach((term, i) => {
        costs[i]! += term.marginal(state, session);
      });
      state.place(session);
    }
    return costs;
  }

  /** The whole cost as it is shown. @param unplaced people-requirements @param before as {@link costs} */
  score(problem: Problem, sessions: readonly Session[], unplaced: number, before?: Places): PlanScore {
    return scoreOf(problem.model, this.costs(problem, sessions, before), unplaced);
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
    terms: parts
      .filter((_, i) => TERMS[i]!.applies?.(model) ?? true)
      .map((part) => ({
        ...part,
        share: soft === 0 ? 0 : Math.round((1000 * part.weight * part.cost) / soft) / 1000,
      })),
  };
}

function weighedTerms(model: Model): Weighed[] {
  return TERMS.map((term) => {
    const weight = model.policy.weights.get(term.id) ?? term.weight;
    return { term, weight, factor: weight * term.scale, marginal: term.marginal };
  });
}

/** To four decimals: what was counted in minutes, or in their squares, can be told from hours again. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
