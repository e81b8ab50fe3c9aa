/**
 * TZID → clock. IANA's names and Windows' names mean our own zone data, whatever a file's VTIMEZONE says; the file's own
 * table counts only for names that are nobody's else.
 */
import { windowsZone } from '../../calendar/windows-zones.ts';
import { isZone, toUtc, toWall } from '../../calendar/zone.ts';
import { CalendarProblem, type Component, propertiesOf, propertyOf } from './lines.ts';
import { daysOf, ruleIn } from './rule.ts';
import { DAY, dayAt, offsetIn, timeIn } from './times.ts';

export interface Clock {
  /** Seconds of the wall → seconds of UTC. */
  toUtc(wall: number): number;
  toWall(utc: number): number;
}

/** The clock of a zone of ours. */
export function zoneClock(zone: string): Clock {
  const exact = (seconds: number, convert: (minutes: number) => number): number => {
    const minutes = Math.floor(seconds / 60);
    return convert(minutes) * 60 + (seconds - minutes * 60);
  };
  return {
    toUtc: (wall) => exact(wall, (minutes) => toUtc(zone, minutes).utc),
    toWall: (utc) => exact(utc, (minutes) => toWall(zone, minutes)),
  };
}

export const UTC: Clock = { toUtc: (wall) => wall, toWall: (utc) => utc };

/** Clocks by TZID, those of one calendar. */
export class Clocks {
  readonly #own: ReadonlyMap<string, Component>;
  readonly #known = new Map<string, Clock>();
  readonly #last: number;

  /** @param last the day up to which the file's own tables are worked out */
  constructor(calendar: Component, last: number) {
    this.#own = new Map(
      calendar.children
        .filter(({ name }) => name === 'VTIMEZONE')
        .flatMap((zone) => {
          const id = propertyOf(zone, 'TZID')?.value;
          return id === undefined ? [] : [[id, zone] as const];
        }),
    );
    this.#last = last;
  }

  /** @throws CalendarProblem for a zone that nobody knows */
  of(tzid: string, line: number): Clock {
    let clock = this.#known.get(tzid);
    if (!clock) {
      clock = this.#make(tzid, line);
      this.#known.set(tzid, clock);
    }
    return clock;
  }

  #make(tzid: string, line: number): Clock {
    const own = this.#own.get(tzid);
    const said = own && (propertyOf(own, 'X-LIC-LOCATION')?.value ?? propertyOf(own, 'TZID')?.value);
    for (const name of [tzid, said]) {
      const zone = name === undefined ? undefined : zoneNamed(name);
      if (zone !== undefined) return zoneClock(zone);
    }
    if (own) return tableClock(own, this.#last);
    throw new CalendarProblem(
      line,
      `the time zone "${tzid}" is unknown, and the file does not say what it is`,
      'export the calendar with its time zones (VTIMEZONE)',
    );
  }
}

/** `Europe/Berlin`, `/citadel.org/20250101_1/Europe/Berlin`, `W. Europe Standard Time`, `Etc/UTC` */
function zoneNamed(name: string): string | undefined {
  const bare = name.trim().replace(/^"|"$/g, '');
  if (isZone(bare)) return bare;
  const parts = bare.split('/');
  for (const length of [3, 2]) {
    const end = parts.slice(-length).join('/');
    if (parts.length > length && isZone(end)) return end;
  }
  return windowsZone(bare);
}

interface Change {
  readonly utc: number;
  readonly offset: number;
}

/** The changes that a VTIMEZONE describes; before the first one its offset from. */
function tableClock(zone: Component, last: number): Clock {
  const changes = zone.children.flatMap((part) => changesIn(part, last)).sort((a, b) => a.utc - b.utc);
  const [first] = zone.children;
  const before = (first && offsetIn(propertyOf(first, 'TZOFFSETFROM')?.value ?? '')) ?? 0;
  const offsetAt = (utc: number): number => changes.findLast((change) => change.utc <= utc)?.offset ?? before;
  return {
    toWall: (utc) => utc + offsetAt(utc),
    // The offset before a change holds for what it skips, the first of two for what it repeats.
    toUtc: (wall) => {
      const early = wall - offsetAt(wall - DAY);
      return offsetAt(early) === offsetAt(wall - DAY) ? early : wall - offsetAt(early);
    },
  };
}

function changesIn(part: Component, last: number): Change[] {
  const [from, to, start] = ['TZOFFSETFROM', 'TZOFFSETTO', 'DTSTART'].map((name) => propertyOf(part, name));
  const [before, offset] = [offsetIn(from?.value ?? ''), offsetIn(to?.value ?? '')];
  if (!start || before === undefined || offset === undefined) return [];
  const wall = timeIn(start.value, start).seconds;
  const rule = propertyOf(part, 'RRULE');
  const clock = wall - dayAt(wall) * DAY;
  const walls = rule ? [...daysOf(ruleIn(rule), dayAt(wall), last)].map((day) => day * DAY + clock) : [wall];
  const more = propertiesOf(part, 'RDATE').flatMap((one) =>
    one.value.split(',').map((value) => timeIn(value, one).seconds),
  );
  return [...walls, ...more].map((at) => ({ utc: at - before, offset }));
}
