/** How many minutes of sessions of given lengths fit into a stretch: whole sessions, with a gap between two. */

export class Packing {
  private readonly lengths: readonly number[];
  private readonly gap: number;
  /** Most minutes of sessions in a stretch of `i` minutes. */
  private readonly best: number[] = [0];

  constructor(lengths: Iterable<number>, gap: number) {
    this.lengths = [...new Set(lengths)].sort((a, b) => a - b);
    this.gap = gap;
  }

  get longest(): number {
    return this.lengths.at(-1) ?? 0;
  }

  /** Σ lengths at most, where Σ (length + gap) ≤ stretch + gap. */
  most(stretch: number): number {
    const size = Math.max(0, Math.floor(stretch)) + this.gap;
    for (let i = this.best.length; i <= size; i++) {
      let most = this.best[i - 1]!;
      for (const length of this.lengths) {
        if (length + this.gap > i) break;
        most = Math.max(most, this.best[i - length - this.gap]! + length);
      }
      this.best.push(most);
    }
    return this.best[size]!;
  }
}
