/** What a run is going to do to the output folder, worked out before it does anything. */
import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { type Known, listText, readKnown } from './manifest.ts';
import { asTargets, inspect, isFolder, type Work } from './targets.ts';
import { findTemporaries } from './temporary.ts';
import type { OutputFile } from './types.ts';

export interface WriteOptions {
  /** Overwrite what a person changed or put there. Links are never followed. */
  readonly force: boolean;
  /** Files of the last run that are left as they are although they are not written now. */
  readonly keep?: (path: string) => boolean;
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
  readonly result: WriteResult;
  /** Text of the manifest afterwards. */
  readonly manifest: string;
  /** Text of the journal meanwhile. */
  readonly journal: string;
  /** A run was killed before this one. */
  readonly hadJournal: boolean;
  /** Folders that may hold files of ours, as relative paths; `.` is the output folder itself. */
  readonly folders: readonly string[];
  /** Nothing to do: not even the manifest is touched. */
  readonly settled: boolean;
}

/** Looks at manifest, journal and files. @throws OutputError when something must not be overwritten */
export function survey(
  disk: Disk,
  folder: string,
  files: readonly OutputFile[],
  { force, keep = () => false }: WriteOptions,
): Survey {
  isFolder(disk, folder);
  const targets = asTargets(files);
  const wanted = new Map(targets.map((target) => [target.path, target.hash]));
  const { manifest: before, journal } = readKnown(disk, folder);
  const known = union(before, journal);
  const work = inspect(disk, folder, targets, known, { force, keep });

  const kept = [...known].filter(([path]) => keep(path) && !wanted.has(path));
  const manifest = listText(
    new Map([...wanted, ...kept.map(([path, hashes]) => [path, first(hashes)] as const)]),
  );
  const possible = union(known, new Map([...wanted].map(([path, hash]) => [path, new Set([hash])])));
  const folders = [...new Set(['.', ...[...possible.keys()].map(dirname)])];
  const settled =
    work.write.length + work.remove.length + journal.size === 0 &&
    manifest === listText(new Map([...before].map(([path, hashes]) => [path, first(hashes)]))) &&
    findTemporaries(disk, folder, folders).length === 0;
  return {
    work,
    result: {
      written: work.write.map((target) => target.path),
      unchanged: work.same.map((target) => target.path),
      removed: work.remove,
      kept: kept.map(([path]) => path).sort(),
    },
    manifest,
    journal: listText(new Map([...possible].map(([path, hashes]) => [path, [...hashes]]))),
    hadJournal: journal.size > 0,
    folders,
    settled,
  };
}

function first(hashes: ReadonlySet<string>): string {
  return [...hashes][0] ?? '';
}

function union(...lists: readonly Known[]): Known {
  const all: Known = new Map();
  for (const list of lists) {
    for (const [path, hashes] of list) all.set(path, new Set([...(all.get(path) ?? []), ...hashes]));
  }
  return all;
}
