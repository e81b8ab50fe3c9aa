/**
 * Which changes of the plan stay: annealing. A change for the better always does, one for the worse with a
 * chance that falls with its cost and with the moves that are left.
 *
 * Compared with late acceptance (Burke and Bykov, 2017) and record-to-record travel (Dueck, 1993) on equal budgets,
 * from equal first plans, soft cost as the mean of three seeds (`npx tsx tests/bench/acceptance.ts 50`):
 *
 * | 50 moves a session       | fernhill | ledgerloop | generated, 1,090 people | tight, 5 rooms |
 * |--------------------------|---------:|-----------:|------------------------:|---------------:|
 * | first plan               |   3436.1 |     2310.3 |                  2275.2 |        11264.5 |
 * | late acceptance, 5000    |   3377.3 |     2280.4 |                  2216.5 |        11263.1 |
 * | late acceptance, 400     |   3232.7 |     2174.2 |                  2110.1 |        11261.9 |
 * | record-to-record, 30     |   3376.4 |     2283.6 |                  2101.4 |        11264.5 |
 * | record-to-record, 3      |   3214.2 |     2137.5 |                  1951.9 |        11264.5 |
 * | annealing, 2 → 0.01      |   3092.4 |     2035.8 |                  1901.8 |        11264.4 |
 * | annealing, 0.5 → 0.01    |   3090.5 |     2027.2 |                  1887.5 |        11264.4 |
 * | annealing, 0.2 → 0.01    |   3090.7 |     2022.9 |                  1907.2 |        11264.4 |
 * | annealing, 0.2 → 0.003   |   3086.9 |     2025.6 |                  1909.4 |        11264.4 |
 * | annealing, 0.05 → 0.01   |   3089.5 |     2024.8 |                  1905.4 |        11259.2 |
 *
 * Over twelve seeds 0.5 → 0.01 and 0.2 → 0.01 are 0.02 % and 0.04 % apart at the examples and 0.5 % at the generated
 * firm; with 300 moves a session 0.2 → 0.01 comes to 3054.7, 1960.1 and 1775.9 there, and all of its neighbours are
 * within 0.5 % of that. On small years beside their exact optimum (`npm run bench -- exact`) colder ends get stuck.
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
