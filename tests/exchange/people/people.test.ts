/** HR exports: imported right, or refused with row, column and remedy. */
import { describe, expect, it } from 'vitest';
import { toDay } from '../../../src/calendar/date.ts';
import { type Mapping, NO_MAPPING } from '../../../src/exchange/mapping.ts';
import { NO_FIRM, type Proposal, sharesOf } from '../../../src/exchange/people/proposal.ts';
import { readPeople } from '../../../src/exchange/people/read.ts';
import { sourceOf } from '../table/source.ts';
import { EXPORTS } from './exports.ts';

function read(bytes: Uint8Array | string, mapping: Mapping = NO_MAPPING, skipIncomplete = false) {
  return readPeople(sourceOf(bytes, 'hr.csv', 4_096), {
    mapping,
    asOf: toDay('2027-01-04')!,
    skipIncomplete,
    firm: NO_FIRM,
  });
}

/** `kitchen: cook@leeds 2 +1, …`: +1 joiners. */
function short({ departments, roles }: Proposal): string[] {
  return Object.entries(departments).map(([id, { shifts }]) => {
    const hours = Object.entries(shifts ?? {}).map(
      ([name, shift]) => `${name} ${shift.hours} ${shift.share}`,
    );
    const own = Object.entries(roles)
      .filter(([, { department }]) => department === id)
      .map(([role, { heads, level, joiners }]) => {
        const where = typeof heads === 'number' ? ` ${heads}` : `@${Object.entries(heads).flat().join(' ')}`;
        return `${role}${where}${joiners ? ` +${joiners}` : ''}${level ? ` ${level}` : ''}`;
      });
    return `${id}${hours.length > 0 ? ` [${hours.join(', ')}]` : ''}: ${own.join(', ')}`;
  });
}

describe('an export', () => {
  it.each(EXPORTS.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { bytes, expected, others }) => {
      const { proposal, count, diagnostics } = await read(await bytes());
      expect(diagnostics).toEqual([]);
      expect(short(proposal!)).toEqual(expected);
      expect([count!.gone, count!.later, count!.again]).toEqual(others);
    },
  );
});

describe('what is refused', () => {
  const said = async (text: string, mapping?: Mapping) =>
    (await read(text, mapping)).diagnostics.map(
      ({ code, message, at, fix }) => `${at!.line}:${at!.column} ${code}: ${message} (${fix})`,
    );

  it('dates that may be read in two ways, with both', async () => {
    const text = 'id,job title,department,hire date\n1,Cook,Kitchen,03/04/2019\n2,Cook,Kitchen,05/06/2020\n';
    expect(await said(text)).toEqual([
      '2:16 ambiguous-date: "03/04/2019" (and 1 other date of the column) can be 2019-04-03 (day first) or 2019-03-04 (month first), and nothing in the column "hire date" says which (say --dates day-first or --dates month-first; it is kept in the mapping)',
    ]);
    expect(await said(text, { ...NO_MAPPING, dates: 'day-first' })).toEqual([]);
  });

  it('a date that is none', async () => {
    expect(
      await said('id;Stelle;Abteilung;Eintritt\n1;Koch;Küche;01.02.2020\n2;Koch;Küche;31.02.2020\n'),
    ).toEqual([
      '3:14 bad-date: "31.02.2020" in the column "Eintritt" is no date (write it as 2027-03-02, or leave the cell empty)',
    ]);
  });

  it('people without a department, told once', async () => {
    const text = 'id,job title,department\n1,Cook,Kitchen\n2,Cook,\n3,Cook,\n4,,Kitchen\n';
    expect(await said(text)).toEqual([
      '3:8 incomplete-rows: 2 people have nothing in the column "department" (rows 3, 4) on 2027-01-04 (fill it in, or leave such rows out with --skip-incomplete)',
      '5:3 incomplete-rows: one person has nothing in the column "job title" (row 5) on 2027-01-04 (fill it in, or leave such rows out with --skip-incomplete)',
    ]);
    const { count } = await read(text, NO_MAPPING, true);
    expect(count!.people).toBe(1);
  });

  it.each<[string, string, RegExp]>([
    ['no department', 'id,job title\n1,Cook\n', /no column "department".*--column department=/],
    ['no rows', 'id,job title,department\n', /nobody stands below/],
    ['JSON that is torn', '{"Resources": [{"userName": "a"', /no JSON from line 1/],
    ['JSON of something else', '{"a": 1}', /no users of SCIM/],
    ['a quote never closed', 'id,job title,department\n1,"Cook,Kitchen\n', /never closed/],
    [
      'numbers where departments are due',
      `id,job title,department\n${Array.from({ length: 10_002 }, (_, i) => `${i},Cook,d${i}`).join('\n')}`,
      /more than 10,000 different values by line 10002: is it the department/,
    ],
  ])('%s', async (_what, text, pattern) => {
    expect((await said(text)).join('\n')).toMatch(pattern);
  });
});

it('what a mapping says wins: columns, words, and a workspace’s own names', async () => {
  const text = 'Nr,Fn,Org,Place\n1,Cook,KIT-7,LDS\n2,Cook,KIT-8,LDS\n';
  const { proposal } = await read(text, {
    columns: { id: 'Nr', role: 'Fn', department: 'Org', site: 'Place' },
    values: new Map([
      [
        'department',
        new Map([
          ['kit7', 'kitchen'],
          ['kit8', 'kitchen'],
        ]),
      ],
      ['site', new Map([['lds', 'leeds']])],
    ]),
  });
  expect(short(proposal!)).toEqual(['kitchen: cook@leeds 2']);
});

it('shares add up to the whole, by largest remainders', () => {
  expect(sharesOf([1, 1, 1])).toEqual(['33.34%', '33.33%', '33.33%']);
  expect(sharesOf([5])).toEqual(['100%']);
  for (const people of [
    [3, 5, 7, 11],
    [1, 999],
    [2, 2, 2, 2, 2, 2, 1],
  ]) {
    expect(sharesOf(people).reduce((sum, share) => sum + Math.round(Number.parseFloat(share) * 100), 0)).toBe(
      10_000,
    );
  }
});
