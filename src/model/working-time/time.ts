/**
 * When people can learn: the rostered hours of a post less what is closed or busy. Everything is wall clock of the
 * site, over the days of the programme: hours hold at every minute at which the clock shows a time within them, so a
 * shift in the night when clocks change is an hour shorter or longer than it reads.
 */
import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import { type Holidays, holidaySpans } from '../../calendar/holiday.ts';
import { rangeSpans } from '../../calendar/ranges.ts';
import { holdsOn } from '../../calendar/season.ts';
import { atLeast, clip, overlaps, type Spans, spansOf, subtract, union } from '../../calendar/spans.ts';
import type { Department, Facilitator, Model, Module, Post, Room, ShiftTime, Site } from '../model.ts';
import { busyFor } from './busy.ts';
import { shiftTimes } from './shift-times.ts';
import { departmentDays, endsKeptAt, facilitatorDays, settledDays, siteDays } from './working-days.ts';

/**
 * Stretches `[start, end, …]` of the site's wall clock in which people of a post may be in a session of so
 * many minutes: rostered hours less holidays and `closed` of the site and the department's `busy` (unless
 * ignored), and less the rest after a night where a module is named. Shorter stretches are left out. Linear in the days of the programme; callers keep the result.
 */
export function openTime(
  model: Model,
  post: Post,
  minutes: number,
  options: {
    readonly ignoreBusy: boolean;
    readonly module?: Module | undefined;
    /** `false` for hosts, who are at work and learn nothing. */
    readonly rests?: boolean;
  },
): number[] {
  const site = model.sites.get(post.site)!;
  const department = model.departments.get(post.department)!;
  const shift = rosteredTime(model, department, post);
  const rostered = options.module?.outsideShift ? aroundShift(model, shift, minutes) : shift;
  const shut = siteClosed(model, site);
  const ranges = options.ignoreBusy ? [] : busyFor(department.busy, post, options.module);
  const busy = busyTime(model, { ...department, busy: ranges }, site, minutes);
  const free = subtract(subtract(rostered, shut), busy);
  const rests = options.module !== undefined && options.module.format !== 'huddle' && options.rests !== false;
  return atLeast(rests ? subtract(free, restTime(model, post)) : free, minutes);
}

/** What decides on which days a site works: people of one department and shift have the same time at all that read alike. */
export function habitsOf(model: Model, site: Site): string {
  const { zone, holidays, closed, worked } = site;
  const inLieu = [...worked].sort((a, b) => a - b);
  return JSON.stringify([zone, hoursOff(holidays), closed, inLieu, endsKeptAt(model, site)]);
}

/** What holidays take, whatever they are called: `[day, start, end]` each, in order. */
export function hoursOff(holidays: Holidays): number[][] {
  const all = [...holidays].flatMap(([day, list]) => list.map(({ hours }) => [day, hours.start, hours.end]));
  return all.sort(([a, b, c], [x, y, z]) => a! - x! || b! - y! || c! - z!);
}

/** Stretches in which a shift is on at a site, wall clock, inside the programme. */
export function rosteredTime(
  model: Model,
  department: Department,
  { shift, site }: Pick<Post, 'shift' | 'site'>,
): number[] {
  const times = shiftTimes(department, shift, model.sites.get(site));
  const { starts, ends } = model.programme;
  // The evening before the programme too: its shift runs into the first morning.
  const spans = workedFrom(times, starts - 1, ends);
  return clip(spans, starts * MINUTES_A_DAY, (ends + 1) * MINUTES_A_DAY);
}

/** Stretches of work that begin between two days. */
function workedFrom(times: readonly ShiftTime[], first: Day, last: Day): number[] {
  const pairs: number[] = [];
  for (let day = first; day <= last; day++) {
    for (const time of times) {
      if (!holdsOn(time, day)) continue;
      pairs.push(day * MINUTES_A_DAY + time.hours.start, day * MINUTES_A_DAY + time.hours.end);
    }
  }
  return spansOf(pairs);
}

/** A night is so much work between two hours, as European law has it for those who work at night. */
const NIGHT = { from: 23 * 60, to: 30 * 60, least: 180 };

/** Whether a stretch of work holds a night. @param start wall minutes */
export function isNight(start: number, end: number): boolean {
  for (let day = Math.floor(start / MINUTES_A_DAY) - 1; day * MINUTES_A_DAY < end; day++) {
    const midnight = day * MINUTES_A_DAY;
    if (Math.min(end, midnight + NIGHT.to) - Math.max(start, midnight + NIGHT.from) >= NIGHT.least)
      return true;
  }
  return false;
}

/** Stretches of the site's wall clock in which people of a post rest after a night (`policy.restAfterNightHours`). */
export function restTime(
  model: Model,
  { department, shift, site }: Pick<Post, 'department' | 'shift' | 'site'>,
): number[] {
  const { restAfterNight } = model.policy;
  if (restAfterNight === 0) return [];
  const times = shiftTimes(model.departments.get(department)!, shift, model.sites.get(site));
  const { starts, ends } = model.programme;
  // Nights before the programme are rested from in it.
  const worked = workedFrom(times, starts - 4, ends);
  const pairs: number[] = [];
  for (let i = 0; i < worked.length; i += 2) {
    const end = worked[i + 1]!;
    if (isNight(worked[i]!, end)) pairs.push(end, end + restAfterNight);
  }
  return spansOf(pairs);
}

/**
 * Hours of a shift with those next to it, in which a session of so many minutes begins in the shift, when it ends, or ends
 * when it begins. Where two shifts are near each other, some that touch neither lie in it, too: see {@link touches}.
 */
export function aroundShift({ programme }: Model, shift: Spans, minutes: number): number[] {
  const wide = shift.map((minute, i) => (i % 2 === 0 ? minute - minutes : minute + minutes));
  return clip(spansOf(wide), programme.starts * MINUTES_A_DAY, (programme.ends + 1) * MINUTES_A_DAY);
}

/** Whether a session has a minute of a shift in it, or next to it. */
export function touches(shift: Spans, start: number, end: number): boolean {
  return overlaps(shift, start - 1, end + 1);
}

/** Minutes of a session outside a shift. */
export function minutesOutside(shift: Spans, start: number, end: number): number {
  const inside = clip(shift, start, end);
  let minutes = end - start;
  for (let i = 0; i < inside.length; i += 2) minutes -= inside[i + 1]! - inside[i]!;
  return minutes;
}

/** Holidays and `closed` of a site over the programme, in its wall clock. */
export function siteClosed(model: Model, site: Site): number[] {
  const { starts, ends } = model.programme;
  return union(
    holidaySpans(site.holidays, starts, ends),
    rangeSpans(site.closed, starts, ends, settledDays(model, site)),
  );
}

/** When a room cannot be used over the programme (its site's own closures apart), in its site's wall clock. */
export function roomClosed(model: Model, room: Room): number[] {
  const { starts, ends } = model.programme;
  const days = siteDays(model, room.site);
  const closed = rangeSpans(room.closed, starts, ends, days);
  if (!room.open) return closed;
  const all = [(starts - 1) * MINUTES_A_DAY, (ends + 2) * MINUTES_A_DAY];
  return union(closed, subtract(all, rangeSpans(room.open, starts - 1, ends + 1, days)));
}

/** A department's busy time at a site over the programme, whomever it is for, as it binds a session of so many minutes. */
export function busyTime(model: Model, department: Department, site: Site, minutes: number): number[] {
  const { starts, ends } = model.programme;
  return rangeSpans(department.busy, starts, ends, departmentDays(model, department, site), minutes);
}

/**
 * When a facilitator works, in the wall clock of their zone: their days and hours less `away`. Month and
 * quarter ends in `away` count their own days.
 */
export function facilitatorTime(model: Model, facilitator: Facilitator): number[] {
  const { starts, ends } = model.programme;
  const pairs: number[] = [];
  // A day on each side: online sessions are held in another zone, whose days begin earlier or later.
  for (let day = starts - 2; day <= ends + 1; day++) {
    for (const time of facilitator.works) {
      if (holdsOn(time, day))
        pairs.push(day * MINUTES_A_DAY + time.hours.start, day * MINUTES_A_DAY + time.hours.end);
    }
  }
  const away = rangeSpans(facilitator.away, starts - 1, ends + 1, facilitatorDays(model, facilitator));
  return subtract(spansOf(pairs), away);
}
