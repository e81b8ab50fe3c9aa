/**
 * How long the stages take on firms of growing size. `npx tsx tests/bench/speed.ts 1 10` plans firms of 1 and 10
 * blocks, five times each; medians as JSON, peak memory with them.
 */
import { makeDemand } from '../../src/demand/demand.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { BLOCK, firmText, tightText } from './firm.ts';

const RUNS = 5;

async function measure(name: string, text: string): Promise<void> {
  const times = { load: [] as number[], demand: [] as number[], schedule: [] as number[] };
  let told = {};
  for (let run = 0; run < RUNS; run++) {
    const begin = performance.now();
    const { model, diagnostics } = await loadSources(new Map([['cxplan.yaml', text]]));
    if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const loaded = performance.now();
    const demand = makeDemand(model);
    const asked = performance.now();
    const options = { seed: 1, effort: 'normal', asOf: '2027-01-01', previous: undefined } as const;
    const { sessions, score, moves } = await makeSchedule(model, demand, options);
    times.load.push(loaded - begin);
    times.demand.push(asked - loaded);
    times.schedule.push(performance.now() - asked);
    told = { sessions: sessions.length, unplaced: score.unplaced, soft: score.soft, moves };
  }
  const medians = Object.fromEntries(Object.entries(times).map(([stage, list]) => [stage, median(list)]));
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ name, ...told, milliseconds: medians, peakMiB: peak }));
}

function median(list: readonly number[]): number {
  return Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!);
}

const sizes = process.argv.slice(2).map(Number);
for (const blocks of sizes.length > 0 ? sizes : [1]) {
  await measure(`firm of ${blocks * BLOCK}`, firmText({ people: blocks * BLOCK }));
}
for (const rooms of [1, 5]) await measure(`tight, ${rooms} rooms`, tightText(rooms));
