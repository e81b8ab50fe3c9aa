/**
 * When a module is due: `when` as a list of occurrences, each with a name that stays (`2027-W09`, `q1`) and
 * the days on which it may start. What the programme, `from` or `by` cut to fewer than half of its days is not
 * asked. `months` narrows a period, however few of them lie in it, and drops none that has one of them; a week or
 * fortnight over the edge of a month belongs to the months in which half of its days lie.
 */
import {
  civilOf,
  type Day,
  isoDate,
  isoWeek,
  mondayOf,
  monthKey,
  monthStart,
  toDay,
  weekKey,
} from '../calendar/date.ts';
import { observancesBetween } from '../calendar/observances.ts';
import type { Say } from '../calendar/say.ts';
import { fortnightsFrom } from '../calendar/season.ts';
import type { Cadence, Moment, Programme, When } from '../model/model.ts';
import type { Group } from './types.ts';

export interface Occurrence {
  /** `once`, `2027-03`, `2027-W09`, `2027-F05`, `q1`, `h1`, `y1`, `2027-10-05`, `cx-day`, `day-30.2027-03` */
  readonly id: string;
  /** First and last day, both included. */
  readonly from: Day;
  readonly by: Day;
}

/** `March 2027`, `5 October 2027`, `renewal by 14 August 2027`; other names are words of the workspace or the year: `q1`, `cx-day`. */
export function occurrenceName(say: Pick<Say, 'monthYear' | 'date'>, id: string): string {
  const [, renewal = '', day = ''] = /^(renewal-)?(\d{4}-\d{2}(?:-\d{2})?)$/.exec(id) ?? [];
  if (day.length === 7 && renewal === '') return say.monthYear(day);
  const found = toDay(day);
  return found === undefined ? id : `${renewal === '' ? '' : 'renewal by '}${say.date(found)}`;
}

/** Occurrences for everybody who is there all year, in order of time; moments and triggers have none. */
export function occurrencesOf(when: When, programme: Programme): Occurrence[] {
  const { starts, ends } = programme;
  switch (when.kind) {
    case 'once':
      return kept([{ id: 'once', from: when.from, by: when.by }], starts, ends);
    case 'date':
      return kept([{ id: isoDate(when.date), from: when.date, by: when.date }], starts, ends);
    case 'observance':
      return observed(when.observance, starts, ends);
    case 'every':
      return repeated(when, programme);
    default:
      return [];
  }
}

/** The one occurrence of a moment for a group of joiners; undefined when it ends after the programme. */
export function momentOf(
  moment: Moment,
  group: Pick<Group, 'joined' | 'joiners'>,
  programme: Programme,
): Occurrence | undefined {
  if (group.joined === undefined || moment.from < 0) return undefined;
  const from = group.joined + moment.from;
  const by = group.joined + moment.to;
  return by > programme.ends ? undefined : { id: `${moment.id}.${group.joiners}`, from, by };
}

function observed(id: string, starts: Day, ends: Day): Occurrence[] {
  const all = observancesBetween(id, starts, ends).map(({ from, to }) => ({ id, from, by: to }));
  const inside = kept(all, starts, ends);
  // Once in the programme it goes by its name; several times, the date tells them apart.
  return inside.length < 2 ? inside : inside.map((one) => ({ ...one, id: `${id}.${isoDate(one.from)}` }));
}

function repeated(when: Extract<When, { kind: 'every' }>, programme: Programme): Occurrence[] {
  const from = Math.max(when.from, programme.starts);
  const by = Math.min(when.by, programme.ends);
  const whole = periods(when.every, from, by, programme.starts);
  const { months } = when;
  if (months === undefined) return kept(whole, from, by);
  const atEdges = when.every === 'week' || when.every === 'fortnight';
  return whole.flatMap((one) => inMonths(one, from, by, months, atEdges) ?? []);
}

/** What is left of a period in some months of the year; undefined where it is cut short, or has none of them. */
function inMonths(
  { id, from, by }: Occurrence,
  first: Day,
  last: Day,
  months: readonly number[],
  atEdges: boolean,
): Occurrence | undefined {
  const left: Day[] = [];
  for (let day = Math.max(from, first); day <= Math.min(by, last); day++) {
    if (months.includes(civilOf(day).month)) left.push(day);
  }
  const whole = by - from + 1;
  const days = atEdges ? left.length : Math.min(by, last) - Math.max(from, first) + 1;
  if (left.length === 0 || 2 * days < whole) return undefined;
  return { id, from: left[0]!, by: left.at(-1)! };
}

/** Cuts to `from`…`by`, and drops what loses more than half of its days. */
function kept(whole: readonly Occurrence[], from: Day, by: Day): Occurrence[] {
  return whole.flatMap((one) => {
    const [first, last] = [Math.max(one.from, from), Math.min(one.by, by)];
    const days = last - first + 1;
    return days > 0 && 2 * days >= one.by - one.from + 1 ? [{ id: one.id, from: first, by: last }] : [];
  });
}

const MONTHS: Readonly<Partial<Record<Cadence, { readonly letter: string; readonly months: number }>>> = {
  quarter: { letter: 'q', months: 3 },
  'half-year': { letter: 'h', months: 6 },
  year: { letter: 'y', months: 12 },
};

/** Whole periods that touch `from`…`by`, before anything is cut. */
function periods(every: Cadence, from: Day, by: Day, starts: Day): Occurrence[] {
  if (every === 'week') return weeks(from, by);
  if (every === 'fortnight') return fortnights(from, by, starts);
  const named = MONTHS[every];
  const step = named?.months ?? 1;
  const out: Occurrence[] = [];
  for (let n = 0; ; n++) {
    const first = monthStart(starts, n * step);
    if (first > by) return out;
    const last = monthStart(starts, (n + 1) * step) - 1;
    if (last >= from)
      out.push({ id: named ? `${named.letter}${n + 1}` : monthKey(first), from: first, by: last });
  }
}

function weeks(from: Day, by: Day): Occurrence[] {
  const out: Occurrence[] = [];
  for (let monday = mondayOf(from); monday <= by; monday += 7) {
    out.push({ id: weekKey(monday), from: monday, by: monday + 6 });
  }
  return out;
}

/**
 * Two weeks each, always, counted from the programme's own beginning: `2027-F05` is that of which week 9 (or 10) of 2027
 * is the first. Within a year they are the weeks 1 and 2, 3 and 4, …; one that begins in a week 53 has the next week 1.
 */
function fortnights(from: Day, by: Day, starts: Day): Occurrence[] {
  const out: Occurrence[] = [];
  const anchor = fortnightsFrom(starts);
  for (let first = anchor + 14 * Math.floor((from - anchor) / 14); first <= by; first += 14) {
    const { year, week } = isoWeek(first);
    const id = `${year}-F${String(Math.ceil(week / 2)).padStart(2, '0')}`;
    out.push({ id, from: first, by: first + 13 });
  }
  return out;
}
