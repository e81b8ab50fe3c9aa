/** Days that people name by a stretch that they begin or end: `end of year`, `start of March`, `June`, where a date is due. */
import { civilOf, type Day, dayOf, isoDate, monthStart, toDay } from '../../calendar/date.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { monthMeant } from './suggest-date.ts';

/** Keys whose day is the last of something. */
const LAST = new Set(['ends', 'by', 'to', 'until']);
const FIRST = new Set(['starts', 'from']);

/**
 * The day that is meant, by the year of the programme where none is said.
 * @param root the file; its programme may be in another one, and the year is left to the reader then
 */
export function suggestEdge(text: string, pointer: Pointer, root: unknown): string | undefined {
  const key = String(pointer.at(-1));
  const isLast = LAST.has(key);
  if (!isLast && !FIRST.has(key)) return undefined;
  const programme = (root as { programme?: { starts?: unknown; ends?: unknown } } | null)?.programme;
  const word = text.trim().toLowerCase().slice(0, 40);
  const whole = /^(?:(start|beginning)|(end))(?: of (?:the )?programme)?$/.exec(word);
  if (whole && pointer[0] !== 'programme') {
    const day = whole[1] ? programme?.starts : programme?.ends;
    return toDay(String(day)) === undefined
      ? undefined
      : `write ${day}: the programme ${whole[1] ? 'starts' : 'ends'} then`;
  }
  const match =
    /^(?:the )?(?:(start|beginning|early|end|late|last day) (?:of |in )?)?(?:the )?(.{2,20})$/.exec(word);
  const stretch = match && stretchOf(match[2]!);
  // A month with its year alone is a month that somebody took for a date, as long as a day is its first.
  if (!stretch || (!match[1] && !isLast && stretch.year !== undefined)) return undefined;
  const wantsEnd = match[1] ? /^(?:end|late|last)/.test(match[1]) : isLast;
  return `write ${dayText(stretch, wantsEnd, toDay(String(programme?.starts)))}`;
}

/** Months from one to another, both counted in. */
interface Stretch {
  readonly first: number;
  readonly months: number;
  readonly year: number | undefined;
}

/** `year`, `2027`, `Q2`, `June`, `June 2027`, `2027-06`; undefined for anything else. */
function stretchOf(word: string): Stretch | undefined {
  const iso = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(word);
  if (iso) return { first: Number(iso[2]), months: 1, year: Number(iso[1]) };
  const [, name = '', year] = /^(.*?)\s*(\d{4})?$/.exec(word)!;
  const at = { year: year === undefined ? undefined : Number(year) };
  if (name === 'year' || (name === '' && year)) return { first: 1, months: 12, ...at };
  const quarter = /^(?:q|quarter )([1-4])$/.exec(name)?.[1];
  if (quarter) return { first: 3 * Number(quarter) - 2, months: 3, ...at };
  const month = /^[^\d]{3,12}$/.test(name) ? monthMeant(name) : undefined;
  return month === undefined ? undefined : { first: month, months: 1, ...at };
}

function dayText({ first, months, year }: Stretch, wantsEnd: boolean, starts: Day | undefined): string {
  const dayIn = (one: number) => {
    const begins = dayOf(one, first, 1);
    return wantsEnd ? monthStart(begins, months) - 1 : begins;
  };
  if (year !== undefined) return isoDate(dayIn(year));
  if (starts === undefined) return `<year>${isoDate(dayIn(2027)).slice(4)}`;
  const own = civilOf(starts).year;
  return isoDate(dayIn(own) >= starts || first + months > 12 ? dayIn(own) : dayIn(own + 1));
}
