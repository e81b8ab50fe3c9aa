/** Dates as people write them, and why a day does not exist. */
import { MONTHS, toDay } from '../../calendar/date.ts';

/** Whether a text was meant as a date at all. */
export function looksLikeDate(text: string): boolean {
  return /\d/.test(text) && /^[\d\s./T:W-]{4,25}Z?$/.test(text.trim());
}

/** What to write, or why there is no such day. */
export function suggestDate(text: string): string {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim()) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim());
  const day = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text.trim())?.[1];
  if (!match)
    return day && toDay(day) !== undefined
      ? `write the day alone: ${day}`
      : `write the year first: ${yearFirst(text) ?? '2027-03-02'}`;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const iso = `${match[1]}-${pad(month)}-${pad(date)}`;
  if (toDay(iso) !== undefined) return `write ${iso}`;
  if (year < 1900 || year > 2199) return 'years go from 1900 to 2199';
  const name = MONTHS[month - 1];
  if (name === undefined) return 'months go from 01 to 12';
  const last = [31, 30, 29, 28].find((day) => toDay(`${match[1]}-${pad(month)}-${day}`) !== undefined);
  return `${name} ${year} has ${last} days`;
}

/** `15/3/2027` → `2027-03-15`; what may be read in two ways is told in both. */
function yearFirst(text: string): string | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text.trim());
  if (!match) return undefined;
  const [one, other, year] = [Number(match[1]), Number(match[3]), match[4]];
  // Dots are only used where the day comes first.
  const readings =
    match[2] === '.'
      ? [[other, one]]
      : [
          [other, one],
          [one, other],
        ];
  const days = readings.flatMap(([month, date]) => {
    const iso = `${year}-${pad(month!)}-${pad(date!)}`;
    return toDay(iso) === undefined ? [] : [{ iso, name: `${date} ${MONTHS[month! - 1]}` }];
  });
  const [first, second] = days;
  if (!first || !second || first.iso === second.iso) return first?.iso;
  return `${first.iso} for ${first.name}, ${second.iso} for ${second.name}`;
}

/** `March`, `mar` → 3 */
export function suggestMonth(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  const index = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(word));
  return index < 0 ? undefined : `write ${index + 1}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
