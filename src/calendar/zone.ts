/**
 * Wall clock in, UTC out, and back: the one place that makes instants. An instant is whole minutes since
 * 1970-01-01T00:00Z. Neither the machine's zone nor its zone data matter: the changes of clocks are those of our
 * own table of the IANA data (`zones.gen.ts`), of which a zone is read when it is first asked for.
 *
 * The table tells every change from 1970 on. After 2037 each zone goes on by the rule it then has (those of Gaza and
 * Hebron move with Ramadan until 2086); before 1970 it keeps the offset it had when 1970 began.
 */
import { type Day, dayOf, MINUTES_A_DAY, type WallMinute, wallText, weekday } from './date.ts';
import { RELEASE, ZONES } from './zones.gen.ts';

/** Minutes since 1970-01-01T00:00Z. */
export type UtcMinute = number;

/** Which release of the IANA data decides: `2026f`. */
export const ZONE_RELEASE: string = RELEASE;

export interface ZonedInstant {
  readonly utc: UtcMinute;
  /**
   * RFC 5545, 3.3.5. `gap`: the clock never shows this time, and the offset before the change is taken: as much later
   * as the clocks go forward. `overlap`: it does so twice; the first is meant.
   */
  readonly kind: 'normal' | 'gap' | 'overlap';
}

/** A change of clocks. */
export interface Transition {
  readonly utc: UtcMinute;
  readonly kind: 'gap' | 'overlap';
  /** The wall-clock stretch that is skipped or shown twice. */
  readonly from: WallMinute;
  readonly to: WallMinute;
}

/** Offsets (minutes east of UTC): `offsets[i]` holds from `starts[i]` on, the first one always before. */
interface Table {
  readonly starts: readonly UtcMinute[];
  readonly offsets: readonly number[];
}

/** No offset is larger, so this far around a wall time lie all instants that can show it. */
const REACH = 16 * 60;
/** The last year of which dates are read. */
const LAST_YEAR = 2200;

const tables = new Map<string, Table>();
let lines: ReadonlyMap<string, string> | undefined;

/** Every name in the data, old and short ones too (`EST`, `GB`), with what is told of it. */
function told(): ReadonlyMap<string, string> {
  lines ??= new Map(
    ZONES.trim()
      .split('\n')
      .map((line) => {
        const end = line.indexOf(' ');
        return [line.slice(0, end), line.slice(end + 1)];
      }),
  );
  return lines;
}

/** Whether there are data of a zone under this name. What may be written in a workspace is fewer: see `zone-names.ts`. */
export function isZone(zone: string): boolean {
  return tables.has(zone) || told().has(zone);
}

/** Every name in the data, sorted. */
export function allZones(): Iterable<string> {
  return told().keys();
}

/** The main name of a zone: `Asia/Kolkata` of `Asia/Calcutta`, `America/Los_Angeles` of `US/Pacific`. */
export function mainName(zone: string): string {
  const line = told().get(zone);
  return line?.startsWith('=') ? line.slice(1) : zone;
}

/** The instant at which the zone's clock shows `wall`. @throws RangeError for a zone that is none */
export function toUtc(zone: string, wall: WallMinute): ZonedInstant {
  const { starts, offsets } = tableOf(zone);
  let i = indexAt(starts, wall - REACH);
  let before = wall - offsets[i]!;
  let found: UtcMinute | undefined;
  for (; i < starts.length && starts[i]! <= wall + REACH; i++) {
    const utc = wall - offsets[i]!;
    const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    if (utc >= starts[i]! && utc < end) {
      if (found !== undefined) return { utc: found, kind: 'overlap' };
      found = utc;
    }
    if (utc >= end) before = utc;
  }
  return found === undefined ? { utc: before, kind: 'gap' } : { utc: found, kind: 'normal' };
}

/** What the zone's clock shows at an instant. @throws RangeError for a zone that is none */
export function toWall(zone: string, utc: UtcMinute): WallMinute {
  const { starts, offsets } = tableOf(zone);
  return utc + offsets[indexAt(starts, utc)]!;
}

/** Changes of clocks whose skipped or repeated stretch touches the days `first` to `last`, in order. */
export function transitions(zone: string, first: Day, last: Day): Transition[] {
  const from = first * MINUTES_A_DAY;
  const to = (last + 1) * MINUTES_A_DAY;
  const { starts, offsets } = tableOf(zone);
  const out: Transition[] = [];
  for (let i = Math.max(1, indexAt(starts, from - REACH)); i < starts.length; i++) {
    const [utc, old, now] = [starts[i]!, offsets[i - 1]!, offsets[i]!];
    if (utc > to + REACH) break;
    const change: Transition = {
      utc,
      kind: now > old ? 'gap' : 'overlap',
      from: utc + Math.min(old, now),
      to: utc + Math.max(old, now),
    };
    if (change.from < to && change.to > from) out.push(change);
  }
  return out;
}

/** `2027-03-02T09:30:00Z` */
export function utcText(utc: UtcMinute): string {
  return `${wallText(utc)}:00Z`;
}

/** Index of the offset in force at an instant; by bisection. */
function indexAt(starts: readonly UtcMinute[], utc: UtcMinute): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= utc) low = middle;
    else high = middle;
  }
  return low;
}

function tableOf(zone: string): Table {
  let table = tables.get(zone);
  if (!table) {
    const line = told().get(zone);
    if (line === undefined) throw new RangeError(`"${zone}" is not a time zone`);
    table = line.startsWith('=') ? tableOf(line.slice(1)) : read(line);
    tables.set(zone, table);
  }
  return table;
}

/** `60 37oho:120 3d2xo:60 1981-1995/3-25.7.60.120/9-24.7.60.60 1996-/…`: an offset, then changes, and years that repeat two of them. */
function read(line: string): Table {
  const [first, ...words] = line.split(' ');
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [Number(first)];
  for (const word of words) {
    const [years, ...rules] = word.split('/');
    if (rules.length === 0) {
      const [utc, offset] = word.split(':');
      starts.push(Number.parseInt(utc!, 36));
      offsets.push(Number(offset));
      continue;
    }
    const [from, to] = years!.split('-');
    for (let year = Number(from); year <= (to === '' ? LAST_YEAR : Number(to)); year++) {
      for (const rule of rules) {
        const [date, on, minute, offset] = rule.split('.');
        starts.push(firstFrom(year, date!, Number(on)) * MINUTES_A_DAY + Number(minute));
        offsets.push(Number(offset));
      }
    }
  }
  return { starts, offsets };
}

/** The first such weekday of a year on or after a date (`3-25`). */
function firstFrom(year: number, date: string, wanted: number): Day {
  const [month, day] = date.split('-').map(Number);
  const from = dayOf(year, month!, day!);
  return from + ((wanted - weekday(from) + 7) % 7);
}
