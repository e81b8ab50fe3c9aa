/** Tables as programs write them: one reader takes them all, or says where and why not. */
import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readRecords, readTable } from '../../../src/exchange/table/table.ts';
import type { Field, TableForm } from '../../../src/exchange/table/types.ts';
import { openWorkbook } from '../../../src/exchange/table/workbook.ts';
import { sourceOf, type Writing, written } from './source.ts';

const FIELDS: readonly Field[] = [
  { id: 'id', names: ['Employee ID', 'Personalnummer', 'Matricule'], required: true },
  { id: 'department', names: ['Abteilung', 'Département', 'Departamento', 'Afdeling'], required: true },
  { id: 'site', names: ['Location', 'Standort'] },
  { id: 'joined', names: ['Hire Date', 'Eintritt'] },
];

async function rowsOf(bytes: Uint8Array | string, form: TableForm = {}, piece?: number) {
  const { table, diagnostics } = await readTable(sourceOf(bytes, 'table.csv', piece), FIELDS, form);
  const rows = table?.rows.map((row) => FIELDS.map(({ id }) => row.cell(id) ?? '').join(' '));
  return {
    table,
    rows,
    said: diagnostics.map(
      ({ code, message, at, fix }) => `${at!.line}:${at!.column} ${code}: ${message} (${fix})`,
    ),
  };
}

const GERMAN =
  'Personalnummer;Abteilung;Standort;Eintritt\r\n007;Küche;Köln €;01.02.2027\r\n008;Büro;"Bad\r\nEms";\r\n';
const EXPECTED = ['007 Küche Köln € 01.02.2027', '008 Büro Bad\r\nEms '];

describe('a table', () => {
  it.each<Writing>([
    'utf-8',
    'utf-8 with BOM',
    'utf-16le with BOM',
    'utf-16le',
    'utf-16be with BOM',
    'windows-1252',
  ])('in %s', async (how) => {
    for (const piece of [3, 17, 1 << 20]) {
      const { rows, said, table } = await rowsOf(written(GERMAN, how), {}, piece);
      expect(said).toEqual([]);
      expect(rows).toEqual(EXPECTED);
      expect(table!.found.encoding).toBe(how.split(' ')[0]);
      expect(table!.found.separator).toBe(';');
    }
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('with %s', async (_name, separator) => {
    const { rows } = await rowsOf(
      ['Employee ID|Department|Location|Hire date', '1|HR|"A, B"|2027-01-04']
        .join('\n')
        .replaceAll('|', separator),
    );
    expect(rows).toEqual(['1 HR A, B 2027-01-04']);
  });

  it('that says its separator', async () => {
    const named = await rowsOf('sep=|\r\nid|department\r\n1|a\r\n|\r\n2|"b""c"\r\n');
    expect(named.rows).toEqual(['1 a  ', '2 b"c  ']);
    expect(named.table!.rows[1]!.place('department')).toEqual({
      file: 'table.csv',
      line: 5,
      column: 3,
      endColumn: 9,
    });
  });

  it('whose header comes after titles and blank lines', async () => {
    const { rows, table } = await rowsOf(
      'Headcount report\nPrinted 2026-11-02, all sites\n\nEMPLOYEE_ID,Name,Département\n7,x,Cuisine\n',
    );
    expect(rows).toEqual(['7 Cuisine  ']);
    expect(table!.found).toMatchObject({ headerLine: 4, header: ['EMPLOYEE_ID', 'Name', 'Département'] });
  });

  it('in lines of old Macintoshes, with blank rows', async () => {
    expect((await rowsOf('id,department\r1,a\r,\r2,b\r')).rows).toEqual(['1 a  ', '2 b  ']);
  });

  it('with a mapping takes the columns that it says', async () => {
    const text = 'Nr,id,Team,Department\n1,x,HR,Group\n';
    const { rows } = await rowsOf(text, { columns: { id: 'nr', department: 'TEAM' } });
    expect(rows).toEqual(['1 HR  ']);
    const { said } = await rowsOf(text, { columns: { department: 'Unit' } });
    expect(said).toEqual([expect.stringContaining('1:1 csv-missing-column: table.csv has no column "Unit"')]);
  });

  it('knows where its cells stand', async () => {
    const { table } = await rowsOf(written(GERMAN, 'utf-16le with BOM'));
    expect(table!.rows[0]!.place('site')).toEqual({ file: 'table.csv', line: 2, column: 11, endColumn: 17 });
    expect(table!.rows[1]!.place()).toEqual({ file: 'table.csv', line: 3, column: 1 });
  });
});

describe('a workbook', () => {
  const book = (rows: unknown[][], name = 'Staff') =>
    writeXlsx({
      properties: { created: new Date(0), modified: new Date(0) },
      sheets: [
        { name: 'Staff', rows: rows as never },
        {
          name: 'Notes',
          rows: [
            ['id', 'department'],
            ['n1', name],
          ],
        },
      ],
    });

  it.each(['1900', '1904'])('of %s, with lengths of time over a day', async (epoch) => {
    // As openpyxl writes them: `[h]:mm`, a time, a day and an instant.
    const bytes = readFileSync(new URL(`hours-${epoch}.xlsx`, import.meta.url));
    const { records } = await openWorkbook(sourceOf(bytes, 'hours.xlsx'), undefined);
    const texts: string[] = [];
    for await (const { cells, line } of records) if (line > 1) texts.push(cells[0]!);
    expect(texts.filter((_, i) => i !== 2)).toEqual([
      '01:30:00',
      '23:30:00',
      '26:00:00',
      '38:30:00',
      '50:00:00',
      '100:00:00',
      '01:30:00',
      '2027-03-01',
      '2027-03-01 09:30:00',
    ]);
  });

  it('with a title row, numbers and days', async () => {
    const bytes = await book([
      ['Headcount'],
      [],
      ['Personalnummer', 'Abteilung', '', 'Eintritt'],
      [7, 'Küche', null, new Date('2027-02-01T00:00:00Z')],
      ['008', 'Büro', null, null],
    ]);
    const { rows, table } = await rowsOf(bytes);
    expect(rows).toEqual(['7 Küche  2027-02-01', '008 Büro  ']);
    expect(table!.found).toMatchObject({ kind: 'workbook', sheet: 'Staff', headerLine: 3 });
    expect(table!.rows[0]!.place('joined')).toEqual({ file: 'table.csv', line: 4, column: 4 });
  });

  it('by the name of a sheet; a wrong one is refused with those there are', async () => {
    const bytes = await book([['x']]);
    expect((await rowsOf(bytes, { sheet: 'notes' })).rows).toEqual(['n1 Staff  ']);
    expect((await rowsOf(bytes, { sheet: 'Note' })).said).toEqual([
      '1:1 unknown-sheet: table.csv has no sheet "Note" (did you mean "Notes"?)',
    ]);
  });

  it('that is torn, or says it unpacks to too much, is refused', async () => {
    const bytes = await book([
      ['id', 'department'],
      ['1', 'x'],
    ]);
    expect((await rowsOf(bytes.subarray(0, bytes.length - 400))).said[0]).toContain('not-a-workbook');
    const bomb = bytes.slice();
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    expect((await rowsOf(bomb)).said[0]).toContain('unpacks to more than 512 MB');
    expect(
      (await rowsOf(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]))).said[0],
    ).toContain('not-a-workbook');
  });
});

describe('what is no table', () => {
  const PAGE = '<html><head><meta charset="utf-8"></head><table><tr><td>Employee ID</td></tr></table></html>';
  const BOOK_2003 =
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">';
  it.each<[string, Uint8Array | string]>([
    ['a web page', PAGE],
    ['a web page', `\ufeff\r\n<!DOCTYPE html>${PAGE}`],
    ['a web page', Buffer.from(`\ufeff${PAGE}`, 'utf16le')],
    ['a web page', '<table border="1"><tr><th>Abteilung</th></tr></table>'],
    ['a workbook as XML of Excel 2003', BOOK_2003],
    [
      'a workbook as XML of Excel 2003',
      '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
    ],
    [
      'a workbook of Excel 97 to 2003',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
    ],
    [
      'a workbook of OpenDocument (.ods)',
      Buffer.concat([
        Buffer.from('504b0304', 'hex'),
        Buffer.alloc(26),
        Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'),
      ]),
    ],
    ['a PDF document', '%PDF-1.7\n'],
    ['compressed (gzip)', Buffer.from('1f8b0800000000000003', 'hex')],
  ])('is called by its name: %s', async (form, bytes) => {
    const { said, table } = await rowsOf(bytes);
    expect(said).toEqual([
      `1:1 no-table: table.csv is ${form}, whatever its name says (open it in Excel or LibreOffice and save it as .xlsx, or export it as CSV in UTF-8)`,
    ]);
    expect(table).toBeUndefined();
  });

  it('a table that begins with a sign of markup is one', async () => {
    const { rows } = await rowsOf('<no>,Abteilung,Employee ID\n1,x,7\n');
    expect(rows).toEqual(['7 x  ']);
  });

  it.each([
    ['nothing', '', 'csv-empty'],
    ['blanks', '\n\n , \n', 'csv-missing-header'],
    ['another table', 'a,b\n1,2\n', 'csv-missing-header'],
    ['bytes', Buffer.from([1, 2, 0, 0, 0, 5, 6, 7, 0, 0, 0, 0, 9, 10, 0]), 'not-text'],
    ['a row too long', 'id,department\n1,a,b\n', '2:1 csv-row-length'],
    ['a column twice', 'id,department,Abteilung,abteilung\n1,a,b,c\n', undefined],
    ['our column twice', 'id,department,ID\n1,a,b\n', '1:1 csv-column-twice'],
    ['a column missing', 'id,site\n1,a\n', '1:1 csv-missing-column: table.csv has no column "department"'],
    ['a quote not closed', 'id,department\n1,"a\n2,b\n', '2:1 csv-syntax'],
  ])('%s', async (_what, bytes, expected) => {
    const { said } = await rowsOf(bytes);
    if (expected === undefined) expect(said).toEqual([]);
    else expect(said.join('\n')).toContain(expected);
  });
});

it('records of a file of several tables', async () => {
  const text =
    '1. Summary\r\nMeeting title\tTalk\r\n\r\n2. Participants\r\nid\tdepartment\r\n1\t"a\r\nb"\r\n';
  const { records, diagnostics } = await readRecords(sourceOf(written(text, 'utf-16le with BOM')), FIELDS);
  expect(diagnostics).toEqual([]);
  expect(records.map(({ cells, line }) => [line, ...cells])).toEqual([
    [1, '1. Summary'],
    [2, 'Meeting title', 'Talk'],
    [4, '2. Participants'],
    [5, 'id', 'department'],
    [6, '1', 'a\r\nb'],
  ]);
});
