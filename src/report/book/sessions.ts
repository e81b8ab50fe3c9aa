/** The sheet of all sessions: what stands in its open columns comes back by `cxplan import plan.xlsx`. */
import { type Pin, pinOf } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { sessionsTable } from '../tables/sessions.ts';
import { text } from './columns.ts';
import type { BookColumn, BookSheet } from './types.ts';

/** What a sheet's column is wide, by its key; others by their kind. */
const WIDTHS: Readonly<Record<string, number>> = {
  id: 34,
  module: 32,
  who: 44,
  place: 30,
  departments: 26,
  leader: 22,
  themes: 28,
  voice: 28,
  attendees: 40,
  timezone: 16,
  startUtc: 20,
};

/** Columns that a planner fills in. */
export const STATUSES: readonly string[] = ['confirmed', 'cancelled'];
export const PINNED: readonly string[] = ['yes'];

/** As it is read back by `cxplan import plan.xlsx`. */
export function sessionsSheet(context: Context): BookSheet {
  const { columns, rows } = sessionsTable(context);
  const { model, plan } = context;
  const status = columns.findIndex(({ key }) => key === 'status');
  const rest = columns.flatMap((_, i) => (i === status ? [] : i));
  return {
    name: 'Sessions',
    columns: [
      text('id', 'Session', WIDTHS.id!),
      text('status', 'Status', 12, { choices: STATUSES, open: true }),
      text('remark', 'Remark', 24, { open: true }),
      text('pinned', 'Pinned', 9, { choices: PINNED, open: true }),
      ...rest.slice(1).map((i): BookColumn => {
        const { key, title, kind } = columns[i]!;
        return { key, title, kind, width: WIDTHS[key] ?? (kind === 'text' ? 14 : 11) };
      }),
    ],
    *rows() {
      let i = 0;
      for (const row of rows()) {
        const session = plan.sessions[i++]!;
        const pin = pinOf(model.pins, session);
        const remark = model.notes.get(session.id) ?? pin?.reason ?? '';
        yield [row[0]!, row[status]!, remark, pinnedWord(pin), ...rest.slice(1).map((at) => row[at]!)];
      }
    },
    count: plan.sessions.length,
    fixed: 1,
    paper: 'a3',
    orientation: 'landscape',
  };
}

/** What was called off is free, but for the days on which it was. */
function pinnedWord(pin: Pin | undefined): string {
  return pin && !pin.notOn ? 'yes' : '';
}
