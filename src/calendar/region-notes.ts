/**
 * What else a region's calendar says: days on which banks, schools or many firms rest though they are no public
 * holidays, and further days that only parts of the region keep. Worked out only where it is shown.
 */
import { civilOf, type Day, type Span, weekday } from './date.ts';
import { byDay, holidaysOf, stretchOf } from './holidays.ts';
import { calendarOf, partsOf } from './regions.ts';

export interface OftenClosed {
  readonly day: Day;
  readonly hours: Span;
  readonly name: string;
  readonly type: 'bank' | 'optional' | 'school';
}

export interface RegionNotes {
  /** Monday to Saturday, sorted by day. */
  readonly often: readonly OftenClosed[];
  /** Part of the region → the holidays that it keeps and the region does not. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** A country of more parts would cost more than the plan itself: `US-TX` is asked of whoever is in Texas. */
const MOST_PARTS = 26;

/** The notes of a region that is known, for the days `first` to `last`. */
export async function regionNotes(region: string, first: Day, last: Day): Promise<RegionNotes> {
  return { often: await oftenClosed(region, first, last), parts: await furtherDays(region, first, last) };
}

async function oftenClosed(region: string, first: Day, last: Day): Promise<OftenClosed[]> {
  const calendar = await calendarOf(region, ['bank', 'optional', 'school']);
  const out: OftenClosed[] = [];
  for (let year = civilOf(first).year - 1; year <= civilOf(last).year; year++) {
    for (const found of calendar.getHolidays(year)) {
      for (const [day, hours] of byDay(stretchOf(found))) {
        if (day < first || day > last || weekday(day) > 6) continue;
        out.push({ day, hours, name: found.name, type: found.type as OftenClosed['type'] });
      }
    }
  }
  return out.sort((a, b) => a.day - b.day || a.hours.start - b.hours.start);
}

async function furtherDays(region: string, first: Day, last: Day): Promise<Map<string, string[]>> {
  const out = new Map<string, string[]>();
  const parts = await partsOf(region);
  if (parts.size === 0 || parts.size > MOST_PARTS) return out;
  const years = [civilOf(first).year, civilOf(last).year] as const;
  const own = (await holidaysOf(region, ...years)).days;
  for (const part of parts.keys()) {
    const names = new Set<string>();
    for (const [day, list] of (await holidaysOf(part, ...years)).days) {
      const further = day >= first && day <= last && !own.has(day);
      if (further) for (const { name } of list) names.add(name);
    }
    if (names.size > 0) out.set(part, [...names]);
  }
  return out;
}
