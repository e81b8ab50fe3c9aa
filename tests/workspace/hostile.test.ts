/**
 * A workspace made to be costly costs at most twice the processor time of its clean twin, and prints nobody's name.
 * Each kind has as many lines, ids and letters as its twin: what is measured is the price of its mistakes alone.
 */
import { describe, expect, it } from 'vitest';
import { pretty } from '../../src/diagnostics/pretty.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { minimal } from '../fixtures.ts';

type Files = Readonly<Record<string, string>>;

/** Seconds that twice the clean twin may be exceeded by: suggestions have one budget a run, whatever the size. */
const BUDGET = 0.5;
const MANY = 3000;
const NAME = 'Quillfeather';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
/** Ids that are near to one another, so that each wrong one has many neighbours. */
const id = (i: number): string => `abcdefgh-${(i * 7919) % 100_003}`;

const roles = (keyOf: (i: number) => string, departmentOf: (i: number) => string): Files => ({
  'cxplan.yaml': minimal(),
  'roles.yaml': `departments:\n${numbers(MANY)
    .map((i) => `  ${id(i)}: {}`)
    .join('\n')}\nroles:\n${numbers(MANY)
    .map((i) => `  r${id(i)}: { department: ${departmentOf(i)}, ${keyOf(i)}: 3 }`)
    .join('\n')}\n`,
});
const roster = (roleOf: (i: number) => string, joined: (i: number) => string): Files => ({
  ...roles(
    () => 'heads',
    (i) => id(i),
  ),
  'cxplan.yaml': minimal({ programme: { people: 'people.csv' } }),
  'people.csv': `id,role,site,joined,name\n${numbers(MANY)
    .map((i) => `${i},${roleOf(i)},,${joined(i)},Ottoline ${NAME}`)
    .join('\n')}\n`,
});
const text = (long: string): Files => ({
  'cxplan.yaml': minimal({ programme: { mantra: long, timezone: long } }),
});
const words = (size: number): string => 'on time '.repeat(size / 8);

const KINDS: readonly [string, Files, Files][] = [
  ['60,000 blanks in one value', text(`a${' '.repeat(60_000)}b`), text(words(60_000))],
  ['a text without an end', text('x'.repeat(300_000)), text(words(300_000))],
  [
    'wrong references, each beside thousands of ids',
    roles(
      () => 'heads',
      (i) => `${id(i)}x`,
    ),
    roles(() => 'heads', id),
  ],
  ['misspelt keys by the thousand', roles((i) => `head${i}`, id), roles(() => 'heads', id)],
  [
    'a roster of unknown roles',
    roster(
      (i) => `r${id(i)}x`,
      () => '',
    ),
    roster(
      (i) => `r${id(i)}`,
      () => '',
    ),
  ],
  [
    'a roster of dates that are none',
    roster(
      (i) => `r${id(i)}`,
      (i) => `2027-13-${i}`,
    ),
    roster(
      (i) => `r${id(i)}`,
      () => '2026-01-05',
    ),
  ],
];

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
