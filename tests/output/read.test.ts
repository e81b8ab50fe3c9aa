import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../../src/output/disk.ts';
import { readLong } from '../../src/output/read.ts';
import { scratch } from './scratch.ts';

/** Longer than a block, with characters that fall between two of them. */
const LINES = Array.from({ length: 9_000 }, (_, i) => `${i} ä€😀`);

describe('reading back a file that may be longer than any string', () => {
  it('gives its text where that fits', () => {
    const folder = scratch();
    fs.writeFileSync(join(folder, 'plan.json'), '{}\n');
    expect(readLong(folder, 'plan.json')).toBe('{}\n');
    expect(readLong(folder, 'other.json')).toBeUndefined();
    expect(readLong(join(folder, 'nowhere'), 'plan.json')).toBeUndefined();
  });

  it.each(['\n', '\r\n'])('else its lines, whatever ends them (%j), without a byte order mark', (end) => {
    const folder = scratch();
    fs.writeFileSync(join(folder, 'plan.json'), `\uFEFF${LINES.join(end)}${end}`);
    expect([...readLong(folder, 'plan.json', 1000)!]).toEqual([...LINES, '']);
  });

  it('follows no link', () => {
    const folder = scratch();
    fs.writeFileSync(join(folder, 'target'), LINES.join('\n'));
    fs.symlinkSync('target', join(folder, 'plan.json'));
    expect(() => readLong(folder, 'plan.json', 1000)).toThrow(OutputError);
  });
});
