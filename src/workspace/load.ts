/** A folder (or a map of texts) → a model, or every reason why there is none. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { canonical } from './canonical.ts';
import { findFiles } from './find.ts';
import { link } from './link/link.ts';
import type { Written } from './link/written.ts';
import { type Merged, merge } from './merge.ts';
import { readSource, type SourceDocument } from './read.ts';
import type { Loaded } from './types.ts';

/**
 * Loads the workspace in a folder.
 *
 * @param root the folder that holds it
 */
export async function loadWorkspace(root: string): Promise<Loaded> {
  const found = findFiles(root);
  return load(found.files, found.diagnostics);
}

/**
 * Loads a workspace from texts in memory.
 *
 * @param files relative path (with `/`) → text; YAML, and the CSV files that the programme names
 */
export function loadSources(files: ReadonlyMap<string, string>): Promise<Loaded> {
  return load(files, []);
}

async function load(files: ReadonlyMap<string, string>, found: readonly Diagnostic[]): Promise<Loaded> {
  const diagnostics: Diagnostic[] = [...found];
  const sources = new Map<string, string>();
  const documents: SourceDocument[] = [];
  for (const file of [...files.keys()].filter((path) => /\.ya?ml$/.test(path)).sort()) {
    const read = readSource(file, files.get(file)!);
    diagnostics.push(...read.diagnostics);
    sources.set(file, read.document?.text ?? files.get(file)!);
    if (read.document) documents.push(read.document);
  }
  const merged = merge(documents);
  diagnostics.push(...merged.diagnostics);
  const broken = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  const records = { people: undefined, attendance: [], actions: [] };
  const model = broken ? undefined : await link(asWritten(merged), records);
  return { model, diagnostics, locate: merged.locate, sources, inputs: hashOf(merged) };
}

function asWritten(merged: Merged): Written {
  return {
    programme: merged.programme,
    policy: merged.policy,
    waivers: merged.waivers,
    ...merged.entries,
  } as unknown as Written;
}

function hashOf(merged: Merged): string {
  const content = canonical({
    ...merged.entries,
    programme: merged.programme,
    policy: merged.policy,
    waivers: merged.waivers,
  });
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
