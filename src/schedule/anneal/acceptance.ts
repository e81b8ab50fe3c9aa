/**
 * Which changes of the plan stay: annealing. A change for the better always does, one for the worse with a
 * chance that falls with its cost and with the moves that are left.
 * Why not late acceptance or record-to-record travel: docs/decisions/acceptance.md.
 */
import type { Random } from '../construct/random.ts';

export interface Acceptance {
  /** Whether a plan that costs `delta` more than now is taken; the move counts either way. */
  readonly takes: (delta: number) => boolean;
  /** A move that is not possible counts too. */
  readonly skip: () => void;
}

/** Changes whose costs are looked at before it is known what is much here. */
const SAMPLE = 64;
/** How much worse is likely to be put up with at the first move and at the last: shares of a usual change. */
const HOT = 0.2;
const COLD = 0.01;

/**
 * The heat is a share of what a change usually costs here (the geometric mean of the first ones), so that neither
 * the size of the weights nor that of the groups decides what is hot. Until one is seen nothing worse is taken.
 * @param budget moves in which it cools down
 */
export function annealing(random: Random, budget: number, hot = HOT, cold = COLD): Acceptance {
  let [move, seen, logs, heat] = [0, 0, 0, 0];
  const next = (): void => {
    if ((++move & 63) === 0 && seen > 0) heat = Math.exp(logs / seen) * hot * (cold / hot) ** (move / budget);
  };
  return {
    takes(delta) {
      next();
      if (seen < SAMPLE && Math.abs(delta) > 1e-9) {
        seen++;
        logs += Math.log(Math.abs(delta));
      }
      return delta <= 1e-9 || random(1 << 24) / (1 << 24) < Math.exp(-delta / heat);
    },
    skip: next,
  };
}
