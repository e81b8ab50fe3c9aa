/**
 * Stretches of wall-clock time as flat, sorted lists of whole minutes: `[start, end, start, end, …]`, ends
 * exclusive, stretches neither touching nor overlapping. Every operation is one merge over both lists.
 */

/** `[start, end, start, end, …]`, sorted, disjoint, no two touching. */
export type Spans = readonly number[];

/** Sorts and joins stretches in any order; empty ones (`end <= start`) are dropped. */
export function spansOf(pairs: Spans): number[] {
  let sorted = true;
  for (let i = 2; i < pairs.length; i += 2) if (pairs[i]! < pairs[i - 2]!) sorted = false;
  if (sorted) return joined(pairs);
  const order = Array.from({ length: pairs.length / 2 }, (_, i) => 2 * i);
  order.sort((a, b) => pairs[a]! - pairs[b]!);
  return joined(order.flatMap((i) => [pairs[i]!, pairs[i + 1]!]));
}

function joined(pairs: Spans): number[] {
  const out: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) push(out, pairs[i]!, pairs[i + 1]!);
  return out;
}

/** Appends a stretch that starts no earlier than the last one, joining the two where they touch. */
function push(out: number[], start: number, end: number): void {
  if (end <= start) return;
  const last = out.length - 1;
  if (last > 0 && start <= out[last]!) {
    if (end > out[last]!) out[last] = end;
  } else {
    out.push(start, end);
  }
}

/** Minutes in either list. */
export function union(a: Spans, b: Spans): number[] {
  const out: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) {
      push(out, a[i]!, a[i + 1]!);
      i += 2;
    } else {
      push(out, b[j]!, b[j + 1]!);
      j += 2;
    }
  }
  return out;
}

/** Minutes in both lists. */
export function intersect(a: Spans, b: Spans): number[] {
  const out: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i]!, b[j]!);
    const end = Math.min(a[i + 1]!, b[j + 1]!);
    if (start < end) out.push(start, end);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return out;
}

/** Minutes in `a` that are not in `b`. */
export function subtract(a: Spans, b: Spans): number[] {
  const out: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let start = a[i]!;
    const end = a[i + 1]!;
    while (j < b.length && b[j + 1]! <= start) j += 2;
    for (let k = j; k < b.length && b[k]! < end; k += 2) {
      if (b[k]! > start) out.push(start, b[k]!);
      start = Math.max(start, b[k + 1]!);
    }
    if (start < end) out.push(start, end);
  }
  return out;
}

/** The part between `start` and `end`. */
export function clip(spans: Spans, start: number, end: number): number[] {
  return end > start ? intersect(spans, [start, end]) : [];
}

/** Only stretches of at least so many minutes. */
export function atLeast(spans: Spans, minutes: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    if (spans[i + 1]! - spans[i]! >= minutes) out.push(spans[i]!, spans[i + 1]!);
  }
  return out;
}

/** Whether `[start, end)` lies wholly inside one stretch; by bisection. */
export function contains(spans: Spans, start: number, end: number): boolean {
  const i = lastStart(spans, start);
  return i >= 0 && end <= spans[i + 1]!;
}

/** Whether `[start, end)` and the list have a minute in common; by bisection. */
export function overlaps(spans: Spans, start: number, end: number): boolean {
  if (end <= start) return false;
  const i = lastStart(spans, end - 1);
  return i >= 0 && spans[i + 1]! > start;
}

/** Index of the last stretch that starts at or before `at`; −2 when there is none. */
function lastStart(spans: Spans, at: number): number {
  let low = 0;
  let high = spans.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[2 * middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return 2 * (low - 1);
}
