/**
 * The examples are promises: the clean ones are clean, the twins hold the planted gaps and no others, and
 * neither the names of files nor the order of anything in them changes a byte of the plan.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { isoDate } from '../src/calendar/date.ts';
import type { Gaps } from '../src/model/made/gaps.ts';
import type { Plan } from '../src/model/made/plan.ts';
import type { Model } from '../src/model/model.ts';
import { planYear } from '../src/pipeline.ts';
import { verifyPlan } from '../src/verify/verify.ts';
import { loadSources, loadWorkspace } from '../src/workspace/load.ts';
import type { Loaded } from '../src/workspace/types.ts';

// Whole years are planned and checked here; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const TWINS = ['fernhill', 'ledgerloop'] as const;

interface Year {
  readonly loaded: Loaded;
  readonly model: Model;
  readonly plan: Plan;
  readonly gaps: Gaps;
}

const years = new Map<string, Promise<Year>>();

/** The year of an example, planned once for all tests. */
function yearOf(name: string): Promise<Year> {
  const known = years.get(name);
  if (known) return known;
  const made = loadWorkspace(join(EXAMPLES, name)).then(year);
  years.set(name, made);
  return made;
}

async function year(loaded: Loaded): Promise<Year> {
  const model = loaded.model;
  if (!model) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  const { plan, gaps } = await planYear(model, {
    tool: 'cxplan test',
    inputs: loaded.inputs,
    seed: 1,
    effort: 'quick',
    asOf: isoDate(model.programme.starts - 1),
    previous: undefined,
  });
  return { loaded, model, plan, gaps };
}

/** Relative path → text of every YAML file of an example. */
function textsOf(name: string): Map<string, string> {
  const root = join(EXAMPLES, name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

interface Expected {
  readonly rule: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly severity: string;
}

/** `rule severity subject`, comparable whatever the order of keys. */
function said({ rule, severity, subject }: Expected | Gaps['findings'][number]): string {
  return `${severity} ${rule} ${JSON.stringify(Object.entries(subject).sort())}`;
}

function expectedGaps(name: string): string[] {
  const file = join(EXAMPLES, name, 'expected-gaps.yaml');
  return (parse(readFileSync(file, 'utf8')) as Expected[]).map(said).sort();
}

function gateFindings({ findings }: Gaps): string[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(said)
    .sort();
}

/** Heads × modules × occurrences that are asked, seated and left out: sessions and `unscheduled` add up. */
function seats({ sessions, unscheduled }: Plan): number {
  const seated = sessions.reduce((sum, { heads }) => sum + heads, 0);
  return unscheduled.reduce((sum, { first, last }) => sum + last - first + 1, seated);
}

describe.each(['minimal', ...TWINS])('%s, clean', (name) => {
  let example: Year;
  beforeAll(async () => {
    example = await yearOf(name);
  });

  it('loads without a single diagnostic', () => {
    expect(example.loaded.diagnostics).toEqual([]);
  });

  it('finds a place for everybody', () => {
    expect(example.plan.unscheduled).toEqual([]);
    expect(example.plan.score.unplaced).toBe(0);
  });

  it('breaks no constraint', () => {
    expect(verifyPlan(example.model, example.plan)).toEqual([]);
  });

  it('has no finding that would stop or warn at the gate, and waives none', () => {
    expect(gateFindings(example.gaps)).toEqual([]);
    expect(example.gaps.waived).toEqual([]);
    expect(example.gaps.off).toEqual([]);
  });

  it('scores well above its threshold in every department', () => {
    expect(example.gaps.belowThreshold).toEqual([]);
    expect(example.gaps.lowest?.score).toBeGreaterThan(90);
  });
});

describe.each(TWINS)('%s-gaps', (name) => {
  let twin: Year;
  beforeAll(async () => {
    twin = await yearOf(`${name}-gaps`);
  });

  it('loads without a single diagnostic', () => {
    expect(twin.loaded.diagnostics).toEqual([]);
  });

  it('has exactly the planted gaps at error and warn', () => {
    expect(gateFindings(twin.gaps)).toEqual(expectedGaps(`${name}-gaps`));
  });

  it('breaks no constraint', () => {
    expect(verifyPlan(twin.model, twin.plan)).toEqual([]);
  });

  it('leaves out nobody but those whose shift the module never meets', () => {
    const outside = new Set(
      twin.gaps.findings.filter(({ rule }) => rule === 'outside-shift').map(({ subject }) => subject.module),
    );
    for (const { module, reasons } of twin.plan.unscheduled) {
      expect(outside).toContain(module);
      expect(reasons.map(({ constraint }) => constraint)).toContain('in-shift');
    }
  });

  it('is the clean workspace but for the files with the planted gaps', () => {
    const clean = textsOf(name);
    const gaps = textsOf(`${name}-gaps`);
    expect([...gaps.keys()].filter((file) => file !== 'expected-gaps.yaml')).toEqual([...clean.keys()]);
    const changed = [...clean].filter(([file, text]) => gaps.get(file) !== text).map(([file]) => file);
    expect(changed.every((file) => file === 'programme.yaml' || file.startsWith('modules/'))).toBe(true);
  });
});

describe('ledgerloop-gaps', () => {
  it('gives no planned credit to what is only a reaction', async () => {
    const { model, plan } = await yearOf('ledgerloop-gaps');
    expect(model.modules.get('nps-drop-fix-it')?.when.kind).toBe('trigger');
    expect(plan.sessions.filter(({ module }) => module === 'nps-drop-fix-it')).toEqual([]);
  });
});

describe('fernhill', () => {
  it('counts 1,090 people in 15 departments, 24 stores, a depot and a head office', async () => {
    const { model } = await loadWorkspace(join(EXAMPLES, 'fernhill'));
    const heads = [...model!.posts.values()].reduce((sum, post) => sum + post.heads, 0);
    expect(heads).toBe(1090);
    expect(model!.departments.size).toBe(15);
    expect(model!.sites.size).toBe(26);
  });

  it('seats each of the 1,090 once on CX Day', async () => {
    const { plan } = await yearOf('fernhill');
    const day = { ...plan, sessions: plan.sessions.filter(({ module }) => module === 'cx-day') };
    expect(seats(day)).toBe(1090);
  });
});

describe('ledgerloop', () => {
  it('never asks the office hours of all three sites to one session', async () => {
    const { model, plan } = await yearOf('ledgerloop');
    expect([...model.posts.values()].reduce((sum, post) => sum + post.heads, 0)).toBe(412);
    // Support follows the sun: its early shift in Austin does meet its late one in Bengaluru.
    const groups = new Map(plan.groups.map((group) => [group.id, group]));
    const offices = plan.sessions.map(({ attendees }) => {
      const office = attendees.map(({ group }) => groups.get(group)!).filter(({ shift }) => shift === 'day');
      return new Set(office.map(({ site }) => site)).size;
    });
    expect(Math.max(...offices)).toBe(2);
  });
});

describe.each(['minimal', ...TWINS])('%s, shuffled', (name) => {
  it('gives the same plan and the same gaps, byte for byte', async () => {
    const before = await yearOf(name);
    const after = await year(await loadSources(shuffled(textsOf(name))));
    expect(after.loaded.inputs).toBe(before.loaded.inputs);
    expect(JSON.stringify(after.plan) === JSON.stringify(before.plan)).toBe(true);
    expect(JSON.stringify(after.gaps) === JSON.stringify(before.gaps)).toBe(true);
  });
});

/** Other file names in another order, every map turned round; lists, whose order is meant, stay. */
function shuffled(files: ReadonlyMap<string, string>): Map<string, string> {
  const turned = [...files].reverse();
  return new Map(
    turned.map(([, text], i) => [`part-${i}/z${turned.length - i}.yaml`, stringify(turn(parse(text)))]),
  );
}

function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, turn(inner)]));
}
