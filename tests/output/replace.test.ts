import { chmodSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../../src/output/disk.ts';
import { replaceFiles } from '../../src/output/replace.ts';
import { contents, QUICK, scratch } from './scratch.ts';

function folder(): string {
  const root = scratch();
  writeFileSync(join(root, 'a.yaml'), 'a: 1\n');
  writeFileSync(join(root, 'b.yaml'), 'b: 1\n');
  return root;
}

const BOTH = [
  { path: 'a.yaml', before: 'a: 1\n', after: 'a: 2\n' },
  { path: 'b.yaml', before: 'b: 1\n', after: 'b: 2\n' },
];

describe('replacing files', () => {
  it('replaces all of them, keeps their rights and leaves nothing beside them', () => {
    const root = folder();
    chmodSync(join(root, 'a.yaml'), 0o640);
    replaceFiles(root, BOTH, QUICK);
    expect(contents(root)).toEqual({ 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 2\n' });
    expect(statSync(join(root, 'a.yaml')).mode & 0o777).toBe(0o640);
  });

  it('replaces none when one has changed since it was read', () => {
    const root = folder();
    writeFileSync(join(root, 'b.yaml'), 'b: 1 # mine\n');
    expect(() => replaceFiles(root, BOTH, QUICK)).toThrow(/b\.yaml has changed since it was read/);
    expect(contents(root)).toEqual({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1 # mine\n' });
  });

  it('takes the first back when the second cannot be put in place', () => {
    const root = folder();
    let failed = false;
    const disk = {
      ...QUICK,
      renameSync: (from: string, to: string) => {
        if (to.endsWith('b.yaml') && !failed) {
          failed = true;
          throw Object.assign(new Error('no'), { code: 'EACCES', path: to });
        }
        renameSync(from, to);
      },
    } as typeof QUICK;
    expect(() => replaceFiles(root, BOTH, disk)).toThrow(/permission denied.*nothing was written/);
    expect(contents(root)).toEqual({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
  });

  it('follows no link', () => {
    const root = folder();
    const elsewhere = join(scratch(), 'b.yaml');
    writeFileSync(elsewhere, 'b: 1\n');
    symlinkSync(elsewhere, join(root, 'c.yaml'));
    const files = [{ path: 'c.yaml', before: 'b: 1\n', after: 'b: 2\n' }];
    expect(() => replaceFiles(root, files, QUICK)).toThrow(OutputError);
    expect(readFileSync(elsewhere, 'utf8')).toBe('b: 1\n');
  });
});
