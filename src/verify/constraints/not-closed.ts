/**
 * `not-closed`: every minute free of holidays and `closed` of the people's site and of the room, and of the
 * `busy` of their department (unless so short a session is allowed; joiners' sessions ignore `busy`).
 */
import { isAtMoment, type Model, type Room } from '../../model/model.ts';
import { busyTimes, busyTimesKey } from '../busy.ts';
import { type At, anyRange, siteShut, workingDaysAt } from '../closed.ts';
import { firstMinute } from '../shown.ts';
import type { Check, Facts, SeatedMembers, TimedSession, Violation } from '../types.ts';
import { groupWords, named, timeWords } from '../words.ts';

export type Closures = (key: string, make: () => At | undefined) => At | undefined;

export const notClosed: Check = (facts) => {
  const known = new Map<string, At | undefined>();
  const closures: Closures = (key, make) => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key);
  };
  return facts.sessions.flatMap((session) => [
    ...session.seated.flatMap((seated) => people(facts, closures, session, seated)),
    ...elsewhere(facts, closures, session),
    ...room(facts, closures, session),
  ]);
};

function people(
  { model }: Facts,
  closures: Closures,
  session: TimedSession,
  seated: SeatedMembers,
): Violation[] {
  const { group, leaves: start, back: end } = seated;
  const { zone } = group.site;
  const out: Violation[] = [];
  const say = (why: string) =>
    out.push({
      constraint: 'not-closed',
      message: `${named(session)}: ${why} for ${groupWords(group)}`,
      sessions: [session.id],
      group: group.id,
    });
  const shut = firstMinute(
    zone,
    start,
    end,
    closures(`site ${group.site.id}`, () => siteShut(model, group.site)),
  );
  if (shut !== undefined) say(`${group.site.name} is closed on ${timeWords(shut)}`);
  if (isAtMoment(session.module, session.raw.occurrence)) return out;
  // Who is on the way is away as well.
  const ranges = busyTimes(group.department, group.post, { ...session.module, minutes: end - start });
  const key = `busy ${group.department.id} ${group.site.id} ${busyTimesKey(group.department, ranges)}`;
  const busy = closures(key, () =>
    anyRange(ranges, workingDaysAt(model, group.site.id, group.department.id)),
  );
  const taken = firstMinute(zone, start, end, busy);
  if (taken !== undefined) say(`${group.department.name} is busy on ${timeWords(taken)}`);
  return out;
}

/** The site to which people come; of hosts see `host-places`. */
function elsewhere({ model }: Facts, closures: Closures, session: TimedSession): Violation[] {
  const { raw, module, seated, start, end } = session;
  const site = model.sites.get(raw.site);
  if (!site || module.host || seated.every(({ group }) => group.site === site)) return [];
  const at = firstMinute(
    site.zone,
    start,
    end,
    closures(`site ${site.id}`, () => siteShut(model, site)),
  );
  if (at === undefined) return [];
  const message = `${named(session)}: ${site.name} is closed on ${timeWords(at)}`;
  return [{ constraint: 'not-closed', message, sessions: [session.id] }];
}

function room({ model }: Facts, closures: Closures, session: TimedSession): Violation[] {
  const found = session.raw.room === null ? undefined : model.rooms.get(session.raw.room);
  if (!found) return [];
  const shut = closures(`room ${found.id}`, () => roomShut(model, found));
  const at = firstMinute(zoneOf(model, found), session.start, session.end, shut);
  if (at === undefined) return [];
  const message = `${named(session)}: ${found.name} is closed on ${timeWords(at)}`;
  return [{ constraint: 'not-closed', message, sessions: [session.id] }];
}

/** Closed, or not in any of the times at which it can be used. */
function roomShut(model: Model, { closed, open, site }: Room): At | undefined {
  const days = workingDaysAt(model, site);
  const shut = anyRange(closed, days);
  if (!open) return shut;
  const inUse = anyRange(open, days);
  return (wall) => (shut?.(wall) ?? false) || !(inUse?.(wall) ?? false);
}

function zoneOf(model: Model, { site }: Room): string {
  return model.sites.get(site)?.zone ?? model.programme.zone;
}
