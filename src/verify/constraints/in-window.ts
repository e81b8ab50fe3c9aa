/**
 * `in-window`: inside the requirement's window, by the session's clock and (but for a named day) by that of its people, and the programme;
 * inside the module's own `days`, `hours`, `sites`; at the people's own place; on the grid of starts.
 */

import { civilOf, clock, type Day, endClock, isoDate, MINUTES_A_DAY, weekday } from '../../calendar/date.ts';
import type { Module, OfferedDate } from '../../model/model.ts';
import { ONLINE } from '../../model/model.ts';
import { type Check, type Facts, keyOf, type TimedSession } from '../types.ts';
import { askedTo } from '../ways.ts';
import { groupWords, named } from '../words.ts';

export const inWindow: Check = (facts) =>
  facts.sessions.flatMap((session) =>
    faults(facts, session).map((message) => ({
      constraint: 'in-window',
      message: `${named(session)} ${message}`,
      sessions: [session.id],
    })),
  );

function faults(facts: Facts, session: TimedSession): string[] {
  return [...windowFaults(facts, session), ...ownHours(facts, session), ...place(facts, session)];
}

function windowFaults(facts: Facts, { raw, module, wall, minutes, seated }: TimedSession): string[] {
  const day = Math.floor(wall / MINUTES_A_DAY);
  const { starts, ends } = facts.model.programme;
  const out: string[] = [];
  if (day < starts || wall + minutes > (ends + 1) * MINUTES_A_DAY) out.push('lies outside the programme');
  for (const { group, start } of seated) {
    const asked = facts.asked.get(keyOf(module.id, raw.occurrence, group.id));
    if (!asked) continue;
    // What is held online may be on another day for them; a day that is named is the session's.
    const own = isNamed(module) ? day : Math.floor(start / MINUTES_A_DAY);
    const outside = [day, own].find((one) => one < asked.from || one > asked.by);
    if (outside === undefined) continue;
    const theirs = outside === day ? '' : `: it is ${isoDate(own)} there`;
    const window = `${isoDate(asked.from)} to ${isoDate(asked.by)}`;
    out.push(`lies outside the window of ${groupWords(group)}, ${window}${theirs}`);
  }
  const months = module.when.kind === 'every' ? module.when.months : undefined;
  if (months && !months.includes(civilOf(day).month))
    out.push("is in a month that the module's `months` leave out");
  return out;
}

function isNamed({ when }: TimedSession['module']): boolean {
  return ['date', 'observance'].includes(when.kind) || (when.kind === 'once' && when.offers !== undefined);
}

function ownHours({ model }: Facts, { module, wall, minutes, seated }: TimedSession): string[] {
  const day = Math.floor(wall / MINUTES_A_DAY);
  const start = wall - day * MINUTES_A_DAY;
  const { days, hours } = module;
  const out: string[] = [];
  const fits = (from: number, on: number) =>
    (days === undefined || ((days >> (weekday(on) - 1)) & 1) === 1) &&
    (hours === undefined || (from >= hours.start && from + minutes <= hours.end));
  // Hours past midnight: the session may belong to the day before.
  if (!fits(start, day) && !(hours && hours.end > MINUTES_A_DAY && fits(start + MINUTES_A_DAY, day - 1))) {
    const own = hours ? `, ${clock(hours.start)} to ${endClock(hours.end)}` : '';
    out.push(`is outside the module's own days or hours${own}`);
  }
  const { when } = module;
  if (when.kind === 'once' && when.offers) return [...out, ...offered(when.offers, day, start, seated)];
  const at = when.kind === 'date' || when.kind === 'observance' ? when.at : undefined;
  if (at !== undefined)
    return start === at ? out : [...out, `starts at ${clock(start)}, but the module starts at ${clock(at)}`];
  const grid = module.format === 'huddle' ? 5 : model.policy.startEvery;
  if (module.format !== 'huddle' && start % grid !== 0)
    out.push(`does not start on the grid of ${grid} minutes`);
  return out;
}

/** On one of the dates that are offered, and no more people than are taken then. */
function offered(
  offers: readonly OfferedDate[],
  day: Day,
  start: number,
  seated: TimedSession['seated'],
): string[] {
  const there = offers.filter(({ date, at }) => date === day && (at === undefined || at === start));
  if (there.length === 0) return ['is on none of the dates that are offered'];
  const heads = seated.reduce((sum, one) => sum + one.heads, 0);
  const most = Math.max(...there.map(({ seats }) => seats ?? Number.POSITIVE_INFINITY));
  return heads > most ? [`has ${heads} people, but ${most} are taken on that date`] : [];
}

function place({ model }: Facts, { raw, module, seated }: TimedSession): string[] {
  const { site } = raw;
  const onlineOnly = module.sites?.size === 1 && module.sites.has(ONLINE);
  const online = module.room.kind === 'online' || onlineOnly;
  if (online) return site === ONLINE ? [] : [`is held at ${site}, but the module is held online`];
  if (site === ONLINE) return ['is held online, but the module is not'];
  const out: string[] = [];
  if (module.sites && !module.sites.has(site)) out.push(`is held at ${site}, where the module is not held`);
  for (const { group } of seated) {
    const wanted = wantedSite(model, module, group.post.site);
    if (wanted !== site)
      out.push(`is held at ${site}, but ${groupWords(group)} would be at ${wanted ?? 'no host'}`);
  }
  return out;
}

/** Where people of a site are for it. */
function wantedSite(model: Facts['model'], module: Module, site: string): string | undefined {
  if (module.host) return hostSite(model, module.host, site);
  const isAtWork = module.format === 'huddle' || module.format === 'self-paced';
  return module.at && !isAtWork ? askedTo(model, module.at, site) : site;
}

/** Where guests of a site go: to the host at their own site, else to the one that is named. */
export function hostSite(
  model: Facts['model'],
  host: { readonly department: string; readonly site: string | undefined },
  site: string,
): string | undefined {
  const atHome = [...model.posts.values()].some(
    (post) => post.department === host.department && post.site === site && post.heads > 0,
  );
  return atHome ? site : host.site;
}
