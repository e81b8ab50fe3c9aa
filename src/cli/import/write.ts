/** Writes what was imported: new entries in a file of their own, changes where things stand, and the mapping. All or nothing. */
import { join } from 'node:path';
import { replaceFiles } from '../../output/replace.ts';
import type { Replacement } from '../../output/types.ts';
import { EditError, Editor, type SourceEdit } from '../../workspace/edit/edit.ts';
import { rawTexts } from '../../workspace/files/raw.ts';
import { kindOf } from '../../workspace/files/root.ts';
import { loadSources } from '../../workspace/load.ts';
import { Failure, InvalidWorkspace } from '../failure.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import { printDiagnostics } from '../print.ts';
import type { KeptMapping } from './form.ts';

export interface Changes {
  /** New entries as YAML text; '' without any. */
  readonly added: string;
  /** Name of the file for them, without its ending. */
  readonly name: string;
  readonly edits: readonly SourceEdit[];
}

/**
 * The files as they will be: nothing is written yet, but what they give has been loaded and is valid.
 *
 * @throws InvalidWorkspace after telling why they would not be
 */
export async function filesOf(
  { root, loaded }: Workspace,
  { added, name, edits }: Changes,
  host: Host,
): Promise<Replacement[]> {
  const files = edited(root, loaded, edits);
  if (added !== '') files.push({ path: freePath(root, name), before: undefined, after: added });
  const texts = new Map([
    ...loaded.sources,
    ...loaded.tables,
    ...files.map(({ path, after }) => [path, after] as const),
  ]);
  const next = await loadSources(texts, loaded.read);
  if (!next.model) {
    await printDiagnostics(next.diagnostics, next.sources, host, 2);
    host.err(
      'With this the workspace would not be valid, and nothing was written: mend it first, or keep what is shown in a file of the workspace and complete it there.\n',
    );
    throw new InvalidWorkspace(1);
  }
  const left = files.find(({ path }) => !next.sources.has(path));
  if (left) throw new Failure(`programme.include leaves ${left.path} out: add it there; nothing was written`);
  return files;
}

function edited(root: string, { sources }: Workspace['loaded'], edits: readonly SourceEdit[]): Replacement[] {
  if (edits.length === 0) return [];
  try {
    const paths = new Editor(sources).edit(edits).keys();
    const raw = rawTexts(root, paths, sources);
    const texts = new Editor(new Map([...sources, ...raw])).edit(edits);
    return [...texts].map(([path, after]) => ({ path, before: raw.get(path)!, after }));
  } catch (error) {
    if (error instanceof EditError) throw new Failure(`${error.message}; nothing was written`);
    throw error;
  }
}

/** `people.yaml`, or `people-2.yaml` where there is one. */
function freePath(root: string, name: string): string {
  for (let n = 1; ; n++) {
    const path = n === 1 ? `${name}.yaml` : `${name}-${n}.yaml`;
    if (kindOf(join(root, path)) === 'nothing') return path;
  }
}

/** Writes them with the mapping; answers with the paths. */
export function writeAll(
  root: string,
  files: readonly Replacement[],
  { path, text }: KeptMapping,
  mapping: string,
): string[] {
  const all = mapping === text ? [...files] : [...files, { path, before: text, after: mapping }];
  replaceFiles(root, all);
  return all.map((file) => file.path);
}

/** Says what was written. */
export function sayWritten(
  paths: readonly string[],
  { quiet }: { readonly quiet?: boolean },
  host: Host,
): void {
  if (!quiet) host.err(paths.length === 0 ? 'Nothing had to be written.\n' : `Wrote ${paths.join(', ')}.\n`);
}
