/** Everything the page tells, from the same context as every other page and with the same numbers. */
import type { Module } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { groupName, voiceWords, whyWords } from '../names.ts';
import { headline } from '../pages/gaps.ts';
import { countsWords } from '../pages/readme.ts';
import type { PersonDelivery } from '../people/counts.ts';
import type { Look } from '../types.ts';
import { namesWords, PLANNED } from '../words.ts';
import { type ChangesOptions, pageChanges } from './changes.ts';
import { pageDecisions, pageFindings, pageUnplaced } from './gaps.ts';
import { pageJourney } from './journey.ts';
import { pageLearned } from './learned.ts';
import { facilitatorOffer, pageLoads, roomOffers, weekly } from './loads.ts';
import { departmentOf, partsOf, scoreOf } from './parts.ts';
import { type Refs, refsOf, shiftOf } from './refs.ts';
import { pageSessions } from './sessions.ts';
import type { PagePerson } from './types/scores.ts';
import type { PageGroups, PageModule } from './types/things.ts';
import type { PageData, PageFile, PageProgramme } from './types.ts';
import { pageWalks } from './walks.ts';
import { pageYear } from './year.ts';

export interface LookOptions extends ChangesOptions {
  /** What closes findings as it was tried, by their keys. */
  readonly patches?: ReadonlyMap<string, string> | undefined;
  /** Names of people, by their number in each group, and what came of their seats; left out, nobody is named. */
  readonly people?: readonly PersonDelivery[] | undefined;
}

/** All but the list of files: which of them are written is known when they are. */
function pageData(context: Context, options: LookOptions): Omit<PageData, 'files'> {
  const { model, gaps } = context;
  const refs = refsOf(context);
  const byWeek = weekly(model);
  const offers = roomOffers(context, byWeek);
  const sessions = pageSessions(context, refs);
  const loads = pageLoads(context, refs, byWeek);
  const part = partsOf(context);
  return {
    programme: programmeOf(context),
    score: scoreOf(context.say, gaps.organisation),
    departments: [...model.departments.values()].map((one) => departmentOf(context, part, one)),
    roles: [...model.roles.values()].map(({ id, name, department }) => ({
      ...part(gaps.roles, id, name),
      department: refs.department(department),
    })),
    sites: [...model.sites.values()].map(({ id, name, zone }) => ({
      ...part(gaps.sites, id, name),
      zone: refs.zones.of(zone),
    })),
    themes: [...model.themes.values()].map(({ id, name }) => ({ id, name })),
    modules: refs.modules.map((module) => moduleOf(context, refs, module)),
    facilitators: [...model.facilitators.values()].map((one) => ({
      id: one.id,
      name: one.name,
      offered: facilitatorOffer(model, one),
    })),
    rooms: [...model.rooms.values()].map((room) => ({
      id: room.id,
      name: room.name,
      offered: offers(room),
      site: refs.site(room.site),
      seats: room.seats,
    })),
    sessions,
    unplaced: pageUnplaced(context, refs),
    findings: pageFindings(context, refs, options.patches),
    year: pageYear(context, refs),
    loads,
    journey: pageJourney(context, refs),
    walks: pageWalks(context, refs),
    learned: pageLearned(context, refs),
    decisions: pageDecisions(context),
    changes: pageChanges(context, refs, options),
    groups: groupsOf(context, refs, options.people !== undefined),
    ...(options.people && { people: peopleOf(context, refs, options.people) }),
    shifts: refs.shifts.items,
    zones: refs.zones.items,
    formats: refs.formats.items,
  };
}

function programmeOf(context: Context): PageProgramme {
  const { model, plan } = context;
  const { programme } = model;
  return {
    name: programme.name,
    mantra: programme.mantra ?? null,
    starts: programme.starts,
    ends: programme.ends,
    zone: plan.programme.timezone,
    locale: programme.locale,
    asOf: plan.asOf,
    tool: plan.made.tool,
    issue: plan.made.issue ?? 1,
    counts: countsWords(context),
    headline: headline(context),
    planned: PLANNED,
  };
}

function moduleOf(context: Context, refs: Refs, module: Module): PageModule {
  const { id, name, minutes, format, stages, touchpoints, audience, paid, kind, themes } = module;
  const { model } = context;
  const about = [
    ...(stages === 'own' ? [] : stages.map((stage) => model.stages.get(stage)?.name ?? stage)),
    ...touchpoints.map((one) => model.touchpoints.get(one)?.name ?? one),
  ];
  return {
    id,
    name,
    minutes,
    format: refs.formats.of(format),
    voice: voiceWords(context, module),
    why: whyWords(context, module),
    about: namesWords(about),
    audience: audience.label,
    paid,
    tool: kind === 'tool' || kind === 'process',
    themes: themes === 'month' ? [] : themes.map(refs.theme),
    ...deliveredOf(context, id),
  };
}

function deliveredOf({ deliveries }: Context, module: string): Pick<PageModule, 'delivered'> {
  const delivered = deliveries()?.modules(module);
  return delivered ? { delivered } : {};
}

function peopleOf({ model }: Context, refs: Refs, people: readonly PersonDelivery[]): PagePerson[] {
  return people.map(({ person: { id, name, role, site }, counts }) => ({
    name: name ?? id,
    department: refs.department(model.roles.get(role)?.department),
    role: refs.role(role),
    site: refs.site(site),
    ...counts,
  }));
}

function groupsOf(context: Context, refs: Refs, people: boolean): PageGroups {
  const groups = refs.groups.items;
  const names = people ? new Map(context.model.people?.map(({ id, name }) => [id, name ?? id])) : undefined;
  return {
    id: groups.map(({ id }) => id),
    name: groups.map((group) => groupName(context, group)),
    department: groups.map(({ department }) => refs.department(department)),
    role: groups.map(({ role }) => refs.role(role)),
    site: groups.map(({ site }) => refs.site(site)),
    shift: groups.map((group) => refs.shifts.of(shiftOf(context, group))),
    heads: groups.map(({ heads }) => heads),
    ...(names && {
      people: groups.map((group) =>
        (group.people ?? []).map((id) => (id === null ? null : (names.get(id) ?? id))),
      ),
    }),
  };
}

/** The page, in the form of every report. */
export function lookOf(context: Context, options: LookOptions = {}): Look {
  return {
    title: context.plan.programme.name,
    data: (paths) => ({ ...pageData(context, options), files: pageFiles(context, paths) }),
  };
}

/** Where a page of the folder can be found; the page itself lies at its top. */
function pageFiles(context: Context, paths: ReadonlySet<string>): PageFile[] {
  const { model } = context;
  const some: PageFile[] = [];
  const add = (text: string, href: string, kind: PageFile['kind'], of: number) => {
    if (paths.has(href)) some.push({ text, href, kind, of });
  };
  const kinds = [
    ['department', 'departments', model.departments],
    ['site', 'sites', model.sites],
    ['facilitator', 'facilitators', model.facilitators],
  ] as const;
  for (const [kind, folder, things] of kinds) {
    [...things.keys()].forEach((id, i) => {
      add('Sheet to print and sign', `sheets/${folder}/${id}.html`, kind, i);
      add('Calendar to import', `calendars/${folder}/${id}.ics`, kind, i);
      add('The same as text', `${folder}/${id}.md`, kind, i);
    });
  }
  add('Workbook', 'plan.xlsx', 'all', -1);
  add('Sheets to print', 'sheets/index.html', 'all', -1);
  add('Gap report as text', 'gaps.md', 'all', -1);
  add('Plan as data', 'plan.json', 'all', -1);
  return some;
}
