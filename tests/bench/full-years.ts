/** Firms that a full year was planted in, planned by cxplan: in how many does everybody find a place again? */
import { isoDate } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import type { Effort } from '../../src/schedule/types.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { planted, plantedSize } from './planted.ts';

export interface FullYears {
  /** Groups of each department at each site and on each shift. */
  readonly groups: number;
  readonly firms: number;
  readonly full: number;
  readonly asked: number;
  readonly unplaced: number;
  readonly 'cpu ms/firm': number;
  /** Numbers of the firms in which somebody is left out. */
  readonly short: string;
}

/** Plans the firms numbered 1 to `firms`, small and larger ones. */
export async function fullYears(firms: number, effort: Effort): Promise<FullYears[]> {
  const rows: FullYears[] = [];
  for (const groups of [1, 3]) rows.push(await planAll(firms, groups, effort));
  return rows;
}

async function planAll(firms: number, groups: number, effort: Effort): Promise<FullYears> {
  const short: number[] = [];
  let [asked, unplaced] = [0, 0];
  const begin = process.cpuUsage();
  for (let seed = 1; seed <= firms; seed++) {
    const { model } = await loadSources(new Map([['cxplan.yaml', planted(plantedSize(seed, groups)).text]]));
    if (!model) throw new Error(`planted firm ${seed} is refused`);
    const demand = makeDemand(model);
    const asOf = isoDate(model.programme.starts - 1);
    const { score } = await makeSchedule(model, demand, { seed: 1, effort, asOf, previous: undefined });
    asked += demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
    unplaced += score.unplaced;
    if (score.unplaced > 0) short.push(seed);
  }
  const { user, system } = process.cpuUsage(begin);
  return {
    groups,
    firms,
    full: firms - short.length,
    asked,
    unplaced,
    'cpu ms/firm': (user + system) / 1000 / firms,
    short: short.join(' '),
  };
}
