/**
 * What a run wrote into the output folder, with hashes: it tells our files from a person's. While a run is at
 * work a journal stands beside it with what is about to be written, so that the next run recognises the files
 * of one that was killed.
 */
import { join } from 'node:path';
import { named } from './blocks.ts';
import { DISK, type Disk, look, OutputError, plainFile } from './disk.ts';

export const MANIFEST = '.cxplan-manifest.json';
export const JOURNAL = '.cxplan-journal.json';

/**
 * Path relative to the output folder → the hashes that a file of ours may have there; none where a run was killed
 * before it knew.
 */
export type Manifest = Map<string, Set<string>>;

export interface Known {
  readonly manifest: Manifest;
  readonly journal: Manifest;
  /** What the files of the manifest were made from, where the run that wrote them said so. */
  readonly made: string | undefined;
}

/** Everything that the last run and any killed one since then may have left behind. */
export function readKnown(disk: Disk, folder: string): Known {
  const { files: manifest, made } = readList(disk, join(folder, MANIFEST));
  return { manifest, made, journal: readList(disk, join(folder, JOURNAL)).files };
}

/** Whether a run was stopped while it wrote this folder, or is at it. */
export function isUnfinished(folder: string, disk: Disk = DISK): boolean {
  return look(disk, join(folder, JOURNAL)) !== undefined;
}

/** The files that may be of another plan than the rest, because a run was stopped while it put them in place. */
export function mixedIn(folder: string, disk: Disk = DISK): readonly string[] {
  return mixed(readList(disk, join(folder, JOURNAL)).files);
}

/** Those that a journal expects with several contents. */
export function mixed(journal: Manifest): readonly string[] {
  return [...journal].flatMap(([path, hashes]) => (hashes.size > 1 ? [path] : []));
}

/** The manifest's or the journal's text: sorted, one file a line. */
export function listText(
  files: ReadonlyMap<string, string | readonly string[]>,
  made: string | undefined = undefined,
): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, made, files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

interface List {
  readonly files: Manifest;
  readonly made: string | undefined;
}

function readList(disk: Disk, path: string): List {
  if (!plainFile(disk, path)) return { files: new Map(), made: undefined };
  const known = parse(readText(disk, path));
  if (!known) {
    throw new OutputError(
      `${path} is damaged: restore it from version control, or delete it and run again with --force`,
    );
  }
  return known;
}

function readText(disk: Disk, path: string): string {
  try {
    return disk.readFileSync(path, 'utf8');
  } catch (error) {
    throw named(error, path);
  }
}

function parse(text: string): List | undefined {
  try {
    const { version, made, files } = JSON.parse(text);
    if (version !== 1 || typeof files !== 'object' || files === null) return undefined;
    const known: Manifest = new Map();
    for (const [path, hashes] of Object.entries(files)) {
      const all = Array.isArray(hashes) ? hashes : [hashes];
      if (!isInside(path) || !all.every((hash) => typeof hash === 'string')) return undefined;
      known.set(path, new Set(all));
    }
    return { files: known, made: typeof made === 'string' ? made : undefined };
  } catch {
    return undefined;
  }
}

/** Whether a relative path stays in its folder: a doctored manifest must not make us delete elsewhere. */
export function isInside(path: string): boolean {
  return (
    path !== '' &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') &&
    !/[\\:\0]/.test(path)
  );
}
