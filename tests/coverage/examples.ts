/** Rules' examples made real: the clean base workspace with an example's changes, planned and assessed. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { isoDate } from '../../src/calendar/date.ts';
import { assessGaps } from '../../src/coverage/gaps.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Finding, Gaps } from '../../src/model/made/gaps.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import { modelOfFiles } from '../fixtures.ts';

const BASE = parse(readFileSync(new URL('./base.yaml', import.meta.url), 'utf8'), {
  schema: 'core',
}) as Sections;

type Sections = Record<string, unknown>;

/**
 * The base with changes merged in: maps by key, lists and plain values replaced, `null` removed. A second
 * document is a table, named behind its `---`.
 */
export function exampleFiles(changes: string): Record<string, string> {
  const [yaml = '', name, table] = changes.split(/\n--- (.*)\n/);
  const merged = merge(BASE, (parse(yaml, { schema: 'core' }) ?? {}) as Sections);
  const files = { 'cxplan.yaml': stringify(merged, { aliasDuplicateObjects: false, lineWidth: 0 }) };
  return name === undefined ? files : { ...files, [name]: table! };
}

/** Plans and assesses the base with an example's changes. */
export async function assessExample(
  changes: string,
  asOf?: string,
): Promise<{ model: Model; plan: Plan; gaps: Gaps }> {
  const model = await modelOfFiles(exampleFiles(changes));
  const plan = await planModel(model, asOf);
  return { model, plan, gaps: assessGaps(model, plan) };
}

/** A quick plan, made the day before the programme starts unless said otherwise. */
export async function planModel(model: Model, asOf = isoDate(model.programme.starts - 1)): Promise<Plan> {
  const options = {
    tool: 'cxplan test',
    inputs: 'sha256:test',
    seed: 1,
    effort: 'quick' as const,
    asOf,
    previous: undefined,
  };
  const demand = makeDemand(model);
  return makePlan(model, demand, await makeSchedule(model, demand, options), options);
}

/** All findings, the folded ones too. */
export function everything(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...(finding.implied ?? [])]);
}

function merge(base: Sections, changes: Sections): Sections {
  const result: Sections = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = result[key];
    if (value === null) delete result[key];
    else result[key] = isMap(before) && isMap(value) ? merge(before, value) : value;
  }
  return result;
}

function isMap(value: unknown): value is Sections {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
