/** What takes starts away, counted: by constraint, and for facilitators, rooms, sites and departments by name. */
import { facilitatorHours } from '../constraints/facilitator-hours.ts';
import { facilitatorOnce, learns } from '../constraints/facilitator-once.ts';
import { CONSTRAINTS } from '../constraints/index.ts';
import { prerequisite } from '../constraints/prerequisite.ts';
import type { FacilitatorInfo } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import type { Cause, Reason } from '../types.ts';
import { causeOf, leaderText } from './leaders.ts';

/** Who or what refused, how often, and (of who leads) why. */
interface Refusal {
  readonly name: string;
  readonly one?: FacilitatorInfo;
  cause: Cause | undefined;
  times: number;
}

/** Counts for one case. */
export class Counts {
  private readonly byRule = new Map<string, number>();
  private readonly byName = new Map<string, Map<string, Refusal>>();

  add(rule: string): void {
    this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + 1);
  }

  /** A cause is told where it is that of all its refusals. */
  name(rule: string, name: string, cause?: Cause): void {
    const names = this.namesOf(rule);
    const named = names.get(name);
    if (!named) names.set(name, { name, cause, times: 1 });
    else {
      named.times++;
      if (named.cause !== cause) named.cause = undefined;
    }
  }

  /**
   * Of what keeps a facilitator, what they could do most easily: hours used up, then away, then times at which
   * they are not at work, which are many.
   */
  leader(rule: string, one: FacilitatorInfo, draft: Draft): void {
    const { start, end } = draft;
    const names = this.namesOf(rule);
    const { id, name } = one.facilitator;
    let named = names.get(id);
    if (!named) {
      named = { name, one, cause: undefined, times: 0 };
      names.set(id, named);
    }
    named.times++;
    if (rule === facilitatorOnce.id && learns(draft, one)) named.cause = 'learns';
    if (rule !== facilitatorHours.id || named.cause === 'used-up') return;
    const cause = causeOf(one, start, end);
    if (named.cause === undefined || cause !== 'off-duty') {
      if (named.cause !== 'away' || cause === 'used-up') named.cause = cause;
    }
  }

  private namesOf(rule: string): Map<string, Refusal> {
    let names = this.byName.get(rule);
    if (!names) {
      names = new Map();
      this.byName.set(rule, names);
    }
    return names;
  }

  /** Most excluded first; of equal ones what waits for something else last, the others in the order of the constraints. */
  reasons(of: number, detail: (rule: string) => string | undefined): Reason[] {
    const found = CONSTRAINTS.filter(({ id }) => this.byRule.has(id)).map(({ id }) => {
      const tightest = this.tightest(id);
      const named = (tightest && wordsOf(tightest)) ?? detail(id);
      const reason = { constraint: id, excluded: this.byRule.get(id)!, of };
      if (named === undefined) return reason;
      return { ...reason, detail: named, ...(tightest?.cause && { cause: tightest.cause }) };
    });
    const waits = ({ constraint }: Reason): number => (constraint === prerequisite.id ? 1 : 0);
    return found.sort((a, b) => b.excluded - a.excluded || waits(a) - waits(b));
  }

  private tightest(rule: string): Refusal | undefined {
    const names = [...(this.byName.get(rule) ?? [])];
    return names.sort(([a, n], [b, m]) => m.times - n.times || (a < b ? -1 : 1))[0]?.[1];
  }
}

function wordsOf({ name, one, cause }: Refusal): string {
  return one ? leaderText(one, cause) : name;
}
