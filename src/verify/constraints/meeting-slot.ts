/**
 * `meeting-slot`: a huddle lies inside one meeting of its department that its people's shift attends, on the
 * five-minute grid of that meeting; several in one meeting come one after the other.
 */

import { civilOf, MINUTES_A_DAY, weekday } from '../../calendar/date.ts';
import { toUtc, toWall } from '../../calendar/zone.ts';
import { groupBy } from '../../collections/lists.ts';
import type { Department, Meeting } from '../../model/model.ts';
import { isDayOf, timesOf } from '../season.ts';
import { firstMinute } from '../shown.ts';
import { pairs } from '../sweep.ts';
import type { Check, SeatedMembers, TimedSession, Violation } from '../types.ts';
import { groupWords, named } from '../words.ts';
import { onShift } from './in-shift.ts';

const GRID = 5;

interface Slot {
  readonly session: TimedSession;
  readonly key: string;
  readonly meetings: readonly Meeting[];
  readonly start: number;
  readonly end: number;
}

export const meetingSlot: Check = ({ sessions }) => {
  const out: Violation[] = [];
  const slots: Slot[] = [];
  for (const session of sessions) {
    if (session.module.format !== 'huddle' || session.seated.length === 0) continue;
    const meetings = meetingsFor(session);
    const fault = mixed(session) ?? (meetings.length === 0 ? 'lies in no meeting of its people' : undefined);
    if (fault) {
      out.push({ constraint: 'meeting-slot', message: `${named(session)} ${fault}`, sessions: [session.id] });
      continue;
    }
    const { group } = session.seated[0]!;
    const key = `${group.department.id} ${group.site.id}`;
    slots.push({ session, key, meetings, start: session.start, end: session.end });
  }
  for (const list of groupBy(slots, ({ key }) => key).values()) {
    pairs(list, 0, (a, b) => {
      // Two at once are fine only where two meetings are held at once.
      const both = new Set([...a.meetings, ...b.meetings]);
      if (both.size > 1) return;
      out.push({
        constraint: 'meeting-slot',
        message: `${named(a.session)} and ${named(b.session)} are at once in the meeting "${[...both][0]!.id}"`,
        sessions: [a.session.id, b.session.id],
      });
    });
  }
  return out;
};

function mixed({ seated }: TimedSession): string | undefined {
  const { department, site } = seated[0]!.group;
  const other = seated.find(({ group }) => group.department !== department || group.site !== site);
  return (
    other &&
    `mixes ${groupWords(seated[0]!.group)} and ${groupWords(other.group)}, who have no meeting in common`
  );
}

/** With `at` the module says itself when it starts (see `in-window`). */
function hasFixedStart({ module: { when } }: TimedSession): boolean {
  return (when.kind === 'date' || when.kind === 'observance') && when.at !== undefined;
}

/** The department's meetings that hold the whole session and that all its people attend. */
function meetingsFor(session: TimedSession): Meeting[] {
  const { group } = session.seated[0]!;
  const { zone } = group.site;
  const local = Math.floor(toWall(zone, session.start) / MINUTES_A_DAY);
  return group.department.meetings.filter((meeting) =>
    [0, 1].some((before) => {
      const day = local - before;
      // RFC 5545, 3.3.5: at a time that is shown twice it is held the first time, at a skipped one as much later.
      const from = toUtc(zone, day * MINUTES_A_DAY + meeting.at).utc;
      if (session.start < from || session.end > from + meeting.minutes) return false;
      if ((session.start - from) % GRID !== 0 && !hasFixedStart(session)) return false;
      return (
        isHeld(meeting, day) &&
        session.seated.every((seated) => attends(group.department, meeting, seated, from))
      );
    }),
  );
}

function attends(department: Department, meeting: Meeting, { group }: SeatedMembers, from: number): boolean {
  if (meeting.sites && !meeting.sites.has(group.post.site)) return false;
  if (meeting.shifts && !meeting.shifts.has(group.post.shift)) return false;
  const times = timesOf(department, group.post.shift, group.site);
  const off = firstMinute(group.site.zone, from, from + meeting.minutes, (wall) => !onShift(times, wall));
  return off === undefined;
}

/** In its weeks, or on the first such day of a month. */
export function isHeld(meeting: Meeting, day: number): boolean {
  if (!isDayOf(meeting, day)) return false;
  if (meeting.every === 'week') return true;
  const same = (d: number) => ((meeting.days >> (weekday(d) - 1)) & 1) === 1;
  for (let d = day - 1; civilOf(d).month === civilOf(day).month; d--) if (same(d)) return false;
  return true;
}
