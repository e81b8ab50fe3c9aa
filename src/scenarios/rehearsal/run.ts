/** Years rehearsed one after the other, whole or a share of them; shares put together again give the same bytes. */
import { createHash } from 'node:crypto';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { planPieces } from '../../plan/write.ts';
import type { Stage } from './stage.ts';
import { addAll, noSums, type Sums, type YearRecord } from './sums.ts';
import { rehearseYear } from './year.ts';

export interface RehearsalRun {
  readonly seed: number;
  readonly years: number;
  /** In order of their numbers, from 1. */
  readonly records: readonly YearRecord[];
  readonly sums: Sums;
}

/** Part `part` of `of`, counted from 1. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/** A share of a run as it is written. */
export interface Shard extends Part {
  readonly schema: typeof SCHEMA;
  readonly version: 1;
  /** What the years were rehearsed on: the plan, and what is let happen. */
  readonly plan: string;
  readonly seed: number;
  readonly years: number;
  readonly records: readonly YearRecord[];
  readonly sums: Readonly<Record<keyof Sums, Readonly<Record<string, number>>>>;
}

const SCHEMA = 'https://cxplan.dev/schemas/rehearsal-shard-1.json';

/** Why shards cannot be put together: one line for people. */
export class ShardError extends Error {
  override readonly name = 'ShardError';
}

/** Rehearses the years of a part. @param onYear is awaited after each year */
export async function rehearse(
  stage: Stage,
  { seed, years, part, of }: { readonly seed: number; readonly years: number } & Part,
  onYear: (done: number, all: number) => void | Promise<void> = () => {},
): Promise<RehearsalRun> {
  const sums = noSums();
  const records: YearRecord[] = [];
  const all = Math.floor((years - part) / of) + 1;
  for (let year = part; year <= years; year += of) {
    records.push(rehearseYear(stage, seed, year, sums));
    await onYear(records.length, all);
  }
  return { seed, years, records, sums };
}

/** `sha256:` of a plan and of what is let happen to it. */
export function basisOf({ policy }: Model, plan: Plan): string {
  const hash = createHash('sha256');
  for (const piece of planPieces(plan)) hash.update(piece);
  hash.update(JSON.stringify([policy.rehearsal, policy.makeUpWithinWeeks]));
  return `sha256:${hash.digest('hex')}`;
}

export function shardOf(
  { seed, years, records, sums }: RehearsalRun,
  { part, of }: Part,
  plan: string,
): Shard {
  const sorted = Object.entries(sums).map(([name, counts]) => [name, Object.fromEntries([...counts].sort())]);
  return {
    schema: SCHEMA,
    version: 1,
    plan,
    seed,
    years,
    part,
    of,
    records,
    sums: Object.fromEntries(sorted) as Shard['sums'],
  };
}

/**
 * The whole run from all of its shards, in any order.
 *
 * @param files name → text
 * @throws ShardError where one is missing, doubled, damaged or of another run
 */
export function merge(files: ReadonlyMap<string, string>, plan: string): RehearsalRun {
  const shards = [...files].map(([name, text]) => ({ name, shard: parsed(name, text) }));
  const [first] = shards;
  if (!first) throw new ShardError('no shard to put together');
  const byPart = new Map<number, string>();
  for (const { name, shard } of shards) {
    const { of, seed, years } = first.shard;
    if (shard.of !== of || shard.seed !== seed || shard.years !== years)
      throw new ShardError(
        `${name} is of another run than ${first.name}: ${said(shard)}, not ${said(first.shard)}`,
      );
    if (shard.plan !== plan)
      throw new ShardError(
        `${name} was rehearsed on another plan than the one here, or with other chances in policy.rehearsal`,
      );
    const twin = byPart.get(shard.part);
    if (twin !== undefined) throw new ShardError(`${name} and ${twin} are both shard ${shard.part} of ${of}`);
    byPart.set(shard.part, name);
  }
  const { of, seed, years } = first.shard;
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((part) => !byPart.has(part));
  if (missing.length > 0) throw new ShardError(`shard ${missing.join(', ')} of ${of} is missing`);
  const sums = noSums();
  for (const { shard } of shards) addAll(sums, sumsOf(shard));
  const records = shards.flatMap(({ shard }) => shard.records).sort((a, b) => a.year - b.year);
  if (records.length !== years || records.some(({ year }, i) => year !== i + 1))
    throw new ShardError(
      `the shards hold ${records.length} years, not each of ${years} once: one of them is damaged`,
    );
  return { seed, years, records, sums };
}

function said({ of, seed, years }: Shard): string {
  return `${years} years in ${of} shards with seed ${seed}`;
}

function parsed(name: string, text: string): Shard {
  try {
    const shard = JSON.parse(text) as Shard;
    const whole = [shard.part, shard.of, shard.seed, shard.years].every(Number.isSafeInteger);
    if (shard.schema === SCHEMA && whole && Array.isArray(shard.records) && shard.sums) return shard;
  } catch {
    // Said below.
  }
  throw new ShardError(`${name} is no shard of a rehearsal, or it is damaged`);
}

function sumsOf({ sums }: Shard): Sums {
  const counts = (name: keyof Sums) => new Map(Object.entries(sums[name] ?? {}));
  return {
    lost: counts('lost'),
    fallen: counts('fallen'),
    deputies: counts('deputies'),
    waiting: counts('waiting'),
  };
}
