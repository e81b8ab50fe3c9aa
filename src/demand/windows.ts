/**
 * What a window leaves of itself for people who are there for some of it only, and when a joiner's moment can
 * be met at all: nobody is asked for days on which they are not there, nor for closed ones alone.
 */
import { type Day, inMask, MINUTES_A_DAY } from '../calendar/date.ts';
import { clip, contains, intersect, overlaps, type Spans } from '../calendar/spans.ts';
import { remembered } from '../model/made/remembered.ts';
import { type Id, type Model, type Module, offersOf, type Post } from '../model/model.ts';
import type { Stay } from '../model/presence.ts';
import { busyKey } from '../model/working-time/busy.ts';
import { attends, isHeld } from '../model/working-time/meetings.ts';
import { habitsOf, openTime, rosteredTime } from '../model/working-time/time.ts';

/** So many days suffice for a window that people come into the midst of, however long it is. */
export const ENOUGH_DAYS = 28;

export interface Window {
  readonly from: Day;
  readonly by: Day;
}

/**
 * The part of a window that people are there for. Undefined where it is not asked of them: less than half of it
 * is left, and not even four weeks of one that is still open when they come.
 */
export function presentIn({ from, by }: Window, stay: Stay): Window | undefined {
  const own = { from: Math.max(from, stay.from), by: Math.min(by, stay.until) };
  const left = own.by - own.from + 1;
  const enough = 2 * left >= by - from + 1 || (own.by === by && left >= ENOUGH_DAYS);
  return left > 0 && enough ? own : undefined;
}

/** Tells on which days a module can be held for a post at all: its shift is on, nothing is closed, a huddle's meeting is held. */
export class Occasions {
  private readonly model: Model;
  private readonly days = new Map<string, Uint8Array>();
  private readonly open = new Map<string, Spans>();
  private readonly habits: (site: Id) => number;

  constructor(model: Model) {
    this.model = model;
    const numbers = new Map<string, number>();
    this.habits = remembered((site: Id) => {
      const text = habitsOf(model, model.sites.get(site)!);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  }

  /** How many days of a window offer a start, counted up to `most`. */
  count(post: Post, module: Module, { from, by }: Window, most: number): number {
    const { starts } = this.model.programme;
    const days = this.of(post, module);
    let found = 0;
    for (let i = Math.max(0, from - starts); i <= by - starts && i < days.length; i++) {
      if (days[i] === 1 && ++found >= most) break;
    }
    return found;
  }

  /** The first day after a day that offers a start; undefined when none does. */
  after(post: Post, module: Module, day: Day): Day | undefined {
    const { starts } = this.model.programme;
    const days = this.of(post, module);
    for (let i = Math.max(0, day + 1 - starts); i < days.length; i++) if (days[i] === 1) return starts + i;
    return undefined;
  }

  /** Whether any day of the programme offers a start. */
  any(post: Post, module: Module): boolean {
    return this.of(post, module).includes(1);
  }

  private of(post: Post, module: Module): Uint8Array {
    // Sites that are open alike offer the same days, but for meetings that are held at some only.
    const place = module.format === 'huddle' ? post.site : this.habits(post.site);
    const busy = busyKey(this.model.departments.get(post.department)!.busy, post, module);
    const key = `${post.department} ${post.shift} ${place} ${module.id} ${busy}`;
    let days = this.days.get(key);
    if (!days) {
      days = this.daysOf(post, module);
      this.days.set(key, days);
    }
    return days;
  }

  private daysOf(post: Post, module: Module): Uint8Array {
    const { starts, ends } = this.model.programme;
    const open = this.openTo(post, module);
    const department = this.model.departments.get(post.department)!;
    const shift = module.outsideShift && rosteredTime(this.model, department, post);
    const offers = offersOf(module);
    const offered = offers && new Set(offers.map(({ date }) => date));
    const days = new Uint8Array(ends - starts + 1);
    for (let day = starts; day <= ends; day++) {
      if (module.days !== undefined && !inMask(module.days, day)) continue;
      if (offered && !offered.has(day)) continue;
      if (module.format === 'huddle' ? this.meets(post, module, day, open) : fits(module, day, open, shift))
        days[day - starts] = 1;
    }
    return days;
  }

  private openTo(post: Post, module: Module): Spans {
    const ignoreBusy = module.when.kind === 'moment';
    const busy = busyKey(this.model.departments.get(post.department)!.busy, post, module);
    const key = `${post.department} ${post.shift} ${this.habits(post.site)} ${module.minutes} ${module.format === 'huddle'} ${module.outsideShift} ${ignoreBusy} ${busy}`;
    let open = this.open.get(key);
    if (!open) {
      open = openTime(this.model, post, module.minutes, { ignoreBusy, module });
      this.open.set(key, open);
    }
    return open;
  }

  private meets(post: Post, { minutes }: Module, day: Day, open: Spans): boolean {
    return this.model.departments.get(post.department)!.meetings.some((meeting) => {
      const start = day * MINUTES_A_DAY + meeting.at;
      return (
        meeting.minutes >= minutes &&
        attends(meeting, post) &&
        isHeld(meeting, day) &&
        contains(open, start, start + minutes)
      );
    });
  }
}

/** Whether a session of a module finds room between its own hours on a day. @param shift which it has to touch */
function fits({ minutes, hours }: Module, day: Day, open: Spans, shift: Spans | undefined): boolean {
  const midnight = day * MINUTES_A_DAY;
  const from = midnight + (hours?.start ?? 0);
  // What begins on a day may end on the next.
  const to = midnight + (hours?.end ?? MINUTES_A_DAY + minutes - 1);
  const free = intersect(open, [from, to]);
  const around = shift && clip(shift, from - minutes, to + minutes);
  for (let i = 0; i < free.length; i += 2) {
    const [first, last] = [free[i]!, free[i + 1]! - minutes];
    // Of all its starts there, one that touches the shift.
    if (first <= last && (!around || overlaps(around, first - 1, last + minutes + 1))) return true;
  }
  return false;
}
