/** The workbook: true types, the same bytes, no formula, and what another program reads in it is what the plan says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OutputFile } from '../../src/output/types.ts';
import { render } from '../../src/render/render.ts';
import { unzipped } from '../../src/render/workbook/zip.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import { report } from '../../src/report/report.ts';
import { scratch } from '../output/scratch.ts';
import { type Sample, sample } from '../report/sample.ts';

let year: Sample;
let bytes: Uint8Array;

async function workbook({ model, plan, gaps }: Sample): Promise<Uint8Array> {
  const files: OutputFile[] = await render(report(model, plan, gaps), { only: new Set(['xlsx'] as const) });
  const [file] = files;
  expect(file?.path).toBe('plan.xlsx');
  const [piece] = (file!.text as () => Iterable<Uint8Array>)();
  return piece!;
}

beforeAll(async () => {
  year = await sample();
  bytes = await workbook(year);
});

/** Reads with openpyxl; there it must be where results are counted. */
const PYTHON = '/usr/bin/python3';
const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;

describe('plan.xlsx', () => {
  it('has a sheet for each question, and the same bytes twice', async () => {
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Start',
      'Calendar',
      'Sessions',
      'Matrix',
      'People load',
      'Facilitators',
      'Rooms',
      'Gaps',
      'Changes',
    ]);
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await workbook(year)))).toBe(0);
  });

  it.skipIf(!hasOpenpyxl && !process.env.TEST_REPORT)(
    'is read by openpyxl with the values and types of the plan, and without any formula',
    () => {
      const file = join(scratch(), 'plan.xlsx');
      writeFileSync(file, bytes);
      const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Sessions']
rows = [[str(c.value) if c.value is not None else None for c in row] for row in sheet.iter_rows(min_row=2)]
kinds = [[type(c.value).__name__ for c in row] for row in sheet.iter_rows(min_row=2, max_row=2)]
formulas = [c.coordinate for s in book for row in s.iter_rows() for c in row if c.data_type == 'f']
print(json.dumps({'head': [c.value for c in sheet[1]], 'rows': rows, 'kinds': kinds[0], 'formulas': formulas,
  'frozen': sheet.freeze_panes, 'filter': sheet.auto_filter.ref, 'titles': sheet.print_title_rows,
  'choices': [v.sqref.ranges[0].coord if hasattr(v.sqref, 'ranges') and isinstance(v.sqref.ranges, list) else str(v.sqref) for v in sheet.data_validations.dataValidation]}))`;
      const read = JSON.parse(execFileSync(PYTHON, ['-c', script, file], { encoding: 'utf8' }));
      const { sessions } = year.plan;
      expect(read.formulas).toEqual([]);
      expect(read.rows).toHaveLength(sessions.length);
      const column = (title: string) => read.head.indexOf(title);
      expect(read.kinds[column('Date')]).toBe('datetime');
      expect(read.kinds[column('Start')]).toBe('time');
      expect(read.kinds[column('Minutes')]).toBe('int');
      sessions.forEach((session, i) => {
        const row = read.rows[i];
        expect(row[column('Session')]).toBe(session.id);
        expect(row[column('Status')]).toBe(session.status);
        expect(row[column('Date')].slice(0, 10)).toBe(session.start.slice(0, 10));
        expect(row[column('Start')].slice(0, 5)).toBe(session.start.slice(11, 16));
        expect(row[column('Minutes')]).toBe(String(session.minutes));
        expect(row[column('People')]).toBe(String(session.heads));
      });
      expect(read.frozen).toBe('B2');
      expect(read.filter).toMatch(/^A1:/);
      expect(read.titles.replaceAll('$', '')).toBe('1:1');
      expect(read.choices).toHaveLength(2);
    },
  );

  it('keeps text that looks like a formula, markup or a number as text, and cuts what no cell can hold', async () => {
    const hostile = ['=1+1', '+cmd', '@SUM(A1)', '<b>&"\'', '00123', 'שלום', 'x'.repeat(40_000)];
    const made = await renderXlsx({
      title: '=title',
      made: '2027-01-03',
      sheets: [
        {
          name: 'Texts',
          columns: [{ key: 'text', title: 'Text', kind: 'text', width: 20 }],
          rows: () => hostile.map((text) => [text]),
          fixed: 0,
          paper: 'a4',
          orientation: 'portrait',
        },
      ],
    });
    const { sheets } = await readXlsx(made);
    const back = sheets[0]!.rows.slice(1).map(([value]) => value);
    expect(back.slice(0, -1)).toEqual(hostile.slice(0, -1));
    expect(String(back.at(-1))).toHaveLength(32_767);
  });

  it('is, part by part, what the library makes of the same cells', async () => {
    const [title, text] = ['Fête & <more>', ' two\n lines '];
    const columns = [
      { key: 'text', title, kind: 'text', width: 20 },
      { key: 'open', title: 'Open', kind: 'text', width: 9, open: true, choices: ['yes', 'no'] },
      { key: 'day', title: 'Day', kind: 'date', width: 9 },
      { key: 'heat', title: 'Heat', kind: 'number', width: 5, heat: true },
    ] as const;
    const rows = [
      [text, '', '2027-03-02', 0.1 + 0.2],
      ['', 'yes', 'some day', null],
      [title, 'no', '', -7],
    ];
    const sheet = { name: 'One', columns, fixed: 1, paper: 'a3', orientation: 'landscape' } as const;
    const made = unzipped(
      await renderXlsx({
        title,
        made: '2027-01-03',
        sheets: [{ ...sheet, rows: () => rows, count: rows.length }],
      }),
    );
    const font = { bold: true, color: { rgb: 'FFFFFF' } };
    const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: '0B5C69' } } as const;
    const style = { font, fill, alignment: { wrapText: true, vertical: 'top' } } as const;
    const open = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6D9' } } } as const;
    const theirs = unzipped(
      await writeXlsx({
        sheets: [
          {
            name: 'One',
            rows: [
              columns.map((column) => column.title),
              [text, null, 46_448, 0.1 + 0.2],
              [null, 'yes', 'some day', null],
              [title, 'no', null, -7],
            ],
            cells: new Map(columns.map((_, i) => [`0,${i}`, { style }])),
            columns: [
              { width: 20 },
              { width: 9, style: open },
              { width: 9, numFmt: 'yyyy-mm-dd' },
              { width: 5 },
            ],
          },
        ],
        defaultFont: { name: 'Calibri', size: 11 },
      }),
    );
    const cells = (parts: Map<string, string>) =>
      /<dimension[^>]*>|<sheetData>.*<\/sheetData>/gs[Symbol.match](parts.get('xl/worksheets/sheet1.xml')!);
    expect(cells(made)).toEqual(cells(theirs));
    expect(cells(made)).toHaveLength(2);
    for (const part of ['xl/sharedStrings.xml', 'xl/styles.xml'])
      expect(made.get(part)).toBe(theirs.get(part));
  });

  it('is read where a sheet was deflated piece by piece', async () => {
    const made = await renderXlsx({
      title: 'Many',
      made: '2027-01-03',
      sheets: [
        {
          name: 'Many',
          columns: [{ key: 'n', title: 'N', kind: 'number', width: 9 }],
          rows: () => Array.from({ length: 30_000 }, (_, i) => [i]),
          fixed: 0,
          paper: 'a4',
          orientation: 'portrait',
        },
      ],
    });
    const { sheets } = await readXlsx(made);
    expect(sheets[0]!.rows.map(([value]) => value)).toEqual([
      'N',
      ...Array.from({ length: 30_000 }, (_, i) => i),
    ]);
  });
});
