/** The pages of sites: one each, and where many departments share a site, one for each of them there. */
import { lazy } from '../../model/made/remembered.ts';
import type { Department, Id, Site } from '../../model/model.ts';
import { type Context, listed, sitesOfSession } from '../context.ts';
import type { Page } from '../types.ts';
import { sharedSitePage, siteDepartmentPage, sitePage } from './dated.ts';

/** With so many departments nobody acts on all that happens at a site: a store has two, a head office a dozen. */
const SHARED = 3;

type PageMaker = readonly [string, () => Page];

/** Pages by their paths: `sites/bath`, `sites/leeds`, `sites/leeds/finance`. */
export function sitePages(context: Context): PageMaker[] {
  const atSite = lazy(() => listed(context.plan.sessions, (session) => sitesOfSession(context, session)));
  const ofDepartment = lazy(() =>
    listed(context.plan.sessions, (session) => {
      const { groups } = context.at(session);
      const posts = session.attendees.map(({ group }) => groups.get(group));
      return new Set(posts.flatMap((one) => (one ? [keyOf(one.site, one.department)] : [])));
    }),
  );
  const here = (site: Site, department: Department) =>
    ofDepartment().get(keyOf(site.id, department.id)) ?? [];
  return [...context.model.sites.values()].flatMap((site): PageMaker[] => {
    const departments = context.departmentsAt().get(site.id) ?? [];
    const all = () => atSite().get(site.id) ?? [];
    if (departments.length < SHARED) return [[`sites/${site.id}`, () => sitePage(context, site, all())]];
    const guests = () => {
      const theirs = new Set(departments.flatMap((department) => here(site, department)));
      return all().filter((session) => !theirs.has(session));
    };
    const shared = () =>
      sharedSitePage(
        context,
        site,
        departments.map((department) => [department, here(site, department)]),
        guests(),
      );
    return [
      [`sites/${site.id}`, shared],
      ...departments.map(
        (department): PageMaker => [
          pathAt(site.id, department.id),
          () => siteDepartmentPage(context, site, department, here(site, department)),
        ],
      ),
    ];
  });
}

/** Where a department's dates at a site stand: its path without `.md`. */
export function datesOf(context: Context, site: Id, department: Id): string {
  return (context.departmentsAt().get(site)?.length ?? 0) < SHARED
    ? `sites/${site}`
    : pathAt(site, department);
}

function pathAt(site: Id, department: Id): string {
  return `sites/${site}/${department}`;
}

function keyOf(site: Id, department: Id): string {
  return `${site}/${department}`;
}
