/**
 * Making room for whoever waits: first without moving what stands as the previous plan had it, then at its cost, as
 * little as can be. Where something broke, or a search with the same means has left them out, those whom the previous
 * plan left out push nobody about.
 */
import type { PlanUnscheduled } from '../model/plan.ts';
import { leftOutBefore } from './before.ts';
import { allMissing } from './construct.ts';
import { Ejection } from './eject.ts';
import type { Homes } from './homes.ts';
import type { Inserter, Unit } from './insert.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/** People without a place, told apart by whether the previous plan had one for them. */
export class Waiting {
  private readonly state: State;
  private readonly isOld: (unit: Unit) => boolean;
  private readonly any: boolean;

  constructor(state: State, unscheduled: readonly PlanUnscheduled[]) {
    this.state = state;
    this.any = unscheduled.length > 0;
    this.isOld = leftOutBefore(unscheduled);
  }

  /** Whom the previous plan left out. */
  old(): Unit[] {
    return this.any ? this.pieces(true) : [];
  }

  /** Everybody else. */
  others(): Unit[] {
    return this.any ? this.pieces(false) : this.all();
  }

  all(): Unit[] {
    return allMissing(this.state, this.state.problem);
  }

  private pieces(old: boolean): Unit[] {
    const out: Unit[] = [];
    for (const { req, first, last } of this.all()) {
      let from = first;
      for (let member = first; member <= last + 1; member++) {
        if (member <= last && this.isOld({ req, first: member, last: member }) === old) continue;
        if (from < member) out.push({ req, first: from, last: member - 1 });
        from = member + 1;
      }
    }
    return out;
  }
}

/**
 * Makes room for as many as it can; tells the moves it took.
 * @param meek whether those whom the previous plan left out push nobody about
 */
export async function makeRoom(
  inserter: Inserter,
  random: Random,
  homes: Homes,
  waiting: Waiting,
  meek: boolean,
  steps: number,
  onStep: () => void | Promise<void>,
): Promise<number> {
  if (waiting.all().length === 0) return 0;
  const ejection = new Ejection(inserter, random, homes);
  const next = (): Unit[] => (meek ? waiting.others() : waiting.all());
  if (!homes.none) await ejection.run(next(), steps, true, onStep);
  await ejection.run(next(), steps, false, onStep);
  ejection.sendHome();
  if (meek) await ejection.run(waiting.old(), steps, true, onStep);
  return ejection.moves;
}
