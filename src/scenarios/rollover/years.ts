/** By whose calendar a written date is moved: by that of the place it is of, or where most of those work whom it concerns. */

import type { Id, Model, Post } from '../../model/model.ts';
import type { BusyRange } from '../../model/places.ts';
import { siteDays } from '../../model/working-time/working-days.ts';
import type { Year } from './move.ts';

/** Keys and indexes of a date from the top of its file: `departments`, `finance`, `busy`, 0, `from`. */
export type DatePath = readonly (string | number)[];

/** The year of the place where a date holds. */
export type YearOf = (path: DatePath) => Year;

export function yearsOf(model: Model): YearOf {
  const years = new Map<Id, Year>();
  return (path) => {
    const id = siteOf(model, path);
    const known = years.get(id) ?? yearAt(model, id);
    years.set(id, known);
    return known;
  };
}

function yearAt(model: Model, id: Id): Year {
  const site = model.sites.get(id)!;
  const place = model.sites.size > 1 ? site.name : undefined;
  return { holidays: site.holidays, isWorking: siteDays(model, id), place };
}

function siteOf(model: Model, path: DatePath): Id {
  const posts = [...model.posts.values()];
  const site = mainSite(model, concerned(model, posts, path)) ?? mainSite(model, posts);
  return site ?? [...model.sites.keys()][0]!;
}

/** Where how many are; a place itself where the date is of a place. */
type Share = Pick<Post, 'site' | 'heads'>;

function concerned(
  model: Model,
  posts: readonly Post[],
  [section, key, ...rest]: DatePath,
): readonly Share[] {
  const id = String(key);
  const at = (site: Id | undefined) =>
    site !== undefined && model.sites.has(site) ? [{ site, heads: 0 }] : [];
  if (section === 'sites') return at(id);
  if (section === 'rooms') return at(model.rooms.get(id)?.site);
  if (section === 'facilitators') {
    const own = [...(model.facilitators.get(id)?.sites ?? [])];
    const beside = posts.filter(({ site }) => own.includes(site));
    return beside.length > 0 ? beside : at(own[0]);
  }
  if (section === 'departments') {
    const places = busyAt(model, id, rest)?.sites;
    return posts.filter(({ department, site }) => department === id && (!places || places.has(site)));
  }
  if (section === 'roles') return posts.filter(({ role }) => role === id);
  const audience = { modules: model.modules, rituals: model.rituals }[String(section)]?.get(id)?.audience;
  return audience ? posts.filter((post) => audience.posts.has(post.id)) : [];
}

/** The busy time that a date is of. */
function busyAt(model: Model, department: Id, [list, index]: DatePath): BusyRange | undefined {
  return list === 'busy' ? model.departments.get(department)?.busy[Number(index)] : undefined;
}

/** The largest of the places that keep the holidays which most people keep. */
function mainSite(model: Model, shares: readonly Share[]): Id | undefined {
  const region = largest(shares, ({ site }) => model.sites.get(site)!.holidayRegion ?? '');
  const there = shares.filter(({ site }) => (model.sites.get(site)!.holidayRegion ?? '') === region);
  return largest(there, ({ site }) => site);
}

/** What most of them share; of two alike the first by its name. */
function largest(shares: readonly Share[], keyOf: (share: Share) => string): string | undefined {
  const heads = new Map<string, number>();
  for (const share of shares) heads.set(keyOf(share), (heads.get(keyOf(share)) ?? 0) + share.heads);
  return [...heads].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}
