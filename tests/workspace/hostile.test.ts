/**
 * A workspace made to be costly costs at most twice the processor time of its clean twin, and prints nobody's name.
 * Each kind has as many lines, ids and letters as its twin: what is measured is the price of its mistakes alone.
 */
import { describe, expect, it } from 'vitest';
import { pretty } from '../../src/diagnostics/pretty.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { type Files, KINDS, NAME } from './hostile.ts';

/** Seconds that twice the clean twin may be exceeded by: suggestions have one budget a run, whatever the size. */
const BUDGET = 0.5;

/** What is said of it, and the least processor time of three runs, in seconds. */
async function cost(
  files: Files,
): Promise<{ readonly said: string; readonly seconds: number; readonly mistakes: number }> {
  let best = Number.POSITIVE_INFINITY;
  let said = '';
  let mistakes = 0;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    const { diagnostics, sources } = await loadSources(new Map(Object.entries(files)));
    said = pretty(diagnostics, sources);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
    mistakes = diagnostics.filter(({ severity }) => severity === 'error').length;
  }
  return { said, seconds: best, mistakes };
}

describe('a hostile workspace', () => {
  it.each(KINDS)('%s: twice the clean twin at most, and nobody’s name', async (_, hostile, clean) => {
    const twin = await cost(clean);
    const { said, seconds, mistakes } = await cost(hostile);
    expect(mistakes).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(2 * twin.seconds + BUDGET);
    expect(said).not.toContain(NAME);
    expect(said).not.toContain('Ottoline');
  });
});
