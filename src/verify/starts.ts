/** Whether a day has a start at all for people, walked minute by minute: on shift, nothing closed, a huddle's meeting held. */
import { type Day, MINUTES_A_DAY, weekday } from '../calendar/date.ts';
import type { Id, Model, Module, ShiftTime, TimeRange } from '../model/model.ts';
import { busyTimes, busyTimesKey } from './busy.ts';
import { type At, anyRange, siteShut, workingDaysAt } from './closed.ts';
import { onShift } from './constraints/in-shift.ts';
import { isHeld } from './constraints/meeting-slot.ts';
import type { Closures } from './constraints/not-closed.ts';
import { Rests } from './night.ts';
import { timesOf } from './season.ts';
import type { MemberGroup } from './types.ts';

export class Starts {
  private readonly known = new Map<string, Map<Day, boolean>>();
  private readonly places = new Map<Id, string>();
  private readonly closed = new Map<string, At | undefined>();
  private readonly model: Model;
  private readonly rests: Rests;

  constructor(model: Model) {
    this.model = model;
    this.rests = new Rests(model);
  }

  /** How many days of a window have one. */
  days(group: MemberGroup, module: Module, { from, by }: { readonly from: Day; readonly by: Day }): number {
    const busy = busyTimesKey(group.department, busyTimes(group.department, group.post, module));
    const key = `${group.department.id} ${group.post.shift} ${module.id} ${this.placeOf(group)} ${busy}`;
    const known = this.known.get(key) ?? new Map<Day, boolean>();
    this.known.set(key, known);
    let days = 0;
    for (let day = from; day <= by; day++) {
      const answer = known.get(day) ?? (this.inProgramme(day) && this.hasStart(group, module, day));
      known.set(day, answer);
      if (answer) days++;
    }
    return days;
  }

  /** Sites with the same holidays and closures offer the same days, unless month ends or meetings tell them apart. */
  private placeOf({ department, site }: MemberGroup): string {
    const apart =
      [...site.closed, ...department.busy].some(hasEnds) || department.meetings.some(({ sites }) => sites);
    if (apart) return `site ${site.id}`;
    let place = this.places.get(site.id);
    if (place === undefined) {
      const holidays = [...site.holidays].map(([day, list]) => [day, list.map(({ hours }) => hours)]);
      place = JSON.stringify([holidays, site.closed, [...site.worked]]);
      this.places.set(site.id, place);
    }
    return place;
  }

  private inProgramme(day: Day): boolean {
    return day >= this.model.programme.starts && day <= this.model.programme.ends;
  }

  private hasStart(group: MemberGroup, module: Module, day: Day): boolean {
    if (module.days !== undefined && ((module.days >> (weekday(day) - 1)) & 1) === 0) return false;
    const { when } = module;
    if (when.kind === 'once' && when.offers && !when.offers.some(({ date }) => date === day)) return false;
    const free = this.freeFor(group, module);
    const midnight = day * MINUTES_A_DAY;
    if (module.format === 'huddle') {
      return group.department.meetings.some((meeting) => {
        if (!isHeld(meeting, day) || meeting.minutes < module.minutes) return false;
        if (meeting.sites && !meeting.sites.has(group.site.id)) return false;
        if (meeting.shifts && !meeting.shifts.has(group.post.shift)) return false;
        for (let i = 0; i < module.minutes; i++) if (!free(midnight + meeting.at + i)) return false;
        return true;
      });
    }
    const from = midnight + (module.hours?.start ?? 0);
    const to = midnight + (module.hours?.end ?? MINUTES_A_DAY + module.minutes - 1);
    const times = timesOf(group.department, group.post.shift, group.site);
    let run = 0;
    for (let wall = from; wall < to; wall++) {
      run = free(wall) ? run + 1 : 0;
      if (run >= module.minutes && isNear(module, times, wall + 1)) return true;
    }
    return false;
  }

  private freeFor({ department, post, site }: MemberGroup, module: Module): At {
    const times = timesOf(department, post.shift, site);
    const closures: Closures = (key, make) => {
      if (!this.closed.has(key)) this.closed.set(key, make());
      return this.closed.get(key);
    };
    const shut = closures(`site ${site.id}`, () => siteShut(this.model, site))!;
    const ranges = module.when.kind === 'moment' ? [] : busyTimes(department, post, module);
    const busy = closures(`busy ${department.id} ${site.id} ${busyTimesKey(department, ranges)}`, () =>
      anyRange(ranges, workingDaysAt(this.model, site.id, department.id)),
    );
    const rest = module.format === 'huddle' ? undefined : this.rests.of({ department, post, site });
    const last = (this.model.programme.ends + 1) * MINUTES_A_DAY;
    return (wall) =>
      wall < last &&
      (module.outsideShift || onShift(times, wall)) &&
      !shut(wall) &&
      !(busy?.(wall) ?? false) &&
      !(rest?.(wall) ?? false);
  }
}

/** Whether what ends at a minute has to be in the shift, and is next to it where it need not be. */
function isNear({ outsideShift, minutes }: Module, times: readonly ShiftTime[], end: number): boolean {
  if (!outsideShift) return true;
  for (let wall = end - minutes - 1; wall <= end; wall++) if (onShift(times, wall)) return true;
  return false;
}

function hasEnds({ monthEnd, quarterEnd }: TimeRange): boolean {
  return monthEnd !== undefined || quarterEnd !== undefined;
}
