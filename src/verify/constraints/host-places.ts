/**
 * `host-places`: no more guests at once than the host takes, inside one shift of the host and outside its
 * `busy`, and not when the host's site is closed.
 */

import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { toWall } from '../../calendar/zone.ts';
import { groupBy } from '../../collections/lists.ts';
import type { Post } from '../../model/model.ts';
import { busyTimes } from '../busy.ts';
import { anyRange, siteShut, workingDaysAt } from '../closed.ts';
import { type HeadCount, headCount } from '../heads.ts';
import { timesOf } from '../season.ts';
import { firstMinute } from '../shown.ts';
import { idsOf, moments } from '../sweep.ts';
import type { Check, Facts, TimedSession, Violation } from '../types.ts';
import { named, timeWords } from '../words.ts';
import { onShift } from './in-shift.ts';

interface Visit {
  readonly session: TimedSession;
  readonly heads: number;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

export const hostPlaces: Check = (facts) => {
  const visits: Visit[] = [];
  const count = headCount(facts.model);
  const out: Violation[] = [];
  for (const session of facts.sessions) {
    const { host } = session.module;
    if (!host) continue;
    const heads = session.seated.reduce((sum, seated) => sum + seated.heads, 0);
    visits.push({
      session,
      heads,
      key: `${host.department} ${session.raw.site}`,
      start: session.start,
      end: session.end,
    });
    const fault = awkward(facts, count, session);
    if (fault)
      out.push({ constraint: 'host-places', message: `${named(session)}: ${fault}`, sessions: [session.id] });
  }
  for (const [key, list] of groupBy(visits, (visit) => visit.key)) {
    const name = facts.model.departments.get(key.split(' ')[0]!)?.name ?? key;
    moments(list, (on, at) => {
      const guests = on.reduce((sum, { heads }) => sum + heads, 0);
      const places = Math.min(...on.map(({ session }) => session.module.host!.guests));
      if (guests <= places) return;
      out.push({
        constraint: 'host-places',
        message: `${name} has ${guests} guests at once at ${timeWords(at)} UTC, but takes ${places}`,
        sessions: idsOf(on.map(({ session }) => session)),
      });
    });
  }
  return out;
};

/** Why the host cannot take anybody then. */
function awkward({ model }: Facts, count: HeadCount, session: TimedSession): string | undefined {
  const department = model.departments.get(session.module.host!.department);
  const site = model.sites.get(session.raw.site);
  if (!department || !site) return undefined;
  const start = toWall(site.zone, session.start);
  const day = Math.floor(start / MINUTES_A_DAY);
  const staffed = [...department.shifts.keys()].flatMap((shift) => {
    const here = (post: Post) =>
      post.department === department.id && post.site === site.id && post.shift === shift;
    return count(`${department.id} ${site.id} ${shift}`, here, day) > 0 ? [{ shift }] : [];
  });
  const on = staffed.filter(({ shift }) => {
    const times = timesOf(department, shift, site);
    const off = (wall: number) => !onShift(times, wall);
    return firstMinute(site.zone, session.start, session.end, off) === undefined;
  });
  if (on.length === 0) return `no shift of ${department.name} at ${site.name} is on from start to end`;
  const shut = firstMinute(site.zone, session.start, session.end, siteShut(model, site));
  if (shut !== undefined) return `${site.name} is closed on ${timeWords(shut)}`;
  // Of several shifts one that has time will do; while only some roles are busy, others take guests.
  const busy = on.map(({ shift }) =>
    firstMinute(
      site.zone,
      session.start,
      session.end,
      anyRange(
        busyTimes(department, { role: '', shift, site: site.id }, session.module),
        workingDaysAt(model, site.id, department.id),
      ),
    ),
  );
  if (busy.includes(undefined)) return undefined;
  return `the host, ${department.name}, is busy on ${timeWords(busy[0]!)}`;
}
