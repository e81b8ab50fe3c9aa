/** Written → Model: the table of contents of what a workspace means. Every reference has been checked before. */
import { byCodeUnit } from '../../collections/text-order.ts';
import type { Id, Model, Person, Post } from '../../model/model.ts';
import type { Alike } from '../alike.ts';
import type { Table } from '../files/csv/table.ts';
import { audienceResolver } from './audiences.ts';
import { linkFormer } from './former.ts';
import type { Report } from './problem.ts';
import { linkCosts } from './sections/costs.ts';
import { linkDepartments } from './sections/departments.ts';
import { linkFacilitators, linkRituals } from './sections/facilitators.ts';
import { linkMetrics, linkStages, linkTouchpoints, linkVoices } from './sections/journey.ts';
import { linkActions, linkAttendance } from './sections/ledgers.ts';
import { linkModules } from './sections/modules.ts';
import { linkMoments } from './sections/moments.ts';
import { duringProgramme, type IsDeclared, idsIn, linkPeople } from './sections/people.ts';
import { linkNotes, linkPins } from './sections/pins.ts';
import { linkPolicy, linkWaivers } from './sections/policy.ts';
import { linkProgramme } from './sections/programme.ts';
import { linkRoles, postsFromHeads, postsFromPeople, withHeadsOf } from './sections/roles.ts';
import { linkRooms, linkSites } from './sections/sites.ts';
import { linkThemeMonths, linkThemes } from './sections/themes.ts';
import { weeklyLimits } from './sections/weekly.ts';
import type { Written } from './written.ts';

/** The CSV files that the programme names. */
export interface Tables {
  readonly people?: Table;
  readonly attendance?: Table;
  readonly actions?: Table;
}

/**
 * @param declared whether an entry stands in the files, sound or not
 * @param report for problems in the YAML
 * @param said of each of the CSV files
 */
export async function link(
  written: Written,
  tables: Tables,
  declared: IsDeclared,
  report: Report,
  said: Readonly<Record<keyof Tables, Alike>>,
): Promise<Model> {
  const programme = linkProgramme(written.programme);
  const sites = await linkSites(written, programme, report);
  const departments = linkDepartments(written, programme, sites);
  const planned = linkRoles(written.roles, departments);
  const former = linkFormer(written, tables.people);
  const firm = { declared, programme, sites, departments, roles: planned, former };
  const roster: readonly Person[] | undefined = tables.people && linkPeople(tables.people, firm, said.people);
  const people = roster && duringProgramme(roster, programme);
  const policy = linkPolicy(written.policy, saysWays(written));
  const limitOf = weeklyLimits(written, programme, departments, policy);
  const named = new Set<Id>();
  for (const { role } of roster ?? []) named.add(planned.get(role)!.department);
  const unnamed = [...planned.values()].filter(({ department }) => !named.has(department));
  const posts = inOrder([
    ...postsFromHeads(unnamed, departments, programme, limitOf),
    ...(people ? postsFromPeople(people, planned, programme, policy, limitOf) : []),
  ]);
  const roles = withHeadsOf(posts, planned, named);
  const audience = audienceResolver({ sites, departments, roles, posts }, written.audiences);
  const stages = linkStages(written);
  const voices = linkVoices(written.voices);
  const rooms = linkRooms(written.rooms);
  const themeOfMonth = linkThemeMonths(written.themes, programme);
  const modules = linkModules(written.modules, { programme, rooms, stages, voices, audience });
  const known = {
    ...firm,
    people: tables.attendance && tables.people && idsIn(tables.people),
    posts,
    modules,
    stages,
  };
  const came = tables.attendance ? linkAttendance(tables.attendance, known, said.attendance) : [];
  return {
    programme,
    sites,
    rooms,
    departments,
    roles,
    posts,
    stages,
    touchpoints: linkTouchpoints(written, stages, roles, posts),
    moments: linkMoments(written.moments, audience),
    themes: linkThemes(written.themes, themeOfMonth, audience),
    themeOfMonth,
    metrics: linkMetrics(written.metrics),
    voices,
    modules,
    facilitators: linkFacilitators(written.facilitators, programme, sites),
    rituals: linkRituals(written.rituals, programme, audience),
    policy,
    costs: written.costs && linkCosts(written.costs),
    waivers: linkWaivers(written.waivers, roster),
    pins: linkPins(written.pins),
    notes: linkNotes(written.notes),
    people,
    named,
    attendance: came.filter(({ date }) => date >= programme.starts),
    earlier: came.filter(({ date }) => date < programme.starts),
    actions: tables.actions ? linkActions(tables.actions, known, roster, said.actions) : [],
    former,
  };
}

function inOrder(posts: readonly [Id, Post][]): Map<Id, Post> {
  return new Map([...posts].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Whether anything is said of people who come to another site. */
function saysWays({ sites, modules }: Written): boolean {
  return (
    [...sites.values()].some(({ travel }) => travel !== undefined) ||
    [...modules.values()].some(({ at }) => at !== undefined)
  );
}
