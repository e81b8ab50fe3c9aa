/**
 * Keeps two runs from writing one output folder at once. The lock is a file that names its process; one that a
 * killed run left behind is recognised (the process is gone, or its number has been given to another) and taken
 * over without asking. It names its own place on the disk, too: one that was committed, copied or unpacked stands in
 * another, and is nobody's.
 */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { attempt, type Disk, errorCode, look, OutputError, plainFile, remove } from './disk.ts';
import { writeWhole } from './whole.ts';

export const LOCK = '.cxplan-lock';
/** After so long a lock of another machine, whose processes we cannot see, is taken to be left behind. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Takes the lock of an existing folder and gives back the way to release it. Throws when another run holds it. */
export function takeLock(disk: Disk, folder: string): () => void {
  const lock = join(folder, LOCK);
  const mine = join(folder, `${LOCK}.${process.pid}`);
  try {
    writeWhole(disk, mine, { textOf });
    for (let attempt = 0; !claim(disk, mine, lock); attempt++) {
      if (attempt === 3) throw new OutputError(`${folder} is busy: other runs are writing it`);
      clearStale(disk, folder, lock, mine);
    }
  } finally {
    attempt(() => remove(disk, mine));
  }
  attempt(() => sweep(disk, folder));
  return () => remove(disk, lock);
}

/** Who holds it, and where on the disk it was made. */
function textOf(place: string): string {
  return `${JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid), place })}\n`;
}

/** A file's number on its disk, which a hard link keeps and a copy does not. */
function placeOf(disk: Disk, path: string): string | null {
  const found = look(disk, path);
  return found ? String(found.ino) : null;
}

/** Removes what runs that were killed while taking the lock left beside it. */
function sweep(disk: Disk, folder: string): void {
  for (const name of disk.readdirSync(folder)) {
    const match = /^\.cxplan-lock\.(\d+)(?:\.stale)?$/.exec(name);
    if (match && !isAlive(Number(match[1]))) remove(disk, join(folder, name));
  }
}

/** A hard link appears whole or not at all, and never over another. */
function claim(disk: Disk, mine: string, lock: string): boolean {
  try {
    disk.linkSync(mine, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (NO_LINKS.has(errorCode(error))) return claimByName(disk, mine, lock);
    throw error;
  }
}

/** For file systems without hard links. */
function claimByName(disk: Disk, mine: string, lock: string): boolean {
  if (look(disk, lock)) return false;
  disk.renameSync(mine, lock);
  return true;
}

/** Moves a lock that was left behind out of the way; throws when its run is alive. */
function clearStale(disk: Disk, folder: string, lock: string, mine: string): void {
  const held = read(disk, lock);
  if (held === undefined) return;
  if (!isStale(disk, held, lock, mine)) throw new OutputError(busy(folder, held, lock));
  // Between reading and moving, another run may have taken over: then its lock goes back where it was.
  const aside = `${mine}.stale`;
  try {
    disk.renameSync(lock, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (read(disk, aside) !== held) claim(disk, aside, lock);
  remove(disk, aside);
}

function read(disk: Disk, path: string): string | undefined {
  try {
    return plainFile(disk, path) ? disk.readFileSync(path, 'utf8') : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isStale(disk: Disk, held: string, lock: string, mine: string): boolean {
  const holder = parse(held);
  if (holder?.place !== placeOf(disk, lock)) return true;
  if (holder.host !== hostname()) return ageOf(disk, lock, mine) > FORGOTTEN_AFTER_MS;
  if (!isAlive(holder.pid)) return true;
  const started = startOf(holder.pid);
  return holder.started !== null && started !== null && holder.started !== started;
}

/** How much older the lock is than our own, by the file system's clock. */
function ageOf(disk: Disk, lock: string, mine: string): number {
  return (look(disk, mine)?.mtimeMs ?? 0) - (look(disk, lock)?.mtimeMs ?? 0);
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
  readonly place: string | null;
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text);
    return Number.isInteger(holder?.pid) && holder.pid > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** When a process started, in the kernel's ticks; null where there is no /proc to ask. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function busy(folder: string, held: string, lock: string): string {
  const holder = parse(held);
  const who = holder ? `process ${holder.pid} on ${JSON.stringify(String(holder.host))}` : 'another run';
  return `${folder} is being written by ${who}; wait for it to end, or delete ${lock} if it is not running`;
}
