/** One firm through the whole street in this process, every stage timed apart, and what came of it. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isoDate } from '../../src/calendar/date.ts';
import { assessGaps } from '../../src/coverage/gaps.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { writeOutputs } from '../../src/output/write.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { render } from '../../src/render/render.ts';
import { report } from '../../src/report/report.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import type { Effort } from '../../src/schedule/types.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { spreads } from './spreads.ts';
import { type StageTime, Watch } from './watch.ts';

export const STAGES = [
  'load',
  'demand',
  'construct',
  'improve',
  'explain',
  'plan',
  'coverage',
  'report',
  'render',
  'write',
] as const;

export interface FirmResult {
  readonly people: number;
  readonly requirements: number;
  readonly sessions: number;
  readonly files: number;
  readonly outputMiB: number;
  readonly stages: Readonly<Record<string, StageTime>>;
  /** The whole street, without the second opinion. */
  readonly total: Omit<StageTime, 'heldMiB'>;
  readonly peakMiB: number;
  /** Share of people-requirements with a place. */
  readonly placed: number;
  readonly unplaced: number;
  readonly moves: number;
  /** Of processor time, making room included in the moves and not in the time. */
  readonly movesPerSecond: number;
  readonly soft: number;
  /** No plan has a lower soft cost: the least spread, and nothing for every other term. */
  readonly softBound: number;
  /** Cost of the term `spread` ÷ its bound. */
  readonly spreadOfPeople: number;
  /** Σ (person-minutes a week)² of everybody ÷ the least possible with the windows as they are. */
  readonly spreadOfWeeks: number;
  /** The same ÷ that of an even year. */
  readonly spreadToEven: number;
  /** What the second opinion finds; undefined when it was not asked. */
  readonly violations: number | undefined;
}

export interface StageOptions {
  readonly effort: Effort;
  readonly verify: boolean;
}

/** @param files relative path → text of the workspace */
export async function runStages(
  files: ReadonlyMap<string, string>,
  options: StageOptions,
): Promise<FirmResult> {
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-bench-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await runIn(folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, { effort, verify }: StageOptions): Promise<FirmResult> {
  const watch = new Watch();
  const { model, inputs } = await loaded(folder);
  watch.stop('load');
  const { plan, moves } = await planned(model, { inputs, effort }, watch);
  const files = await written(model, plan, join(folder, 'plan'), watch);
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const { stages } = watch;
  const { requirements } = makeDemand(model);
  const asked = requirements.reduce((sum, { group }) => sum + group.heads, 0);
  return {
    people: [...model.posts.values()].reduce((sum, { heads }) => sum + heads, 0),
    requirements: requirements.length,
    sessions: plan.sessions.length,
    ...files,
    stages,
    total: watch.total(),
    peakMiB,
    placed: asked === 0 ? 1 : 1 - plan.score.unplaced / asked,
    unplaced: plan.score.unplaced,
    moves,
    movesPerSecond: moves / (stages.improve?.processorSeconds ?? Number.POSITIVE_INFINITY),
    soft: plan.score.soft,
    ...spreads(model, requirements, plan),
    violations: verify ? verifyPlan(model, plan).length : undefined,
  };
}

async function loaded(folder: string): Promise<{ model: Model; inputs: string }> {
  const { model, diagnostics, inputs } = await loadWorkspace(folder);
  if (model) return { model, inputs };
  throw new Error(
    diagnostics
      .slice(0, 5)
      .map(({ message }) => message)
      .join('\n'),
  );
}

/** As in the pipeline, what was needed to make the plan is gone afterwards. */
async function planned(model: Model, given: { inputs: string; effort: Effort }, watch: Watch) {
  const demand = makeDemand(model);
  watch.stop('demand');
  const asOf = isoDate(model.programme.starts - 1);
  const common = { ...given, seed: 1, asOf, previous: undefined };
  let phase: string | undefined;
  const schedule = await makeSchedule(model, demand, {
    ...common,
    onProgress: (progress) => {
      if (phase !== undefined && phase !== progress.phase) watch.stop(phase);
      phase = progress.phase;
    },
  });
  watch.stop(phase ?? 'construct');
  const plan = makePlan(model, demand, schedule, { ...common, tool: 'cxplan bench' });
  watch.stop('plan');
  return { plan, moves: schedule.moves };
}

async function written(model: Model, plan: Plan, folder: string, watch: Watch) {
  const gaps = assessGaps(model, plan);
  watch.stop('coverage');
  const reports = report(model, plan, gaps);
  watch.stop('report');
  const files = await render(reports);
  watch.stop('render');
  await writeOutputs(folder, files, { force: true });
  watch.stop('write');
  const octets = files.reduce((sum, { path }) => sum + statSync(join(folder, path)).size, 0);
  return { files: files.length, outputMiB: octets / 2 ** 20 };
}
