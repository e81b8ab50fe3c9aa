/** Hours of a module moved into the shifts of the people it addresses. */
import { MINUTES_A_DAY, type Span, spanText } from '../../calendar/date.ts';
import type { Model, Module } from '../../model/model.ts';
import type { Context } from '../context.ts';

/**
 * Hours (`13:15-14:00`) that lie in the shift of everybody: as long as the module's own and near to them, then
 * all hours that the shifts share. None where the shifts share too little.
 */
export function hoursInside({ model }: Context, module: Module): string[] {
  const shared = sharedHours(model, module);
  if (!shared || shared.end - shared.start < module.minutes) return [];
  const own = module.hours;
  if (!own) return [spanText(shared)];
  const length = Math.min(Math.max(own.end - own.start, module.minutes), shared.end - shared.start);
  const start = Math.min(Math.max(own.start, shared.start), shared.end - length);
  return [...new Set([spanText({ start, end: start + length }), spanText(shared)])];
}

/** What all shifts of the audience have in common, on days on which the module may be held. */
function sharedHours(model: Model, { audience, days }: Module): Span | undefined {
  let [start, end] = [0, 2 * MINUTES_A_DAY];
  for (const id of audience.posts) {
    const { department, shift } = model.posts.get(id)!;
    const times = model.departments.get(department)!.shifts.get(shift)!.times;
    const meant = times.filter((time) => days === undefined || (time.days & days) !== 0);
    if (meant.length === 0) return undefined;
    start = Math.max(start, ...meant.map(({ hours }) => hours.start));
    end = Math.min(end, ...meant.map(({ hours }) => hours.end));
  }
  return end > start ? { start, end } : undefined;
}
