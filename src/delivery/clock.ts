/** Stays and sessions on one clock. */
import { toUtc, toWall } from '../calendar/zone.ts';
import type { Moment } from '../exchange/attendance/presence.ts';
import type { SeatedSession } from './seats.ts';

/** A stay by the session's own clock. */
export function clipped({ session }: SeatedSession, moment: Moment, zone: string | undefined): number {
  const minutes = Math.floor(moment.seconds / 60);
  const rest = moment.seconds - minutes * 60;
  if (moment.isUtc) return toWall(session.timezone, minutes) * 60 + rest;
  if (zone === undefined || zone === session.timezone) return moment.seconds;
  return toWall(session.timezone, toUtc(zone, minutes).utc) * 60 + rest;
}

export function overlap(session: SeatedSession, from: Moment, to: Moment, zone: string | undefined): number {
  const [start, end] = [clipped(session, from, zone), clipped(session, to, zone)];
  return Math.max(0, Math.min(end, session.end) - Math.max(start, session.start));
}
