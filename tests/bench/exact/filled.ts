/** How many years are filled as well as any plan could: those left out, beside the least that must be. */
import { makeSchedule } from '../../../src/schedule/schedule.ts';
import { OPTIONS } from './beside.ts';
import { optionsOf } from './choices.ts';
import { mostAlone } from './most.ts';
import { smallYear } from './small.ts';

export interface Filled {
  readonly sessions: string;
  readonly years: number;
  /** Years in which somebody is left out. */
  readonly 'leave out': number;
  /** Of those, years in which fewer cannot be. */
  readonly 'as few as can be': number;
  /** People whom a better plan would seat, in all years. */
  readonly 'people short': number;
  /** Years about which the exact model found nothing out in its time. */
  readonly unknown: number;
  readonly which: string;
}

/** Years 1 to `years` of somewhat less than `most` sessions. @param seconds for the exact model, for each year */
export async function filledYears(
  years: number,
  most: number,
  seed: number,
  seconds: number,
): Promise<Filled> {
  let [leaveOut, asFew, short, unknown] = [0, 0, 0, 0];
  const which: number[] = [];
  for (let n = 1; n <= years; n++) {
    const { unplaced, least } = await leftOut(n, most, seed, seconds);
    if (unplaced === 0) continue;
    leaveOut++;
    if (least === undefined) unknown++;
    else if (least === unplaced) asFew++;
    else {
      short += unplaced - least;
      which.push(n);
    }
  }
  return {
    sessions: `to ${most}`,
    years,
    'leave out': leaveOut,
    'as few as can be': asFew,
    'people short': short,
    unknown,
    which: which.join(' '),
  };
}

/** Who is left out of a year, and how many must be; that is undefined where it was not proved in time. */
export async function leftOut(
  n: number,
  most: number,
  seed: number,
  seconds: number,
): Promise<{ readonly unplaced: number; readonly least: number | undefined }> {
  const instance = await smallYear(n, most);
  const { model, demand } = instance;
  const { score } = await makeSchedule(model, demand, { ...OPTIONS, seed });
  if (score.unplaced === (score.bound ?? 0)) return { unplaced: score.unplaced, least: score.unplaced };
  const placed = await mostAlone(instance, optionsOf(instance), seconds);
  const asked = demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
  return { unplaced: score.unplaced, least: placed === undefined ? undefined : asked - placed };
}
