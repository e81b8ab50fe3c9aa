/** Contents in pieces: larger than a block, made only when they are needed, and broken off in the middle. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, hashOf } from '../../src/output/blocks.ts';
import type { OutputFile, Text } from '../../src/output/types.ts';
import { previewOutputs, writeOutputs } from '../../src/output/write.ts';
import { contents, QUICK, scratch } from './scratch.ts';

const PIECES = ['a'.repeat(70_000), 'ä€😀', '', 'b'.repeat(60_000), Buffer.from('ü'.repeat(40_000)), 'end\n'];
const WHOLE = Buffer.concat(PIECES.map((piece) => Buffer.from(piece as string)));

/** A file in pieces that counts how often it is made. */
function counted(path: string, pieces: () => Iterable<string | Uint8Array>): OutputFile & { made: number } {
  const file = {
    path,
    made: 0,
    text: () => {
      file.made += 1;
      return pieces();
    },
  };
  return file;
}

function bytes(text: Text): Buffer {
  const copies: Buffer[] = [];
  for (const block of blocksOf(text)) copies.push(Buffer.from(block));
  return Buffer.concat(copies);
}

describe('blocks', () => {
  it('hold what the pieces hold, however long these are', () => {
    expect(bytes(() => PIECES).equals(WHOLE)).toBe(true);
    expect(bytes(() => []).length).toBe(0);
    expect(bytes('ä').toString()).toBe('ä');
  });

  it('never are all there at once: the next block takes the place of the last', () => {
    const blocks = [...blocksOf(() => Array.from({ length: 10_000 }, (_, i) => `line ${i}\n`))];
    expect(blocks.length).toBeGreaterThan(1);
    expect(new Set(blocks.map(({ buffer }) => buffer)).size).toBe(1);
  });

  it('have the hash of the whole', () => {
    expect(hashOf(blocksOf(() => PIECES))).toBe(hashOf([WHOLE]));
  });
});

describe('a file in pieces', () => {
  const gently = { force: false };

  it('is written whole, and its hash is in the manifest', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, [{ path: 'plan.json', text: () => PIECES }], gently, QUICK);
    expect(fs.readFileSync(join(folder, 'plan.json')).equals(WHOLE)).toBe(true);
    const { files } = JSON.parse(contents(folder)['.cxplan-manifest.json']!);
    expect(files).toEqual({ 'plan.json': hashOf([WHOLE]) });
  });

  it('is made once where nothing stands, once where it is the same, and not at all for a first preview', async () => {
    const folder = join(scratch(), 'plan');
    const file = counted('plan.json', () => PIECES);
    previewOutputs(folder, [file], gently);
    expect(file.made).toBe(0);
    await writeOutputs(folder, [file], gently, QUICK);
    expect(file.made).toBe(1);
    const before = fs.statSync(join(folder, 'plan.json'));
    expect((await writeOutputs(folder, [file], gently, QUICK)).unchanged).toEqual(['plan.json']);
    expect(file.made).toBe(2);
    expect(fs.statSync(join(folder, 'plan.json'))).toMatchObject({
      ino: before.ino,
      mtimeMs: before.mtimeMs,
    });
  });

  it('that cannot be made to its end leaves everything as it was', async () => {
    const folder = join(scratch(), 'plan');
    await writeOutputs(folder, [{ path: 'a.md', text: 'old' }], gently, QUICK);
    const before = contents(folder);
    const broken = counted('plan.json', function* () {
      yield* PIECES;
      throw new TypeError('a fault in a renderer');
    });
    const files = [{ path: 'a.md', text: 'new' }, { path: 'b/c.md', text: 'new' }, broken];
    await expect(writeOutputs(folder, files, gently, QUICK)).rejects.toThrow('a fault in a renderer');
    expect(contents(folder)).toEqual(before);
    expect(fs.existsSync(join(folder, 'b'))).toBe(false);
  });

  it('is restored when git changed nothing but its line ends, even where a CRLF falls between two blocks', async () => {
    const folder = join(scratch(), 'plan');
    const text = `${'x'.repeat(64 * 1024 - 1)}\n${'y\n'.repeat(50_000)}`;
    const file = { path: 'plan.json', text: () => [text] };
    await writeOutputs(folder, [file], gently, QUICK);
    fs.writeFileSync(join(folder, 'plan.json'), text.replaceAll('\n', '\r\n'));
    expect((await writeOutputs(folder, [file], gently, QUICK)).written).toEqual(['plan.json']);
    fs.writeFileSync(join(folder, 'plan.json'), text.replace('x', 'z').replaceAll('\n', '\r\n'));
    await expect(writeOutputs(folder, [file], gently, QUICK)).rejects.toThrow(/plan\.json was changed/);
  });
});
