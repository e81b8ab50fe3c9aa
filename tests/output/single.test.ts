/** One file that a person named: whole or as it was. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DISK, type Disk, OutputError } from '../../src/output/disk.ts';
import { writeSingle } from '../../src/output/single.ts';
import { contents, scratch } from './scratch.ts';

/** A disk on which one operation fails. */
function failing(operation: keyof Disk, code: string): Disk {
  const fail = () => {
    throw Object.assign(new Error(code), { code });
  };
  return { ...DISK, [operation]: fail };
}

describe('writeSingle', () => {
  it('writes, replaces, and leaves nothing else', () => {
    const folder = scratch();
    writeSingle(join(folder, 'a.json'), 'one');
    writeSingle(join(folder, 'a.json'), 'two');
    expect(contents(folder)).toEqual({ 'a.json': 'two' });
  });

  it.each<[keyof Disk, string]>([
    ['openSync', 'EACCES'],
    ['writeFileSync', 'ENOSPC'],
    ['fsyncSync', 'EIO'],
    ['renameSync', 'EROFS'],
  ])('leaves what was there when %s fails with %s, and says why', (operation, code) => {
    const folder = scratch();
    const file = join(folder, 'a.json');
    writeSingle(file, 'old');
    const write = () => writeSingle(file, 'new', failing(operation, code));
    expect(write).toThrow(OutputError);
    expect(write).toThrow(new RegExp(`a\\.json: .*\\(${code}\\)`));
    expect(contents(folder)).toEqual({ 'a.json': 'old' });
  });

  it('notices a disk that takes only half', () => {
    const folder = scratch();
    const file = join(folder, 'a.json');
    const half: Disk = {
      ...DISK,
      writeFileSync: ((path: number, bytes: Buffer) =>
        fs.writeFileSync(path, bytes.subarray(0, 1))) as Disk['writeFileSync'],
    };
    expect(() => writeSingle(file, 'new', half)).toThrow('only 1 of 3 bytes arrived');
    expect(contents(folder)).toEqual({});
  });

  it('never writes through a link', () => {
    const folder = scratch();
    fs.writeFileSync(join(folder, 'target'), 'old');
    fs.symlinkSync('target', join(folder, 'link'));
    expect(() => writeSingle(join(folder, 'link'), 'new')).toThrow('no plain file');
    expect(fs.readFileSync(join(folder, 'target'), 'utf8')).toBe('old');
  });
});
