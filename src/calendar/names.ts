/** Days and months as they are called in the languages that planners write without thinking: only for remedies. */
import { dayOf, MINUTES_A_DAY } from './date.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'da', 'sv', 'fi', 'pl', 'cs'];

/** Days of the week (1 is Monday) that are called so in any of them: `Dienstag`, `mar.`, `wo`. */
export function daysNamed(word: string): readonly number[] {
  weekdays ??= names('weekday', [1, 2, 3, 4, 5, 6, 7]);
  return weekdays.get(plain(word)) ?? [];
}

/** Months (1 is January) that are called so in any of them: `März`, `juin`, `sept`. */
export function monthsNamed(word: string): readonly number[] {
  months ??= names('month', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  return months.get(plain(word)) ?? [];
}

let weekdays: ReadonlyMap<string, readonly number[]> | undefined;
let months: ReadonlyMap<string, readonly number[]> | undefined;

function names(unit: 'weekday' | 'month', numbers: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const locale of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, {
        [unit]: style,
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      for (const number of numbers) {
        // 1 January 2024 was a Monday.
        const day = unit === 'weekday' ? dayOf(2024, 1, number) : dayOf(2024, number, 1);
        const name = plain(format.format(day * MINUTES_A_DAY * 60_000));
        const known = found.get(name) ?? [];
        if (!known.includes(number)) found.set(name, [...known, number]);
      }
    }
  }
  return found;
}

/** Small letters without accents or dots. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
