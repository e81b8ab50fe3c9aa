/** Two changes made at once, where neither undoes what the other does. */

import type { Pool, Req } from '../problem/problem.ts';
import type { Ease } from './ease.ts';

/** @param req as it is; undefined where both change the same thing, or ask for two people who lead */
export function both(req: Req, a: Ease, b: Ease): Ease | undefined {
  if (a.leader && b.leader) return undefined;
  const pool = joined<Pool>(req.pool, a.req.pool, b.req.pool);
  const merged = joined<Req>(req, { ...a.req, pool: req.pool }, { ...b.req, pool: req.pool });
  if (!pool || !merged) return undefined;
  const skip = [...(a.skip ?? []), ...(b.skip ?? [])];
  return {
    ...a,
    ...b,
    req: { ...merged, pool },
    ...(skip.length > 0 && { skip }),
    change: (start) => `${wordsOf(a, start)}; and ${wordsOf(b, start)}`,
  };
}

function wordsOf({ change }: Ease, start: number): string {
  return typeof change === 'string' ? change : change(start);
}

/** What is changed in either of them; undefined where both change the same. */
function joined<T extends object>(old: T, a: T, b: T): T | undefined {
  const keys = Object.keys(old) as (keyof T)[];
  const changed = (one: T) => keys.filter((key) => one[key] !== old[key]);
  const [ofA, ofB] = [changed(a), changed(b)];
  if (ofA.some((key) => ofB.includes(key))) return undefined;
  if (ofA.length + ofB.length === 0) return old;
  return {
    ...old,
    ...Object.fromEntries([...ofA.map((key) => [key, a[key]]), ...ofB.map((key) => [key, b[key]])]),
  };
}
