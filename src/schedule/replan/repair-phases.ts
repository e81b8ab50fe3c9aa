/**
 * Making room for whoever waits: first without moving what stands as the previous plan had it, then at its cost, as
 * little as can be. Those whom the previous plan left out push nobody about when a search with the same means has left
 * them out; where something broke, they do so last, and only if that gives as many people a place as sessions move.
 */
import type { PlanUnscheduled } from '../../model/made/plan.ts';
import { allMissing } from '../construct/construct.ts';
import type { Inserter, Unit } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import { Ejection } from '../ejection/ejection-chain.ts';
import type { Homes } from '../ejection/kept-places.ts';
import { held, restore } from '../solution/snapshot.ts';
import type { State } from '../solution/state.ts';
import { leftOutBefore } from './previous-sessions.ts';

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

  /** Those who may push others about for a place. */
  pushing(since: Aftermath): Unit[] {
    return isMeek(since) ? this.others() : this.all();
  }

  /** Not those who may have their old time only: nobody else moves for it either. */
  all(): Unit[] {
    const missing = allMissing(this.state, this.state.problem);
    const { before } = this.state;
    return before.bound ? missing.filter(({ req, first }) => !before.of(req, first)?.bound) : missing;
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

/** What became of the previous plan. */
export interface Aftermath {
  /** Whether something of it could not stay: its people are looked after first then. */
  readonly broken: boolean;
  /** Whether a search has left people out with the means of now: they push nobody about. */
  readonly tried: boolean;
}

/** Whether those whom the previous plan left out wait for the others. */
function isMeek({ broken, tried }: Aftermath): boolean {
  return broken || tried;
}

/** Makes room for as many as it can; tells the moves it took. */
export async function makeRoom(
  inserter: Inserter,
  random: Random,
  homes: Homes,
  waiting: Waiting,
  since: Aftermath,
  steps: number,
  onStep: () => void | Promise<void>,
): Promise<number> {
  if (waiting.all().length === 0) return 0;
  const ejection = new Ejection(inserter, random, homes);
  const { tried } = since;
  const meek = isMeek(since);
  if (!homes.none) await ejection.run(waiting.pushing(since), steps, true, onStep);
  await ejection.run(waiting.pushing(since), steps, false, onStep);
  ejection.sendHome();
  if (meek) await ejection.run(waiting.old(), steps, true, onStep);
  if (!tried && meek) {
    await ifWorthIt(inserter.state, homes, async () => {
      await ejection.run(waiting.old(), steps, false, onStep);
      ejection.sendHome();
    });
  }
  return ejection.moves;
}

/** Takes a search back that moved more sessions of the previous plan than it found places for people. */
async function ifWorthIt(state: State, homes: Homes, search: () => Promise<void>): Promise<void> {
  const [before, placed, left] = [held(state), state.placedHeads, homes.left().length];
  await search();
  if (state.placedHeads - placed < homes.left().length - left) restore(state, before);
}
