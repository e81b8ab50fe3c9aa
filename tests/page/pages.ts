/** Pages of planned years, as files that a browser can open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { isoDate } from '../../src/calendar/date.ts';
import type { Gaps } from '../../src/model/made/gaps.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { planYear, renderYear } from '../../src/pipeline.ts';
import type { RenderOptions } from '../../src/render/render.ts';
import type { PageData } from '../../src/report/look/types.ts';
import type { ReportOptions } from '../../src/report/report.ts';
import { loadSources, loadWorkspace } from '../../src/workspace/load.ts';
import type { Loaded } from '../../src/workspace/types.ts';
import { wholeTexts } from '../render/whole.ts';

export interface PlannedYear {
  readonly model: Model;
  readonly plan: Plan;
  readonly gaps: Gaps;
}

/** One of the examples, planned. */
export async function exampleYear(name: string): Promise<PlannedYear> {
  return planned(await loadWorkspace(join(import.meta.dirname, '..', '..', 'examples', name)));
}

/** A workspace of one or more texts, planned; `previous`: the plan it follows; `asOf`: the day before its first, or another. */
export async function textYear(
  files: string | Readonly<Record<string, string>>,
  previous?: Plan,
  asOf?: string,
): Promise<PlannedYear> {
  const sources = typeof files === 'string' ? { 'cxplan.yaml': files } : files;
  return planned(await loadSources(new Map(Object.entries(sources))), previous, asOf);
}

async function planned(loaded: Loaded, previous?: Plan, asOf?: string): Promise<PlannedYear> {
  const { model, diagnostics, inputs } = loaded;
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const year = await planYear(model, {
    tool: 'cxplan test',
    inputs,
    seed: 1,
    effort: 'quick',
    asOf: asOf ?? isoDate(model.programme.starts - 1),
    previous,
  });
  return { model, ...year };
}

/** Every file of a year, by path. */
export async function filesOf(
  { model, ...year }: PlannedYear,
  options: RenderOptions & ReportOptions = {},
): Promise<Map<string, string>> {
  return wholeTexts(await renderYear(model, year, options));
}

/** The page alone. */
export async function htmlOf(year: PlannedYear, options: ReportOptions = {}): Promise<string> {
  const files = await filesOf(year, { only: new Set(['html'] as const), ...options });
  return files.get('index.html')!;
}

/** What stands in a page, read back. */
export function dataIn(html: string): PageData {
  const [, text = ''] = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(text) as PageData;
}

/** A page with every name made 300 letters long: in turns one word, words from right to left, and one word of those. */
export function longNamed(html: string): string {
  const { departments, roles, sites, rooms, facilitators, modules } = dataIn(html);
  const names = new Set(
    [departments, roles, sites, rooms, facilitators, modules].flat().map(({ name }) => name),
  );
  const long = new Map(
    [...names].map((name, i) => {
      const head = `${i} `;
      return [name, head + ['x', 'שלום עולם ', 'שלום'][i % 3]!.repeat(300).slice(0, 300 - head.length)];
    }),
  );
  // Longest first: some names begin with others.
  const all = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return html.replace(
    /(<script type="application\/json" id="data">)([\s\S]*?)(<\/script>)/,
    (_, open, text, close) =>
      open +
      text.replace(new RegExp(`(?<!/)(?:${all.join('|')})`, 'g'), (name: string) => long.get(name)!) +
      close,
  );
}

let folder: string | undefined;

/** Writes a page where a browser can open it; gone after the tests of the file. */
export function written(html: string, name = 'index.html'): string {
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'cxplan-page-'));
  }
  const path = join(folder, name);
  writeFileSync(path, html);
  return path;
}

afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});
