/** `when` of modules and rituals. */

import { toDay } from '../../calendar/date.ts';
import type { Programme, When } from '../../model/model.ts';
import { asList, day, minute } from './values.ts';
import type { WrittenWhen } from './written.ts';

/** The programme's edges stand in for a `from` or `by` that is not written. */
export function linkWhen(written: WrittenWhen, programme: Programme): When {
  if (written.trigger !== undefined) return { kind: 'trigger', trigger: written.trigger };
  if (written.moment !== undefined) return { kind: 'moment', moment: written.moment };
  if (written.date !== undefined) {
    const date = toDay(written.date);
    const at = written.at === undefined ? {} : { at: minute(written.at) };
    if (date !== undefined) return { kind: 'date', date, ...at };
    return { kind: 'observance', observance: written.date, ...at };
  }
  if (written.dates !== undefined) {
    const offers = written.dates.map(({ date, at, seats }) => ({
      date: day(date),
      at: at === undefined ? undefined : minute(at),
      seats,
    }));
    const days = offers.map(({ date }) => date);
    return { kind: 'once', from: Math.min(...days), by: Math.max(...days), offers };
  }
  const from = written.from === undefined ? programme.starts : day(written.from);
  const by = written.by === undefined ? programme.ends : day(written.by);
  if (written.every === undefined) return { kind: 'once', from, by };
  const months = written.months === undefined ? undefined : [...asList(written.months)].sort((a, b) => a - b);
  return { kind: 'every', every: written.every, from, by, months };
}
