/**
 * Tables as CSV. For people: as the spreadsheets of their country open it with a double click, with a byte order mark
 * (Excel reads UTF-8 only with one), CRLF, the separator and decimal sign of the locale, and no cell that a spreadsheet
 * would turn into a date or a number that nobody wrote. For programs (`plain`): RFC 4180 with commas and LF.
 */
import type { CellValue, Column, LongTable } from '../report/types.ts';
import { neutral } from '../wording/clean.ts';

export interface CsvForm {
  readonly separator: string;
  readonly decimal: string;
  /** Ends a record. */
  readonly end: string;
  readonly isForPeople: boolean;
}

export const PLAIN: CsvForm = { separator: ',', decimal: '.', end: '\n', isForPeople: false };

/** As spreadsheets in the locale's country read it; `separator` instead of theirs where one is given. */
export function formIn(locale: string, separator?: string): CsvForm {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  // A comma cannot part both cells and decimals.
  return { separator: separator ?? (decimal === ',' ? ';' : ','), decimal, end: '\r\n', isForPeople: true };
}

/** What a spreadsheet takes for a date, a number without its zeros, or a power of ten: `1-2`, `00123`, `3E10`, `Mar 5`. */
const MISTAKEN = (() => {
  const month =
    '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
  const some = [
    '\\d{1,4}\\s*[-/.]\\s*\\d{1,2}(?:\\s*[-/.]\\s*\\d{1,4})?',
    '0\\d+(?:[.,]\\d+)?',
    '\\d+(?:[.,]\\d+)?e[+-]?\\d+',
    '\\d{12,}',
    '\\d{1,2}:\\d{2}(?::\\d{2})?',
    `\\d{1,2}[ -]?${month}`,
    `${month}[ -]?\\d{1,4}`,
  ];
  return new RegExp(`^\\s*(?:${some.join('|')})\\s*$`, 'i');
})();
/** The most that a cell of Excel holds. */
const LONGEST = 32_767;

const MARK = '\u{FEFF}';

/** A table with its titles as first record; a piece a record. */
export function* renderCsv({ columns, rows }: LongTable, form: CsvForm = PLAIN): Generator<string> {
  const { separator, end, isForPeople } = form;
  const titles = columns.map(({ title }) => quote(neutral(title), separator));
  yield `${isForPeople ? MARK : ''}${titles.join(separator)}${end}`;
  const cells = columns.map((column) => cellsOf(column, form));
  for (const row of rows()) {
    let record = '';
    for (let i = 0; i < row.length; i++)
      record += (i > 0 ? separator : '') + (cells[i] ?? cells.at(-1)!)(row[i]!);
    yield record + end;
  }
}

/** Texts of a column that are known once they are written: few columns have more that come again. */
const KNOWN = 1000;

/** The cells of a column; most texts come again and again. */
function cellsOf(column: Column, form: CsvForm): (value: CellValue) => string {
  const known = new Map<string, string>();
  return (value) => {
    if (typeof value !== 'string') return cell(value, column, form);
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = cell(value, column, form);
    if (known.size < KNOWN) known.set(value, text);
    return text;
  };
}

/** Plain text (see `text.ts`) that starts no formula anywhere and needs no quotation marks: nearly every cell. */
const SIMPLE =
  /^[!#-*./0-:<>?A-{}~\u00A1-\u167F\u2010-\u2027][!#-+\--:<-{}~\u00A1-\u167F\u2010-\u2027]*(?: [!#-+\--:<-{}~\u00A1-\u167F\u2010-\u2027]+)*$/;

function cell(value: CellValue, column: Column | undefined, form: CsvForm): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return Number.isFinite(value) ? numeral(String(value), form) : '';
  if (column?.kind === 'number' && isNumeral(value)) return numeral(value, form);
  const text = form.isForPeople && column?.kind === 'text' ? unmistakable(value) : value;
  return SIMPLE.test(text) ? text : quote(neutral(text), form.separator);
}

function numeral(text: string, { separator, decimal }: CsvForm): string {
  return quote(text.replace('.', decimal), separator);
}

/** As text, and no longer than a cell: what is cut off is counted. */
function unmistakable(text: string): string {
  if (MISTAKEN.test(text)) return `'${text}`;
  if (text.length <= LONGEST) return text;
  const cut = LONGEST - 40;
  return `${text.slice(0, cut)}… (${text.length - cut} more characters)`;
}

function quote(text: string, separator: string): string {
  return /["\n\t]|^\s|\s$/.test(text) || text.includes(separator) ? `"${text.replace(/"/g, '""')}"` : text;
}

function isNumeral(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}
