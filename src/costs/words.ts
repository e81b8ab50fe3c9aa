/** Sums of money and the executive line, the same on every machine. */
import { type CostOfPlan, total } from './costs.ts';

/** `GBP 12,310`; below ten with two decimals: `GBP 4.20`. */
export function money(currency: string, sum: number): string {
  const rounded = Math.abs(sum) < 10 && sum !== 0 ? sum.toFixed(2) : String(Math.round(sum));
  return `${currency} ${rounded.replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** `GBP 231,000 · 6.05 a seat · people’s time 81 %, cover 9 %, those who lead 10 %` */
export function costLine({ currency, all }: CostOfPlan): string {
  const sum = total(all);
  const parts = [
    ['people’s time', all.people],
    ['cover', all.cover],
    ['those who lead', all.leading],
    ['rooms', all.rooms],
  ] as const;
  const shares = parts
    .filter(([, part]) => part > 0)
    .map(([name, part]) => `${name} ${Math.round((100 * part) / sum)} %`);
  const seat = all.seats > 0 ? `${(sum / all.seats).toFixed(2)} a seat` : '';
  return [money(currency, sum), seat, shares.join(', ')].filter((text) => text !== '').join(' · ');
}
