/** How long starting takes, as a ratio to node on an empty file, in turns. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measured, median } from './measure.ts';

/** A workspace that asks for the holidays of a country. */
const MINIMAL = 'examples/minimal';

export interface StartResult {
  readonly what: string;
  readonly runs: number;
  readonly milliseconds: number;
  readonly bareMilliseconds: number;
  /** Median of each turn's own ratio. */
  readonly ratio: number;
  readonly goal: number;
}

/** @param small folder of a workspace of five small files */
export async function startTimes(cli: string, small: string, runs: number): Promise<StartResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cxplan-start-'));
  try {
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, '');
    const commands = [
      { what: '--version', args: [cli, '--version'], goal: 1.15 },
      { what: 'validate, 5 small files', args: [cli, 'validate', small], goal: 2.6 },
      { what: 'validate, public holidays', args: [cli, 'validate', MINIMAL], goal: 2.6 },
    ];
    const out: StartResult[] = [];
    for (const { what, args, goal } of commands) {
      const pairs: [number, number][] = [];
      for (let run = 0; run < runs; run++) {
        const bare = await measured(process.execPath, [empty]);
        const ours = await measured(process.execPath, args);
        if (ours.code !== 0) throw new Error(ours.output);
        pairs.push([ours.seconds, bare.seconds]);
      }
      const [milliseconds, bareMilliseconds] = [0, 1].map(
        (i) => 1000 * median(pairs.map((pair) => pair[i]!)),
      );
      out.push({
        what,
        runs,
        milliseconds: milliseconds!,
        bareMilliseconds: bareMilliseconds!,
        ratio: median(pairs.map(([ours, bare]) => ours / bare)),
        goal,
      });
    }
    return out;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
