/**
 * Largest flows from things that want time, through the time there is, to one sink (Dinic's algorithm on flat
 * arrays). Sources can be opened one after the other: what has flowed from an earlier one is never taken back,
 * only led another way.
 */
const SOURCE = 0;
const SINK = 1;

/** Looks at arcs before a flow is given up: then nothing is proven, and nothing is claimed. */
const MOST_LOOKS = 20_000_000;

export class Flow {
  private readonly head: number[] = [-1, -1];
  private readonly next: number[] = [];
  private readonly to: number[] = [];
  private readonly spare: number[] = [];
  private level = new Int32Array(0);
  private at = new Int32Array(0);
  private looks = 0;

  node(): number {
    this.head.push(-1);
    return this.head.length - 1;
  }

  /** An arc and its number, for {@link carried}. */
  arc(from: number, to: number, capacity: number): number {
    const number = this.to.length;
    this.half(from, to, capacity);
    this.half(to, from, 0);
    return number;
  }

  fromSource(to: number, capacity: number): number {
    return this.arc(SOURCE, to, capacity);
  }

  toSink(from: number, capacity: number): number {
    return this.arc(from, SINK, capacity);
  }

  carried(arc: number): number {
    return this.spare[arc ^ 1]!;
  }

  /** Sends what more can flow now. False when it took too long and the flow is not known to be largest. */
  run(): boolean {
    while (this.levels()) {
      this.at = Int32Array.from(this.head);
      while (this.push(SOURCE, Number.POSITIVE_INFINITY) > 0) if (this.looks > MOST_LOOKS) return false;
    }
    return this.looks <= MOST_LOOKS;
  }

  /** Nodes that more could flow to from a node, after {@link run}. */
  reachable(from: readonly number[]): Uint8Array {
    const seen = new Uint8Array(this.head.length);
    const queue = [...from];
    for (const node of from) seen[node] = 1;
    for (let i = 0; i < queue.length; i++) {
      for (let arc = this.head[queue[i]!]!; arc >= 0; arc = this.next[arc]!) {
        const node = this.to[arc]!;
        if (seen[node] || this.spare[arc]! === 0 || node === SOURCE) continue;
        seen[node] = 1;
        queue.push(node);
      }
    }
    return seen;
  }

  private half(from: number, to: number, capacity: number): void {
    this.to.push(to);
    this.spare.push(capacity);
    this.next.push(this.head[from]!);
    this.head[from] = this.to.length - 1;
  }

  /** Distances from the source; false when the sink cannot be reached. */
  private levels(): boolean {
    this.level = new Int32Array(this.head.length).fill(-1);
    this.level[SOURCE] = 0;
    const queue = [SOURCE];
    for (let i = 0; i < queue.length; i++) {
      const node = queue[i]!;
      for (let arc = this.head[node]!; arc >= 0; arc = this.next[arc]!) {
        this.looks++;
        if (this.spare[arc]! === 0 || this.level[this.to[arc]!]! >= 0) continue;
        this.level[this.to[arc]!] = this.level[node]! + 1;
        queue.push(this.to[arc]!);
      }
    }
    return this.level[SINK]! >= 0;
  }

  /** Paths are short (wish, day, week, person, sink), so recursion is shallow unless much is led another way. */
  private push(node: number, most: number): number {
    if (node === SINK) return most;
    let sent = 0;
    for (let arc = this.at[node]!; arc >= 0; arc = this.next[arc]!) {
      this.at[node] = arc;
      this.looks++;
      const to = this.to[arc]!;
      if (this.spare[arc]! === 0 || this.level[to] !== this.level[node]! + 1) continue;
      const more = this.push(to, Math.min(most - sent, this.spare[arc]!));
      if (more === 0) continue;
      this.spare[arc]! -= more;
      this.spare[arc ^ 1]! += more;
      sent += more;
      if (sent === most) return sent;
    }
    this.at[node] = -1;
    return sent;
  }
}
