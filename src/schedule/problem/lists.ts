/** Numbers for names. */

/** Numbers for names, in the order in which they are asked for. */
export class Numbers {
  private readonly numbers = new Map<string, number>();
  get size(): number {
    return this.numbers.size;
  }
  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }
}
