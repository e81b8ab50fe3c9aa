/**
 * Thirteen replans of a firm of a thousand people, as programs of others see them: behind `npm run check:long`, as all of them
 * take a quarter of an hour. `CXPLAN_RUNS=300 CXPLAN_PROGRAMS=khal npx vitest run tests/living/fernhill-clients.test.ts` takes one.
 * Servers get the calendars whose names match `CXPLAN_CALENDAR`, by themselves each: `^departments/`, `.` for every one. They wait
 * for the disk with each event; `TMPDIR=/dev/shm` spares them that.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Happening, livesThrough } from '../publish/lived.ts';
import { Fernhill } from './fernhill.ts';

const isLong = Number(process.env.CXPLAN_RUNS ?? 0) >= 100;
const CALENDARS = new RegExp(process.env.CXPLAN_CALENDAR ?? '^departments/store-management$');

type Edit = readonly [path: string, from: string | RegExp, to: string];

const FINANCE = 'departments/finance-legal.yaml';
const HEADS = /( {2}accountant:[\s\S]*?heads: )\d+/;

/** What happens, and when. */
const YEAR: readonly (readonly [asOf: string, what: string, ...edits: Edit[]])[] = [
  [
    '2027-01-11',
    'a trainer falls ill',
    [
      'facilitators.yaml',
      /( {2}amira:[\s\S]*?away:\n)/,
      '$1      - { from: 2027-03-01, to: 2027-03-12, reason: Ill }\n',
    ],
  ],
  [
    '2027-01-25',
    'a room is closed',
    [
      'places.yaml',
      'site: york, seats: 8 }',
      'site: york, seats: 8, closed: [{ from: 2027-02-15, to: 2027-03-19 }] }',
    ],
  ],
  ['2027-02-08', 'more people', [FINANCE, HEADS, '$118']],
  ['2027-02-09', 'fewer people', [FINANCE, HEADS, '$113']],
  ['2027-02-22', 'a module comes'],
  [
    '2027-03-08',
    'a module is called otherwise',
    ['modules/everyone.yaml', 'Meet-a-customer lunch\n', 'Lunch with a customer\n'],
  ],
  [
    '2027-03-15',
    'a window moves',
    [
      'modules/head-office.yaml',
      '{ from: 2027-06-21, by: 2027-08-13 }',
      '{ from: 2027-06-28, by: 2027-08-20 }',
    ],
  ],
  [
    '2027-03-22',
    'a role has another id',
    [FINANCE, '  credit-controller:\n', '  invoice-clerk:\n    was: credit-controller\n'],
  ],
  [
    '2027-04-05',
    'a rhythm is denser',
    ['modules/everyone.yaml', '{ every: quarter, from: 2027-02-01 }', '{ every: month, from: 2027-02-01 }'],
  ],
  [
    '2027-04-19',
    'a trainer is replaced',
    ['facilitators.yaml', /^ {2}priya:\n {4}name: .*$/m, '  nora:\n    name: Nora Lind'],
  ],
  ['2027-05-03', 'a site is renamed', ['places.yaml', '{ name: York,', '{ name: York Monks Cross,']],
  ['2027-05-17', 'a calendar grows beyond what one file may hold'],
  ['2027-06-01', 'a module goes'],
];

/** For the managers of stores: their calendar crosses a thousand events. */
const WEEKLY = `modules:
  weekly-note:
    name: A note on last week's customers
    audience: { departments: [store-management] }
    format: self-paced
    minutes: 5
    when: { every: fortnight, from: 2027-06-01 }
    themes: [feedback]
    voices: [lunch-guests]
`;
const EXTRA = `modules:
  refunds-in-a-day:
    name: Refunds in a day
    audience: { departments: [finance] }
    format: workshop
    led: line
    minutes: 30
    seats: 8
    when: { from: 2027-03-15, by: 2027-09-30 }
    themes: [feedback]
    voices: [lunch-guests]
`;

describe.runIf(isLong)('a year of fernhill', () => {
  it('leaves every program with what the plan says', async () => {
    const firm = new Fernhill();
    const write = (path: string, text: string) => writeFileSync(join(firm.folder, path), text);
    const files: Readonly<Record<string, () => void>> = {
      'a module comes': () => write('modules/extra.yaml', EXTRA),
      'a calendar grows beyond what one file may hold': () => write('modules/weekly.yaml', WEEKLY),
      'a module goes': () => write('modules/extra.yaml', ''),
    };
    const happenings = YEAR.flatMap(([asOf, what, ...edits]): Happening[] => [
      {
        asOf,
        edit: () => {
          files[what]?.();
          for (const edit of edits) firm.edit(...edit);
        },
      },
      // And once with all times forgotten.
      ...(what === 'a site is renamed' ? [{ asOf: '2027-05-10', flags: ['--fresh'] }] : []),
    ]);
    const only = ['--only', 'ics'];
    const all = [{ asOf: '2027-01-03' }, ...happenings].map((one: Happening) => ({
      ...one,
      flags: [...(one.flags ?? []), ...only],
    }));
    const compared = await livesThrough(firm.folder, all, 'all.ics', (id) => CALENDARS.test(id));
    console.log(JSON.stringify(compared));
    expect(compared.replans).toBe(1 + happenings.length);
    const parts = readdirSync(join(firm.folder, 'plan/calendars/departments'));
    expect(parts.filter((name) => name.startsWith('store-management-q')).length).toBeGreaterThan(3);
  }, 3_600_000);
});
