/** What a plan costs, as data; nothing where the workspace names no costs. */
import { type CostOfPlan, total } from '../costs/costs.ts';

/** `{ cost: { currency, total, people, cover, leading, rooms } }`, to the hundredth. */
export function costJson(cost: CostOfPlan | undefined): object {
  if (!cost) return {};
  const { people, cover, leading, rooms } = cost.all;
  const sums = { total: total(cost.all), people, cover, leading, rooms };
  const rounded = Object.entries(sums).map(([name, sum]) => [name, Math.round(sum * 100) / 100]);
  return { cost: { currency: cost.currency, ...Object.fromEntries(rounded) } };
}
