/** What a soft term is: something a good plan has, as a cost that the search lowers and the report shows. */
import type { Problem } from '../problem.ts';
import type { Session, State } from '../state.ts';

export interface Term {
  readonly id: string;
  /** Used where `policy.weights` says nothing. */
  readonly weight: number;
  /** What it asks for, with the unit of its cost. */
  readonly sentence: string;
  /** Costs are counted in whole numbers, so that no order of adding changes them; shown times this. */
  readonly scale: number;
  /** Cost of a plan without sessions; 0 where it is left out. */
  readonly base?: (problem: Problem) => number;
  /** What the cost changes by when a session that is not in the state is placed as it is. */
  readonly marginal: (state: State, session: Session) => number;
}
