/** A roster in the form that another system keeps it in: the same people, and each mistake at its own place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeText } from '../../src/diagnostics/frame.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import type { Loaded } from '../../src/workspace/types.ts';
import { minimal } from '../fixtures.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cxplan-roster-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const firm = (people: unknown): string =>
  minimal({
    sites: { leeds: {}, york: {} },
    departments: {
      stores: {
        site: 'leeds',
        shifts: {
          early: { days: 'mon-fri', hours: '06:00-14:00' },
          late: { days: 'mon-fri', hours: '14:00-22:00' },
        },
      },
      office: { site: 'york' },
    },
    roles: { colleague: { heads: { leeds: 2, york: 1 } }, clerk: { department: 'office', heads: 1 } },
    programme: { people },
  });

async function loaded(file: string, content: string | Uint8Array, more: object = {}): Promise<Loaded> {
  mkdirSync(join(root, 'hr'), { recursive: true });
  writeFileSync(join(root, 'cxplan.yaml'), firm({ file, ...more }));
  writeFileSync(join(root, file), content);
  return loadWorkspace(root);
}

const said = ({ diagnostics }: Loaded): string[] =>
  diagnostics
    .filter(({ code }) => code !== 'heads-disagree')
    .map(({ severity, code, at }) => `${severity} ${code} ${placeText(at!)}`);

const TITLES = ['id', 'role', 'site', 'shift', 'joined', 'name'];
const ROWS = [
  ['e-1', 'colleague', 'leeds', 'early', '2019-05-01', 'Zoë Ångström'],
  ['e-2', 'colleague', 'york', 'late', '', 'Noël; jr'],
  ['k-1', 'clerk', '', '', '', 'Eve'],
];
const text = (rows: readonly string[][], separator = ',', end = '\n'): string =>
  rows
    .map((row) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator) + end)
    .join('');
const swapped = (content: string): Buffer => Buffer.from(`\ufeff${content}`, 'utf16le').swap16();
const sheet = (rows: unknown[][], name = 'Staff'): Promise<Uint8Array> =>
  writeXlsx({
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: [
      { name: 'Notes', rows: [['Made for somebody']] },
      { name, rows: rows as never },
    ],
  });

const user = (number: string, title: string, more: object = {}): object => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: `u-${number}`,
  userName: `${number}@x.example`,
  title,
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: number, ...more },
});

const all = [TITLES, ...ROWS];
const days = all.map((row) =>
  row.map((cell) => (/^\d{4}-/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell)),
);
const FORMS: readonly [string, string, () => string | Uint8Array | Promise<Uint8Array>, object?][] = [
  ['UTF-16 with tabs', 'hr/people.csv', () => Buffer.from(`\ufeff${text(all, '\t', '\r\n')}`, 'utf16le')],
  ['UTF-16, the high byte first', 'hr/people.txt', () => swapped(text(all))],
  ['semicolons, said in the first line', 'hr/people.csv', () => `sep=;\r\n${text(all, ';', '\r\n')}`],
  ['bars', 'hr/people.txt', () => text(all, '|')],
  ['line ends of old Macintoshes', 'hr/people.csv', () => text(all, ';', '\r')],
  ['lines above the titles', 'hr/people.csv', () => `Staff list\n"As of, 2027-01-01"\n\n${text(all)}`],
  [
    'titles in other spelling',
    'hr/people.csv',
    () => text([['Person Nr.', ...TITLES.slice(1)], ...ROWS]),
    { columns: { id: 'person-nr' } },
  ],
  ['a workbook', 'hr/people.xlsx', () => sheet(days), { sheet: 'staff' }],
  [
    'a workbook with rows above the titles',
    'hr/people.xlsx',
    () => sheet([['Staff list'], [], ...days]),
    { sheet: 'Staff' },
  ],
];

describe('a roster in another form', () => {
  it.each(FORMS)('%s: the same people and the same meaning', async (_, file, make, more) => {
    const plain = await loaded('people.csv', text(all));
    const other = await loaded(file, await make(), more);
    expect(said(other)).toEqual([]);
    expect(other.model?.people).toHaveLength(3);
    expect(other.model?.people).toEqual(plain.model?.people);
    expect(other.inputs).toBe(plain.inputs);
  });

  it('in windows-1252 is read, and that is told', async () => {
    const other = await loaded('people.csv', Buffer.from(text(all), 'latin1'));
    expect(said(other)).toEqual(['warn not-utf8 people.csv:2:1']);
    expect(other.model?.people?.map(({ name }) => name)).toEqual(['Zoë Ångström', 'Noël; jr', 'Eve']);
  });

  it('may have other words than the workspace has ids', async () => {
    const rows = [
      ['e-1', 'Sales Assistant', 'LDS', 'Früh', '', ''],
      ['e-2', 'SALES ASSISTANT', 'york', 'late', '', ''],
    ];
    const values = {
      role: { 'Sales assistant': 'colleague' },
      site: { LDS: 'leeds' },
      shift: { früh: 'early' },
    };
    const { model, diagnostics } = await loaded('people.csv', text([TITLES, ...rows]), { values });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(model?.people?.map(({ id, role, site, shift }) => [id, role, site, shift].join())).toEqual([
      'e-1,colleague,leeds,early',
      'e-2,colleague,york,late',
    ]);
  });

  it('of SCIM has managers by their numbers, whoever is active, and any attribute as a column', async () => {
    const users = [
      user('e-1', 'colleague', { division: 'leeds', costCenter: 'early', manager: { value: 'u-k-1' } }),
      { ...user('e-9', 'colleague'), active: false },
      {
        ...user('k-1', 'Clerk of the office'),
        name: { givenName: 'Eve', familyName: 'Ray' },
        emails: [{ value: 'eve@x.example' }],
      },
    ];
    const more = {
      columns: { site: 'division', shift: 'costCenter' },
      values: { role: { 'clerk of the office': 'clerk' } },
    };
    const list = JSON.stringify({ totalResults: 3, Resources: users });
    const read = await loaded('people.json', list, more);
    expect(said(read)).toEqual([]);
    expect(read.model?.people).toMatchObject([
      { id: 'e-1', site: 'leeds', shift: 'early', manager: 'k-1' },
      { id: 'k-1', role: 'clerk', name: 'Eve Ray', email: 'eve@x.example' },
    ]);
  });
});

describe('a mistake in a roster of another form', () => {
  const wrong = [TITLES, ROWS[0]!, ['e-2', 'colleague', 'york', 'night', '', 'Noël']];
  it.each<[string, string, () => string | Uint8Array | Promise<Uint8Array>, string]>([
    ['UTF-16', 'hr/people.csv', () => swapped(text(wrong)), 'hr/people.csv:3:20'],
    ['first line', 'hr/people.csv', () => `sep=;\n${text(wrong, ';')}`, 'hr/people.csv:4:20'],
    ['lines above', 'hr/people.csv', () => `Staff list\n\n${text(wrong)}`, 'hr/people.csv:5:20'],
    [
      'workbook',
      'hr/people.xlsx',
      () => sheet([['Staff list'], [], [], ...wrong.map((row) => ['', ...row])]),
      'hr/people.xlsx:Staff!E6',
    ],
    [
      'SCIM',
      'hr/people.json',
      () => `[${JSON.stringify(user('e-1', 'clerk'))},\n  ${JSON.stringify(user('e-2', 'nobody'))}]`,
      'hr/people.json:2:74',
    ],
  ])('%s: has its place', async (_, file, make, place) => {
    const read = await loaded(file, await make(), file.endsWith('xlsx') ? { sheet: 'Staff' } : {});
    expect(said(read)).toEqual([`error unknown-reference ${place}`]);
  });

  it('shows no line of a text that stands in no file', async () => {
    const read = await loaded('people.xlsx', await sheet(wrong), { sheet: 'Staff' });
    expect(read.sources.has('people.xlsx')).toBe(false);
    expect(read.diagnostics[0]!.message).not.toContain('Noël');
  });

  it.each<[string, string | Uint8Array, string]>([
    ['a sheet that is not there', '', 'people.xlsx has no sheet "Stuff"'],
    ['a web page', '<html><table>', 'people.xlsx is a web page, whatever its name says'],
    ['JSON of something else', '{"a": 1}', 'people.xlsx holds no users of SCIM 2.0'],
  ])('%s is told', async (_, content, message) => {
    const bytes = content === '' ? await sheet(all) : content;
    const read = await loaded('people.xlsx', bytes, { sheet: 'Stuff' });
    expect(read.diagnostics.map((one) => one.message)).toEqual([message]);
    expect(read.model).toBeUndefined();
  });
});

it('attendance stays a CSV file, and a workbook is told how to be read', async () => {
  writeFileSync(join(root, 'cxplan.yaml'), minimal({ programme: { attendance: 'came.xlsx' } }));
  writeFileSync(join(root, 'came.xlsx'), await sheet(all));
  const { diagnostics } = await loadWorkspace(root);
  expect(diagnostics.map(({ code, fix }) => [code, fix])).toEqual([
    ['not-utf8', 'name a CSV file as programme.attendance and take its rows over: cxplan attend came.xlsx'],
  ]);
});
