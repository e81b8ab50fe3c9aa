import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../../src/output/disk.ts';
import { finishReplacing, replaceFiles } from '../../src/output/replace.ts';
import { contents, type Fault, faultyDisk, QUICK, scratch } from './scratch.ts';

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

/** Two files replaced and one added, in a folder of its own. */
const THREE = [...BOTH, { path: 'new/c.csv', before: undefined, after: 'c\n' }];
const OLD = { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' };
const FRESH = { 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 2\n', 'new/c.csv': 'c\n' };
const PAPER = '.cxplan-replacing.json';

/** Replaces them with a fault at one operation; whoever comes next is another process. */
function disturbed(n: number, fault: Fault): { root: string; message: string; count: number } {
  const root = folder();
  const { disk, count } = faultyDisk(n, fault);
  let message = '';
  try {
    replaceFiles(root, THREE, disk);
  } catch (error) {
    message = String(error);
  }
  const lock = join(root, '.cxplan-lock');
  if (existsSync(lock)) {
    const holder = JSON.parse(readFileSync(lock, 'utf8'));
    writeFileSync(lock, JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
  }
  return { root, message, count: count() };
}
/** What a person sees. */
const files = (root: string) =>
  Object.fromEntries(Object.entries(contents(root)).filter(([path]) => !/cxplan-/.test(path)));

describe('a run that is stopped while it replaces files', () => {
  /** Every operation of it. */
  const each = () => {
    const { count } = disturbed(Number.POSITIVE_INFINITY, { kind: 'kill', half: false });
    return Array.from({ length: count }, (_, i) => i + 1);
  };

  it.each([false, true])('is finished, or undone, by whoever comes next (half of a write: %s)', (half) => {
    const ends = new Set<string>();
    for (const n of each()) {
      const { root } = disturbed(n, { kind: 'kill', half });
      finishReplacing(root, QUICK);
      const found = files(root);
      expect([OLD, FRESH], `killed at ${n}`).toContainEqual(found);
      expect(existsSync(join(root, PAPER)), `killed at ${n}`).toBe(false);
      ends.add(found['a.yaml']!);
    }
    expect([...ends]).toEqual(['a: 1\n', 'a: 2\n']);
  });

  it.each(['EIO', 'ENOSPC'])('says the truth about what it has done where the disk says %s', (code) => {
    for (const n of each()) {
      const { root, message } = disturbed(n, { kind: 'error', code });
      if (message === '') expect(files(root), `at ${n}`).toEqual(FRESH);
      else if (message.includes('nothing was written')) expect(files(root), `at ${n}`).toEqual(OLD);
      else expect(message, `at ${n}`).toContain('run it again to finish');
      finishReplacing(root, QUICK);
      expect([OLD, FRESH], `at ${n}`).toContainEqual(files(root));
    }
  });

  /** Stopped with the first file in place and the second not. */
  const halfway = () => {
    const found = each()
      .map((n) => disturbed(n, { kind: 'kill', half: false }))
      .find(({ root }) => files(root)['a.yaml'] === 'a: 2\n' && files(root)['b.yaml'] === 'b: 1\n');
    return found!.root;
  };

  it('leaves a paper for its owner only, and overwrites nothing that a person has changed since', () => {
    const root = halfway();
    expect(statSync(join(root, PAPER)).mode & 0o777).toBe(0o600);
    writeFileSync(join(root, 'b.yaml'), 'b: mine\n');
    expect(() => finishReplacing(root, QUICK)).toThrow(/b\.yaml was changed after a run was stopped/);
    expect(files(root)).toEqual({ ...OLD, 'a.yaml': 'a: 2\n', 'b.yaml': 'b: mine\n' });
  });

  it('is not taken for one by a paper that somebody has brought along', () => {
    const root = folder();
    copyFileSync(join(halfway(), PAPER), join(root, PAPER));
    expect(() => finishReplacing(root, QUICK)).toThrow(/was not made here/);
    expect(() => replaceFiles(root, BOTH, QUICK)).toThrow(/was not made here/);
    expect(files(root)).toEqual(OLD);
  });
});
