/**
 * Rituals with their dates: one item for each occurrence, on a day on which its people work. A period in which none of
 * them does has none.
 */
import { isoDate } from '../calendar/date.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { momentOf, type Occurrence, occurrencesOf } from '../demand/occurrences.ts';
import type { Demand } from '../demand/types.ts';
import { isHeld } from '../model/made/history.ts';
import type { Plan, PlanRitual } from '../model/made/plan.ts';
import type { Model, Post, Ritual } from '../model/model.ts';
import { type CommonDay, commonDayOf } from '../model/working-time/common-day.ts';
import { fingerprint } from '../wording/fingerprint.ts';
import { tellerOf } from '../wording/told.ts';
import { type LeavingCalendars, placesOf } from './calendars.ts';
import { type Issue, identify, register, tombstones } from './identity.ts';
import { themesOn } from './resolve.ts';

/** Sorted by date, then id; dropped ones stay for a while as cancelled. */
export function planRituals(
  model: Model,
  demand: Demand,
  issue: Issue,
  previous: Plan | undefined,
  leaving: LeavingCalendars,
): PlanRitual[] {
  const before = register(previous?.rituals ?? [], previous?.retired);
  const held = (previous?.rituals ?? []).filter((ritual) => isHeld(ritual, issue.asOf));
  const stands = new Set(held.map(({ id }) => id));
  const teller = tellerOf(model);
  const rituals: PlanRitual[] = [];
  const common = commonDayOf(model);
  for (const ritual of model.rituals.values()) {
    const posts = [...ritual.audience.posts].map((id) => model.posts.get(id)!);
    const places = placesOf(posts);
    for (const occurrence of ritualOccurrences(model, demand, ritual)) {
      const id = `ritual.${ritual.id}.${occurrence.id}`.toLowerCase();
      const match = before.find(id);
      const day = dateOf(ritual, occurrence, posts, common);
      if (day === undefined) continue;
      // What has been is as it was, and nothing is put there afterwards.
      if ((match && stands.has(match.id)) || (previous && isoDate(day) < issue.asOf)) continue;
      const fields = {
        ritual: ritual.id,
        type: ritual.type,
        date: isoDate(day),
        themes: themesOn(model, ritual.themes, day),
        ...places,
      };
      const hash = fingerprint(teller, fields);
      const identity = identify(issue, match, fields, hash, () => before.fresh(id), leaving(match, fields));
      rituals.push({ ...identity, ...fields });
    }
  }
  const kept = new Set(rituals.map(({ id }) => id));
  const dropped = tombstones(issue, previous?.rituals ?? [], kept, ({ date }) => date);
  return [...held, ...rituals, ...dropped].sort(
    (a, b) => byCodeUnit(a.date, b.date) || byCodeUnit(a.id, b.id),
  );
}

/** Occurrences of the year; for a moment, one for each month in which people of the audience join. */
function ritualOccurrences(model: Model, demand: Demand, ritual: Ritual): Occurrence[] {
  if (ritual.when.kind !== 'moment') return occurrencesOf(ritual.when, model.programme);
  const moment = model.moments.get(ritual.when.moment);
  const byId = new Map<string, Occurrence>();
  for (const group of demand.groups) {
    if (!moment || !ritual.audience.posts.has(group.post.id)) continue;
    const found = momentOf(moment, group, model.programme);
    const known = found && byId.get(found.id);
    if (found && (!known || found.from < known.from)) byId.set(found.id, found);
  }
  return [...byId.values()].sort((a, b) => a.from - b.from || byCodeUnit(a.id, b.id));
}

/**
 * A date that is written stands as it is; else the first day of the period on which most of its people work. Undefined
 * where nobody works in it; an observance stands even then.
 */
function dateOf({ when }: Ritual, { from, by }: Occurrence, posts: readonly Post[], common: CommonDay) {
  if (when.kind === 'date' || posts.length === 0) return from;
  return common(posts, from, by) ?? (when.kind === 'observance' ? from : undefined);
}
