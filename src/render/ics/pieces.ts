/**
 * Rendered events by number, kept outside of the heap: a million people's year has three million of them, and as
 * strings they would cost the collector more than all the rest.
 */

const PAGE_OCTETS = 2 ** 20;
/** A UTF-16 code unit takes at most so many octets in UTF-8. */
const OCTETS_A_UNIT = 3;

/** Events are added once, in order of their numbers, and read any number of times. */
export class Pieces {
  private readonly pages: Buffer[] = [];
  private readonly pageOf: Uint32Array;
  /** Where each event begins in its page, and how long it is. */
  private readonly begins: Uint32Array;
  private readonly octets: Uint32Array;
  private count = 0;
  private used = 0;

  constructor(count: number) {
    this.pageOf = new Uint32Array(count);
    this.begins = new Uint32Array(count);
    this.octets = new Uint32Array(count);
  }

  /** The next event's text. */
  add(text: string): void {
    const page = this.pageFor(text.length * OCTETS_A_UNIT);
    const number = this.count++;
    this.pageOf[number] = this.pages.length - 1;
    this.begins[number] = this.used;
    this.octets[number] = page.write(text, this.used);
    this.used += this.octets[number]!;
  }

  /** UTF-8 of an event, not to be changed. */
  at(number: number): Buffer {
    const begin = this.begins[number]!;
    return this.pages[this.pageOf[number]!]!.subarray(begin, begin + this.octets[number]!);
  }

  /** Length of an event in UTF-8. */
  octetsOf(number: number): number {
    return this.octets[number]!;
  }

  /** A page with so much room. */
  private pageFor(octets: number): Buffer {
    const last = this.pages.at(-1);
    if (last && last.length - this.used >= octets) return last;
    const page = Buffer.allocUnsafeSlow(Math.max(PAGE_OCTETS, octets));
    this.pages.push(page);
    this.used = 0;
    return page;
  }
}
