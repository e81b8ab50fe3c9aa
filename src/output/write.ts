/**
 * Writes a run's files so that nobody ever sees half of one: first every new content goes into a temporary
 * sibling, so that a full disk leaves the old files as they were; then each is renamed into place, the
 * manifest last. A run that was killed in between is repaired by the next one, unasked.
 */
import { basename, dirname, join } from 'node:path';
import { causeOf } from './causes.ts';
import { attempt, DISK, type Disk, errorCode, flushFolder, makeFolder, OutputError, remove } from './disk.ts';
import { takeLock } from './lock.ts';
import { JOURNAL, MANIFEST, readKnown } from './manifest.ts';
import {
  journalText,
  manifestText,
  type Survey,
  survey,
  type WriteOptions,
  type WriteResult,
} from './survey.ts';
import { hashOnDisk, isFolder } from './targets.ts';
import {
  findTemporaries,
  makeFolders,
  removeEmpty,
  removeTemporaries,
  targetOf,
  temporary,
} from './temporary.ts';
import type { OutputFile } from './types.ts';
import { writeTogether, writeWhole } from './whole.ts';

/**
 * Brings the output folder to hold exactly `files` and whatever is not ours. Identical files are not touched.
 * @throws OutputError with path and cause
 */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  options: WriteOptions,
  disk: Disk = DISK,
): Promise<WriteResult> {
  try {
    const plan = survey(disk, folder, files, options);
    if (!plan.settled) {
      await prepare(disk, folder, plan);
      publish(disk, folder, plan);
    }
    return plan.result;
  } catch (error) {
    throw explained(folder, error);
  }
}

/**
 * The files of the last run, where it made them from the same, was not stopped, and each still holds what was written;
 * undefined where anything is otherwise. Their bytes are read, all of them: size and time of a file prove nothing.
 */
export function standingOutputs(
  folder: string,
  made: string,
  disk: Disk = DISK,
): readonly string[] | undefined {
  try {
    if (!isFolder(disk, folder)) return undefined;
    const known = readKnown(disk, folder);
    if (known.made !== made || known.journal.size > 0) return undefined;
    const paths = [...known.manifest.keys()];
    const above = [...new Set(['.', ...paths.map(dirname)])];
    if (findTemporaries(disk, folder, above).length > 0) return undefined;
    const folders = new Map<string, boolean>();
    const stands = ([path, hashes]: [string, Set<string>]) =>
      hashes.size === 1 && hashes.has(hashOnDisk(disk, folder, path, folders) ?? '');
    return [...known.manifest].every(stands) ? paths : undefined;
  } catch (error) {
    throw explained(folder, error);
  }
}

/** What {@link writeOutputs} would do, without doing it; the folder need not exist. */
export function previewOutputs(
  folder: string,
  files: readonly OutputFile[],
  options: WriteOptions,
): WriteResult {
  try {
    return survey(DISK, folder, files, options).result;
  } catch (error) {
    throw explained(folder, error);
  }
}

/**
 * Makes the folder if need be and holds its lock while `work` runs, so that a plan is read, made and written
 * by one run at a time. A folder that was made in vain is removed again.
 */
export async function whileLocked<T>(folder: string, work: () => Promise<T>, disk: Disk = DISK): Promise<T> {
  const { release, made } = lock(disk, folder);
  try {
    return await work();
  } finally {
    attempt(release);
    if (made) attempt(() => disk.rmdirSync(folder));
  }
}

function lock(disk: Disk, folder: string): { readonly release: () => void; readonly made: boolean } {
  try {
    const made = !isFolder(disk, folder);
    if (made) makeFolder(disk, folder);
    return { release: takeLock(disk, folder), made };
  } catch (error) {
    throw explained(folder, error);
  }
}

/** Everything that takes room on the disk. When it fails, the folder is made as it was. */
async function prepare(disk: Disk, folder: string, plan: Survey): Promise<void> {
  const { write } = plan.work;
  const paths = write.map(({ path }) => path);
  try {
    makeFolder(disk, folder);
    removeTemporaries(disk, folder, plan.folders);
    keepJournal(disk, folder, journalText(plan, new Map()));
    makeFolders(disk, folder, paths);
    const written = await writeTogether(disk, write, (path) => join(folder, temporary(path)));
    keepJournal(disk, folder, journalText(plan, written));
    writeWhole(disk, join(folder, temporary(MANIFEST)), manifestText(plan, written));
  } catch (error) {
    attempt(() => removeTemporaries(disk, folder, plan.folders));
    if (!plan.hadJournal) attempt(() => remove(disk, join(folder, JOURNAL)));
    attempt(() => removeEmpty(disk, folder, paths));
    throw error;
  }
}

/**
 * Once before anything is written, so that the next run knows where to look for what a killed one left; and again
 * before anything is put in place, with the hashes, which are known by then.
 */
function keepJournal(disk: Disk, folder: string, text: string): void {
  writeWhole(disk, join(folder, temporary(JOURNAL)), text);
  disk.renameSync(join(folder, temporary(JOURNAL)), join(folder, JOURNAL));
  flushFolder(disk, folder);
}

/** Only renames and removals, which hardly ever fail; what they leave undone, the next run does. */
function publish(disk: Disk, folder: string, { work, leftMixed }: Survey): void {
  const put = (path: string) => disk.renameSync(join(folder, temporary(path)), join(folder, path));
  try {
    for (const { path } of work.write) put(path);
    for (const path of work.remove) remove(disk, join(folder, path));
    const touched = [...work.write.map(({ path }) => path), ...work.remove];
    for (const parent of new Set(touched.map(dirname))) flushFolder(disk, join(folder, parent));
    removeEmpty(disk, folder, work.remove);
    put(MANIFEST);
    if (!leftMixed) remove(disk, join(folder, JOURNAL));
    flushFolder(disk, folder);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    throw new OutputError(`${words(error, folder)}; some files are new already, run it again to finish`);
  }
}

/** Gives file-system errors the words and the path that a person needs. */
function explained(folder: string, error: unknown): unknown {
  if (error instanceof OutputError || errorCode(error) === '') return error;
  return new OutputError(`${words(error, folder)}; nothing was written`);
}

function words(error: unknown, folder: string): string {
  const path = (error as NodeJS.ErrnoException).path ?? folder;
  return `cannot write ${join(dirname(path), targetOf(basename(path)))}: ${causeOf(errorCode(error))}`;
}
