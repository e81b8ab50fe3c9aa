/** What a run is going to do to the output folder, worked out before it does anything. */
import { dirname, join } from 'node:path';
import { type Disk, errorCode, look } from './disk.ts';
import { listText, type Manifest, mixed, readKnown } from './manifest.ts';
import { inOrder, inspect, isFolder, type Work } from './targets.ts';
import { findTemporaries } from './temporary.ts';
import type { OutputFile } from './types.ts';

export interface WriteOptions {
  /** Overwrite what a person changed or put there. Links are never followed. */
  readonly force: boolean;
  /** Files of the last run that are left as they are although they are not written now. */
  readonly keep?: (path: string) => boolean;
  /** Put in place after all others: whoever sees it new sees what it speaks of. */
  readonly last?: string;
  /** What the files are made from, in a word: noted beside them, so that the next run can tell that they stand. */
  readonly made?: string | undefined;
}

/** What happened, as paths relative to the folder, sorted. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Of an earlier run, left as they were. */
  readonly kept: readonly string[];
}

export interface Survey {
  readonly work: Work;
  readonly made: string | undefined;
  readonly result: WriteResult;
  /** What manifest and journal of before name. */
  readonly known: Manifest;
  /** A run was killed before this one. */
  readonly hadJournal: boolean;
  /** Left as they are, and of one plan or another: whoever writes them ends it. */
  readonly leftMixed: boolean;
  /** Folders that may hold files of ours, as relative paths; `.` is the output folder itself. */
  readonly folders: readonly string[];
  /** Nothing to do: not even the manifest is touched. */
  readonly settled: boolean;
}

/** Path → hash of what was written. */
export type Written = ReadonlyMap<string, string>;

/** Looks at manifest, journal and files. @throws OutputError when something must not be overwritten */
export function survey(
  disk: Disk,
  folder: string,
  files: readonly OutputFile[],
  { force, keep = () => false, last, made }: WriteOptions,
): Survey {
  isFolder(disk, folder);
  const wanted = inOrder(files);
  const { manifest: before, journal, made: madeBefore } = readKnown(disk, folder);
  const known = union(before, journal);
  const work = atLast(last, inspect(disk, folder, wanted, known, { force, keep }));

  const paths = wanted.map(({ path }) => path);
  const folders = [...new Set(['.', ...[...known.keys(), ...paths].map(dirname)])];
  const settled =
    work.write.length + work.remove.length + journal.size === 0 &&
    manifestText({ work, made }, new Map()) ===
      listText(new Map([...before].map(([path, hashes]) => [path, first(hashes)])), madeBefore) &&
    findTemporaries(disk, folder, folders).length === 0;
  return {
    work,
    made,
    result: {
      written: work.write.map(({ path }) => path).sort(),
      unchanged: [...work.same.keys()],
      removed: work.remove,
      // A run that was killed may have meant to write a file that never came to be, and a person may delete one.
      kept: [...work.kept.keys()].filter((path) => isThere(disk, join(folder, path))),
    },
    known,
    hadJournal: journal.size > 0,
    leftMixed: mixed(journal).some((path) => work.kept.has(path)),
    folders,
    settled,
  };
}

/** The manifest once everything is in place. */
export function manifestText({ work, made }: Pick<Survey, 'work' | 'made'>, written: Written): string {
  return listText(new Map([...work.same, ...written, ...work.kept]), made);
}

/** The journal meanwhile: whatever the folder may hold, with the hashes of what is written already. */
export function journalText({ work, known }: Survey, written: Written): string {
  const ours = [...work.same, ...written].map(([path, hash]) => [path, new Set([hash])] as const);
  const planned = work.write.map(({ path }) => [path, new Set<string>()] as const);
  const possible = union(known, new Map(planned), new Map(ours));
  return listText(new Map([...possible].map(([path, hashes]) => [path, [...hashes]])));
}

function atLast(last: string | undefined, work: Work): Work {
  const isLast = ({ path }: OutputFile) => path === last;
  const { write } = work;
  return { ...work, write: [...write.filter((file) => !isLast(file)), ...write.filter(isLast)] };
}

function isThere(disk: Disk, path: string): boolean {
  try {
    return look(disk, path) !== undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

function first(hashes: ReadonlySet<string>): string {
  return [...hashes][0] ?? '';
}

function union(...lists: readonly Manifest[]): Manifest {
  const all: Manifest = new Map();
  for (const list of lists) {
    for (const [path, hashes] of list) all.set(path, new Set([...(all.get(path) ?? []), ...hashes]));
  }
  return all;
}
