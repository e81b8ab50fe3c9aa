/**
 * The few file operations that writing needs, behind an interface so that tests can let each of them fail.
 * Nothing here follows a link, and everything that goes wrong says which file and why.
 */
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The part of `node:fs` that is used; tests hand in one that fails at a chosen operation. */
export interface Disk extends Files {
  /** Flushes an open file without waiting for it here. */
  readonly flush: (file: number) => Promise<void>;
}

type Files = Pick<
  typeof fs,
  | 'chmodSync'
  | 'closeSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readSync'
  | 'readdirSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

export const DISK: Disk = { ...fs, flush: promisify(fs.fsync) };

/** Why the output folder could not be written; the message names file and cause, for exit code 2. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Code of a file-system error, `''` for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Cleaning up must not hide the fault that made it necessary; the next run cleans up. */
export function attempt(clean: () => void): void {
  try {
    clean();
  } catch {}
}

/** What a path is, without following links; undefined when there is nothing. */
export function look(disk: Disk, path: string): fs.Stats | undefined {
  try {
    return disk.lstatSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The plain file at a path; undefined when there is nothing. @throws OutputError when something else stands there */
export function plainFile(disk: Disk, path: string): fs.Stats | undefined {
  const found = look(disk, path);
  if (found?.isSymbolicLink())
    throw new OutputError(`${path} is a link, and links are not followed: remove it`);
  if (found && !found.isFile())
    throw new OutputError(`${path} stands where a file is to be written: remove it`);
  return found;
}

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` tries for ever where the system takes
 * no new folder and says that there is none, as in `/proc`.
 */
export function makeFolder(disk: Disk, path: string): void {
  try {
    disk.mkdirSync(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    const above = dirname(path);
    if (errorCode(error) !== 'ENOENT' || above === path || look(disk, above)) throw error;
    makeFolder(disk, above);
    makeFolder(disk, path);
  }
}

/** Removes a file if it is there. */
export function remove(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Gives a file the rights of another. Some systems know none; that is no fault. */
export function keepRights(disk: Disk, path: string, mode: number): void {
  try {
    disk.chmodSync(path, mode & 0o777);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error;
  }
}

/** Flushes a folder, so that its renames survive a power cut. Some systems do not know how; that is no fault. */
export function flushFolder(disk: Disk, path: string): void {
  let folder: number;
  try {
    folder = disk.openSync(path, 'r');
  } catch (error) {
    if (['EISDIR', 'EPERM', 'EACCES'].includes(errorCode(error))) return;
    throw error;
  }
  try {
    disk.fsyncSync(folder);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'ENOTSUP', 'EISDIR'].includes(errorCode(error))) throw error;
  } finally {
    disk.closeSync(folder);
  }
}
