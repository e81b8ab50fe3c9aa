/** A folder (or a map of texts) → a model, or every reason why there is none. */
import { createHash } from 'node:crypto';
import type { Diagnostic, Locate, Place } from '../diagnostics/diagnostic.ts';
import type { Model } from '../model/model.ts';
import { readText } from './bytes.ts';
import { canonical } from './canonical.ts';
import { findFiles } from './find.ts';
import { included } from './include.ts';
import { findContradictions } from './link/contradictions/index.ts';
import { link, type Tables } from './link/link.ts';
import { type Problem, toDiagnostic } from './link/problem.ts';
import { danglingReferences, referenceProblems } from './link/references/check.ts';
import { cycleProblems } from './link/references/cycles.ts';
import { soundPart } from './link/references/sound.ts';
import type { Written } from './link/written.ts';
import { type Merged, merge } from './merge.ts';
import { brokenPointers } from './places.ts';
import { readSource, type SourceDocument } from './read.ts';
import { checkShape } from './shape.ts';
import { canonicalTables, type ReadCsvText, readTables } from './tables.ts';
import type { Loaded } from './types.ts';

/** Rosters are longer than anything that people write by hand. */
const MAX_CSV_BYTES = 256_000_000;

/**
 * Loads the workspace in a folder. What is wrong with it is in the diagnostics, all at once; nothing is thrown.
 *
 * @param root the folder that holds it
 */
export async function loadWorkspace(root: string): Promise<Loaded> {
  const found = findFiles(root);
  return load(found.files, found.diagnostics, (path) => readText(root, path, MAX_CSV_BYTES));
}

/**
 * Loads a workspace from texts in memory.
 *
 * @param files relative path (with `/`) → text; YAML, and the CSV files that the programme names
 */
export function loadSources(files: ReadonlyMap<string, string>): Promise<Loaded> {
  return load(files, [], (path) => {
    const text = files.get(path);
    return { ...(text !== undefined && { text }), diagnostics: [] };
  });
}

async function load(
  files: ReadonlyMap<string, string>,
  found: readonly Diagnostic[],
  readCsvText: ReadCsvText,
): Promise<Loaded> {
  const { documents, sources, diagnostics: unread } = await readAll(files);
  const shape = documents.flatMap(checkShape);
  const merged = merge(documents);
  const programme = missingProgramme(merged, [...found, ...unread]);
  const diagnostics = [...found, ...unread, ...shape, ...merged.diagnostics, ...programme];
  const { tables, texts, diagnostics: csv } = await readTables(merged, readCsvText);
  for (const [file, text] of texts) sources.set(file, text);
  diagnostics.push(...csv);
  let model: Model | undefined;
  // With a file that could not be read, whatever is missing may stand in it.
  if (![...found, ...unread].some(isError)) {
    const linked = await linkMerged(merged, { documents, shape, tables, broken: csv.length > 0 });
    diagnostics.push(...linked.diagnostics);
    model = linked.model;
  }
  return {
    model: diagnostics.some(isError) ? undefined : model,
    diagnostics: sorted(diagnostics),
    locate: merged.locate,
    sources,
    inputs: hashOf(merged, tables),
  };
}

async function readAll(files: ReadonlyMap<string, string>): Promise<{
  documents: SourceDocument[];
  sources: Map<string, string>;
  diagnostics: Diagnostic[];
}> {
  const paths = [...files.keys()].filter((path) => /\.ya?ml$/.test(path)).sort();
  const read = paths.map((file) => ({ file, ...readSource(file, files.get(file)!) }));
  const kept = await included(read);
  return {
    documents: kept.flatMap(({ document }) => (document ? [document] : [])),
    sources: new Map(kept.map(({ file, document }) => [file, document?.text ?? files.get(file)!])),
    diagnostics: kept.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface Linking {
  readonly documents: readonly SourceDocument[];
  readonly shape: readonly Diagnostic[];
  readonly tables: Tables;
  /** Whether a CSV file could not be read. */
  readonly broken: boolean;
}

/** References and circles in all that is written; contradictions in the part of it that is sound. */
async function linkMerged(
  merged: Merged,
  { documents, shape, tables, broken }: Linking,
): Promise<{ model?: Model; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const locate: Locate = merged.locate;
  const report = (problem: Problem): void => {
    diagnostics.push(toDiagnostic(problem, locate));
  };
  const known = new Set(shape.map(({ at }) => placeKey(at)));
  for (const problem of referenceProblems(danglingReferences(merged), merged)) {
    // A word of the wrong shape has been named already.
    if (!known.has(placeKey(locate(problem.at)))) report(problem);
  }
  const circles = cycleProblems(merged);
  circles.forEach(report);
  const sound = soundPart(merged, [
    ...brokenPointers(documents, shape),
    ...circles
      .filter(({ code }) => code === 'cycle-in-audiences')
      .flatMap(({ related }) => related?.map(({ at }) => at) ?? []),
  ]);
  if (!sound || !isUsable(sound.merged.programme)) return { diagnostics };
  const damaged = new Set(sound.damaged);
  if (broken) damaged.add('people').add('roles');
  const written = asWritten(sound.merged);
  const model = await link(written, tables, report, (diagnostic) => {
    diagnostics.push(diagnostic);
    if (diagnostic.severity === 'error') damaged.add('people').add('roles');
  });
  findContradictions({ written, model, report }, damaged);
  return { model, diagnostics };
}

function missingProgramme({ programme, locate }: Merged, unread: readonly Diagnostic[]): Diagnostic[] {
  if (programme !== undefined || locate(['programme']) || unread.some(isError)) return [];
  return [
    {
      code: 'missing-programme',
      severity: 'error',
      message: 'no file of this workspace has a programme',
      fix: 'add programme: with name, starts, ends and timezone',
    },
  ];
}

/** Without its span and zone nothing can be said about the rest. */
function isUsable(programme: unknown): boolean {
  const keys = ['name', 'starts', 'ends', 'timezone'];
  return (
    typeof programme === 'object' && programme !== null && keys.every((key) => Object.hasOwn(programme, key))
  );
}

/** The shape check has vouched for what is left. */
function asWritten({ programme, policy, waivers, entries }: Merged): Written {
  return { programme, policy, waivers, ...entries } as unknown as Written;
}

function hashOf({ programme, policy, waivers, entries }: Merged, tables: Tables): string {
  // Which files there are, and what they call their columns, is not what the workspace means.
  const { include, people, attendance, actions, ...rest } = (programme ?? {}) as Record<string, unknown>;
  const content = canonical({
    ...entries,
    programme: rest,
    policy,
    waivers,
    tables: canonicalTables(tables),
  });
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function placeKey(place: Place | undefined): string {
  return place ? `${place.file}:${place.line}:${place.column}` : '';
}

/** By file, line, column, code; what has no place comes first. */
function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const text = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      text(a.at?.file, b.at?.file) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      text(a.code, b.code) ||
      text(a.message, b.message),
  );
}
