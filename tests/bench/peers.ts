/** The same year planned by FET (`fet-cl`) and by cxplan, whole processes, in turns, medians; all outputs written. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../src/model/made/plan.ts';
import { type Measured, measured, median } from './measure.ts';
import { makeYear, type YearSize, yearFet, yearWorkspace } from './training.ts';

export const YEARS: readonly YearSize[] = [
  { departments: 5, cohorts: 4, modules: 20 },
  { departments: 8, cohorts: 12, modules: 20 },
  { departments: 16, cohorts: 12, modules: 20 },
  { departments: 16, cohorts: 24, modules: 20 },
];
/** Ten trainers and seven rooms for 1,920 sessions. */
export const TIGHT: YearSize = { departments: 8, cohorts: 12, modules: 20, perTrainer: 200, perRoom: 300 };

export interface Duel {
  readonly sessions: number;
  readonly trainers: number;
  readonly rooms: number;
  readonly runs: number;
  readonly cxplanSeconds: number;
  readonly fetSeconds: number | undefined;
  /** Median of each turn's own ratio. */
  readonly ratio: number | undefined;
  readonly processorRatio: number | undefined;
  readonly cxplanMiB: number | undefined;
  readonly fetMiB: number | undefined;
  readonly cxplanUnplaced: number;
  readonly fetFound: boolean;
}

/** @param cli path of the built program; `patience` in seconds for each turn of FET */
export async function duel(size: YearSize, cli: string, runs: number, patience: number): Promise<Duel> {
  const year = makeYear(size);
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-peer-'));
  try {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    writeFileSync(join(workspace, 'cxplan.yaml'), yearWorkspace(year));
    writeFileSync(join(folder, 'year.fet'), yearFet(year));
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    let fetFound = true;
    let plan: Plan | undefined;
    for (let run = 0; run < runs; run++) {
      const out = join(folder, `plan-${run}`);
      ours.push(await measured(process.execPath, [cli, 'generate', workspace, '--out', out, '--quiet']));
      if (ours.at(-1)!.code !== 0) throw new Error(ours.at(-1)!.output);
      plan = JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8'));
      if (!fetFound) continue;
      const fet = await measured('fet-cl', [
        `--inputfile=${join(folder, 'year.fet')}`,
        `--outputdir=${join(folder, `fet-${run}`)}`,
        `--timelimitseconds=${patience}`,
      ]);
      theirs.push(fet);
      fetFound = fet.output.includes('Simulation successful');
    }
    const paired = fetFound ? theirs.map((their, i) => [ours[i]!, their] as const) : [];
    const ratioOf = (pick: (one: Measured) => number | undefined) =>
      paired.length === 0
        ? undefined
        : median(paired.map(([our, their]) => (pick(our) ?? 0) / (pick(their) ?? 1)));
    return {
      sessions: year.sessions,
      trainers: year.trainers.length,
      rooms: year.rooms.length,
      runs,
      cxplanSeconds: median(ours.map(({ seconds }) => seconds)),
      fetSeconds: median(theirs.map(({ seconds }) => seconds)),
      ratio: ratioOf(({ seconds }) => seconds),
      processorRatio: ratioOf(({ processorSeconds }) => processorSeconds),
      cxplanMiB: Math.max(...ours.map(({ peakMiB }) => peakMiB ?? 0)),
      fetMiB: Math.max(...theirs.map(({ peakMiB }) => peakMiB ?? 0)),
      cxplanUnplaced: plan?.score.unplaced ?? Number.NaN,
      fetFound,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
