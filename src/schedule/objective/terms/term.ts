/** What a soft term is: something a good plan has, as a cost that the search lowers and the report shows. */
import type { Model } from '../../../model/model.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Proposal, State } from '../../solution/state.ts';

export type About = 'start' | 'leader' | 'room' | 'people' | 'all';

export interface Term {
  readonly id: string;
  /** Used where `policy.weights` says nothing. */
  readonly weight: number;
  /** What it asks for, with the unit of its cost. */
  readonly sentence: string;
  /** Costs are counted in whole numbers, so that no order of adding changes them; shown times this. */
  readonly scale: number;
  /** What of a session it looks at, apart from who is in it: the search asks only what a move can change. */
  readonly about: About;
  /** Whether a workspace asks for it at all; it is shown where it does. Left out: always. */
  readonly applies?: (model: Model) => boolean;
  /** Cost of a plan without sessions; 0 where it is left out. */
  readonly base?: (problem: Problem) => number;
  /** What the cost changes by when a session that is not in the state is placed as it is. */
  readonly marginal: (state: State, session: Proposal) => number;
}
