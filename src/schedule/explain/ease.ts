/** One thing that is eased for a try: what of a requirement, its rooms, its leader or its constraints is another. */
import type { Day } from '../../calendar/date.ts';
import type { FacilitatorInfo, Req } from '../problem/problem.ts';

export interface Ease {
  readonly req: Req;
  /** Constraints that are not asked. */
  readonly skip?: readonly string[];
  /** Who would lead, limits of hours apart. */
  readonly leader?: FacilitatorInfo;
  readonly anyRoom?: boolean;
  /** Days to which the start should be as near as can be; the first one is taken where nothing is said. */
  readonly near?: { readonly from: Day; readonly by: Day };
  /** Whether the leader may be asked to work at other times than theirs; the start nearest to them is taken. */
  readonly anyTime?: boolean;
  /** The words for it; where they depend on the start, by it. */
  readonly change: string | ((start: number) => string);
}
