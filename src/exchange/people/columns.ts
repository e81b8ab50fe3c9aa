/** Long columns of numbers, and the texts that they stand for. */
import type { TableProblem } from '../table/types.ts';

type Numbers = Int32Array | Float64Array;

/** A column of numbers that grows. */
export class Column<A extends Numbers> {
  #numbers: A;
  readonly #make: new (
    length: number,
  ) => A;
  length = 0;

  constructor(make: new (length: number) => A) {
    this.#make = make;
    this.#numbers = new make(1024);
  }

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const longer = new this.#make(this.length * 2);
      longer.set(this.#numbers as never);
      this.#numbers = longer;
    }
    this.#numbers[this.length++] = value;
  }

  get(row: number): number {
    return this.#numbers[row]!;
  }

  /** Its numbers in ascending order. */
  sorted(): A {
    return this.#numbers.slice(0, this.length).sort() as A;
  }
}

/** The different texts of a column, in order of appearance; '' is 0. */
export class Codes {
  readonly texts: string[] = [''];
  /** Line on which each was seen first. */
  readonly lines: number[] = [0];
  readonly #known = new Map<string, number>([['', 0]]);
  readonly #most: number;
  readonly #tooMany: (line: number) => TableProblem;
  #last = '';
  #lastCode = 0;

  /** @param most different texts that there may be */
  constructor(most: number, tooMany: (line: number) => TableProblem) {
    this.#most = most;
    this.#tooMany = tooMany;
  }

  /** @throws TableProblem when there are more than most */
  code(text: string, line: number): number {
    if (text === this.#last) return this.#lastCode;
    let code = this.#known.get(text);
    if (code === undefined) {
      if (this.texts.length > this.#most) throw this.#tooMany(line);
      code = this.texts.length;
      // A copy of its own: a slice would keep the piece of the file that it was cut from.
      const own = Buffer.from(text).toString();
      this.texts.push(own);
      this.lines.push(line);
      this.#known.set(own, code);
    }
    this.#last = this.texts[code]!;
    this.#lastCode = code;
    return code;
  }
}
