/** The soft terms of small years, each added up anew from nothing but the sessions: for both plans alike. */
import type { Demand, Requirement } from '../../../src/demand/types.ts';
import type { Model } from '../../../src/model/model.ts';

/** A whole group in a session. */
export interface Held {
  readonly requirement: Requirement;
  /** Wall minute. */
  readonly start: number;
  readonly facilitator: string;
}

export const WEIGHTS = {
  spread: 0.2,
  'early-enough': 0.05,
  'facilitator-fair': 0.01,
  'same-facilitator': 0.5,
  'preferred-hours': 0.5,
} as const;

/** What one start costs by itself: `early-enough` and `preferred-hours`, weighed. */
export function startCost({ module, group, from, by }: Requirement, start: number): number {
  const wanted = Math.min(7, Math.floor((by - from) / 4));
  const late = Math.max(0, wanted - (by - Math.floor(start / 1440))) * group.heads;
  const [begin, end] = [start % 1440, (start % 1440) + module.minutes];
  const inside = Math.max(0, Math.min(end, 17 * 60) - Math.max(begin, 9 * 60));
  return WEIGHTS['early-enough'] * late + (WEIGHTS['preferred-hours'] * (module.minutes - inside)) / 60;
}

export function weekOf(start: number): number {
  return Math.floor((Math.floor(start / 1440) + 3) / 7);
}

export function softCost(held: readonly Held[]): number {
  const load = new Map<string, { hours: number; heads: number }>();
  const led = new Map<string, number>();
  const met = new Map<string, Set<string>>();
  let cost = 0;
  for (const { requirement, start, facilitator } of held) {
    const { module, group } = requirement;
    cost += startCost(requirement, start);
    const key = `${group.id} ${weekOf(start)}`;
    load.set(key, { hours: (load.get(key)?.hours ?? 0) + module.minutes / 60, heads: group.heads });
    led.set(facilitator, (led.get(facilitator) ?? 0) + module.minutes / 60);
    met.set(group.id, (met.get(group.id) ?? new Set()).add(facilitator));
  }
  for (const { hours, heads } of load.values()) cost += WEIGHTS.spread * hours ** 2 * heads;
  for (const hours of led.values()) cost += WEIGHTS['facilitator-fair'] * hours ** 2;
  for (const { size } of met.values()) cost += WEIGHTS['same-facilitator'] * (size - 1);
  return cost;
}

/** Heads with a place. */
export function placedHeads(held: readonly Held[]): number {
  return held.reduce((sum, { requirement }) => sum + requirement.group.heads, 0);
}

export interface Instance {
  readonly model: Model;
  readonly demand: Demand;
}
