/** A folder (or a map of texts) → a model, or every reason why there is none. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renewComparisons } from '../diagnostics/nearest.ts';
import type { Model } from '../model/model.ts';
import { decode, readBytes } from './files/bytes.ts';
import { findFiles } from './files/find.ts';
import { included } from './files/include.ts';
import { overlaid } from './files/overlay.ts';
import { type ReadTable, readTables } from './files/tables.ts';
import { resolve } from './link/resolve.ts';
import { lastingMeaningOf, meaningOf } from './meaning.ts';
import { type MergedSections, merge } from './merge.ts';
import { type Read, readSource, type SourceDocument } from './read.ts';
import { checkShape } from './shape.ts';
import type { Loaded } from './types.ts';
import { veiled } from './veil.ts';

/** Rosters are longer than anything that people write by hand. */
const MAX_CSV_BYTES = 128_000_000;

/**
 * Loads the workspace in a folder. What is wrong with it is in the diagnostics, all at once; nothing is thrown.
 *
 * @param root the folder that holds it
 * @param open texts that stand in an editor and are not saved: relative path → text instead of that on the disk
 * @param read of a workspace that was loaded before: a file that is the same is not read again
 */
export async function loadWorkspace(
  root: string,
  open: ReadonlyMap<string, string> = new Map(),
  read: Read = readSource,
): Promise<Loaded> {
  const found = findFiles(root);
  const yaml = [...open].filter(([path]) => /\.ya?ml$/.test(path));
  const files = open.size === 0 ? found.files : new Map([...found.files, ...yaml]);
  const readTable: ReadTable = (path) => inMemory(open, path) ?? readBytes(root, path, MAX_CSV_BYTES);
  return load(files, found.diagnostics, readTable, read);
}

/**
 * Loads a workspace from texts in memory.
 *
 * @param files relative path (with `/`) → text; YAML, and the CSV files that the programme names
 * @param read of a workspace that was loaded before: a file that is the same is not read again
 * @param variants documents that are laid over it, one after the other
 */
export function loadSources(
  files: ReadonlyMap<string, string>,
  read?: Read,
  variants: readonly SourceDocument[] = [],
): Promise<Loaded> {
  return load(files, [], (path) => inMemory(files, path) ?? { diagnostics: [] }, read, variants);
}

function inMemory(files: ReadonlyMap<string, string>, path: string): ReturnType<ReadTable> | undefined {
  const text = files.get(path);
  return text === undefined ? undefined : { bytes: Buffer.from(text), diagnostics: [] };
}

async function load(
  files: ReadonlyMap<string, string>,
  found: readonly Diagnostic[],
  readTable: ReadTable,
  before: Read = readSource,
  variants: readonly SourceDocument[] = [],
): Promise<Loaded> {
  renewComparisons();
  const read = remembering(before);
  const { documents: plain, sources, whole, diagnostics: unread } = await readAll(files, read);
  const documents = variants.reduce(overlaid, plain);
  for (const { file, text } of variants) sources.set(file, text);
  const shape = documents.flatMap(shapeOf);
  const merged = merge(documents);
  const programme = missingProgramme(merged, [...found, ...unread]);
  const { tables, files: csvFiles, made, diagnostics: csv } = await readTables(merged, readTable);
  const diagnostics = [...found, ...unread, ...shape, ...merged.diagnostics, ...programme, ...csv];
  let model: Model | undefined;
  // With a file that could not be understood, whatever is missing may stand in it.
  // What is wrong in a variant does not tell which part of the workspace it spoils.
  if (whole && !found.some(isError) && !(variants.length > 0 && shape.some(isError))) {
    const linked = await resolve(merged, { documents, unread, shape, tables, broken: csv.some(isError) });
    for (const one of linked.diagnostics) diagnostics.push(one);
    model = linked.model;
  }
  const texts = once(() => textsOf(csvFiles));
  const inputs = once(() => meaningOf(merged, tables));
  const lasting = once(() => lastingMeaningOf(merged, tables));
  const { diagnostics: shown, sources: lines } = veiled(diagnostics, csvFiles, made, Object.values(tables));
  for (const [file, text] of lines) sources.set(file, text);
  return {
    model: shown.some(isError) ? undefined : model,
    diagnostics: sorted(shown),
    locate: merged.locate,
    sources,
    made,
    read,
    get tables() {
      return texts();
    },
    get inputs() {
      return inputs();
    },
    get lasting() {
      return lasting();
    },
  };
}

/** Of what is no text, an empty one: it has been told. */
function textsOf(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  return new Map(Array.from(files, ([file, bytes]) => [file, decode(file, bytes).text ?? '']));
}

const shapes = new WeakMap<SourceDocument, Diagnostic[]>();

/** Whoever has been looked at is as it was. */
function shapeOf(document: SourceDocument): Diagnostic[] {
  const known = shapes.get(document) ?? checkShape(document);
  shapes.set(document, known);
  return known;
}

/** Reads a text that is as it was no second time. */
export function remembering(read: Read = readSource): Read {
  const known = new Map<string, { readonly text: string; readonly result: ReturnType<Read> }>();
  return (file, text) => {
    const before = known.get(file);
    if (before?.text === text) return before.result;
    const result = read(file, text);
    known.set(file, { text, result });
    return result;
  };
}

async function readAll(
  files: ReadonlyMap<string, string>,
  read: Read,
): Promise<{
  documents: SourceDocument[];
  sources: Map<string, string>;
  /** Whether every file could be understood, if not every key in it. */
  whole: boolean;
  diagnostics: Diagnostic[];
}> {
  const paths = [...files.keys()].filter((path) => /\.ya?ml$/.test(path)).sort();
  const all = paths.map((file) => ({ file, ...read(file, files.get(file)!) }));
  const { files: kept, diagnostics: globs } = included(all);
  return {
    documents: kept.flatMap(({ document }) => (document ? [document] : [])),
    sources: new Map(kept.map(({ file, document }) => [file, document?.text ?? files.get(file)!])),
    whole: kept.every(({ document }) => document && !document.spoilt.has(document.value)),
    diagnostics: [...globs, ...kept.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function missingProgramme(
  { programme, locate }: MergedSections,
  unread: readonly Diagnostic[],
): Diagnostic[] {
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

/** Works out when first asked, and lets go of what that took. */
function once<T>(work: () => T): () => T {
  let todo: (() => T) | undefined = work;
  let done: T;
  return () => {
    if (todo) {
      done = todo();
      todo = undefined;
    }
    return done;
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
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
