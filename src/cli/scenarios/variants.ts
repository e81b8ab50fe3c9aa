/** Which variants a command line means, and each as a workspace of its own. */

import { basename, resolve } from 'node:path';
import { isMap } from '../../collections/is-map.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Model } from '../../model/model.ts';
import { SettingError, variantOfSettings, variantsOfSweep } from '../../scenarios/settings.ts';
import { Editor } from '../../workspace/edit/edit.ts';
import { loadSources } from '../../workspace/load.ts';
import { hasEntries, subject } from '../../workspace/subject.ts';
import type { Loaded } from '../../workspace/types.ts';
import { readVariant, type Variant, variantFiles } from '../../workspace/variants.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import { shown } from '../folders.ts';
import type { Host } from '../host.ts';
import { exitCodeOf, type LimitFlags, type Workspace } from '../load.ts';
import { printDiagnostics } from '../print.ts';

export interface VariantFlags extends LimitFlags {
  readonly variant?: readonly string[];
  readonly set?: readonly string[];
  readonly sweep?: string;
}

/** A variant, loaded. */
export interface LoadedVariant {
  readonly variant: Variant;
  readonly loaded: Loaded;
  readonly model: Model;
  /** What it changes: `departments.stores.maxAway: 10% → 12%`. */
  readonly changes: readonly string[];
}

/** The variants that the flags name, else those of the folder. @throws Failure where there are none, or one is not understood */
export function variantsMeant({ root }: Workspace, flags: VariantFlags, host: Host): Variant[] {
  const { variant: files, set, sweep } = flags;
  const paths = files?.map((file) => resolve(host.cwd, file)) ?? (set || sweep ? [] : variantFiles(root));
  try {
    const found = [
      ...paths.map((path) => readVariant(path, shown(path, host))),
      ...(set ? [variantOfSettings(set)] : []),
      ...(sweep === undefined ? [] : variantsOfSweep(sweep)),
    ];
    if (found.length > 0) return found;
  } catch (error) {
    if (error instanceof SettingError) throw new Failure(error.message);
    throw error;
  }
  const folder = shown(root, host);
  throw new Failure(
    `nothing to compare: write a file such as ${folder === '.' ? '' : `${basename(folder)}/`}variants/more-away.yaml, or use --set departments.stores.maxAway=12%`,
  );
}

/** The workspace with each of the variants over it. @throws InvalidWorkspace after printing every error */
export async function loadVariants(
  { loaded }: Workspace,
  variants: readonly Variant[],
  flags: LimitFlags,
  host: Host,
): Promise<LoadedVariant[]> {
  const editor = new Editor(loaded.sources, loaded.read);
  const texts = new Map([...loaded.sources, ...loaded.tables]);
  const found: LoadedVariant[] = [];
  let worst = 0;
  for (const variant of variants) {
    for (const document of variant.documents ?? []) {
      if (document.file.startsWith('--')) mustBeThere(document.value, editor);
    }
    const varied = variant.documents && (await loadSources(texts, loaded.read, variant.documents));
    const model = varied?.model;
    const tooLarge = model && (flags.limits ?? true) ? (await limits())(model) : undefined;
    if (tooLarge)
      throw new Failure(`${variant.file}: ${tooLarge.message}; whoever means it adds --no-limits`);
    if (varied && model) {
      found.push({ variant, loaded: varied, model, changes: changesOf(variant, editor) });
      continue;
    }
    const diagnostics = (varied?.diagnostics ?? variant.diagnostics).filter(
      ({ severity }) => severity === 'error',
    );
    await printDiagnostics(diagnostics, new Map([...(varied?.sources ?? []), ...variant.sources]), host, 2);
    worst = Math.max(worst, exitCodeOf(diagnostics));
  }
  if (worst > 0) throw new InvalidWorkspace(worst);
  return found;
}

async function limits() {
  return (await import('../../demand/limits.ts')).tooLarge;
}

/** A setting below an entry that is not there is a slip, not a new entry. */
function mustBeThere(value: Readonly<Record<string, unknown>>, editor: Editor): void {
  for (const [section, entries] of Object.entries(value)) {
    if (!hasEntries(section)) continue;
    for (const [id, entry] of Object.entries(entries as object)) {
      if (!isMap(entry) || editor.written([section, id]) !== undefined) continue;
      const known = Object.keys(editor.entries(section));
      const near = nearest(id, known);
      throw new Failure(`there is no ${subject([section, id])}${near ? `; did you mean "${near}"?` : ''}`);
    }
  }
}

/** One line for each value that is other than in the files. */
function changesOf({ documents = [] }: Variant, editor: Editor): string[] {
  const lines: string[] = [];
  const walk = (value: unknown, pointer: readonly string[]): void => {
    if (isMap(value)) for (const [key, item] of Object.entries(value)) walk(item, [...pointer, key]);
    else lines.push(`${pointer.join('.')}: ${said(editor.written(pointer))} → ${said(value)}`);
  };
  for (const document of documents) walk(document.value, []);
  return lines;
}

const LONGEST = 60;

function said(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
