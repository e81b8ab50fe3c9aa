/**
 * Sessions, rituals and theme months as calendar events. One session is one event, the same in every calendar that shows
 * it; what it says is made where the plan's `hash` is made, so that an event whose `sequence` has not changed has not
 * changed in any letter.
 */
import type { PlanRitual, PlanSession, PlanTheme } from '../model/made/plan.ts';
import { told } from '../wording/told.ts';
import type { Context } from './context.ts';
import type { AgendaEvent } from './types.ts';

export { startOf } from '../wording/told.ts';

/** What makes an event of its own. */
export type Item = PlanSession | PlanRitual | PlanTheme;

export function eventOf(context: Context, item: Item): AgendaEvent {
  const { title, ...words } = told(context.at(item), item);
  const confirmed = item.status === 'confirmed';
  return {
    uid: item.uid,
    sequence: item.sequence,
    status: item.status,
    title: confirmed ? title : `Cancelled: ${title}`,
    ...words,
    busy: confirmed && !words.allDay,
    created: item.created,
    revised: item.revised,
    url: undefined,
  };
}

/** What a calendar shows of an item that has left it. */
export function departedOf(context: Context, item: Item): AgendaEvent {
  const event = eventOf(context, item);
  return {
    ...event,
    sequence: item.sequence + (item.left?.ahead ?? 0),
    status: 'cancelled',
    title: `Cancelled: ${event.title}`,
    busy: false,
    revised: revisedOf(item),
  };
}

/** The day of the plan in which an item last changed, or left a calendar. */
export function revisedOf({ revised, left }: Item): string {
  return left && left.asOf > revised ? left.asOf : revised;
}

/** The local day on which it ends; the day after is that of a session that lasts beyond midnight. */
export function lastDayOf(item: Item): string {
  if ('module' in item) return item.end.slice(0, 10);
  return 'ritual' in item ? item.date : item.to;
}
