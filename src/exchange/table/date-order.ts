/**
 * Whether a column of dates puts the day or the month first: decided from all of its values together, and from days
 * that are known otherwise (of sessions, of the programme). What stays open is an error that shows both readings:
 * a guess would move half a year of people by months.
 */
import type { Day } from '../../calendar/date.ts';
import { bothReadings, type DateOrder, dayBy, readDate, type WrittenDate } from './dates.ts';

interface Seen {
  readonly text: string;
  readonly date: WrittenDate;
  /** Line of the first row that has it. */
  readonly line: number;
}

export type Decision =
  | { readonly order: DateOrder | undefined }
  /** `lines`: where the values stand that make it so. */
  | { readonly problem: string; readonly fix: string; readonly lines: readonly number[] };

export class DateColumn {
  /** Dates whose order is open, each pair of readings once. */
  readonly #open = new Map<string, Seen>();

  /** Takes in a value; gives back the date, undefined for what is none. */
  see(text: string, line: number): WrittenDate | undefined {
    const date = readDate(text);
    if (date && date.day === undefined) {
      const key = `${date.dayFirst}/${date.monthFirst}`;
      if (!this.#open.has(key)) this.#open.set(key, { text, date, line });
    }
    return date;
  }

  /**
   * @param name what the column is called in the file
   * @param said the order, where a person or a mapping says it
   * @param fits whether a day can be meant at all; decides where the values alone do not
   */
  decide(name: string, said?: DateOrder, fits?: (day: Day) => boolean): Decision {
    const open = [...this.#open.values()];
    if (open.length === 0) return { order: said };
    const dayFirst = open.find(({ date }) => date.monthFirst === undefined);
    const monthFirst = open.find(({ date }) => date.dayFirst === undefined);
    if (dayFirst && monthFirst) return clash(name, dayFirst, monthFirst);
    const forced = dayFirst ? 'day-first' : monthFirst ? 'month-first' : undefined;
    if (said !== undefined && forced !== undefined && said !== forced) {
      const { text, line } = (dayFirst ?? monthFirst)!;
      return {
        problem: `the column "${name}" is said to be ${said}, but "${text}" is no date then`,
        fix: `say ${forced}`,
        lines: [line],
      };
    }
    const order = said ?? forced ?? (fits && fitting(open, fits));
    return order === undefined ? ambiguous(name, open) : { order };
  }
}

/** The one order in which all days fit. */
function fitting(open: readonly Seen[], fits: (day: Day) => boolean): DateOrder | undefined {
  const orders = (['day-first', 'month-first'] as const).filter((order) =>
    open.every(({ date }) => fits(dayBy(date, order)!)),
  );
  return orders.length === 1 ? orders[0] : undefined;
}

function clash(name: string, one: Seen, other: Seen): Decision {
  return {
    problem: `the column "${name}" holds "${one.text}", which puts the day first, and "${other.text}" (line ${other.line}), which puts the month first`,
    fix: 'write all of them in one order, best as 2027-03-02',
    lines: [one.line, other.line],
  };
}

function ambiguous(name: string, open: readonly Seen[]): Decision {
  const [first] = open;
  const others = open.length - 1;
  const more = others === 0 ? '' : ` (and ${others} other ${others === 1 ? 'date' : 'dates'} of the column)`;
  return {
    problem: `"${first!.text}"${more} can be ${bothReadings(first!.date)}, and nothing in the column "${name}" says which`,
    fix: 'say --dates day-first or --dates month-first; it is kept in the mapping',
    lines: [first!.line],
  };
}
