/**
 * Which changes of the plan stay: annealing. A change for the better always does, one for the worse with a
 * chance that falls with its cost and with the moves that are left.
 *
 * Compared with late acceptance (Burke and Bykov, 2017) and record-to-record travel (Dueck, 1993) on equal budgets,
 * from equal first plans, soft cost as the mean of three seeds (`npx tsx tests/bench/acceptance.ts 50`; measured
 * before `spread` counted the hours of all together, which raises every figure):
 *
 * | 50 moves a session       | fernhill | ledgerloop | generated, 1,090 people | tight, 5 rooms |
 * |--------------------------|---------:|-----------:|------------------------:|---------------:|
 * | first plan               |   3122.0 |     1934.2 |                  2181.0 |         9440.5 |
 * | late acceptance, 5000    |   3102.7 |     1909.5 |                  2151.5 |         9439.2 |
 * | late acceptance, 400     |   2999.2 |     1801.2 |                  2032.9 |         9437.8 |
 * | record-to-record, 30     |   3102.1 |     1905.6 |                  2116.1 |         9440.5 |
 * | record-to-record, 3      |   2969.6 |     1766.8 |                  1917.1 |         9440.5 |
 * | annealing, 2 → 0.01      |   2890.2 |     1693.0 |                  1842.9 |         9440.4 |
 * | annealing, 0.5 → 0.01    |   2877.2 |     1677.0 |                  1831.1 |         9440.4 |
 * | annealing, 0.2 → 0.01    |   2876.8 |     1677.2 |                  1833.5 |         9440.4 |
 * | annealing, 0.2 → 0.003   |   2872.3 |     1677.8 |                  1831.8 |         9440.4 |
 * | annealing, 0.05 → 0.01   |   2877.8 |     1676.9 |                  1839.9 |         9435.4 |
 *
 * With 300 moves a session 0.2 → 0.01 comes to 2844.3, 1611.4 and 1728.1, and its neighbours differ by less than
 * seeds do. On small years beside their exact optimum (`npm run bench -- exact`) colder ends get stuck.
 */
import type { Random } from './random.ts';

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
