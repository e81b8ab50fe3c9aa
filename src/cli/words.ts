/** Numbers and counts as people write them; the same on every machine, whatever its locale. */

import { PLAIN_NUMBERS, type Say } from '../calendar/say.ts';

/** `1,532` */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 session`, `1,532 sessions` */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** A score with one decimal; a dash where nothing can be asked. */
export function score(value: number | null): string {
  return scoreWords(PLAIN_NUMBERS, value);
}

/** The same as a programme's locale writes it. */
export function scoreWords({ figure }: Pick<Say, 'figure'>, value: number | null): string {
  return value === null ? '–' : figure(value);
}
