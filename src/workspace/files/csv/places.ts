/** Lines and columns of cells, worked out only when something is wrong with them. */
import type { Place } from '../../../diagnostics/diagnostic.ts';

/** Tells where cells stand. */
export interface CellsAt {
  /** Of the cell with this index, in the record that starts on this line; of the record without an index. */
  of(line: number, index?: number): Place;
  /** Line of the file, where that is another than the text's. */
  lineOf?(line: number): number;
}

export class CellPlaces implements CellsAt {
  readonly #file: string;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #first: number;
  #starts: number[] | undefined;

  /** @param first line of the file that the text begins with */
  constructor(file: string, text: string, delimiter: string, first: number) {
    this.#file = file;
    this.#text = text;
    this.#delimiter = delimiter;
    this.#first = first;
  }

  of(line: number, index?: number): Place {
    const start = this.#lineStart(line - this.#first);
    let at = start;
    for (let cell = 0; cell < (index ?? 0) && at < this.#text.length; cell++) {
      at = this.#endOfCell(at);
      if (this.#text[at] !== this.#delimiter) break;
      at++;
    }
    const before = this.#text.slice(start, at);
    const breaks = before.split('\n').length - 1;
    const column = at - (start + before.lastIndexOf('\n') + 1) + 1;
    const end = index === undefined ? at : this.#endOfCell(at);
    const length = this.#text.slice(at, end).split('\n')[0]!.length;
    return {
      file: this.#file,
      line: line + breaks,
      column,
      ...(length > 0 && { endColumn: column + length }),
    };
  }

  #endOfCell(from: number): number {
    let quoted = false;
    for (let at = from; at < this.#text.length; at++) {
      const mark = this.#text[at];
      if (mark === '"') quoted = !quoted;
      else if (!quoted && (mark === this.#delimiter || mark === '\n')) return at;
    }
    return this.#text.length;
  }

  /** @param line the first of the text is 0 */
  #lineStart(line: number): number {
    if (!this.#starts) {
      this.#starts = [0];
      for (let at = this.#text.indexOf('\n'); at !== -1; at = this.#text.indexOf('\n', at + 1))
        this.#starts.push(at + 1);
    }
    return this.#starts[line] ?? this.#text.length;
  }
}
