/** Sums of money and the executive line, as the programme's locale writes them. */
import type { Numbers } from '../calendar/say.ts';
import { type CostOfPlan, total } from './costs.ts';

/** `GBP 12,310`; below ten with two decimals: `GBP 4.20`. */
export function money(say: Numbers, currency: string, sum: number): string {
  const isSmall = Math.abs(sum) < 10 && sum !== 0;
  return `${currency} ${isSmall ? say.figure(sum, 2) : say.number(Math.round(sum))}`;
}

/** `GBP 231,000 · 6.05 a seat · people’s time 81 %, cover 9 %, those who lead 10 %` */
export function costLine(say: Numbers, { currency, all }: CostOfPlan): string {
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
  const seat = all.seats > 0 ? `${say.figure(sum / all.seats, 2)} a seat` : '';
  return [money(say, currency, sum), seat, shares.join(', ')].filter((text) => text !== '').join(' · ');
}
