/**
 * Bytes of a CSV file → records, piece by piece and as often as anybody asks: of a million rows no more is held than the piece
 * that is read. Each piece ends with a record.
 */
import type { CsvError } from 'csv-parse/sync';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { checkText, tidy } from '../bytes.ts';
import { CellPlaces, type CellsAt } from './places.ts';
import { problem } from './problem.ts';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Where it begins. */
  readonly line: number;
  readonly places: CellsAt;
}

/** Where the table begins in a text, where that is not at once; and where its cells stand, where that is not in the text. */
export interface CsvStart {
  /** Octets before it. */
  readonly from: number;
  /** Its first line. */
  readonly line: number;
  readonly delimiter?: string | undefined;
  readonly places?: CellsAt | undefined;
}

const AT_ONCE: CsvStart = { from: 0, line: 1 };

/** Characters of one record; a person, a seat or an action needs a few hundred. */
const MAX_RECORD = 100_000;
/** Octets of a piece, up to the end of its last record. */
const PIECE = 65_536;
const [QUOTE, LINE_FEED] = [0x22, 0x0a];

type Parser = typeof import('csv-parse/sync');

/** Why a file is no table. */
export class BadCsv extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

export class Records implements Iterable<CsvRecord> {
  readonly #file: string;
  readonly #bytes: Buffer;
  readonly #parser: Parser | undefined;
  readonly #start: CsvStart;

  private constructor(file: string, bytes: Buffer, parser: Parser | undefined, start: CsvStart) {
    this.#file = file;
    this.#bytes = bytes;
    this.#parser = parser;
    this.#start = start;
  }

  /** @param bytes in UTF-8 */
  static async of(file: string, bytes: Buffer, start = AT_ONCE): Promise<Records> {
    // Most tables are without quotes: each of their lines is a record.
    const parser = bytes.includes(QUOTE) ? await import('csv-parse/sync') : undefined;
    return new Records(file, bytes, parser, start);
  }

  /** @throws BadCsv */
  *[Symbol.iterator](): Generator<CsvRecord> {
    let { line, delimiter } = this.#start;
    for (let from = this.#start.from; from < this.#bytes.length; ) {
      const end = endOfPiece(this.#bytes, from);
      const text = tidy(this.#bytes.toString('utf8', from, end));
      const bad = checkText(this.#file, text, line);
      if (bad) throw new BadCsv(bad);
      delimiter ??= delimiterOf(text);
      const places = this.#start.places ?? new CellPlaces(this.#file, text, delimiter, line);
      const plain = text.includes('"') ? undefined : linesOf(text);
      if (plain) {
        for (const [i, record] of plain.entries()) {
          if (record.length > MAX_RECORD) throw tooLong(this.#file, line + i);
          yield { cells: record.split(delimiter), line: line + i, places };
        }
        line += plain.length;
      } else {
        for (const cells of this.#quoted(text, delimiter, line)) {
          yield { cells, line, places };
          line += 1 + breaksIn(cells);
        }
      }
      from = end;
    }
  }

  #quoted(text: string, delimiter: string, line: number): string[][] {
    const max_record_size = MAX_RECORD;
    const options = { delimiter, relax_column_count: true, skip_empty_lines: false, max_record_size };
    try {
      return this.#parser!.parse(text, options);
    } catch (error) {
      throw error instanceof this.#parser!.CsvError ? badQuotes(error, this.#file, text, line) : error;
    }
  }
}

/** Where the record ends that reaches beyond a piece; soon after it, when that is longer than any may be. */
function endOfPiece(bytes: Buffer, from: number): number {
  const [least, most] = [from + PIECE, Math.min(bytes.length, from + PIECE + 4 * MAX_RECORD + 4)];
  let quoted = false;
  for (let at = from; at < most; at++) {
    if (bytes[at] === QUOTE) quoted = !quoted;
    else if (bytes[at] === LINE_FEED && !quoted && at >= least) return at + 1;
  }
  return most;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
}

/** Spreadsheets of many countries write semicolons: the commonest of `,` `;`, tab and bar in the header is meant. */
function delimiterOf(text: string): string {
  const header = text
    .slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'))
    .replace(/"[^"]*"/g, '');
  const count = (mark: string): number => header.split(mark).length - 1;
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** @param line the first of the text */
function badQuotes({ code, lines }: CsvError, file: string, text: string, line: number): BadCsv {
  const here = line + (typeof lines === 'number' ? lines : 1) - 1;
  if (code === 'CSV_MAX_RECORD_SIZE') return tooLong(file, here);
  const open = code === 'CSV_QUOTE_NOT_CLOSED';
  const message = open
    ? `a quote that is opened in ${file} is never closed`
    : `a quote stands inside a cell on line ${here} of ${file}`;
  const at = { file, line: open ? line + lineOfOpenQuote(text) : here, column: 1 };
  return new BadCsv(
    problem('csv-syntax', message, at, 'double the quote ("") and put the whole cell in quotes'),
  );
}

function tooLong(file: string, line: number): BadCsv {
  const message = `the record that ends on line ${line} of ${file} is longer than ${MAX_RECORD} characters`;
  const at = { file, line, column: 1 };
  return new BadCsv(problem('csv-record-too-long', message, at, 'is a quote opened there and never closed?'));
}

/** With an odd number of quotes, the last line that leaves one open; the first is 0. */
function lineOfOpenQuote(text: string): number {
  let open = 0;
  let inside = false;
  text.split('\n').forEach((line, i) => {
    const quotes = line.split('"').length - 1;
    if (quotes % 2 === 0) return;
    if (!inside) open = i;
    inside = !inside;
  });
  return open;
}
