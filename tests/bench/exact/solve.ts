/** HiGHS: the best values it finds for a program in some time, and what no values can be better than. */
import * as highs from 'highs';
import type { Program } from './program.ts';

export interface Solved {
  /** Whether these values are the best there are, up to the gap. */
  readonly proved: boolean;
  /** No values have a smaller objective; undefined before the first relaxation is solved (HiGHS says 0 then, or nothing). */
  readonly bound: number | undefined;
  /** Whether a variable is 1; undefined when no values were found. */
  readonly chosen: ((name: string) => boolean) | undefined;
}

/**
 * @param gap how much better other values might be at most
 * @param known values that are known to be possible, to begin with
 */
export async function solve(
  program: Program,
  gap: number,
  seconds: number,
  known: ReadonlyMap<string, number>,
): Promise<Solved> {
  // Its types are those of CommonJS, its code is not.
  const load = highs.default as unknown as typeof highs.default.default;
  const solver = await load();
  const model = solver.createModel();
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: gap, time_limit: seconds });
    model.readModel({ format: 'lp', data: program.text() });
    const indices = [...known.keys()].map((name) => model.getColByName(name));
    model.setSolution({ indices, values: [...known.values()] });
    const { modelStatus } = model.run();
    const { optimal, timeLimit } = solver.constants.modelStatus;
    if (modelStatus !== optimal && modelStatus !== timeLimit)
      throw new Error(`the exact model ends with status ${modelStatus} of HiGHS`);
    const bound = Number(model.info.get('mip_dual_bound'));
    const found = Number(model.info.get('primal_solution_status')) === FEASIBLE;
    const columns = found
      ? chosenColumns(model.getSolution().colValue, (i) => model.getColName(i))
      : undefined;
    return {
      proved: modelStatus === optimal,
      bound: Number.isFinite(bound) && bound !== 0 ? bound : undefined,
      chosen: columns && ((name) => columns.has(name)),
    };
  } finally {
    model.dispose();
  }
}

const FEASIBLE = 2;

function chosenColumns(values: Float64Array, nameOf: (column: number) => string): Set<string> {
  const chosen = new Set<string>();
  values.forEach((value, column) => {
    if (value > 0.5) chosen.add(nameOf(column));
  });
  return chosen;
}
