/** Dates as people write them, and why a day does not exist. */
import { isoDate, MONTHS, toDay, weekday } from '../../calendar/date.ts';

/** Whether a text was meant as a date at all. */
export function looksLikeDate(text: string): boolean {
  return (/\d/.test(text) && /^[\d\s./T:W-]{4,25}Z?$/.test(text.trim())) || inWords(text) !== undefined;
}

/** What to write, or why there is no such day. */
export function suggestDate(text: string): string {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim()) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim());
  const meant = inWords(text) ?? mondayOf(text);
  if (meant !== undefined) return meant;
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

/** `4 January 2027`, `Jan 4th, 2027` → `write 2027-01-04` */
function inWords(text: string): string | undefined {
  const words = text
    .slice(0, 40)
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter((word) => word !== '');
  const year = words.find((word) => /^\d{4}$/.test(word));
  const date = words.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]).find((found) => found);
  const month = words.map(monthOf).find((found) => found !== undefined);
  if (words.length !== 3 || !year || !date || !month) return undefined;
  const iso = `${year}-${pad(month)}-${pad(Number(date))}`;
  return toDay(iso) === undefined ? undefined : `write ${iso}`;
}

/** `2027-W01` → `weeks are not days: its Monday is 2027-01-04` */
function mondayOf(text: string): string | undefined {
  const match = /^(\d{4})-?W(\d{1,2})$/i.exec(text.trim());
  // The week of 4 January is the first of all.
  const fourth = toDay(`${match?.[1]}-01-04`);
  const week = Number(match?.[2]);
  if (fourth === undefined || !(week >= 1 && week <= 53)) return undefined;
  return `that is a week: its Monday is ${isoDate(fourth + 1 - weekday(fourth) + (week - 1) * 7)}`;
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
  const month = monthOf(text);
  return month === undefined ? undefined : `write ${month}`;
}

function monthOf(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const index = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(word));
  return index < 0 ? undefined : index + 1;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
