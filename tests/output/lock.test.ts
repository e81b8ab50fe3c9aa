import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DISK } from '../../src/output/disk.ts';
import { takeLock } from '../../src/output/lock.ts';
import { whileLocked } from '../../src/output/write.ts';
import { contents, scratch } from './scratch.ts';

/** A lock as a run leaves it: it names its own place on the disk. */
const put = (folder: string, holder: object) => {
  const lock = join(folder, '.cxplan-lock');
  fs.writeFileSync(lock, '');
  fs.writeFileSync(lock, JSON.stringify({ ...holder, place: String(fs.lstatSync(lock).ino) }));
};
const ENDED = 2 ** 22 + 1;

describe('the lock', () => {
  it('is there while work is done, and gone afterwards', async () => {
    const folder = join(scratch(), 'plan');
    const during = await whileLocked(folder, async () => {
      fs.writeFileSync(join(folder, 'x'), '');
      return Object.keys(contents(folder));
    });
    expect(during).toEqual(['.cxplan-lock', 'x']);
    expect(Object.keys(contents(folder))).toEqual(['x']);
  });

  it('leaves no folder behind that was made in vain', async () => {
    const folder = join(scratch(), 'plan');
    await expect(whileLocked(folder, () => Promise.reject(new Error('no plan')))).rejects.toThrow('no plan');
    expect(fs.existsSync(folder)).toBe(false);
  });

  it('names the process that holds it', async () => {
    const folder = scratch();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      put(folder, { pid: other.pid, host: hostname(), started: null });
      expect(() => takeLock(DISK, folder)).toThrow(`is being written by process ${other.pid}`);
      expect(Object.keys(contents(folder))).toEqual(['.cxplan-lock']);
    } finally {
      other.kill();
    }
  });

  it('is taken over from a process that has ended', () => {
    const folder = scratch();
    put(folder, { pid: ENDED, host: hostname(), started: '1' });
    takeLock(DISK, folder)();
    expect(contents(folder)).toEqual({});
  });

  it.runIf(process.platform === 'linux')(
    'is taken over when its number belongs to another process by now',
    () => {
      const folder = scratch();
      put(folder, { pid: process.pid, host: hostname(), started: '1' });
      takeLock(DISK, folder)();
      expect(contents(folder)).toEqual({});
    },
  );

  it('of another machine is respected for an hour', () => {
    const folder = scratch();
    put(folder, { pid: 1, host: 'elsewhere', started: null });
    expect(() => takeLock(DISK, folder)).toThrow(/is being written by .*delete/);
    const before = Date.now() / 1000 - 2 * 60 * 60;
    fs.utimesSync(join(folder, '.cxplan-lock'), before, before);
    takeLock(DISK, folder)();
    expect(contents(folder)).toEqual({});
  });

  it.each([
    ['a copy of one that is held', { pid: process.pid, host: hostname(), started: null, place: '1' }],
    ['a copy of another machine’s', { pid: 1, host: 'elsewhere', started: null, place: '1' }],
    ['one without a place', { pid: 1, host: 'elsewhere', started: null }],
    ['anything else', 'not a lock'],
  ])('that was committed or unpacked is taken over at once: %s', (_what, holder) => {
    const folder = scratch();
    const text = typeof holder === 'string' ? holder : JSON.stringify(holder);
    fs.writeFileSync(join(folder, '.cxplan-lock'), text);
    takeLock(DISK, folder)();
    expect(contents(folder)).toEqual({});
  });

  it('sweeps what a run that was killed while taking it left beside it', () => {
    const folder = scratch();
    fs.writeFileSync(join(folder, `.cxplan-lock.${ENDED}`), '');
    fs.writeFileSync(join(folder, '.cxplan-lock.notes'), 'a person’s');
    takeLock(DISK, folder)();
    expect(Object.keys(contents(folder))).toEqual(['.cxplan-lock.notes']);
  });
});
