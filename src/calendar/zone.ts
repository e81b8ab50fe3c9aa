/**
 * Wall clock in, UTC out, and back: the one place that makes instants. An instant is whole minutes since
 * 1970-01-01T00:00Z. The machine's own zone never matters. Each zone keeps a short table of the changes of
 * its clocks, made once from the ICU data, so that a conversion is a look-up.
 */
import { tzOffset } from '@date-fns/tz';
import { civilOf, type Day, dayOf, MINUTES_A_DAY, type WallMinute, wallText } from './date.ts';

/** Minutes since 1970-01-01T00:00Z. */
export type UtcMinute = number;

export interface Converted {
  readonly utc: UtcMinute;
  /** `gap`: the clock never shows this time (taken as if it had not changed yet). `overlap`: it does so twice; the first is meant. */
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

/** Offsets (minutes east of UTC) between `from` and `to`: `offsets[i]` holds from `starts[i]` on. */
interface Table {
  from: UtcMinute;
  to: UtcMinute;
  starts: number[];
  offsets: number[];
}

const tables = new Map<string, Table>();
/** No zone changes its clocks there and back within so many days. */
const STEP = 5 * MINUTES_A_DAY;
/** No offset is larger, so this far around a wall time lie all instants that can show it. */
const REACH = 16 * 60;

const names = new Map<string, boolean>();
let mainNames: ReadonlySet<string> | undefined;

/** Whether the name is a zone of the IANA database (`Europe/London`, `UTC`), not an offset. */
export function isZone(zone: string): boolean {
  let known = names.get(zone);
  if (known === undefined) {
    known = listed().has(zone) || (/^[A-Za-z]/.test(zone) && canFormat(zone));
    names.set(zone, known);
  }
  return known;
}

/**
 * The zones of the ICU data under their main names. Old names (`Asia/Kolkata` in Node 20) and other cases are known
 * to the formatter only, whose first use costs 11 ms, half of what Node needs to start; this list costs one.
 */
function listed(): ReadonlySet<string> {
  mainNames ??= new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  return mainNames;
}

function canFormat(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The instant at which the zone's clock shows `wall`; the first of two in the repeated hour. */
export function toUtc(zone: string, wall: WallMinute): Converted {
  const table = tableOf(zone, wall - REACH, wall + REACH);
  const { starts, offsets } = table;
  let i = indexAt(table, wall - REACH);
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

/** What the zone's clock shows at an instant. */
export function toWall(zone: string, utc: UtcMinute): WallMinute {
  const table = tableOf(zone, utc, utc);
  return utc + table.offsets[indexAt(table, utc)]!;
}

/** Changes of clocks whose skipped or repeated stretch touches the days `first` to `last`, in order. */
export function transitions(zone: string, first: Day, last: Day): Transition[] {
  const from = first * MINUTES_A_DAY;
  const to = (last + 1) * MINUTES_A_DAY;
  const { starts, offsets } = tableOf(zone, from - 2 * MINUTES_A_DAY, to + 2 * MINUTES_A_DAY);
  const out: Transition[] = [];
  for (let i = 1; i < starts.length; i++) {
    const [utc, old, now] = [starts[i]!, offsets[i - 1]!, offsets[i]!];
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

/** Index of the offset in force at an instant. */
function indexAt(table: Table, utc: UtcMinute): number {
  let i = table.starts.length - 1;
  while (i > 0 && table.starts[i]! > utc) i--;
  return i;
}

/** The zone's table, grown by whole years until it covers both instants. */
function tableOf(zone: string, from: UtcMinute, to: UtcMinute): Table {
  let table = tables.get(zone);
  if (!table) {
    const start = yearStart(from, 0);
    table = { from: start, to: start, starts: [start], offsets: [offsetAt(zone, start)] };
    tables.set(zone, table);
  }
  if (from < table.from) {
    const start = yearStart(from, 0);
    const earlier: Table = { from: start, to: start, starts: [start], offsets: [offsetAt(zone, start)] };
    grow(zone, earlier, table.from);
    // The old table's first entry was its edge, not a change of clocks.
    table.from = start;
    table.starts = [...earlier.starts, ...table.starts.slice(1)];
    table.offsets = [...earlier.offsets, ...table.offsets.slice(1)];
  }
  if (to >= table.to) grow(zone, table, yearStart(to, 1));
  return table;
}

/** Walks on in steps of a few days and bisects each step in which the offset changes. */
function grow(zone: string, table: Table, to: UtcMinute): void {
  let offset = table.offsets.at(-1)!;
  while (table.to < to) {
    const next = Math.min(table.to + STEP, to);
    const then = offsetAt(zone, next);
    if (then !== offset) {
      let [low, high] = [table.to, next];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (offsetAt(zone, middle) === offset) low = middle;
        else high = middle;
      }
      table.starts.push(high);
      table.offsets.push(then);
      offset = then;
    }
    table.to = next;
  }
}

function yearStart(utc: UtcMinute, plus: number): UtcMinute {
  return dayOf(civilOf(Math.floor(utc / MINUTES_A_DAY)).year + plus, 1, 1) * MINUTES_A_DAY;
}

function offsetAt(zone: string, utc: UtcMinute): number {
  const offset = tzOffset(zone, new Date(utc * 60_000));
  if (Number.isNaN(offset)) throw new RangeError(`"${zone}" is not a time zone`);
  return Math.round(offset);
}
