/** Dates as people write them, and why a day does not exist. */
import { isoDate, MONTHS, toDay, weekday } from '../../calendar/date.ts';
import { monthsNamed } from '../../calendar/names.ts';

/** Whether a text was meant as a date at all. */
export function looksLikeDate(text: string): boolean {
  return (
    monthOfYear(text) !== undefined ||
    (/\d/.test(text) && /^[\d\s./T:W-]{4,25}Z?$/.test(text.trim())) ||
    inWords(text) !== undefined
  );
}

/** What to write, or why there is no such day. */
export function suggestDate(text: string): string {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim()) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim());
  const meant = inWords(text) ?? mondayOf(text) ?? monthOfYear(text);
  if (meant !== undefined) return meant;
  const day = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(text.trim())?.[1];
  if (/^\d{4}$/.test(text.trim())) return `write a day of it, such as ${text.trim()}-01-04`;
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

/** `January 2027`, `2027-01` → its first day. */
function monthOfYear(text: string): string | undefined {
  const match = /^(\D{3,12}) (\d{4})$/.exec(text.trim());
  const month = match ? monthMeant(match[1]!) : Number(/^\d{4}-(\d\d)$/.exec(text.trim())?.[1]);
  if (month === undefined || !(month >= 1 && month <= 12)) return undefined;
  return `write a day of it, such as ${match ? match[2] : text.trim().slice(0, 4)}-${pad(month)}-01`;
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

/** `March`, `mar`, `März` → 3 */
export function suggestMonth(text: string): string | undefined {
  const month = monthMeant(text);
  return month === undefined ? undefined : `write ${month}`;
}

/** `Jan-Mar`, `1-3`, `Q1`, `January`, `2027-01` → a list of months; undefined where it names none. */
export function suggestMonths(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (/^(?:all|every|any)(?: months?)?$/.test(word)) return `write [${monthsFrom(1, 12)}]`;
  const quarter = /^q([1-4])$/.exec(word)?.[1];
  if (quarter) return `write [${monthsFrom(Number(quarter) * 3 - 2, Number(quarter) * 3)}]`;
  const single = monthNumber(word.replace(/^\d{4}-/, '').replace(/ \d{4}$/, ''));
  if (single !== undefined) return `write [${single}]`;
  const [first, last, ...more] = word.split(/\s*(?:-|–|—|to)\s*/).map(monthNumber);
  if (first !== undefined && last !== undefined && more.length === 0)
    return `write [${monthsFrom(first, last)}]`;
  const several = word
    .split(/[\s,;/]+|and/)
    .filter((part) => part !== '')
    .map(monthNumber);
  return several.length > 1 && !several.includes(undefined) ? `write [${several.join(', ')}]` : undefined;
}

/** From one month to another, over the end of the year where it comes first. */
function monthsFrom(first: number, last: number): string {
  const count = ((last - first + 12) % 12) + 1;
  return Array.from({ length: count }, (_, i) => ((first - 1 + i) % 12) + 1).join(', ');
}

function monthNumber(word: string): number | undefined {
  const number = /^\d{1,2}$/.test(word) ? Number(word) : undefined;
  return number === undefined ? monthMeant(word) : number >= 1 && number <= 12 ? number : undefined;
}

/** The month that a word names, in English or another language. */
export function monthMeant(text: string): number | undefined {
  const [theirs, ...others] = monthsNamed(text);
  return monthOf(text) ?? (others.length === 0 ? theirs : undefined);
}

function monthOf(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const index = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(word));
  return index < 0 ? undefined : index + 1;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
