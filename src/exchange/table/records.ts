/**
 * Text in pieces → records of cells, as RFC 4180 and spreadsheets have it: quoted cells may hold separators, quotes
 * (doubled) and line ends. One pass over the characters; only wanted cells become strings, so that a million rows of
 * which five columns are wanted cost little more than looking at them.
 */
import { MOST_IN_CELL, MOST_IN_RECORD, MOST_ROWS, TableProblem } from './types.ts';

/**
 * Called for each record that is not blank.
 *
 * @param cells wanted cells by slot, trimmed; the same array each time
 * @param line on which the record begins, from 1
 * @param width how many cells it has, without empty ones at its end
 * @param text where the record stands, from `begin` to `end`
 */
export type OnRecord = (
  cells: readonly string[],
  line: number,
  width: number,
  text: string,
  begin: number,
  end: number,
) => void;

const QUOTE = 34;
const LF = 10;
const CR = 13;
const UNFINISHED = -1;

export class Records {
  readonly #file: string;
  readonly #separator: number;
  readonly #onRecord: OnRecord;
  /** Column → slot; undefined where every column is its own. */
  readonly #slots: Int32Array | undefined;
  readonly #cells: string[];
  #rest = '';
  #line = 1;
  #records = 0;

  /** @param wanted indexes of the wanted columns, by slot; all when left out */
  constructor(file: string, separator: string, onRecord: OnRecord, wanted?: readonly number[]) {
    this.#file = file;
    this.#separator = separator.charCodeAt(0);
    this.#onRecord = onRecord;
    this.#cells = wanted ? wanted.map(() => '') : [];
    if (!wanted) return;
    this.#slots = new Int32Array(Math.max(0, ...wanted) + 1).fill(-1);
    wanted.forEach((column, slot) => {
      if (column >= 0) this.#slots![column] = slot;
    });
  }

  /** @throws TableProblem */
  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    const done = this.#scan(text, false);
    this.#rest = done === text.length ? '' : text.slice(done);
    if (this.#rest.length > MOST_IN_RECORD) throw this.#tooLong(this.#line);
  }

  /** @throws TableProblem */
  end(): void {
    if (this.#rest !== '') this.#scan(this.#rest, true);
    this.#rest = '';
  }

  /** Reads whole records; answers where the first unfinished one begins. */
  #scan(text: string, final: boolean): number {
    let at = 0;
    while (at < text.length) {
      const next = this.#record(text, at, final);
      if (next === UNFINISHED) return at;
      at = next;
    }
    return at;
  }

  /** Reads one record; answers where the next begins, or that this one is not whole yet. */
  #record(text: string, begin: number, final: boolean): number {
    const [separator, slots, cells] = [this.#separator, this.#slots, this.#cells];
    if (slots) cells.fill('');
    else cells.length = 0;
    const length = text.length;
    let [at, column, width, breaks] = [begin, 0, 0, 0];
    for (;;) {
      let [start, end] = [at, at];
      let doubled = false;
      if (text.charCodeAt(at) === QUOTE) {
        start = at + 1;
        end = start;
        for (;;) {
          end = text.indexOf('"', end);
          if (end === -1) {
            if (!final) return UNFINISHED;
            throw this.#unclosed(this.#line + breaks);
          }
          if (end + 1 >= length && !final) return UNFINISHED;
          if (text.charCodeAt(end + 1) !== QUOTE) break;
          doubled = true;
          end += 2;
        }
        at = end + 1;
        while (text.charCodeAt(at) === 32) at++;
        if (at >= length && !final) return UNFINISHED;
        const code = at < length ? text.charCodeAt(at) : LF;
        if (code !== separator && code !== LF && code !== CR) throw this.#torn(this.#line + breaks);
        for (let lf = text.indexOf('\n', start); lf !== -1 && lf < end; lf = text.indexOf('\n', lf + 1))
          breaks++;
        if (code === CR) at++;
        if (at >= length && !final) return UNFINISHED;
      } else {
        let code = 0;
        while (at < length) {
          code = text.charCodeAt(at);
          if (code === separator || code === LF) break;
          at++;
        }
        if (at >= length && !final) return UNFINISHED;
        end = at;
        if (end > start && text.charCodeAt(end - 1) === CR && code !== separator) end--;
      }
      if (end > start) {
        width = column + 1;
        const slot = slots ? (column < slots.length ? slots[column]! : -1) : column;
        if (slot >= 0) {
          const cell = trimmed(text, start, end);
          if (cell.length > MOST_IN_CELL) throw this.#tooLong(this.#line + breaks);
          cells[slot] = doubled ? cell.replaceAll('""', '"') : cell;
        }
      } else if (!slots) cells[column] = '';
      column++;
      if (at >= length || text.charCodeAt(at) !== separator) break;
      at++;
    }
    const line = this.#line;
    this.#line += 1 + breaks;
    if (width > 0) {
      if (++this.#records > MOST_ROWS) throw this.#tooMany();
      this.#onRecord(cells, line, width, text, begin, Math.min(at, length));
    }
    return Math.min(at + 1, length);
  }

  #problem(code: string, line: number, message: string, fix: string): TableProblem {
    return new TableProblem(code, message, { file: this.#file, line, column: 1 }, fix);
  }

  #unclosed(line: number): TableProblem {
    const message = `a quote that is opened on line ${line} of ${this.#file} is never closed`;
    return this.#problem(
      'csv-syntax',
      line,
      message,
      'double the quote ("") and put the whole cell in quotes',
    );
  }

  #torn(line: number): TableProblem {
    const message = `on line ${line} of ${this.#file} a cell goes on after its closing quote`;
    return this.#problem(
      'csv-syntax',
      line,
      message,
      'double the quote ("") and put the whole cell in quotes',
    );
  }

  #tooLong(line: number): TableProblem {
    const message = `the record on line ${line} of ${this.#file} has more than ${MOST_IN_CELL} characters in a cell`;
    return this.#problem('csv-record-too-long', line, message, 'is a quote opened there and never closed?');
  }

  #tooMany(): TableProblem {
    const message = `${this.#file} has more than ${MOST_ROWS} rows`;
    return this.#problem('file-too-large', this.#line, message, 'split it into several files');
  }
}

/** The slice without blanks around it (no-break spaces too), made once. */
function trimmed(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff;
}
