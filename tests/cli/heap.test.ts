/** A year larger than node's memory says so before it is planned. */
import { describe, expect, it } from 'vitest';
import { heapHint } from '../../src/cli/heap.ts';
import { firm } from './folder.ts';
import { run } from './host.ts';

const GIB = 2 ** 30;

describe('the memory that a year needs', () => {
  it('is no matter for half a million people in what node takes by itself', () => {
    expect(heapHint(2_300_000, 4 * GIB)).toBeUndefined();
  });

  it('is named for a million, with the setting that gives it', () => {
    expect(heapHint(4_570_000, 4 * GIB)).toBe(
      'This year has 4,570,000 requirements, and node allows itself 4,096 MiB of memory, which is too little for them: should it run out, set NODE_OPTIONS=--max-old-space-size=11264 and run it again.\n',
    );
    expect(heapHint(4_570_000, 11 * GIB)).toBeUndefined();
  });

  it('is told on stderr before planning, once, and not where the plan still holds', async () => {
    const folder = firm();
    const small = { heapLimit: async () => 1000 };
    const first = await run(['generate', folder], small);
    expect(first.code).toBe(0);
    expect(first.err).toMatch(
      /^This year has \d+ requirements, .* set NODE_OPTIONS=--max-old-space-size=1024 and/,
    );
    expect(first.err.match(/NODE_OPTIONS/g)).toHaveLength(1);
    expect((await run(['generate', folder], small)).err).toBe('');
    expect((await run(['generate', folder, '--fresh', '--quiet'], small)).err).toBe('');
    expect((await run(['generate', folder, '--fresh'])).err).toBe('');
  });
});
