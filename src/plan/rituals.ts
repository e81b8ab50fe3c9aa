/** Rituals with their dates: one item for each occurrence, on a day on which its people work. */
import { type Day, isoDate } from '../calendar/date.ts';
import { momentOf, type Occurrence, occurrencesOf } from '../demand/occurrences.ts';
import type { Demand } from '../demand/types.ts';
import type { Id, Model, Ritual } from '../model/model.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Plan, PlanRitual } from '../model/plan.ts';
import { workingDay } from '../model/time.ts';
import { fingerprint } from '../wording/fingerprint.ts';
import { tellerOf } from '../wording/told.ts';
import { type Issue, identify, register, tombstones } from './identity.ts';
import { themesOn } from './resolve.ts';

/** Sorted by date, then id; dropped ones stay for a while as cancelled. */
export function planRituals(
  model: Model,
  demand: Demand,
  issue: Issue,
  previous: Plan | undefined,
): PlanRitual[] {
  const before = register(previous?.rituals ?? []);
  const teller = tellerOf(model);
  const rituals: PlanRitual[] = [];
  for (const ritual of model.rituals.values()) {
    const { sites, departments } = placesOf(model, ritual);
    for (const occurrence of ritualOccurrences(model, demand, ritual)) {
      const day = dateOf(model, ritual, occurrence, sites);
      const fields = {
        ritual: ritual.id,
        type: ritual.type,
        date: isoDate(day),
        themes: themesOn(model, ritual.themes, day),
        departments,
      };
      const id = `ritual.${ritual.id}.${occurrence.id}`.toLowerCase();
      const identity = identify(issue, before.find(id), fields, fingerprint(teller, fields), () =>
        before.fresh(id),
      );
      rituals.push({ ...identity, ...fields });
    }
  }
  const kept = new Set(rituals.map(({ id }) => id));
  const dropped = tombstones(issue, previous?.rituals ?? [], kept, ({ date }) => date);
  return [...rituals, ...dropped].sort((a, b) => byCodeUnit(a.date, b.date) || byCodeUnit(a.id, b.id));
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

/** A date that is written stands as it is; else the first day of the period on which all its sites work, or some. */
function dateOf(model: Model, ritual: Ritual, { from, by }: Occurrence, sites: readonly Id[]): Day {
  if (ritual.when.kind === 'date') return from;
  const days = Array.from({ length: by - from + 1 }, (_, i) => from + i);
  return (
    days.find((day) => sites.every((site) => workingDay(model, site, day))) ??
    days.find((day) => sites.some((site) => workingDay(model, site, day))) ??
    from
  );
}

function placesOf(model: Model, ritual: Ritual): { sites: Id[]; departments: Id[] } {
  const sites = new Set<Id>();
  const departments = new Set<Id>();
  for (const id of ritual.audience.posts) {
    const post = model.posts.get(id)!;
    sites.add(post.site);
    departments.add(post.department);
  }
  return { sites: [...sites].sort(), departments: [...departments].sort() };
}
