/** What a clock shows while something lasts: walked minute by minute, each a real one. */
import { toWall } from '../calendar/zone.ts';
import type { At } from './closed.ts';

/**
 * The first local minute between two instants at which it holds; undefined when it never does. Where clocks change in
 * between, an hour of the clock is left out or comes twice.
 */
export function firstMinute(
  zone: string,
  start: number,
  end: number,
  at: At | undefined,
): number | undefined {
  if (!at) return undefined;
  const offset = toWall(zone, start) - start;
  const steady = toWall(zone, end - 1) - (end - 1) === offset;
  for (let utc = start; utc < end; utc++) {
    const wall = steady ? utc + offset : toWall(zone, utc);
    if (at(wall)) return wall;
  }
  return undefined;
}
