/** The planning that `generate`, `check` and `gaps` share: what the flags mean, the previous plan, progress. */
import { join } from 'node:path';
import { isoDate, toDay } from '../calendar/date.ts';
import type { Plan } from '../model/made/plan.ts';
import type { Model } from '../model/model.ts';
import { readLong } from '../output/read.ts';
import { type PlannedYear, planYear } from '../pipeline.ts';
import type { parsePlan } from '../plan/read.ts';
import { PinsBroken } from '../schedule/pins/fault.ts';
import type { Effort } from '../schedule/types.ts';
import { Failure } from './failure.ts';
import { outputFolder, shown } from './folders.ts';
import { heapHint } from './heap.ts';
import type { Host } from './host.ts';
import type { Workspace } from './load.ts';
import { progressOn } from './progress.ts';

/** The flags of every command that plans. */
export interface YearFlags {
  readonly out?: string;
  readonly asOf?: string;
  readonly seed: number;
  readonly effort: Effort;
  readonly fresh?: boolean;
  /** A folder for what names people: each of them has a calendar from then on. */
  readonly people?: string;
  /** ∞ where whoever plans set no limit; undefined where nobody is asked. */
  readonly maxMoves?: number;
  readonly quiet?: boolean;
}

/**
 * Plans the workspace's year, following the previous plan of its output folder; with `--fresh` not in its times.
 * @param draft whether the plan is only judged, and never written
 * @param parse reads a plan's text, and perhaps none that it has read before
 */
export async function makeYear(
  { root, loaded, model }: Workspace,
  flags: YearFlags,
  host: Host,
  draft = false,
  parse?: typeof parsePlan,
): Promise<PlannedYear> {
  const folder = outputFolder(root, flags.out, host);
  const previous = sameYear(model, await readPlan(folder, host, model, parse));
  const { asOf, dated } = dayOfPlan(model, flags, previous, host);
  const progress = await progressOn(host, flags.quiet);
  const limit = await host.heapLimit();
  // Where the year is searched as a whole; what is only followed holds little, and is quicker than the collector.
  const collect = previous && !flags.fresh ? undefined : await host.collector();
  try {
    return await planYear(model, {
      tool: `cxplan ${host.version}`,
      inputs: loaded.inputs,
      lasting: loaded.lasting,
      seed: flags.seed,
      effort: flags.effort,
      asOf,
      dated,
      previous,
      fresh: flags.fresh ?? false,
      ...(flags.people !== undefined && { people: true }),
      maxMoves: flags.maxMoves,
      draft,
      onDemand: (requirements) => {
        const hint = heapHint(requirements, limit);
        if (hint !== undefined && !flags.quiet) host.err(hint);
      },
      onProgress: progress.tell,
      onStage: collect,
      threads: await host.cores(),
    });
  } catch (error) {
    if (!(error instanceof PinsBroken)) throw error;
    await progress.end();
    const { refusePins } = await import('./pins/refused.ts');
    throw await refusePins(error.faults, { loaded, model }, previous, host);
  } finally {
    await progress.end();
  }
}

/** A plan that stands in the folder; undefined where it is of another year, whose identities are no business of this one. */
export function sameYear({ programme }: Model, previous: Plan | undefined): Plan | undefined {
  if (!previous) return undefined;
  const { starts, ends } = previous.programme;
  return ends < isoDate(programme.starts) || starts > isoDate(programme.ends) ? undefined : previous;
}

/**
 * The day from which the plan looks ahead, and whether somebody said so: now, or for the previous plan. A plan that
 * nobody dated is made as of the day before the programme, whenever that starts by now.
 */
export function dayOfPlan(
  { programme }: Model,
  flags: Pick<YearFlags, 'asOf'>,
  previous: Plan | undefined,
  host: Host,
): { readonly asOf: string; readonly dated: boolean } {
  const said = asOfDate(flags.asOf, host);
  if (said !== undefined) return { asOf: said, dated: true };
  const isDated =
    previous &&
    (previous.published ||
      previous.made.dated ||
      previous.asOf !== isoDate(toDay(previous.programme.starts)! - 1));
  return isDated
    ? { asOf: previous.asOf, dated: true }
    : { asOf: isoDate(programme.starts - 1), dated: false };
}

/** The plan of an output folder, in the ids of now; undefined when there is none. @throws Failure when it is damaged */
export async function readPlan(
  folder: string,
  host: Host,
  model: Pick<Model, 'former' | 'roles' | 'people'>,
  parse?: typeof parsePlan,
): Promise<Plan | undefined> {
  const text = readLong(folder, 'plan.json');
  return text === undefined ? undefined : parsed(text, shown(join(folder, 'plan.json'), host), model, parse);
}

/** Reads a plan's text, or its lines, in the ids of now. `name` is how the file is called in the message. */
export async function parsed(
  text: string | Iterable<string>,
  name: string,
  model: Pick<Model, 'former' | 'roles' | 'people'>,
  parse?: typeof parsePlan,
): Promise<Plan> {
  const { renamed } = await import('../plan/renamed.ts');
  const { parsePlan, PlanError } = await import('../plan/read.ts');
  try {
    return renamed((parse ?? parsePlan)(text), model);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    throw new Failure(`${name}: ${error.message}`);
  }
}

/** What `--as-of` says, as a date; undefined without it. @throws Failure when it is none */
export function asOfDate(text: string | undefined, host: Host): string | undefined {
  if (text === undefined) return undefined;
  if (text === 'today') return host.today();
  if (toDay(text) !== undefined) return text;
  throw new Failure(`--as-of takes a date such as 2027-01-04, or today; '${text}' is neither`);
}
