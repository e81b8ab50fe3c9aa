/** Folders to write into, and a disk that fails when it is told to. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { DISK, type Disk } from '../../src/output/disk.ts';

/** An empty folder that is gone after the test. */
export function scratch(): string {
  const folder = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'cxplan-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below a folder: relative path → content (links as `-> target`), sorted. */
export function contents(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[relative(folder, path)] = fs.readFileSync(path, 'latin1');
    else if (entry.isSymbolicLink()) found[relative(folder, path)] = `-> ${fs.readlinkSync(path)}`;
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The real disk, but for the waiting: whether a flush happens is counted, what it does to a disk is not tested. */
export const QUICK: Disk = { ...DISK, fsyncSync: () => {}, flush: async () => {} };

export type Fault =
  | { readonly kind: 'kill'; readonly half: boolean }
  | { readonly kind: 'error'; readonly code: string };

/** Stands for a process that is no more: nothing it would do afterwards happens either. */
export class Killed extends Error {}

/** Operations that only look; a kill before one of them is the same as before the next that changes something. */
const LOOKING = new Set(['lstatSync', 'readFileSync', 'readSync', 'readdirSync', 'fstatSync']);

/**
 * A disk that behaves until its n-th operation that changes something (from 1), and then is killed (before
 * or halfway through a write) or reports an error. `count()` says how many there were.
 */
export function faultyDisk(n: number, fault: Fault): { readonly disk: Disk; readonly count: () => number } {
  let done = 0;
  let dead = false;
  const wrap =
    (name: keyof Disk) =>
    (...args: unknown[]) => {
      const act = QUICK[name] as (...args: unknown[]) => unknown;
      if (dead) throw new Killed();
      if (LOOKING.has(name) || ++done !== n) return act(...args);
      if (fault.kind === 'error') {
        if (name === 'closeSync') act(...args);
        if (name === 'writeFileSync') act(args[0], half(args[1]));
        throw Object.assign(new Error(`${fault.code}: made up, ${name}`), {
          code: fault.code,
          syscall: name,
        });
      }
      dead = true;
      if (fault.half && name === 'writeFileSync') act(args[0], half(args[1]));
      throw new Killed();
    };
  const disk = Object.fromEntries(Object.keys(DISK).map((name) => [name, wrap(name as keyof Disk)]));
  return { disk: disk as unknown as Disk, count: () => done };
}

function half(bytes: unknown): Buffer {
  return (bytes as Buffer).subarray(0, Math.floor((bytes as Buffer).length / 2));
}
