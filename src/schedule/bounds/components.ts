/** Things that are used together, directly or through others: union and find with halved paths. */

export class Components {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  join(things: readonly { readonly index: number }[]): void {
    for (let i = 1; i < things.length; i++) {
      const [a, b] = [this.find(things[0]!.index), this.find(things[i]!.index)];
      this.parent[Math.max(a, b)] = Math.min(a, b);
    }
  }

  /** Number of the part that a thing belongs to. */
  of({ index }: { readonly index: number }): number {
    return this.find(index);
  }

  private find(index: number): number {
    let at = index;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
}
