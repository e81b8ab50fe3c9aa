/** What rehearsed years teach: coverage at risk by department, what is lost, and the cheapest reserve. */

import { type Reserve, reserves } from './reserve.ts';
import type { RehearsalRun } from './run.ts';
import type { Stage } from './stage.ts';
import type { YearRecord } from './sums.ts';

export interface CoverageRisk {
  readonly id: string;
  readonly name: string;
  /** As planned; in the middle of all years; what one year in twenty falls below. */
  readonly planned: number | null;
  readonly median: number | null;
  readonly low: number | null;
  /** Share of years below the department's floor (`policy.minCoverage`). */
  readonly belowFloor: number;
  /** Seats a year that nobody made up, and the module that most of them are in. */
  readonly lost: number;
  readonly most: { readonly module: string; readonly name: string; readonly seats: number } | null;
}

export interface Findings {
  readonly years: number;
  readonly seed: number;
  /** A year, in the mean. */
  readonly missed: Readonly<Record<keyof YearRecord['missed'], number>>;
  readonly madeUp: number;
  readonly fallen: number;
  /** Those that lose most first. */
  readonly departments: readonly CoverageRisk[];
  readonly reserves: readonly Reserve[];
}

export function findingsOf(
  stage: Stage,
  rehearsed: RehearsalRun,
  planned: ReadonlyMap<string, number | null>,
): Findings {
  const { records, years, seed } = rehearsed;
  const mean = (of: (record: YearRecord) => number): number => hundredths(total(records, of) / years);
  const departments = [...stage.model.departments.values()].map(({ id, name }, i): CoverageRisk => {
    const scores = records.flatMap(({ scores }) => scores[i] ?? []).sort((a, b) => a - b);
    const floor =
      stage.model.policy.minCoverage.departments.get(id) ?? stage.model.policy.minCoverage.department;
    return {
      id,
      name,
      planned: planned.get(id) ?? null,
      median: quantile(scores, 0.5),
      low: quantile(scores, 0.05),
      belowFloor: hundredths(scores.filter((score) => score < 100 * floor).length / years),
      lost: mean(({ lost }) => lost[i] ?? 0),
      most: mostLost(stage, rehearsed, id),
    };
  });
  const missed = (cause: keyof YearRecord['missed']) => mean((record) => record.missed[cause]);
  return {
    years,
    seed,
    missed: {
      absent: missed('absent'),
      leave: missed('leave'),
      peak: missed('peak'),
      noShow: missed('noShow'),
      leader: missed('leader'),
    },
    madeUp: mean(({ madeUp }) => madeUp),
    fallen: mean(({ fallen }) => fallen),
    departments: departments.sort((a, b) => b.lost - a.lost || (a.id < b.id ? -1 : 1)),
    reserves: reserves(stage, rehearsed),
  };
}

function mostLost({ model }: Stage, { sums, years }: RehearsalRun, department: string): CoverageRisk['most'] {
  let most: CoverageRisk['most'] = null;
  for (const [key, count] of [...sums.lost].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [of, module = ''] = key.split(' ');
    const seats = hundredths(count / years);
    if (of !== department || seats <= (most?.seats ?? 0)) continue;
    most = { module, name: model.modules.get(module)?.name ?? module, seats };
  }
  return most;
}

/** Of sorted hundredths, as points; the lower neighbour, so that it is one that has happened. */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted.length === 0 ? null : sorted[Math.floor(share * (sorted.length - 1))]! / 100;
}

function total(records: readonly YearRecord[], of: (record: YearRecord) => number): number {
  return records.reduce((sum, record) => sum + of(record), 0);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
