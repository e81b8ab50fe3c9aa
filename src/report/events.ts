/**
 * Sessions, rituals and theme months as calendar events. One session is one event, the same in every calendar that shows
 * it; what it says is made where the plan's `hash` is made, so that an event whose `sequence` has not changed has not
 * changed in any letter.
 */
import type { PlanRitual, PlanSession, PlanTheme } from '../model/plan.ts';
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
