/**
 * A calendar → the times at which somebody is busy, as stretches of UTC; nothing else of it is kept. Free is what is
 * TRANSPARENT, marked free, cancelled, or taken out of its series.
 */
import {
  CalendarProblem,
  type Component,
  calendarsIn,
  type Property,
  propertiesOf,
  propertyOf,
} from './lines.ts';
import { daysOf, newBudget, ruleIn } from './rule.ts';
import { type CalendarTime, DAY, dayAt, durationIn, timeIn } from './times.ts';
import { type Clock, Clocks, UTC, zoneClock } from './zones.ts';

/** Seconds of UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface BusyWindow {
  /** Whose clock whole days and times without a zone are on. */
  readonly zone: string;
  /** First and last day. */
  readonly first: number;
  readonly last: number;
}

/** Stretches in order, joined where they touch. @throws CalendarProblem */
export function busyIn(text: string, window: BusyWindow): Stretch[] {
  const home = zoneClock(window.zone);
  const all = calendarsIn(text).flatMap((calendar) => new Expansion(calendar, window, home).stretches());
  const [from, to] = [home.toUtc(window.first * DAY), home.toUtc((window.last + 1) * DAY)];
  return joined(
    all
      .filter((one) => one.to > from && one.from < to)
      .map((one) => ({ from: Math.max(from, one.from), to: Math.min(to, one.to) })),
  );
}

/** Overlapping and touching stretches as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: { from: number; to: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

/** One VCALENDAR. */
class Expansion {
  readonly #calendar: Component;
  readonly #window: BusyWindow;
  readonly #home: Clock;
  readonly #clocks: Clocks;
  readonly #budget = newBudget();

  constructor(calendar: Component, window: BusyWindow, home: Clock) {
    this.#calendar = calendar;
    this.#window = window;
    this.#home = home;
    this.#clocks = new Clocks(calendar, window.last + 2);
  }

  stretches(): Stretch[] {
    if (propertyOf(this.#calendar, 'METHOD')?.value.toUpperCase() === 'CANCEL') return [];
    const events = this.#calendar.children.filter(({ name }) => name === 'VEVENT');
    const changes = new Map<string, SeriesChanges>();
    for (const event of events) {
      const id = propertyOf(event, 'RECURRENCE-ID');
      if (!id) continue;
      const uid = uidOf(event);
      const own = changes.get(uid) ?? { moved: new Set(), onwards: [] };
      changes.set(uid, own);
      const from = this.#utcOf(timeIn(id.value, id), id.line);
      own.moved.add(from);
      if (id.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE')
        own.onwards.push(this.#onwards(event, from));
    }
    for (const { onwards } of changes.values()) onwards.sort((a, b) => b.from - a.from);
    const own = events.flatMap((event) => this.#event(event, changes.get(uidOf(event)) ?? UNCHANGED));
    return [
      ...own,
      ...this.#calendar.children
        .filter(({ name }) => name === 'VFREEBUSY')
        .flatMap((one) => this.#freeBusy(one)),
    ];
  }

  /** RFC 5545, 3.2.13: what comes after is moved by as much on the clock, and lasts as long as this one. */
  #onwards(event: Component, from: number): Onwards {
    const start = propertyOf(event, 'DTSTART');
    if (!start || isFree(event)) return { from, by: 0, lasts: undefined };
    const begins = timeIn(start.value, start);
    const lasts = this.#lengthOf(event, begins, start.line);
    return { from, by: begins.seconds - this.#clockOf(begins, start.line).toWall(from), lasts };
  }

  #event(event: Component, changes: SeriesChanges): Stretch[] {
    const { moved, onwards } = changes;
    const start = propertyOf(event, 'DTSTART');
    if (!start || isFree(event)) return [];
    const begins = timeIn(start.value, start);
    const lasts = this.#lengthOf(event, begins, start.line);
    if (lasts.length <= 0) return [];
    const isOverride = propertyOf(event, 'RECURRENCE-ID') !== undefined;
    const walls = isOverride ? [begins.seconds] : this.#startsOf(event, begins, start.line, onwards);
    const gone = isOverride ? NONE : this.#exceptions(event);
    const clock = this.#clockOf(begins, start.line);
    const series = walls.flatMap((wall): Stretch[] => {
      const from = clock.toUtc(wall);
      if (!isOverride && (moved.has(from) || gone.instants.has(from) || gone.days.has(dayAt(wall))))
        return [];
      const change = isOverride ? undefined : onwards.find((one) => one.from <= from);
      return stretchOf(clock, wall + (change?.by ?? 0), change ? change.lasts : lasts);
    });
    return isOverride ? series : [...series, ...this.#additions(event, lasts, changes)];
  }

  #startsOf(event: Component, begins: CalendarTime, line: number, onwards: readonly Onwards[]): number[] {
    const rules = propertiesOf(event, 'RRULE');
    if (rules.length === 0) return [begins.seconds];
    const day = dayAt(begins.seconds);
    const rest = begins.seconds - day * DAY;
    // A day more on either side: the clocks of two zones are never further apart.
    const earlier = Math.max(0, ...onwards.map(({ by }) => Math.ceil(-by / DAY)));
    const last = this.#window.last + 2 + earlier;
    return rules.flatMap((one) => {
      const rule = ruleIn(one);
      const until =
        rule.until === undefined ? Number.POSITIVE_INFINITY : this.#untilOf(rule.until, one, begins, line);
      return [...daysOf(rule, day, Math.min(last, dayAt(until)), this.#budget)]
        .map((on) => on * DAY + rest)
        .filter((wall) => wall <= until);
    });
  }

  /** The last wall time of a rule: a date is all of its day; UTC is read on the clock of the start. */
  #untilOf(text: string, property: Property, begins: CalendarTime, line: number): number {
    const until = timeIn(text, property);
    if (until.isDate) return until.seconds + DAY - 1;
    return until.isUtc && !begins.isUtc ? this.#clockOf(begins, line).toWall(until.seconds) : until.seconds;
  }

  #exceptions(event: Component): Exceptions {
    const [instants, days] = [new Set<number>(), new Set<number>()];
    for (const property of propertiesOf(event, 'EXDATE')) {
      for (const value of property.value.split(',')) {
        if (value.trim() === '') continue;
        const time = timeIn(value, property);
        if (time.isDate) days.add(dayAt(time.seconds));
        else instants.add(this.#utcOf(time, property.line));
      }
    }
    return { instants, days };
  }

  #additions(event: Component, { length }: Length, { moved, onwards }: SeriesChanges): Stretch[] {
    return propertiesOf(event, 'RDATE').flatMap((property) =>
      property.value.split(',').flatMap((value): Stretch[] => {
        const [start, end] = value.split('/');
        const begins = timeIn(start!, property);
        const from = this.#utcOf(begins, property.line);
        if (moved.has(from)) return [];
        const change = onwards.find((one) => one.from <= from);
        if (change)
          return stretchOf(this.#clockOf(begins, property.line), begins.seconds + change.by, change.lasts);
        return [{ from, to: end === undefined ? from + length : this.#endOf(end, from, property) }];
      }),
    );
  }

  #freeBusy(component: Component): Stretch[] {
    return propertiesOf(component, 'FREEBUSY')
      .filter(({ params }) => params.get('FBTYPE')?.toUpperCase() !== 'FREE')
      .flatMap((property) =>
        property.value.split(',').flatMap((value): Stretch[] => {
          const [start, end] = value.split('/');
          if (end === undefined) return [];
          const from = this.#utcOf(timeIn(start!, property), property.line);
          return [{ from, to: this.#endOf(end, from, property) }];
        }),
      );
  }

  #endOf(text: string, from: number, property: Property): number {
    const length = durationIn(text);
    return length === undefined ? this.#utcOf(timeIn(text, property), property.line) : from + length;
  }

  #lengthOf(event: Component, begins: CalendarTime, line: number): Length {
    const duration = propertyOf(event, 'DURATION');
    if (duration) {
      const length = durationIn(duration.value);
      if (length === undefined) {
        const message = `DURATION "${duration.value}" is no length of an event`;
        throw new CalendarProblem(duration.line, message, 'export the calendar again');
      }
      return { length, byWall: begins.isDate || length % DAY === 0 };
    }
    const end = propertyOf(event, 'DTEND');
    if (!end) return { length: begins.isDate ? DAY : 0, byWall: begins.isDate };
    const ends = timeIn(end.value, end);
    // Some programs write the last day for the day after it: a day that ends on itself is that day.
    if (begins.isDate) return { length: ends.seconds - begins.seconds || DAY, byWall: true };
    return { length: this.#utcOf(ends, end.line) - this.#utcOf(begins, line), byWall: false };
  }

  #clockOf({ isUtc, tzid }: CalendarTime, line: number): Clock {
    if (isUtc) return UTC;
    return tzid === undefined ? this.#home : this.#clocks.of(tzid, line);
  }

  #utcOf(time: CalendarTime, line: number): number {
    return this.#clockOf(time, line).toUtc(time.seconds);
  }
}

interface Length {
  readonly length: number;
  readonly byWall: boolean;
}

interface Exceptions {
  readonly instants: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
}

/** What later components say of a series: instants that they replace, and where it is another from then on. */
interface SeriesChanges {
  readonly moved: Set<number>;
  /** The latest first. */
  readonly onwards: Onwards[];
}

interface Onwards {
  readonly from: number;
  /** Seconds on the clock. */
  readonly by: number;
  /** Undefined: free from then on. */
  readonly lasts: Length | undefined;
}

const UNCHANGED: SeriesChanges = { moved: new Set(), onwards: [] };

/** Whole days are days of the wall; an hour is an hour. */
function stretchOf(clock: Clock, wall: number, lasts: Length | undefined): Stretch[] {
  if (!lasts || lasts.length <= 0) return [];
  const from = clock.toUtc(wall);
  return [{ from, to: lasts.byWall ? clock.toUtc(wall + lasts.length) : from + lasts.length }];
}

const NONE: Exceptions = { instants: new Set(), days: new Set() };

function uidOf(event: Component): string {
  return propertyOf(event, 'UID')?.value ?? '';
}

function isFree(event: Component): boolean {
  const value = (name: string): string => propertyOf(event, name)?.value.trim().toUpperCase() ?? '';
  return (
    value('TRANSP') === 'TRANSPARENT' ||
    value('STATUS') === 'CANCELLED' ||
    value('X-MICROSOFT-CDO-BUSYSTATUS') === 'FREE' ||
    value('X-MICROSOFT-CDO-INTENDEDSTATUS') === 'FREE'
  );
}
