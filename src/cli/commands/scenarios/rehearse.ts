/** `cxplan rehearse`: the plan lived through many times, with people ill, on leave, kept at work; what is at risk and which reserve is cheapest. */
import { basename, dirname, resolve } from 'node:path';
import { findingsOf } from '../../../scenarios/rehearsal/findings.ts';
import {
  basisOf,
  merge,
  type Part,
  rehearse as rehearseYears,
  ShardError,
  shardOf,
} from '../../../scenarios/rehearsal/run.ts';
import { type Stage, stageOf } from '../../../scenarios/rehearsal/stage.ts';
import { readText } from '../../../workspace/files/bytes.ts';
import { Failure } from '../../failure.ts';
import { shown } from '../../folders.ts';
import type { Host } from '../../host.ts';
import { loadValid } from '../../load.ts';
import { plannedYear } from '../../planned.ts';
import { printJson } from '../../print.ts';
import { lineOn } from '../../progress.ts';
import { rehearsalText } from '../../scenarios/rehearsal.ts';

export interface RehearseFlags {
  readonly out?: string;
  readonly quiet?: boolean;
  readonly limits?: boolean;
  readonly years: number;
  readonly seed: number;
  /** `2/7` */
  readonly shard?: string;
  readonly merge?: readonly string[];
  readonly json?: boolean;
}

/** Exit code 0 whatever comes of it; nothing is written. */
export async function rehearse(
  target: string | undefined,
  flags: RehearseFlags,
  host: Host,
): Promise<number> {
  const part = flags.shard === undefined ? undefined : partOf(flags.shard);
  if (part && flags.merge)
    throw new Failure('--shard makes a part and --merge puts parts together: use one of them');
  const workspace = await loadValid(target, host, flags);
  const { plan, gaps } = await plannedYear(workspace, flags, host);
  const { model } = workspace;
  const stage = stageOf(model, plan);
  if (part) {
    const { years } = flags;
    if (part.of > years)
      throw new Failure(`${part.of} shards of ${years} years: some would be empty; use fewer`);
    const rehearsed = await withProgress(stage, flags, part, host);
    host.out(`${JSON.stringify(shardOf(rehearsed, part, basisOf(model, plan)))}\n`);
    return 0;
  }
  const rehearsed = flags.merge
    ? mergedFrom(flags.merge, basisOf(model, plan), host)
    : await withProgress(stage, flags, { part: 1, of: 1 }, host);
  const planned = new Map(gaps.departments.map(({ id, score }) => [id, score]));
  const findings = findingsOf(stage, rehearsed, planned);
  if (flags.json) printJson(findings, host);
  else host.out(rehearsalText(stage, findings, gaps.organisation.seats.placed));
  return 0;
}

function partOf(text: string): Part {
  const [, part, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  if (part !== undefined && of !== undefined && part >= 1 && part <= of) return { part, of };
  throw new Failure(`--shard takes the number of a part and of all, such as 2/7; '${text}' is neither`);
}

async function withProgress(stage: Stage, { years, seed, quiet }: RehearseFlags, part: Part, host: Host) {
  const line = await lineOn(host, quiet, true);
  try {
    return await rehearseYears(stage, { years, seed, ...part }, (done, all) =>
      line.say(`rehearsing: ${done} of ${all} years`),
    );
  } finally {
    line.end();
  }
}

/** Most octets of a shard. */
const LARGEST = 256_000_000;

function mergedFrom(paths: readonly string[], plan: string, host: Host) {
  const files = paths.map((path): [string, string] => {
    const file = resolve(host.cwd, path);
    const { text, diagnostics } = readText(dirname(file), basename(file), LARGEST);
    if (text === undefined) throw new Failure(`${shown(file, host)}: ${diagnostics[0]!.message}`);
    return [path, text];
  });
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice !== undefined) throw new Failure(`${twice} is named twice`);
  try {
    return merge(new Map(files), plan);
  } catch (error) {
    if (error instanceof ShardError) throw new Failure(error.message);
    throw error;
  }
}
