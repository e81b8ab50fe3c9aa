/** Rows of attendance → stays with their times: the order of day and month is decided from all of them together. */
import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Mapping } from '../mapping.ts';
import { DateColumn } from '../table/date-order.ts';
import { type DateOrder, dayBy, readDate } from '../table/dates.ts';
import { plainTitle } from '../table/titles.ts';
import { secondsOf } from './durations.ts';
import { type Outcome, outcomeOf } from './fields.ts';
import type { AttendanceFile, AttendanceRow } from './read.ts';

/** A moment in seconds since 1970-01-01T00:00 of the clock that wrote it; of UTC where `isUtc`. */
export interface Moment {
  readonly seconds: number;
  readonly isUtc: boolean;
}

export interface Presence {
  readonly row: AttendanceRow;
  readonly from: Moment | undefined;
  readonly to: Moment | undefined;
  /** Seconds, where the file gives a length. */
  readonly duration: number | undefined;
  readonly outcome: Outcome | undefined;
  readonly day: Day | undefined;
}

/** Which fields hold dates. */
const DATED = ['join', 'leave', 'date', 'timestamp'] as const;
const SECONDS_A_DAY = MINUTES_A_DAY * 60;

/** @param fits whether sessions are held on a day: what decides between two readings of all dates */
export function presencesIn(
  file: AttendanceFile,
  mapping: Mapping,
  fits: (day: Day) => boolean,
): {
  readonly presences: readonly Presence[];
  readonly order: DateOrder | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const say = (row: AttendanceRow, field: string, code: string, message: string, fix: string): undefined => {
    diagnostics.push({ code, severity: 'error', message, at: row.place(field), fix });
    return undefined;
  };
  const order = orderOf(file, mapping, fits, say);
  if (diagnostics.length > 0) return { presences: [], order, diagnostics };
  const presences = file.rows.map((row): Presence => {
    const [from, to] = [momentIn(row, 'join', order), momentIn(row, 'leave', order)];
    return {
      row,
      from,
      to,
      duration: durationIn(row, say),
      outcome: from && to ? beside(outcomeIn(row, mapping, say)) : outcomeIn(row, mapping, say),
      day: dayIn(row, order) ?? (from && Math.floor(from.seconds / SECONDS_A_DAY)),
    };
  });
  return { presences: file.titles.has('action') ? stays(file, order) : presences, order, diagnostics };
}

type Say = (row: AttendanceRow, field: string, code: string, message: string, fix: string) => undefined;

/** A cell with nothing in it; webinars write `--` for those who never came. */
function isBlank(text: string): boolean {
  return text === '' || /^-+$/.test(text);
}

function orderOf(
  { rows, titles }: AttendanceFile,
  mapping: Mapping,
  fits: (day: Day) => boolean,
  say: Say,
): DateOrder | undefined {
  const column = new DateColumn();
  const firstAt = new Map<number, { row: AttendanceRow; field: string }>();
  const used = DATED.filter((field) => titles.has(field));
  for (const row of rows) {
    for (const field of used) {
      const text = row.cell(field);
      if (isBlank(text)) continue;
      if (!firstAt.has(row.line)) firstAt.set(row.line, { row, field });
      if (!column.see(text, row.line))
        say(
          row,
          field,
          'bad-date',
          `"${text}" in the column "${titles.get(field)}" is no date`,
          'write it as 2027-03-02 10:00',
        );
    }
  }
  const decision = column.decide(used.map((field) => titles.get(field)).join('" and "'), mapping.dates, fits);
  if ('order' in decision) return decision.order;
  const { row, field } = firstAt.get(decision.lines[0]!)!;
  return say(row, field, 'ambiguous-date', decision.problem, decision.fix);
}

function momentIn(row: AttendanceRow, field: string, order: DateOrder | undefined): Moment | undefined {
  const text = row.cell(field);
  const date = isBlank(text) ? undefined : readDate(text);
  const day = date && dayBy(date, order);
  if (!date || day === undefined || date.clock === undefined) return undefined;
  return {
    seconds: day * SECONDS_A_DAY + date.clock - (date.offset ?? 0) * 60,
    isUtc: date.offset !== undefined,
  };
}

function dayIn(row: AttendanceRow, order: DateOrder | undefined): Day | undefined {
  const date = isBlank(row.cell('date')) ? undefined : readDate(row.cell('date'));
  return date && dayBy(date, order);
}

function durationIn(row: AttendanceRow, say: Say): number | undefined {
  const text = row.cell('duration');
  if (isBlank(text)) return undefined;
  return (
    secondsOf(text) ??
    say(
      row,
      'duration',
      'bad-minutes',
      `"${text}" is no length of time`,
      'write minutes, or a length such as 1h 13m 42s',
    )
  );
}

function outcomeIn(row: AttendanceRow, mapping: Mapping, say: Say): Outcome | undefined {
  const text = row.cell('status');
  if (text === '') return undefined;
  const outcome = outcomeOf(mapping.values.get('status')?.get(plainTitle(text)) ?? text);
  const fix =
    'say what it means in the mapping: values: { status: { …: attended } }; attended, absent, confirmed or open';
  return outcome ?? say(row, 'status', 'bad-status', `the status "${text}" is not known`, fix);
}

/** Beside times a “yes” says only that somebody came: for how long decides. */
function beside(outcome: Outcome | undefined): Outcome | undefined {
  return outcome === 'attended' ? undefined : outcome;
}

/** Old Teams files: a line for each joining and each leaving. Whoever has not left stays until the last line. */
function stays({ rows }: AttendanceFile, order: DateOrder | undefined): Presence[] {
  const open = new Map<string, { row: AttendanceRow; from: Moment }>();
  const found: Presence[] = [];
  const add = ({ row, from }: { row: AttendanceRow; from: Moment }, to: Moment): void => {
    const day = Math.floor(from.seconds / SECONDS_A_DAY);
    found.push({ row, from, to, duration: undefined, outcome: undefined, day });
  };
  let last: Moment | undefined;
  for (const row of rows) {
    const moment = momentIn(row, 'timestamp', order);
    if (!moment) continue;
    if (!last || moment.seconds > last.seconds) last = moment;
    const who = plainTitle(row.cell('email') || row.cell('name'));
    const begun = open.get(who);
    if (/left|verlassen|quitt|salió|verliet/i.test(row.cell('action'))) {
      if (begun) add(begun, moment);
      open.delete(who);
    } else if (!begun) open.set(who, { row, from: moment });
  }
  for (const begun of open.values()) add(begun, last!);
  return found;
}
