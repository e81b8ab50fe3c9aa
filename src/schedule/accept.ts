/**
 * Which changes of the plan stay: annealing. A change for the better always does, one for the worse with a
 * chance that falls with its cost and with the moves that are left.
 *
 * Compared with late acceptance (Burke and Bykov, 2017) on equal budgets, from equal first plans, soft cost as
 * the mean of three seeds (`npx tsx tests/bench/acceptance.ts`):
 *
 * | 50 moves a session       | fernhill | ledgerloop | generated, 1,090 people | tight, 5 rooms |
 * |--------------------------|---------:|-----------:|------------------------:|---------------:|
 * | first plan               |   3122.0 |     1934.2 |                  2181.0 |         9440.5 |
 * | late acceptance, 5000    |   3105.6 |     1913.0 |                  2159.5 |         9439.2 |
 * | late acceptance, 400     |   3020.1 |     1823.1 |                  2075.8 |         9438.4 |
 * | annealing, 3 → 0.03      |   3079.4 |     1841.7 |                  2006.4 |         9440.5 |
 * | annealing, 1 → 0.01      |   2980.1 |     1764.3 |                  1941.2 |         9440.5 |
 * | annealing, 0.3 → 0.003   |   2917.1 |     1727.1 |                  1908.0 |         9440.5 |
 * | annealing, 0.1 → 0.003   |   2901.2 |     1717.0 |                  1892.6 |         9436.7 |
 * | annealing, 0.03 → 0.003  |   2898.4 |     1718.8 |                  1883.9 |         9436.5 |
 *
 * With 300 moves a session 0.1 → 0.003 comes to 2865.6, 1641.4 and 1796.6, and 0.03 → 0.003 no longer leads.
 */
import type { Random } from './random.ts';

export interface Acceptance {
  /** Whether a plan that costs `delta` more than now is taken; the move counts either way. */
  readonly takes: (delta: number) => boolean;
  /** A move that is not possible counts too. */
  readonly skip: () => void;
}

/** Soft cost that is likely to be put up with, at the first move and at the last. */
const HOT = 0.1;
const COLD = 0.003;

/** @param budget moves in which it cools down */
export function annealing(random: Random, budget: number, hot = HOT, cold = COLD): Acceptance {
  let move = 0;
  let heat = hot;
  const next = (): void => {
    if ((++move & 255) === 0) heat = hot * (cold / hot) ** (move / budget);
  };
  return {
    takes(delta) {
      next();
      return delta <= 1e-9 || random(1 << 24) / (1 << 24) < Math.exp(-delta / heat);
    },
    skip: next,
  };
}
