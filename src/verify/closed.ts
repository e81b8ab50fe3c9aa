/** When not, minute by minute: plain readings of `closed`, `busy`, `away` and of holidays. */
import {
  civilOf,
  type Day,
  type DayMask,
  MINUTES_A_DAY,
  monthStart,
  type Span,
  weekday,
} from '../calendar/date.ts';
import type { Id, Model, Post, ShiftTime, Site, TimeRange } from '../model/model.ts';
import { isDayOf, isTimeOf, timesOf } from './season.ts';

type Working = (day: Day) => boolean;

/** Whether the range holds at a minute of the wall clock. */
export type At = (wall: number) => boolean;

/**
 * A working day of people with these shift times at a site: a minute of a shift that begins on it, before midnight, is
 * neither holiday nor `closed`. Each day is walked once.
 */
export function workingDaysOf(times: readonly ShiftTime[], shut: At | undefined): Working {
  const known = new Map<Day, boolean>();
  return (day) => {
    let answer = known.get(day);
    if (answer === undefined) {
      answer = times.some((time) => isDayOf(time, day) && anyOpen(day, time.hours, shut));
      known.set(day, answer);
    }
    return answer;
  };
}

function anyOpen(day: Day, hours: Span, shut: At | undefined): boolean {
  for (let minute = hours.start; minute < Math.min(hours.end, MINUTES_A_DAY); minute++) {
    if (!shut?.(day * MINUTES_A_DAY + minute)) return true;
  }
  return false;
}

/** Whether a holiday of the site lasts at a minute of its wall clock. */
export function inHoliday(site: Site, wall: number): boolean {
  const day = Math.floor(wall / MINUTES_A_DAY);
  const minute = wall - day * MINUTES_A_DAY;
  const list = site.holidays.get(day) ?? [];
  return list.some(({ hours }) => hours.start <= minute && minute < hours.end);
}

/** What is counted out once for a workspace: large ones ask for it again with each person. */
interface WorkspaceCounts {
  /** Site, or `ANYWHERE` → posts there, one of each department and shift. */
  readonly shifts: ReadonlyMap<Id, readonly Post[]>;
  readonly shut: Map<Id, At>;
  readonly posts: Map<string, Working>;
}

const ANYWHERE = '';
const counted = new WeakMap<Model, WorkspaceCounts>();

function countedOf(model: Model): WorkspaceCounts {
  const known = counted.get(model) ?? { shifts: shiftsBySite(model), shut: new Map(), posts: new Map() };
  counted.set(model, known);
  return known;
}

function shiftsBySite({ posts }: Model): Map<Id, Post[]> {
  const places = new Map<Id, Map<string, Post>>();
  for (const post of posts.values()) {
    for (const place of [post.site, ANYWHERE]) {
      const shifts = places.get(place) ?? new Map<string, Post>();
      places.set(place, shifts.set(`${post.department} ${post.shift}`, post));
    }
  }
  return new Map([...places].map(([place, shifts]) => [place, [...shifts.values()]]));
}

/** Holidays and `closed` of a site; its month ends count the days that all its other closures leave. */
export function siteShut(model: Model, site: Site): At {
  const { shut } = countedOf(model);
  const at = shut.get(site.id) ?? shutAt(model, site);
  shut.set(site.id, at);
  return at;
}

function shutAt(model: Model, site: Site): At {
  const holiday: At = (wall) => inHoliday(site, wall);
  const settled = anyRange(
    site.closed.filter((range) => !range.monthEnd && !range.quarterEnd),
    () => true,
  );
  const plain: At = (wall) => holiday(wall) || (settled?.(wall) ?? false);
  const all = anyRange(site.closed, workingDaysOf(timesAt(model, site.id), plain));
  return (wall) => holiday(wall) || (all?.(wall) ?? false);
}

/** Working days of the people of one post. */
export function postWorkingDays(
  model: Model,
  { department, shift, site }: Pick<Post, 'department' | 'shift' | 'site'>,
): Working {
  const { posts } = countedOf(model);
  const key = `${department} ${shift} ${site}`;
  let working = posts.get(key);
  if (!working) {
    const place = model.sites.get(site)!;
    const owner = model.departments.get(department);
    working = workingDaysOf(owner ? timesOf(owner, shift, place) : [], siteShut(model, place));
    posts.set(key, working);
  }
  return working;
}

/** Working days of whoever works at a site (of all people, where nobody does), or of one department there. */
export function workingDaysAt(model: Model, siteId: Id, department?: Id): Working {
  const site = model.sites.get(siteId);
  return workingDaysOf(timesAt(model, siteId, department), site && siteShut(model, site));
}

function timesAt(model: Model, site: Id, department?: Id): ShiftTime[] {
  const { shifts } = countedOf(model);
  const meant = (place: Id): Post[] =>
    (shifts.get(place) ?? []).filter((post) => department === undefined || post.department === department);
  const here = meant(site);
  return (here.length > 0 ? here : meant(ANYWHERE)).flatMap((post) => {
    return timesOf(model.departments.get(post.department)!, post.shift, model.sites.get(site));
  });
}

/** Tells for any minute whether one of the ranges holds; undefined when there are none. */
export function anyRange(ranges: readonly TimeRange[], working: Working): At | undefined {
  if (ranges.length === 0) return undefined;
  const tests = ranges.map((range) => rangeAt(range, working));
  return (wall) => tests.some((test) => test(wall));
}

function rangeAt(range: TimeRange, working: Working): At {
  const holds = holdsOn(range, working);
  const known = new Map<Day, boolean>();
  const on = (day: Day): boolean => {
    let answer = known.get(day);
    if (answer === undefined) {
      answer = holds(day);
      known.set(day, answer);
    }
    return answer;
  };
  const { start, end } = range.hours ?? { start: 0, end: MINUTES_A_DAY };
  return (wall) => {
    const day = Math.floor(wall / MINUTES_A_DAY);
    const minute = wall - day * MINUTES_A_DAY;
    if (minute >= start && minute < end && on(day)) return true;
    // Hours past midnight belong to the day before.
    return minute + MINUTES_A_DAY < end && on(day - 1);
  };
}

/** Whether the range holds on a day, hours apart. */
function holdsOn(range: TimeRange, working: Working): Working {
  return (day) => {
    if (!isTimeOf(range, day)) return false;
    if (range.days !== undefined && !hasWeekday(range.days, day)) return false;
    if (range.monthEnd && !nearEnd(range.monthEnd, 1, day, working)) return false;
    if (range.quarterEnd && !nearEnd(range.quarterEnd, 3, day, working)) return false;
    return true;
  };
}

/**
 * Whether a day is among the last `before` working days of a month (quarter) or the first `after` of the next, or lies
 * between the first and the last of these days.
 */
function nearEnd(
  { before, after }: { readonly before: number; readonly after: number },
  months: number,
  day: Day,
  working: Working,
): boolean {
  for (let offset = -3; offset <= 4; offset++) {
    const next = monthStart(day, offset);
    if ((civilOf(next).month - 1) % months !== 0) continue;
    const last = daysBetween(monthStart(next, -months), next - 1).filter(working);
    const first = daysBetween(next, monthStart(next, months) - 1).filter(working);
    const counted = [...last.slice(Math.max(0, last.length - before)), ...first.slice(0, after)];
    if (counted.length > 0 && day >= counted[0]! && day <= counted.at(-1)!) return true;
  }
  return false;
}

function daysBetween(from: Day, to: Day): Day[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function hasWeekday(mask: DayMask, day: Day): boolean {
  return ((mask >> (weekday(day) - 1)) & 1) === 1;
}
