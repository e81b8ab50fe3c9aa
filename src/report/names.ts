/** Names instead of ids: groups, rooms, leaders, voices, modules and their parts. */

import type { PlanGroup, PlanSession } from '../model/made/plan.ts';
import type { Module } from '../model/model.ts';
import { inLanguage, pluralRole, shiftName, siteName, leaderName as whoLeads } from '../wording/names.ts';
import { type Context, postOf } from './context.ts';

export {
  departmentName,
  moduleName,
  moduleTitle,
  placeName,
  pluralRole,
  sessionTitle,
  shiftName,
  siteName,
  themeName,
  themeWords,
  voiceWords,
} from '../wording/names.ts';

import { saidOnce } from './said.ts';
import { counted, idWords, listWords, monthWords } from './words.ts';

export function roleName({ model }: Context, id: string): string {
  return model.roles.get(id)?.name ?? idWords(id);
}

/** `Amira, in Dutch`: where anybody says anything about languages. */
export function ledBy(context: Context, session: PlanSession): string {
  return leaderName(context, session) + inLanguage(session);
}

/** Who leads; of a session for one team that its manager leads, the team's own leader by name. */
export function leaderName(context: Context, session: PlanSession): string {
  const said = whoLeads(context, session);
  if (session.led !== 'line' || session.facilitator !== null) return said;
  const leads = new Set(session.attendees.map(({ group }) => leadOf(context, group)));
  const [lead] = leads;
  return leads.size === 1 && lead !== undefined ? lead : said;
}

function leadOf({ model, groups }: Context, id: string): string | undefined {
  const group = groups.get(id);
  const department = model.departments.get(group?.department ?? '');
  const team = department?.shifts.get(group?.shift ?? '')?.team;
  return department?.teams.get(team ?? '')?.lead;
}

/** `Credit controllers, group 1`: with site and shift only where the role has several. */
export function groupName(context: Context, group: PlanGroup): string {
  return saidOnce(context, group, makeGroupName);
}

function makeGroupName(context: Context, group: PlanGroup): string {
  const name = roleName(context, group.role);
  const number = /\.(\d+)$/.exec(group.id)?.[1];
  const parts = [group.heads === 1 ? name : pluralRole(name)];
  if ((context.sitesOfRole.get(group.role) ?? 1) > 1) parts.push(siteName(context, group.site));
  const department = context.model.departments.get(group.department);
  const shift = department?.shifts.get(group.shift);
  const team = department?.teams.get(shift?.team ?? '');
  if (team) parts.push(team.name);
  if ((context.shiftsOfRole.get(group.role) ?? 1) > 1) parts.push(shiftName(shift?.base ?? group.shift));
  if (group.joiners !== false)
    parts.push(`joining in ${monthWords(context.say, group.joiners, context.yearsShown)}`);
  else if (number !== undefined && (context.groupsOfPost.get(postOf(group)) ?? 1) > 1) {
    parts.push(`group ${number}`);
  }
  return parts.join(', ');
}

/** Why a department learns this: what a customer will notice, else how it serves the strategy or the theme. */
export function whyWords({ model }: Context, module: Module | undefined, department?: string): string {
  if (!module) return '';
  const themes = module.themes === 'month' ? [] : module.themes;
  const meanings = themes.map((id) => model.themes.get(id)?.meaning.get(department ?? ''));
  return module.outcome ?? module.strategy ?? meanings.find((text) => text !== undefined) ?? '';
}

/** `workshop`, `self-paced`, `one-to-one`: a format in a sentence. */
export function formatWords(module: Module): string {
  if (module.format === 'coaching' && module.seats.max === 1) return 'one-to-one';
  return module.format.replace('customer-room', 'customer room').replace('book-club', 'book club');
}

/** `3 sites`, or their names while they are few. */
export function sitesWords(context: Context, sites: Iterable<string>): string {
  const ids = [...new Set(sites)].sort();
  return ids.length > 3
    ? counted(context.say, ids.length, 'site')
    : listWords(ids.map((id) => siteName(context, id)));
}
