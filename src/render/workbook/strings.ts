/** The texts of a workbook, each of which is written once; cells name its number. */
import { escaped } from './escape.ts';

export class SharedStrings {
  private readonly numbers = new Map<string, number>();

  /** The number of a text, from 0. */
  numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(text, number);
    }
    return number;
  }

  /** All of them as the part of the workbook, piece by piece. @param head its first tag, as the library writes it */
  *pieces(head: string): Generator<string> {
    const { size } = this.numbers;
    yield head.replace(/(count|uniqueCount)="\d+"/gi, `$1="${size}"`);
    for (const text of this.numbers.keys()) {
      const space = /^ | $|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
      yield `<si><t${space}>${escaped(text)}</t></si>`;
    }
    yield '</sst>';
  }
}
