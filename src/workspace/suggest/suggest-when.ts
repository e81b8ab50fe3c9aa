/** When and how often, as people write it in a word or two. */
import { OBSERVANCES } from '../../calendar/observances.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { BUILT_IN_MOMENTS } from '../link/sections/moments.ts';
import { monthMeant } from './suggest-date.ts';
import { daysMeant } from './suggest-times.ts';
import { meantWords } from './synonyms.ts';

/** Days in each period. */
const LENGTHS: readonly (readonly [string, number])[] = [
  ['week', 7],
  ['fortnight', 14],
  ['month', 30.44],
  ['quarter', 91.31],
  ['half-year', 182.62],
  ['year', 365.25],
];
const UNITS: Readonly<Record<string, number>> = { day: 1, ...Object.fromEntries(LENGTHS) };
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  once: 1,
  other: 2,
  second: 2,
  two: 2,
  twice: 2,
  third: 3,
  three: 3,
  four: 4,
  six: 6,
};

/** `day`, `6 weeks`, `twice a month`, `Mondays` where a period is due; undefined where it tells none. */
export function suggestPeriod(text: string): string | undefined {
  const day = weekdayOf(text);
  if (day !== undefined) return `write week, and days: ${day} beside "when"`;
  const days = lengthOf(text);
  if (days === undefined) return undefined;
  const same = LENGTHS.find(([, length]) => Math.abs(days - length) / length < 0.1);
  if (same) return `write ${same[0]}`;
  const above = LENGTHS.findIndex(([, length]) => length > days);
  if (above === 0) return 'write week: nothing is asked of anybody more often';
  if (above < 0) return 'write year: nothing is asked of anybody more seldom';
  return `write ${LENGTHS[above - 1]![0]} or ${LENGTHS[above]![0]}: there is nothing between`;
}

/** `onboarding`, `every 2 weeks`, `2027-03-04`, `March`, `Q1` → the map that was meant. */
export function suggestWhen(text: string, periods: readonly string[]): string | undefined {
  const word = text.trim().toLowerCase();
  const days = word.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  if (days.length === 2) return `write { from: ${days[0]}, by: ${days[1]} }`;
  if (days.length === 1) return `write { date: ${days[0]} }`;
  if (OBSERVANCES.includes(word)) return `write { date: ${word} }`;
  const moments = meantMoments(word);
  if (moments.length > 0) return `write ${moments.map((id) => `{ moment: ${id} }`).join(' or ')}`;
  const quarter = /^(?:in )?q([1-4])$/.exec(word);
  const first = quarter ? Number(quarter[1]) * 3 - 2 : monthMeant(word.replace(/^in /, ''));
  if (first !== undefined) {
    const months = quarter ? [first, first + 1, first + 2] : [first];
    return `write { every: year, months: [${months.join(', ')}] }`;
  }
  const day = weekdayOf(word);
  if (day !== undefined) return `write { every: week }, and days: ${day} beside "when"`;
  const bare = word.replace(/^(?:every|each|once an?|per) /, '');
  const period = meantWords(bare, periods)[0] ?? nearest(bare, periods);
  if (period !== undefined) return `write { every: ${period} }`;
  return suggestPeriod(word)
    ?.replace(/^write ([a-z-]+)/, 'write { every: $1 }')
    .replace(/ or ([a-z-]+)/, ' or { every: $1 }');
}

/** The built-in moments of a joiner's time that a word means: `onboarding`, `first week`, `day-30`. */
export function meantMoments(word: string): readonly string[] {
  const ids = [...BUILT_IN_MOMENTS.keys()];
  return ids.includes(word) ? [word] : meantWords(word, ids);
}

/** `day-7`, `week 4`, `month-3`: days after joining, of a moment that is none of ours; undefined for other words. */
export function momentOf(word: string): { readonly from: number; readonly to: number } | undefined {
  const match = /^(day|week|month)[ -]?(\d{1,3})$/.exec(word);
  if (!match) return undefined;
  const count = Number(match[2]);
  if (match[1] === 'day') return { from: count, to: count + 6 };
  const length = match[1] === 'week' ? 7 : 30;
  return count === 0 ? undefined : { from: (count - 1) * length, to: count * length - 1 };
}

function weekdayOf(text: string): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^(?:every|each|on) /, '');
  const days = /^[a-z]{4,12}$/.test(word) ? daysMeant(word.replace(/days$/, 'day')) : undefined;
  return days?.length === 1 ? days[0] : undefined;
}

/** Days between one and the next: `daily` is 1, `3 times a year` 122. */
function lengthOf(text: string): number | undefined {
  const word = text.trim().toLowerCase().replaceAll('_', ' ');
  if (/^(?:daily|every ?day)$/.test(word)) return 1;
  const unit = '(day|week|fortnight|month|quarter|half-year|year)s?';
  const times = new RegExp(`^(\\S+?)(?: ?times| ?x)? (?:an?|per|every|each) ${unit}$`).exec(word);
  const often = times && countOf(times[1]!);
  if (times && often) return UNITS[times[2]!]! / often;
  const every = new RegExp(`^(?:(?:every|each|once an?|per) )?(?:(\\S+?)[ -]?)?${unit}$`).exec(word);
  const count = every && countOf(every[1] ?? 'a');
  return every && count ? UNITS[every[2]!]! * count : undefined;
}

function countOf(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) ? Number(word) : COUNTS[word];
}
