/** The dates of what was learned: all columns together say whether the day or the month comes first. */
import type { Day } from '../../calendar/date.ts';
import { DateColumn } from '../table/date-order.ts';
import { type DateOrder, dayBy, type WrittenDate } from '../table/dates.ts';
import type { Row, Table } from '../table/types.ts';
import type { Say } from './types.ts';

const DATED = ['date', 'due', 'consent'] as const;

export type Dated = (typeof DATED)[number];

export interface DatesIn {
  readonly order: DateOrder | undefined;
  /** Undefined where the cell is empty, or has been told to be no date. */
  readonly of: (row: Row, field: Dated) => Day | undefined;
}

/** @param fits whether a day of learning can be meant at all */
export function datesIn(
  { rows, columns, found }: Table,
  said: DateOrder | undefined,
  fits: (day: Day) => boolean,
  say: Say,
): DatesIn {
  const column = new DateColumn();
  const read = new Map<Row, Partial<Record<Dated, WrittenDate>>>();
  rows.forEach((row, i) => {
    const dates: Partial<Record<Dated, WrittenDate>> = {};
    for (const field of DATED) {
      const text = row.cell(field);
      if (text === undefined) continue;
      const date = column.see(text, i);
      if (date) dates[field] = date;
      else say(row, field, 'bad-date', `"${text}" is no date`, 'write it as 2027-03-02');
    }
    read.set(row, dates);
  });
  const titles = DATED.flatMap((field) =>
    columns.has(field) ? [found.header[found.columns.get(field)!]!] : [],
  );
  const decision = column.decide(titles.join('" and "'), said, fits);
  const order = 'order' in decision ? decision.order : undefined;
  if ('problem' in decision) {
    const row = rows[decision.lines[0]!]!;
    const field = DATED.find((one) => row.cell(one) !== undefined && read.get(row)?.[one]) ?? 'date';
    say(row, field, 'ambiguous-date', decision.problem, decision.fix);
  }
  return {
    order,
    of: (row, field) => {
      const date = read.get(row)?.[field];
      return date && dayBy(date, order);
    },
  };
}
