/** Which workspace and which output folder a command line means, and how paths are shown. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import { findRoot, kindOf, repositoryAbove } from '../workspace/files/root.ts';
import { Failure } from './failure.ts';
import type { Host } from './host.ts';

/** The folder that is named, else the nearest one from here upwards that has a programme. */
export function workspaceFolder(target: string | undefined, host: Host): string {
  if (target === undefined) {
    const found = findRoot(host.cwd);
    if (found) return found;
    throw new Failure(
      'no workspace here: neither this folder nor one above it has a YAML file with a `programme`; name the folder of a workspace, or make one with cxplan init',
    );
  }
  const folder = resolve(host.cwd, named(target, 'the workspace'));
  const kind = kindOf(folder);
  if (kind === 'folder') return folder;
  throw new Failure(
    kind === 'nothing'
      ? `${target} does not exist`
      : `${target} is not a folder: name the folder of the workspace`,
  );
}

/** Below here files may be somebody else's: the top of the repository one stands in, else the folder itself. */
export function ownFolder({ cwd }: Host): string {
  return repositoryAbove(cwd) ?? cwd;
}

/** `--out`, from where one stands; else `plan` inside the workspace. */
export function outputFolder(root: string, out: string | undefined, host: Host): string {
  return out === undefined ? join(root, 'plan') : resolve(host.cwd, named(out, '--out'));
}

/** What was named; an empty text, as of a shell's variable that is not set, would mean the folder we stand in. */
function named(path: string, what: string): string {
  if (path.trim() === '') throw new Failure(`${what} is empty: name a folder (. is the one you are in)`);
  return path;
}

/** A path as one would type it from here. */
export function shown(path: string, host: Host): string {
  const short = relative(host.cwd, path);
  return short === '' ? '.' : short.startsWith('..') || isAbsolute(short) ? path : short;
}
