/** Written → Model: the table of contents of what a workspace means. Every reference has been checked before. */
import type { Action, Attendance, Model, Person } from '../../model/model.ts';
import { audienceResolver } from './audiences.ts';
import { linkDepartments } from './departments.ts';
import { linkFacilitators, linkRituals } from './facilitators.ts';
import { linkMetrics, linkStages, linkTouchpoints, linkVoices } from './journey.ts';
import { linkModules } from './modules.ts';
import { linkMoments } from './moments.ts';
import { linkPolicy, linkWaivers } from './policy.ts';
import { linkProgramme } from './programme.ts';
import { linkRoles, postsFromHeads, postsFromPeople } from './roles.ts';
import { linkRooms, linkSites } from './sites.ts';
import { linkThemeMonths, linkThemes } from './themes.ts';
import type { Written } from './written.ts';

/** What the CSV files say. */
export interface Records {
  readonly people: readonly Person[] | undefined;
  readonly attendance: readonly Attendance[];
  readonly actions: readonly Action[];
}

export async function link(written: Written, records: Records): Promise<Model> {
  const programme = linkProgramme(written.programme);
  const sites = await linkSites(written, programme);
  const departments = linkDepartments(written, sites);
  const roles = linkRoles(written.roles, departments);
  const posts = records.people
    ? postsFromPeople(records.people, roles, programme.starts)
    : postsFromHeads(roles, departments);
  const audience = audienceResolver({ sites, departments, roles, posts }, written.audiences);
  const stages = linkStages(written);
  const voices = linkVoices(written.voices);
  const themeOfMonth = linkThemeMonths(written.themes, programme);
  return {
    programme,
    sites,
    rooms: linkRooms(written.rooms),
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
    modules: linkModules(written.modules, { programme, stages, voices, audience }),
    facilitators: linkFacilitators(written.facilitators, programme, sites),
    rituals: linkRituals(written.rituals, programme, audience),
    policy: linkPolicy(written.policy),
    waivers: linkWaivers(written.waivers),
    ...records,
  };
}
