/** The street: every stage of `cxplan generate`, in order, one line each. No logic stands here. */
import { assessGaps } from './coverage/gaps.ts';
import { makeDemand } from './demand/demand.ts';
import { memoryOf } from './demand/memory.ts';
import type { Gaps } from './model/made/gaps.ts';
import type { Plan } from './model/made/plan.ts';
import type { Model } from './model/model.ts';
import type { OutputFile } from './output/types.ts';
import { reckoned } from './plan/clocks.ts';
import { heldOf, makePlan } from './plan/plan.ts';
import { renamed } from './plan/renamed.ts';
import { isUpToDate } from './plan/up-to-date.ts';
import { type RenderOptions, render } from './render/render.ts';
import type { News } from './report/changes/news.ts';
import { notesOf } from './report/holidays.ts';
import { type ReportOptions, report } from './report/report.ts';
import { insertChange, makeSchedule } from './schedule/schedule.ts';
import type { Change, Effort, Progress } from './schedule/types.ts';

export interface PlanningOptions {
  readonly tool: string;
  /** Hash of the workspace's meaning. */
  readonly inputs: string;
  /** The same but for absences and words. */
  readonly lasting?: string;
  readonly seed: number;
  readonly effort: Effort;
  /** `2026-11-21` */
  readonly asOf: string;
  /** Whether somebody said `asOf`; by default whether somebody did for the previous plan. */
  readonly dated?: boolean | undefined;
  readonly previous: Plan | undefined;
  /** Forgets the times of what is still to come; identities, and what has been held, go on. */
  readonly fresh?: boolean;
  /** So many sessions of the previous plan may move, at most; ∞ without a limit; undefined: as it was made. */
  readonly maxMoves?: number | undefined;
  /** Each person of the roster has a calendar; by default when they had before. */
  readonly people?: boolean | undefined;
  /** The plan is only judged, and never written. */
  readonly draft?: boolean;
  /** Called before planning with the number of requirements; not at all where the previous plan still holds. */
  readonly onDemand?: (requirements: number) => void;
  readonly onProgress?: (progress: Progress) => void | Promise<void>;
  /** Called where a stage is over whose own things are needed no more. */
  readonly onStage?: (() => void) | undefined;
  /** Cores to plan on; never changes the plan. */
  readonly threads?: number;
}

export interface PlannedYear {
  readonly plan: Plan;
  readonly gaps: Gaps;
  /** The plan that this one follows, in the ids of now; itself where that still holds. */
  readonly previous?: Plan | undefined;
  /** What has changed since, where somebody asked. */
  readonly news?: News | undefined;
  /** What has changed since people agreed to a plan. */
  readonly sinceAgreed?: News | undefined;
}

/** Demand → schedule → plan → gaps; a previous plan that still holds is not planned again. Pure: no disk, clock, locale or terminal. */
export async function planYear(model: Model, options: PlanningOptions): Promise<PlannedYear> {
  const previous = options.previous && renamed(options.previous, model);
  const plan = await makeOrKeep(model, { ...options, previous });
  options.onStage?.();
  return { plan, gaps: assessGaps(model, plan), previous };
}

/** Demand and schedule are gone when the plan is there: for a large firm they are as large. */
async function makeOrKeep(model: Model, options: PlanningOptions): Promise<Plan> {
  const { previous, fresh, asOf } = options;
  const demand = makeDemand(model, memoryOf(model, previous, asOf), asOf);
  if (previous && !fresh && isUpToDate(model, demand, previous, options)) return previous;
  options.onDemand?.(demand.requirements.length);
  const now = previous && reckoned(previous, asOf);
  const dated = options.dated ?? (previous?.asOf === asOf && previous.made.dated);
  const told = { ...options, dated, previous: now?.plan, changedClocks: now?.changed };
  const before = fresh && now ? heldOf(now.plan, asOf) : now?.plan;
  options.onStage?.();
  const schedule = await makeSchedule(model, demand, { ...told, previous: before, known: now?.plan });
  options.onStage?.();
  return makePlan(model, demand, schedule, told);
}

/**
 * The previous plan with what a change of the workspace asks for placed among what stands in it, and its gaps: quick,
 * for a change that is only tried. Undefined where that does not do, and the year has to be planned again.
 */
export async function tryChange(
  model: Model,
  options: PlanningOptions & { readonly previous: Plan },
  change: Change,
): Promise<PlannedYear | undefined> {
  const { previous, asOf } = options;
  const demand = makeDemand(model, memoryOf(model, previous, asOf), asOf);
  const schedule = await insertChange(model, demand, options, change);
  if (!schedule) return undefined;
  const plan = makePlan(model, demand, schedule, options);
  return { plan, gaps: assessGaps(model, plan) };
}

/** Plan and gaps → every file of the output folder, sorted by path. Calendars load their library when asked for. */
export async function renderYear(
  model: Model,
  { plan, gaps, news, sinceAgreed }: PlannedYear,
  options: RenderOptions & Omit<ReportOptions, 'sinceAgreed'>,
): Promise<OutputFile[]> {
  const told = { ...options, sinceAgreed };
  return render(report(model, plan, gaps, await notesOf(model), news, told), options);
}

const BY_NAME: RenderOptions['only'] = new Set(['md', 'csv', 'ics', 'html', 'sheets']);

/** What names people: for a folder of its own, apart from the plan's. */
export async function renderPeople(
  model: Model,
  { plan, gaps }: PlannedYear,
  csv: RenderOptions['csv'],
): Promise<OutputFile[]> {
  const { personalReports } = await import('./report/people/personal.ts');
  return render(personalReports(model, plan, gaps), { only: BY_NAME, csv });
}
