/** Where a workspace begins, when nobody says: the folder itself or the nearest one above it with a `programme`. */
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The `programme` stands near the top of its file; looking further would only cost time. */
const LOOK_AT_BYTES = 65_536;

/** Stands beside the files of a workspace while several of them are replaced: they are a mixture then. */
export const UNFINISHED = '.cxplan-replacing.json';

/** The nearest folder, from `start` upwards, with a YAML file that holds a `programme`; undefined without one. */
export function findRoot(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (holdsProgramme(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Whether a path is a folder, something else, or nothing. */
export function kindOf(path: string): 'folder' | 'other' | 'nothing' {
  const found = statSync(path, { throwIfNoEntry: false });
  return !found ? 'nothing' : found.isDirectory() ? 'folder' : 'other';
}

/** The path without any link on its way; as it is where that cannot be told. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The nearest folder, from `start` upwards, that holds a repository of git (a worktree and a submodule are some, too). */
export function repositoryAbove(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function holdsProgramme(folder: string): boolean {
  return names(folder).some(
    (name) => /\.ya?ml$/.test(name) && /^(?:\{\s*)?["']?programme["']?\s*:/m.test(head(join(folder, name))),
  );
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function head(path: string): string {
  try {
    if (!statSync(path).isFile()) return '';
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(LOOK_AT_BYTES);
      return bytes.toString('utf8', 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
