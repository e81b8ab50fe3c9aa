/**
 * Rendered events by number, kept outside of the heap: a million people's year has three million of them, and as
 * strings they would cost the collector more than all the rest.
 */

/** So many events share a buffer. */
const PAGE = 1024;

/** Events are added once, in order of their numbers, and read any number of times. */
export class Pieces {
  private readonly pages: Buffer[] = [];
  /** Where each event ends in its page. */
  private readonly ends: Uint32Array;
  private page: string[] = [];
  private octets = 0;
  private count = 0;

  constructor(count: number) {
    this.ends = new Uint32Array(count);
  }

  /** The next event's text. */
  add(text: string): void {
    this.octets += Buffer.byteLength(text);
    this.page.push(text);
    this.ends[this.count++] = this.octets;
    if (this.page.length < PAGE && this.count < this.ends.length) return;
    this.pages.push(Buffer.from(this.page.join('')));
    this.page = [];
    this.octets = 0;
  }

  /** UTF-8 of an event, not to be changed. */
  at(number: number): Buffer {
    return this.pages[Math.floor(number / PAGE)]!.subarray(this.begin(number), this.ends[number]);
  }

  /** Length of an event in UTF-8. */
  octetsOf(number: number): number {
    return this.ends[number]! - this.begin(number);
  }

  private begin(number: number): number {
    return number % PAGE === 0 ? 0 : this.ends[number - 1]!;
  }
}
