/** One firm through the whole street in this process, every stage timed apart, and what came of it. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { assessGaps } from '../../src/coverage/gaps.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Demand } from '../../src/demand/types.ts';
import type { Model } from '../../src/model/model.ts';
import type { Plan } from '../../src/model/plan.ts';
import { writeOutputs } from '../../src/output/write.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { render } from '../../src/render/render.ts';
import { report } from '../../src/report/report.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import type { Effort } from '../../src/schedule/types.ts';
import { verifyPlan } from '../../src/schedule/verify/verify.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { type Job, leastSquares } from './bounds.ts';

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

export interface StageTime {
  readonly seconds: number;
  readonly processorSeconds: number;
}

export interface FirmResult {
  readonly people: number;
  readonly requirements: number;
  readonly sessions: number;
  readonly files: number;
  readonly outputMiB: number;
  readonly stages: Readonly<Record<string, StageTime>>;
  /** The whole street, without the second opinion. */
  readonly total: StageTime;
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
  const { model, diagnostics, inputs } = await loadWorkspace(folder);
  if (!model)
    throw new Error(
      diagnostics
        .slice(0, 5)
        .map(({ message }) => message)
        .join('\n'),
    );
  watch.stop('load');
  const demand = makeDemand(model);
  watch.stop('demand');
  const asOf = isoDate(model.programme.starts - 1);
  const common = { inputs, seed: 1, effort, asOf, previous: undefined };
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
  const gaps = assessGaps(model, plan);
  watch.stop('coverage');
  const reports = report(model, plan, gaps);
  watch.stop('report');
  const files = await render(reports);
  watch.stop('render');
  writeOutputs(join(folder, 'plan'), files, { force: true });
  watch.stop('write');
  const outputMiB =
    files.reduce((sum, { path }) => sum + statSync(join(folder, 'plan', path)).size, 0) / 2 ** 20;
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const total = watch.total();
  const violations = verify ? verifyPlan(model, plan).length : undefined;
  const asked = demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
  return {
    people: [...model.posts.values()].reduce((sum, { heads }) => sum + heads, 0),
    requirements: demand.requirements.length,
    sessions: schedule.sessions.length,
    files: files.length,
    outputMiB,
    stages: watch.stages,
    total,
    peakMiB,
    placed: asked === 0 ? 1 : 1 - schedule.score.unplaced / asked,
    unplaced: schedule.score.unplaced,
    moves: schedule.moves,
    movesPerSecond: schedule.moves / (watch.stages.improve?.processorSeconds ?? Number.POSITIVE_INFINITY),
    soft: schedule.score.soft,
    ...spreads(model, demand, plan),
    violations,
  };
}

/** Clock and processor between one stop and the next. */
class Watch {
  readonly stages: Record<string, StageTime> = {};
  private clock = performance.now();
  private processor = process.cpuUsage();

  stop(stage: string): void {
    const { user, system } = process.cpuUsage(this.processor);
    const before = this.stages[stage] ?? { seconds: 0, processorSeconds: 0 };
    this.stages[stage] = {
      seconds: before.seconds + (performance.now() - this.clock) / 1000,
      processorSeconds: before.processorSeconds + (user + system) / 1e6,
    };
    this.clock = performance.now();
    this.processor = process.cpuUsage();
  }

  total(): StageTime {
    const all = Object.values(this.stages);
    return {
      seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
      processorSeconds: all.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0),
    };
  }
}

function spreads(model: Model, demand: Demand, plan: Plan) {
  const firstWeek = weekOf(model.programme.starts);
  const weeks = weekOf(model.programme.ends) - firstWeek + 1;
  const placed = new Map<string, number>();
  const loads = new Float64Array(weeks);
  for (const { start, module, occurrence, attendees, minutes, format } of plan.sessions) {
    if (format === 'huddle') continue;
    for (const { group, first, last } of attendees) {
      loads[weekOf(toDay(start.slice(0, 10))!) - firstWeek]! += minutes * (last - first + 1);
      const key = `${module} ${occurrence} ${group}`;
      placed.set(key, (placed.get(key) ?? 0) + last - first + 1);
    }
  }
  const all: Job[] = [];
  const ofGroup = new Map<string, { heads: number; jobs: Job[] }>();
  for (const { module, occurrence, group, from, by } of demand.requirements) {
    const heads = placed.get(`${module.id} ${occurrence} ${group.id}`) ?? 0;
    if (module.format === 'huddle' || heads === 0) continue;
    const job = { from: weekOf(from) - firstWeek, by: weekOf(by) - firstWeek, minutes: module.minutes };
    all.push({ ...job, minutes: module.minutes * heads });
    const entry = ofGroup.get(group.id) ?? { heads: group.heads, jobs: [] };
    // Whoever of the group is left out somewhere makes the bound lower, never higher.
    if (heads === group.heads) entry.jobs.push(job);
    ofGroup.set(group.id, entry);
  }
  const squares = loads.reduce((sum, load) => sum + load ** 2, 0);
  const minutes = loads.reduce((sum, load) => sum + load, 0);
  const least =
    [...ofGroup.values()].reduce((sum, { heads, jobs }) => sum + heads * leastOf(jobs, weeks), 0) / 3600;
  const spread = plan.score.terms.find(({ id }) => id === 'spread');
  return {
    softBound: least * (spread?.weight ?? 0),
    spreadOfPeople: (spread?.cost ?? 0) / least,
    spreadOfWeeks: squares / leastSquares(all, weeks),
    spreadToEven: squares / (minutes ** 2 / weeks),
  };
}

const known = new Map<string, number>();

/** Many groups are asked the same. */
function leastOf(jobs: readonly Job[], weeks: number): number {
  const key = jobs.map(({ from, by, minutes }) => `${from} ${by} ${minutes}`).join(',');
  // A session is held in one piece: at best each has a week for itself.
  const pieces = jobs.reduce((sum, { minutes }) => sum + minutes ** 2, 0);
  const least = known.get(key) ?? Math.max(pieces, leastSquares(jobs, weeks));
  known.set(key, least);
  return least;
}

/** Monday 29 December 1969 starts week 0. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}
