/** Planning again after one change: what it costs beside planning afresh, and how little it disturbs. */
import { isoDate } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import type { PlanningOptions } from '../../src/pipeline.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { isUpToDate } from '../../src/plan/up-to-date.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { type Aims, changed, changesOf } from './changes.ts';
import { disturbance } from './displaced.ts';
import { filesIn } from './files.ts';
import { firmFiles } from './firm.ts';
import { median } from './measure.ts';

export interface Replanned {
  readonly change: string;
  readonly sessions: number;
  /** Of processor time, demand to plan; the workspace is loaded. */
  readonly 'replan ÷ fresh': number;
  readonly displaced: number;
  readonly changed: number;
  readonly 'changed ÷ displaced': number | undefined;
  readonly pushed: number;
  readonly 'people moved': number;
  /** People-requirements without a place, beyond those that had none. */
  readonly 'left out': number;
  readonly violations: number;
}

interface Firm {
  readonly files: ReadonlyMap<string, string>;
  readonly aims: Aims;
}

const GENERATED: Aims = {
  role: ['agent', 'hub-1'],
  window: ['basics', { from: '2027-01-25', by: '2027-03-12' }],
  added: [
    'extra',
    {
      audience: { departments: ['care'] },
      minutes: 45,
      format: 'workshop',
      led: 'trainer',
      seats: 8,
      when: { every: 'half-year' },
      themes: ['all-year'],
    },
  ],
  closedSite: 'store-1-1',
};

const FERNHILL: Aims = {
  role: ['store-colleague', 'york'],
  window: ['what-damage-costs', { from: '2027-06-01', by: '2027-08-13' }],
  added: [
    'extra',
    {
      name: 'Extra',
      audience: { departments: ['finance', 'legal'] },
      led: 'line',
      minutes: 45,
      format: 'workshop',
      seats: 10,
      when: { every: 'quarter' },
      themes: ['empathy'],
    },
  ],
  closedSite: 'derby',
};

/**
 * @param what number of people (`1000@0.6`: with so many hours of facilitators for each that is wanted), or the folder of
 * an example
 * @param only part of the names of the changes that are tried
 */
export async function replans(what: string, runs: number, only: string): Promise<Replanned[]> {
  const { files, aims } = firmOf(what);
  const { model, inputs, lasting } = await loaded(files);
  const start = isoDate(model.programme.starts - 1);
  const year = { inputs, lasting, asOf: start, previous: undefined };
  // As it is read from plan.json.
  const plan: Plan = JSON.parse(JSON.stringify((await timed(model, year)).plan));
  const asOf = isoDate(model.programme.starts + 7);
  const rows: Replanned[] = [];
  for (const change of changesOf(model, plan, aims, asOf)) {
    if (!change.name.includes(only)) continue;
    const after = await loaded(changed(files, change));
    const { inputs, lasting } = after;
    const now = { inputs, lasting, asOf: change.edits.length === 0 ? start : asOf, previous: plan };
    const [fresh, again] = [[] as number[], [] as number[]];
    // As planning afresh has been done once, for the plan before: code of both is compiled.
    let { plan: next } = await timed(after.model, now);
    for (let run = 0; run < runs; run++) {
      fresh.push((await timed(after.model, { ...now, previous: undefined })).seconds);
      const one = await timed(after.model, now);
      again.push(one.seconds);
      next = one.plan;
    }
    const { displaced, changed: moved, peopleMoved, needless } = disturbance(after.model, plan, next);
    rows.push({
      change: change.name,
      sessions: plan.sessions.length,
      'replan ÷ fresh': median(again) / median(fresh),
      displaced,
      changed: moved,
      'changed ÷ displaced':
        displaced === 0 ? (moved === 0 ? undefined : Number.POSITIVE_INFINITY) : moved / displaced,
      // Beyond what broke: to make room for those who lost their place.
      pushed: needless.length,
      'people moved': peopleMoved,
      'left out': next.score.unplaced - plan.score.unplaced,
      violations: verifyPlan(after.model, next, plan).length,
    });
  }
  return rows;
}

async function timed(
  model: Model,
  options: Pick<PlanningOptions, 'inputs' | 'lasting' | 'asOf' | 'previous'>,
): Promise<{ readonly plan: Plan; readonly seconds: number }> {
  const all = { ...options, seed: 1, effort: 'normal', tool: 'cxplan bench' } as const;
  const begin = process.cpuUsage();
  const demand = makeDemand(model);
  const { previous } = all;
  const idle = previous !== undefined && isUpToDate(model, demand, previous, all);
  const plan = idle ? previous : makePlan(model, demand, await makeSchedule(model, demand, all), all);
  const { user, system } = process.cpuUsage(begin);
  return { plan, seconds: (user + system) / 1e6 };
}

async function loaded(files: ReadonlyMap<string, string>) {
  const { model, inputs, lasting, diagnostics } = await loadSources(files);
  if (!model)
    throw new Error(
      diagnostics
        .slice(0, 5)
        .map(({ message }) => message)
        .join('\n'),
    );
  return { model, inputs, lasting };
}

function firmOf(what: string): Firm {
  const [, people, slack] = /^(\d+)(?:@([\d.]+))?$/.exec(what) ?? [];
  if (people !== undefined) {
    const size = { people: Number(people), ...(slack !== undefined && { slack: Number(slack) }) };
    return { files: firmFiles(size), aims: GENERATED };
  }
  return { files: filesIn(what), aims: FERNHILL };
}
