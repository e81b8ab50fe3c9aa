/**
 * Whose working days are meant: days on which a shift of these people begins and, before midnight, leaves a minute
 * that is neither holiday nor `closed`. The night that runs into a holiday belongs to the day before it.
 */
import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import { type IsWorkingDay, type Range, rangeSpans } from '../../calendar/ranges.ts';
import { holdsOn } from '../../calendar/season.ts';
import { type Spans, spansOf, subtract, union } from '../../calendar/spans.ts';
import { remembered } from '../made/remembered.ts';
import type { Department, Facilitator, Id, Model, Post, ShiftTime, Site } from '../model.ts';
import { shiftTimes } from './shift-times.ts';

/** Where and when somebody works. */
export type Place = Pick<Post, 'department' | 'shift' | 'site'>;

/** Days on which the people of a post work; a roster asks for each who joins. */
export function postDays(model: Model, place: Place): IsWorkingDay {
  const known = daysOfPosts.get(model) ?? new Map<string, IsWorkingDay>();
  daysOfPosts.set(model, known);
  const key = `${place.department} ${place.shift} ${place.site}`;
  const days = known.get(key) ?? daysAt(model, place);
  known.set(key, days);
  return days;
}

const daysOfPosts = new WeakMap<Model, Map<string, IsWorkingDay>>();

function daysAt(model: Model, { department, shift, site }: Place): IsWorkingDay {
  const place = model.sites.get(site);
  const owner = model.departments.get(department);
  const times = owner ? shiftTimes(owner, shift, place) : [];
  return openDays(times, place ? closuresOf(model, place) : () => []);
}

/** The first of the days `from` to `by` on which the people of a post work. */
export function firstWorkingDay(model: Model, post: Place, from: Day, by: Day): Day | undefined {
  const works = postDays(model, post);
  for (let day = from; day <= by; day++) if (works(day)) return day;
  return undefined;
}

/** Days on which anybody of a department works at a site: what month ends of its `busy` count. */
export function departmentDays(model: Model, { id, shifts }: Department, site: Site): IsWorkingDay {
  const own = workedAt(model).get(site.id)?.get(id) ?? [...shifts.keys()];
  return openDays(timesOf(model, id, own, site), closuresOf(model, site));
}

/** Days on which anybody works at a site, or anywhere where nobody does: what month ends of a room's `closed` count. */
export function siteDays(model: Model, site: Id): IsWorkingDay {
  const place = model.sites.get(site);
  return openDays(timesAt(model, site), place ? closuresOf(model, place) : () => []);
}

/** The same for a site's own `closed`: its closures without month and quarter ends, which these days settle. */
export function settledDays(model: Model, site: Site): IsWorkingDay {
  const settled = site.closed.filter((range) => !hasEnds(range));
  return openDays(timesAt(model, site.id), (day) =>
    union(
      daysOff(site, day),
      rangeSpans(settled, day, day, () => true),
    ),
  );
}

/** A facilitator's own days; what is a holiday wherever they come to is none. */
export function facilitatorDays(model: Model, facilitator: Facilitator): IsWorkingDay {
  const own = [...(facilitator.sites ?? [])].flatMap((id) => model.sites.get(id) ?? []);
  const places = own.length > 0 ? own : [...model.sites.values()];
  return remembered((day) => {
    return places.some((site) => hasOpen(facilitator.works, day, daysOff(site, day)));
  });
}

/** Which shifts of which departments are worked at a site, where month or quarter ends make that matter; for keys. */
export function endsKeptAt(model: Model, site: Site): readonly unknown[] {
  const all = [...(workedAt(model).get(site.id) ?? [])];
  if (site.closed.some(hasEnds)) return all;
  return all.filter(([id]) => model.departments.get(id)!.busy.some(hasEnds));
}

function hasEnds({ monthEnd, quarterEnd }: Range): boolean {
  return monthEnd !== undefined || quarterEnd !== undefined;
}

/** Each day is looked at once. @param shut what of a day is closed, wall clock */
function openDays(times: readonly ShiftTime[], shut: (day: Day) => Spans): IsWorkingDay {
  return remembered((day) => hasOpen(times, day, shut(day)));
}

function hasOpen(times: readonly ShiftTime[], day: Day, shut: Spans): boolean {
  const midnight = day * MINUTES_A_DAY;
  const begun = times.flatMap((time) => {
    const { start, end } = time.hours;
    return holdsOn(time, day) ? [midnight + start, midnight + Math.min(end, MINUTES_A_DAY)] : [];
  });
  return subtract(spansOf(begun), shut).length > 0;
}

/** Holidays and `closed` of a site, day by day. */
function closuresOf(model: Model, site: Site): (day: Day) => Spans {
  if (site.closed.length === 0) return (day) => daysOff(site, day);
  const settled = settledDays(model, site);
  return (day) => union(daysOff(site, day), rangeSpans(site.closed, day, day, settled));
}

function daysOff({ holidays }: Site, day: Day): Spans {
  const midnight = day * MINUTES_A_DAY;
  return spansOf(
    (holidays.get(day) ?? []).flatMap(({ hours }) => [midnight + hours.start, midnight + hours.end]),
  );
}

/** Site, or `ANYWHERE` → department → its shifts with posts there. */
type Worked = ReadonlyMap<Id, ReadonlyMap<Id, readonly Id[]>>;

const ANYWHERE = '';
const worked = new WeakMap<Model, Worked>();

function workedAt(model: Model): Worked {
  const known = worked.get(model) ?? countWorked(model);
  worked.set(model, known);
  return known;
}

function countWorked(model: Model): Worked {
  const places = new Map<Id, Map<Id, Id[]>>();
  for (const { site, department, shift } of model.posts.values()) {
    for (const place of [site, ANYWHERE]) {
      const departments = places.get(place) ?? new Map<Id, Id[]>();
      const shifts = departments.get(department) ?? [];
      if (!shifts.includes(shift)) shifts.push(shift);
      places.set(place, departments.set(department, shifts));
    }
  }
  return places;
}

/** Times of all who work at a site; of everybody where nobody does (online, a training centre). */
function timesAt(model: Model, site: Id): ShiftTime[] {
  const places = workedAt(model);
  const here = places.get(site) ?? places.get(ANYWHERE) ?? [];
  const place = model.sites.get(site);
  return [...here].flatMap(([id, shifts]) => timesOf(model, id, shifts, place));
}

function timesOf(model: Model, department: Id, shifts: readonly Id[], site: Site | undefined): ShiftTime[] {
  const owner = model.departments.get(department)!;
  return shifts.flatMap((shift) => shiftTimes(owner, shift, site));
}
