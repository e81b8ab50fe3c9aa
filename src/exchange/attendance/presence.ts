/** Rows of attendance → stays with their times: the order of day and month is decided from all of them together. */
import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Mapping } from '../mapping.ts';
import { DateColumn } from '../table/date-order.ts';
import { type DateOrder, dayBy, type WrittenDate } from '../table/dates.ts';
import { plainTitle } from '../table/titles.ts';
import { secondsOf } from './durations.ts';
import { type Outcome, outcomeOf } from './fields.ts';
import type { AttendanceFile, AttendanceRow } from './types.ts';

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
  const dates = new Dates(file, say);
  const order = dates.order(mapping, fits);
  if (diagnostics.length > 0) return { presences: [], order, diagnostics };
  const presences = file.rows.map((row, i): Presence => {
    const [from, to] = [dates.momentIn(i, 'join'), dates.momentIn(i, 'leave')];
    return {
      row,
      from,
      to,
      duration: durationIn(row, say),
      outcome: from && to ? beside(outcomeIn(row, mapping, say)) : outcomeIn(row, mapping, say),
      day: dates.dayIn(i) ?? (from && Math.floor(from.seconds / SECONDS_A_DAY)),
    };
  });
  return { presences: file.titles.has('action') ? stays(file, dates) : presences, order, diagnostics };
}

type Say = (row: AttendanceRow, field: string, code: string, message: string, fix: string) => undefined;

/** A cell with nothing in it; webinars write `--` for those who never came. */
function isBlank(text: string): boolean {
  return text === '' || /^-+$/.test(text);
}

/** The dates of a file, each read once. */
class Dates {
  readonly #file: AttendanceFile;
  readonly #say: Say;
  readonly #column = new DateColumn();
  readonly #read = new Map<string, readonly (WrittenDate | undefined)[]>();
  #order: DateOrder | undefined;

  constructor(file: AttendanceFile, say: Say) {
    this.#file = file;
    this.#say = say;
    for (const field of DATED) if (file.titles.has(field)) this.#read.set(field, this.#all(field));
  }

  #all(field: string): (WrittenDate | undefined)[] {
    return this.#file.rows.map((row) => {
      const text = row.cell(field);
      if (isBlank(text)) return undefined;
      return this.#column.see(text, row.line) ?? this.#none(row, field, text);
    });
  }

  #none(row: AttendanceRow, field: string, text: string): undefined {
    const message = `"${text}" in the column "${this.#file.titles.get(field)}" is no date`;
    return this.#say(row, field, 'bad-date', message, 'write it as 2027-03-02 10:00');
  }

  /** Which of two readings is meant; undefined where that does not matter, or has been told to be open. */
  order(mapping: Mapping, fits: (day: Day) => boolean): DateOrder | undefined {
    const { rows, titles } = this.#file;
    const fields = [...this.#read.keys()];
    const decision = this.#column.decide(
      fields.map((field) => titles.get(field)).join('" and "'),
      mapping.dates,
      fits,
    );
    if ('order' in decision) {
      this.#order = decision.order;
      return decision.order;
    }
    const at = rows.findIndex(({ line }) => line === decision.lines[0]);
    const field = fields.find((one) => this.#read.get(one)![at] !== undefined)!;
    return this.#say(rows[at]!, field, 'ambiguous-date', decision.problem, decision.fix);
  }

  momentIn(row: number, field: string): Moment | undefined {
    const date = this.#read.get(field)?.[row];
    const day = date && dayBy(date, this.#order);
    if (!date || day === undefined || date.clock === undefined) return undefined;
    const seconds = day * SECONDS_A_DAY + date.clock - (date.offset ?? 0) * 60;
    return { seconds, isUtc: date.offset !== undefined };
  }

  dayIn(row: number): Day | undefined {
    const date = this.#read.get('date')?.[row];
    return date && dayBy(date, this.#order);
  }
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
  const said = mapping.values.get('status');
  const outcome = outcomeOf(said?.get(plainTitle(text)) ?? text);
  const fix =
    'say what it means in the mapping: values: { status: { …: attended } }; attended, absent, confirmed or open';
  return outcome ?? say(row, 'status', 'bad-status', `the status "${text}" is not known`, fix);
}

/** Beside times a “yes” says only that somebody came: for how long decides. */
function beside(outcome: Outcome | undefined): Outcome | undefined {
  return outcome === 'attended' ? undefined : outcome;
}

/** Old Teams files: a line for each joining and each leaving. Whoever has not left stays until the last line. */
function stays({ rows }: AttendanceFile, dates: Dates): Presence[] {
  const open = new Map<string, { row: AttendanceRow; from: Moment }>();
  const found: Presence[] = [];
  const add = ({ row, from }: { row: AttendanceRow; from: Moment }, to: Moment): void => {
    const day = Math.floor(from.seconds / SECONDS_A_DAY);
    found.push({ row, from, to, duration: undefined, outcome: undefined, day });
  };
  let last: Moment | undefined;
  for (const [i, row] of rows.entries()) {
    const moment = dates.momentIn(i, 'timestamp');
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
