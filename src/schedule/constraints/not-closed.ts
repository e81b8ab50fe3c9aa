import { type Req, roomOpen } from '../problem/problem.ts';
import { dayOfStart } from '../problem/start-table.ts';
import type { Constraint } from './constraint.ts';

export const notClosed: Constraint = {
  id: 'not-closed',
  sentence:
    'Every minute is free of holidays and closures of site and room, and of the departments’ busy times.',
  why: 'Month-end and peak hours belong to customers; a plan that ignores them is cancelled on the day.',
  reason: (detail) => `${detail ?? 'the site or department'} is closed or busy`,
  /** The tables of starts hold shifts, closures, busy times, the module’s own hours and meetings at once. */
  seat({ start, meeting, pool, table }, req, first, last) {
    if (table !== undefined && req.tables.length === 1 && req.tables[0] === table) return last;
    return isOpen(req, start, meeting < 0 ? -1 : meeting - pool.meetings) ? last : first - 1;
  },
  room: ({ start, end }, room) => roomOpen(room, start, end),
};

/** @param meeting number of the meeting in its department; −1 for anything but a huddle */
export function isOpen(req: Req, start: number, meeting: number): boolean {
  for (const table of req.tables) {
    if (table.meeting === meeting && dayOfStart(table, start) >= 0) return true;
  }
  return false;
}
