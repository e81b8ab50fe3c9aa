/** When a session is, on the clocks of the people who attend it. */
import { endClock, isoDate, MINUTES_A_DAY, wallText } from '../calendar/date.ts';
import { toWall } from '../calendar/zone.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { index } from '../coverage/context.ts';
import type { PlanSession } from '../model/made/plan.ts';
import { ONLINE } from '../model/model.ts';
import type { Context } from './context.ts';
import { siteName } from './names.ts';
import { dayWords, listWords, someWords, toWallMinute } from './words.ts';

/** A session's local time in one zone. */
export interface Slot {
  readonly zone: string;
  /** Where that clock hangs: the sites of the attendees. */
  readonly sites: readonly string[];
  readonly date: string;
  /** `09:30` */
  readonly start: string;
  /** `11:00`; `24:00` when it lasts to the end of `endDate`. */
  readonly end: string;
  readonly endDate: string;
}

/**
 * The session's local times, one for each zone in which people of the department (of any, when none is
 * given) attend; the session's own zone first, then by name.
 */
export function slotsOf(context: Context, session: PlanSession, department?: string): Slot[] {
  if (session.site !== ONLINE) return [slotIn(session.timezone, session, [session.site])];
  const sites = new Set<string>();
  for (const { group } of session.attendees) {
    const found = context.groups.get(group);
    if (found && (department === undefined || found.department === department)) sites.add(found.site);
  }
  // A cancelled session may outlive its groups.
  if (sites.size === 0) return [slotIn(session.timezone, session, [])];
  const zones = index(sites, (id) => context.model.sites.get(id)?.zone ?? session.timezone);
  return [...zones]
    .sort(([a], [b]) => Number(b === session.timezone) - Number(a === session.timezone) || byCodeUnit(a, b))
    .map(([zone, ids]) => slotIn(zone, session, ids.sort()));
}

/** The session's local time in one zone, wherever it is held. */
export function slotAt(session: PlanSession, zone: string): Slot {
  return slotIn(zone, session, []);
}

function slotIn(zone: string, session: PlanSession, sites: readonly string[]): Slot {
  const { start, end, startUtc, endUtc, timezone } = session;
  const [from, to] =
    zone === timezone
      ? [start, end]
      : ([startUtc, endUtc].map((utc) => wallText(toWall(zone, toWallMinute(utc)))) as [string, string]);
  const last = toWallMinute(to);
  return {
    zone,
    sites,
    date: from.slice(0, 10),
    endDate: isoDate(Math.floor((last - 1) / MINUTES_A_DAY)),
    start: from.slice(11, 16),
    end: endClock(last),
  };
}

/** `Tue 2 Mar, 09:30–11:00`, in several zones `Tue 2 Mar, 15:00–15:20 in Dublin, 09:00–09:20 in Austin`. */
export function slotsWords(context: Context, slots: readonly Slot[], zone?: string): string {
  const [first] = slots;
  if (!first) return '';
  return `${dayWords(context.say, first.date)}, ${clockWords(context, slots, zone)}`;
}

/**
 * The clock part of {@link slotsWords}; another day is said where a zone is already on it, and the zone itself where it is
 * another than the page's.
 */
export function clockWords(context: Context, slots: readonly Slot[], pageZone?: string): string {
  const many = slots.length > 1;
  const parts = slots.map((slot) => {
    const day = slot.date === slots[0]!.date ? '' : `${dayWords(context.say, slot.date)}, `;
    const end = slot.endDate === slot.date ? slot.end : `${dayWords(context.say, slot.endDate)}, ${slot.end}`;
    const place = someWords(
      slot.sites.map((id) => siteName(context, id)),
      2,
    );
    const zone = pageZone !== undefined && slot.zone !== pageZone ? ` (${slot.zone})` : '';
    return `${day}${slot.start}–${end}${many ? ` in ${place}` : zone}`;
  });
  return many ? listWords(parts) : parts.join('');
}
