/** Lines and columns of cells, worked out only when something is to be said of them: the file is read once more then. */
import type { Place } from '../../diagnostics/diagnostic.ts';
import { textOf } from './bytes.ts';
import type { Encoding, TableFound, TableSource } from './types.ts';

export class Places {
  readonly #source: TableSource;
  #encoding: Encoding | undefined;
  #separator = '';
  #found: TableFound | undefined;
  #text: string | undefined;
  #starts: number[] = [];

  constructor(source: TableSource) {
    this.#source = source;
  }

  /** How the file is to be read, once that is known; a workbook has no encoding. */
  by(encoding: Encoding | undefined, separator: string, found: TableFound): void {
    this.#encoding = encoding;
    this.#separator = separator;
    this.#found = found;
  }

  /** Of a field's cell in the record that begins on a line; of the record without one. */
  of(line: number, field?: string): Place {
    const { file } = this.#source;
    const index = field === undefined ? undefined : this.#found?.columns.get(field);
    if (index === undefined) return { file, line, column: 1 };
    // The rows and columns of a workbook are its cells.
    if (!this.#encoding) return { file, line, column: index + 1 };
    return this.#inText(line, index);
  }

  /** `column "Hire date" (row 17, D17)`, for messages about workbooks and text alike. */
  named(field: string): string {
    const index = this.#found?.columns.get(field);
    return index === undefined ? field : (this.#found!.header[index] ?? field);
  }

  #inText(line: number, index: number): Place {
    const text = this.#whole();
    const start = this.#starts[line - 1] ?? text.length;
    let at = start;
    for (let cell = 0; cell < index && at < text.length; cell++) {
      at = this.#endOfCell(text, at);
      if (text[at] !== this.#separator) break;
      at++;
    }
    const before = text.slice(start, at);
    const breaks = before.split('\n').length - 1;
    const column = at - (start + before.lastIndexOf('\n') + 1) + 1;
    const length = text.slice(at, this.#endOfCell(text, at)).split('\n')[0]!.replace(/\r$/, '').length;
    const place = { file: this.#source.file, line: line + breaks, column };
    return length > 0 ? { ...place, endColumn: column + length } : place;
  }

  #endOfCell(text: string, from: number): number {
    let quoted = false;
    for (let at = from; at < text.length; at++) {
      const mark = text[at];
      if (mark === '"') quoted = !quoted;
      else if (!quoted && (mark === this.#separator || mark === '\n')) return at;
    }
    return text.length;
  }

  #whole(): string {
    if (this.#text !== undefined) return this.#text;
    this.#text = [...textOf(this.#source, this.#encoding!)].join('');
    this.#starts = [0];
    for (let at = this.#text.indexOf('\n'); at !== -1; at = this.#text.indexOf('\n', at + 1))
      this.#starts.push(at + 1);
    return this.#text;
  }
}
