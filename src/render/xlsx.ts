/**
 * A workbook as `.xlsx`. The one file that knows the library (hucre), which writes all but the rows of the sheets: their
 * styles are read off a few rows that it has written (`workbook/`). The only days are those of the plan, so that the same
 * workbook has the same bytes. Dates, times and shares are numbers with a format, as spreadsheets have them; a text that
 * begins like a formula is a text.
 */
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { toDay } from '../calendar/date.ts';
import type { Book, BookColumn, BookKind, BookSheet } from '../report/book/types.ts';
import type { CellValue } from '../report/types.ts';
import { type Cell, type ColumnStyle, rowXml } from './workbook/rows.ts';
import { SharedStrings } from './workbook/strings.ts';
import { type Part, packPart, unzipped, zipped } from './workbook/zip.ts';

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
  const filled = sheets.map(filledOf);
  const templates = unzipped(
    await writeXlsx({
      sheets: filled.map(templateOf),
      properties: { title, creator: 'cxplan', created: day, modified: day },
      defaultFont: { name: 'Calibri', size: 11 },
    }),
  );
  const strings = new SharedStrings();
  const packed = new Map<string, Part>();
  for (const [i, sheet] of filled.entries()) {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    packed.set(name, packPart(name, sheetPieces(templates.get(name)!, sheet, strings)));
  }
  const head = /^.*?<sst [^>]*>/s.exec(templates.get(STRINGS) ?? '')?.[0];
  if (head) packed.set(STRINGS, packPart(STRINGS, strings.pieces(head)));
  return zipped(Array.from(templates, ([name, text]) => packed.get(name) ?? packPart(name, [text])));
}

const STRINGS = 'xl/sharedStrings.xml';
/** Rows of a sheet in any spreadsheet. */
const MOST_ROWS = 1_048_576;

interface FilledSheet {
  readonly sheet: BookSheet;
  readonly rows: Iterable<readonly CellValue[]>;
  /** With the head, if there is one. */
  readonly count: number;
}

/** A sheet that says how many rows it has makes them one by one. */
function filledOf(sheet: BookSheet): FilledSheet {
  const head = sheet.plain ? 0 : 1;
  const rows = sheet.count === undefined ? [...sheet.rows()] : sheet.rows();
  const count = head + (sheet.count ?? (rows as readonly CellValue[][]).length);
  return { sheet, rows, count: Math.min(count, MOST_ROWS) };
}

/** The sheet with its head, and one row for each way in which a cell can be written; a page with all its rows. */
function templateOf({ sheet, rows, count }: FilledSheet): WriteSheet {
  const { name, columns, fixed, paper, orientation, plain, links = new Map() } = sheet;
  const cells: Cells = new Map();
  if (!plain) for (const i of columns.keys()) cells.set(`0,${i}`, { style: HEAD });
  for (const [row, target] of links)
    cells.set(`${row},0`, { style: LINK, hyperlink: { target: '', location: `'${target}'!A1` } });
  const last = `${letters(columns.length - 1)}${Math.max(1, count)}`;
  return {
    name,
    rows: plain
      ? Array.from(rows, (row) => cellsOf(row, columns))
      : [columns.map(({ title }) => title), columns.map(() => 1), columns.map(() => null)],
    cells,
    columns: columns.map(columnOf),
    ...(plain ? {} : { freezePane: { rows: 1, columns: fixed }, autoFilter: { range: `A1:${last}` } }),
    dataValidations: columns.flatMap((column, i) => choiceOf(column, letters(i), count)),
    conditionalRules: heatOf(columns, count),
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

/** A sheet as XML: before its rows, the rows, and after them. @param template the library's */
function* sheetPieces(
  template: string,
  { sheet, rows, count }: FilledSheet,
  strings: SharedStrings,
): Generator<string> {
  const { columns, plain } = sheet;
  const [start, end] = [
    template.indexOf('<sheetData>') + '<sheetData>'.length,
    template.indexOf('</sheetData>'),
  ];
  const written = new Map(
    Array.from(template.slice(start, end).matchAll(/<row r="(\d+)".*?<\/row>/gs), ([xml, row]) => [
      Number(row),
      xml,
    ]),
  );
  yield plain
    ? template.slice(0, start)
    : template.slice(0, start).replace(/(<dimension ref="A1:[A-Z]+)\d+/, `$1${count}`);
  if (plain) {
    // Each cell may look another way there.
    for (const [i, row] of [...rows].entries()) {
      const xml = written.get(i + 1);
      if (xml) yield rowXml(i + 1, cellsOf(row, columns), stylesOf(columns, xml, xml), strings);
    }
  } else {
    yield rowXml(
      1,
      columns.map(({ title }) => title),
      stylesOf(columns, written.get(1)),
      strings,
    );
    const styles = stylesOf(columns, written.get(2), written.get(3));
    let row = 1;
    for (const cells of rows) {
      if (++row > count) break;
      yield rowXml(row, cellsOf(cells, columns), styles, strings);
    }
  }
  yield template.slice(end);
}

/** How cells look in a row that the library has written. @param empty one in which nothing is */
function stylesOf(columns: readonly BookColumn[], row = '', empty = ''): ColumnStyle[] {
  return columns.map((_, i) => {
    const column = letters(i);
    const cell = new RegExp(`<c r="${column}\\d+"[^>]*?( s="\\d+")?/?>`);
    return { letters: column, style: cell.exec(row)?.[1] ?? '', whenEmpty: cell.test(empty) };
  });
}

function cellsOf(row: readonly CellValue[], columns: readonly BookColumn[]): Cell[] {
  return row.map((value, i) => cellOf(value, columns[i]!));
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
