/**
 * A workbook as `.xlsx`. The one file that knows the library (hucre): its only days are those of the plan, so that the
 * same workbook has the same bytes. Dates, times and shares are numbers with a format, as spreadsheets have them; a text
 * that begins like a formula is a text.
 */
import { type CellValue as Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { toDay } from '../calendar/date.ts';
import type { Book, BookColumn, BookKind, BookSheet } from '../report/book/types.ts';
import type { CellValue } from '../report/types.ts';

/** The library's cells, by row and column from 0. */
type Cells = NonNullable<WriteSheet['cells']>;

/** Days from 1899-12-30, from which spreadsheets count, to 1970-01-01. */
const EPOCH = 25_569;
/** Most letters in a cell. */
const LONGEST = 32_767;

const FORMATS: Readonly<Partial<Record<BookKind, string>>> = {
  date: 'yyyy-mm-dd',
  time: 'hh:mm',
  share: '0%',
};
const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '0B5C69' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const OPEN: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF6D9' } } };
const LINK: CellStyle = { font: { underline: true, color: { rgb: '0B5C69' } } };

/** The file's bytes; the same workbook makes the same. */
export async function renderXlsx({ title, made, sheets }: Book): Promise<Uint8Array> {
  const day = new Date((toDay(made) ?? 0) * 86_400_000);
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title, creator: 'cxplan', created: day, modified: day },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function sheetOf(sheet: BookSheet): WriteSheet {
  const { name, columns, fixed, paper, orientation, plain, links = new Map() } = sheet;
  const rows: Cell[][] = [];
  if (!plain) rows.push(columns.map(({ title }) => title));
  for (const row of sheet.rows()) rows.push(row.map((value, i) => cellOf(value, columns[i]!)));
  const cells: Cells = new Map();
  if (!plain) for (const i of columns.keys()) cells.set(`0,${i}`, { style: HEAD });
  for (const [row, target] of links)
    cells.set(`${row},0`, { style: LINK, hyperlink: { target: '', location: `'${target}'!A1` } });
  const last = `${letters(columns.length - 1)}${Math.max(1, rows.length)}`;
  return {
    name,
    rows,
    cells,
    columns: columns.map(columnOf),
    ...(plain ? {} : { freezePane: { rows: 1, columns: fixed }, autoFilter: { range: `A1:${last}` } }),
    dataValidations: columns.flatMap((column, i) => choiceOf(column, letters(i), rows.length)),
    conditionalRules: heatOf(columns, rows.length),
    pageSetup: {
      paperSize: paper,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(plain ? {} : { printTitlesRow: '$1:$1' }),
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

function cellOf(value: CellValue, { kind }: BookColumn): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return value;
  if (kind === 'date') return dated(value);
  if (kind === 'time') return timed(value);
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}

function dated(text: string): Cell {
  const day = toDay(text);
  return day === undefined ? text : day + EPOCH;
}

/** `24:00`, the end of a day, is a whole one. */
function timed(text: string): Cell {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  return hours === undefined ? text : (Number(hours) * 60 + Number(minutes)) / 1440;
}

function columnOf({ kind, width, open }: BookColumn) {
  const format = FORMATS[kind];
  return { width, ...(format && { numFmt: format }), ...(open && { style: OPEN }) };
}

function choiceOf({ choices, title }: BookColumn, letter: string, rows: number) {
  if (!choices || rows < 2) return [];
  return [
    {
      type: 'list' as const,
      values: [...choices],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: title,
      errorMessage: `One of: ${choices.join(', ')}`,
      range: `${letter}2:${letter}${rows}`,
    },
  ];
}

/** One scale over all columns that are darker the larger they are. */
function heatOf(columns: readonly BookColumn[], rows: number): NonNullable<WriteSheet['conditionalRules']> {
  const [first, last] = [columns.findIndex(({ heat }) => heat), columns.findLastIndex(({ heat }) => heat)];
  if (first < 0 || rows < 2) return [];
  return [
    {
      type: 'colorScale',
      priority: 1,
      range: `${letters(first)}2:${letters(last)}${rows}`,
      colorScale: { cfvo: [{ type: 'min' }, { type: 'max' }], colors: ['FFEFF6F6', 'FF5AA7B1'] },
    },
  ];
}

/** `A` for 0, `AA` for 26. */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? '' : letters(rest)}${String.fromCharCode(65 + (column % 26))}`;
}
