/** Workspaces for tests: a small valid one to extend, and models made from text. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { Model } from '../src/model/model.ts';
import { loadSources } from '../src/workspace/load.ts';

/** The whole small workspace of the language's description: two departments, two sites, three modules. Read from the root, where tests and benches run. */
export const SMALL = readFileSync('tests/fixtures/small.yaml', 'utf8');

/** The model of one YAML text; throws with every diagnostic when the text is no valid workspace. */
export function modelOf(yaml: string): Promise<Model> {
  return modelOfFiles({ 'cxplan.yaml': yaml });
}

/** The model of several files (path → text; CSV files may be among them). */
export async function modelOfFiles(files: Readonly<Record<string, string>>): Promise<Model> {
  const { model, diagnostics } = await loadSources(new Map(Object.entries(files)));
  if (!model) throw new Error(`no valid workspace:\n${diagnostics.map(line).join('\n')}`);
  return model;
}

/** What is wrong with a workspace, sorted by place. */
export async function diagnosticsOf(
  files: string | Readonly<Record<string, string>>,
): Promise<readonly Diagnostic[]> {
  const named = typeof files === 'string' ? { 'cxplan.yaml': files } : files;
  return (await loadSources(new Map(Object.entries(named)))).diagnostics;
}

/** `cxplan.yaml:14:14 error unknown-reference: … (did you mean …)` */
export function line({ at, severity, code, message, fix }: Diagnostic): string {
  const place = at ? `${at.file}:${at.line}:${at.column} ` : '';
  return `${place}${severity} ${code}: ${message}${fix ? ` (${fix})` : ''}`;
}

/** Sections of a workspace, as plain data. */
export type Sections = Record<string, unknown>;

/**
 * A valid workspace of one department with one role of ten, one theme and one module, as YAML text.
 * `changes` are merged into it, map by map; lists and plain values replace, `undefined` removes.
 */
export function minimal(changes: Sections = {}): string {
  return stringify(merged(MINIMAL, changes), { aliasDuplicateObjects: false });
}

const MINIMAL: Sections = {
  programme: {
    name: 'Minimal',
    mantra: 'Leave every home a little better.',
    starts: '2027-01-04',
    ends: '2027-12-17',
    timezone: 'Europe/London',
  },
  departments: { stores: {} },
  roles: { colleague: { department: 'stores', heads: 10, customerFacing: true } },
  stages: { buy: { touchpoints: { checkout: { owner: 'colleague' } } } },
  themes: { mission: { months: [1] } },
  modules: {
    basics: {
      audience: 'everyone',
      format: 'self-paced',
      minutes: 30,
      when: { from: '2027-01-11', by: '2027-02-05' },
      themes: ['mission'],
    },
  },
};

function merged(base: Sections, changes: Sections): Sections {
  const result: Sections = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = result[key];
    if (value === undefined) delete result[key];
    else result[key] = isMap(before) && isMap(value) ? merged(before, value) : value;
  }
  return result;
}

function isMap(value: unknown): value is Sections {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
