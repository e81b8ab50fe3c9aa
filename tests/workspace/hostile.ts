/** Workspaces made to be costly, each with a clean twin of as many lines, ids and letters. */
import { minimal } from '../fixtures.ts';

export type Files = Readonly<Record<string, string>>;

const MANY = 3000;
/** Of everybody in the rosters. */
export const NAME = 'Quillfeather';

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

/** What it is, the costly workspace, and its clean twin. */
export const KINDS: readonly [string, Files, Files][] = [
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
