/** Written ranges (`closed`, `busy`, `away`) → time ranges. */
import type { TimeRange } from '../../model/model.ts';
import { dayMask, season, span } from './values.ts';
import type { WrittenBusyRange, WrittenPeriodEnd } from './written.ts';

export function ranges(written: readonly WrittenBusyRange[] | undefined): readonly TimeRange[] {
  return (written ?? []).map(range);
}

function range(written: WrittenBusyRange): TimeRange {
  return {
    ...season(written),
    ...(written.days !== undefined && { days: dayMask(written.days) }),
    ...(written.hours !== undefined && { hours: span(written.hours) }),
    ...(written.monthEnd && { monthEnd: around(written.monthEnd) }),
    ...(written.quarterEnd && { quarterEnd: around(written.quarterEnd) }),
    ...(written.reason !== undefined && { reason: written.reason }),
    allowUpTo: written.allowUpTo ?? 0,
  };
}

function around(written: WrittenPeriodEnd): { before: number; after: number } {
  return { before: written.before ?? 0, after: written.after ?? 0 };
}
