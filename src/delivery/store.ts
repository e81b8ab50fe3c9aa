/** What was delivered, as rows of the workspace's attendance file: one for each person and session. */
import { byCodeUnit } from '../collections/text-order.ts';
import { type KeptForm, kept, type Line, type StoreUpdate } from '../exchange/kept.ts';
import type { Delivery } from './types.ts';

const COLUMNS = ['person', 'group', 'session', 'module', 'date', 'status', 'minutes'] as const;

type AttendanceLine = Line<(typeof COLUMNS)[number]>;

const FORM: KeptForm<(typeof COLUMNS)[number]> = {
  name: 'attendance',
  columns: COLUMNS,
  needed: ['person', 'session', 'module', 'date', 'status'],
  compared: ['status', 'minutes'],
  keyOf: ({ person = '', session = '', module = '', date = '' }) =>
    session === '' ? `${person}\n${module}\n${date}` : `${person}\n${session}`,
};

/**
 * @param before text of the attendance file; undefined where there is none yet
 * @param renamed our column → its title, where the programme says so
 * @throws StoreError when the file lacks a column that is needed
 */
export function stored(
  before: string | undefined,
  deliveries: readonly Delivery[],
  renamed: Readonly<Record<string, string>> = {},
): StoreUpdate {
  return kept(before, inOrder(deliveries.map(lineOf)), FORM, renamed);
}

function lineOf({ person, session, isSeated, status, minutes }: Delivery): AttendanceLine {
  const { id, module, start } = session.session;
  return {
    person,
    group: '',
    // Whoever came without a seat has one elsewhere: the module's seat nearest to that day is meant.
    session: isSeated ? id : '',
    module: isSeated ? '' : module,
    date: start.slice(0, 10),
    status,
    minutes: minutes !== undefined && minutes > 0 ? String(minutes) : '',
  };
}

/** By date, then session or module, then person. */
function inOrder(lines: readonly AttendanceLine[]): AttendanceLine[] {
  return lines
    .map((line) => ({ line, key: `${line.date} ${line.session || line.module} ${line.person}` }))
    .sort((a, b) => byCodeUnit(a.key, b.key))
    .map(({ line }) => line);
}
