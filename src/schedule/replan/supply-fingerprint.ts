/**
 * What there is to place people with, in one hash: who leads, rooms, opening times, and the rules of the modules that
 * are asked for. A plan keeps it where it leaves people out: as long as it is the same, a search has been tried on it,
 * and nobody is moved for them again.
 */
import { hash } from 'node:crypto';
import {
  awayText,
  type Facilitator,
  type Id,
  type Model,
  type Module,
  type Room,
} from '../../model/model.ts';
import { hoursOff } from '../../model/working-time/time.ts';
import { endsKeptAt } from '../../model/working-time/working-days.ts';
import { ANY_LANGUAGE } from '../problem/languages.ts';
import type { Cell, FacilitatorInfo, Pool, Problem, RoomInfo } from '../problem/problem.ts';
import type { Effort } from '../types.ts';

/** How long was searched, and from where. */
interface Search {
  readonly seed: number;
  readonly effort: Effort;
}

/**
 * 16 hexadecimal digits. Heads are no part of it, but how many of them may be away at once is: whoever comes brings
 * requirements of their own.
 * @param modules what was asked for: one that is new changes nothing for the others
 */
export function meansOf(problem: Problem, modules: ReadonlySet<Id>, { seed, effort }: Search): string {
  const { model, pools } = problem;
  const own = pools.filter(({ module }) => modules.has(module.id));
  const all = [
    [seed, effort],
    generalOf(model),
    [...new Set(own.map(({ module }) => module))].map((module) => moduleOf(model, module)),
    [...new Set(own.flatMap(({ module, site }) => hostOf(model, module, site)))],
    inUse(own.flatMap(({ able }) => able)).map(leaderOf),
    inUse(own.flatMap(({ roomed, rooms }) => (roomed ? rooms : []))).map(roomOf),
    peopleOf(model, own),
  ];
  return hash('sha256', JSON.stringify(all, plain), 'hex').slice(0, 16);
}

/** How far it is between sites, where any says so. */
function waysOf(sites: Model['sites']): readonly unknown[] {
  const ways = [...sites.values()].flatMap(({ id, travel }) => (travel ? [[id, ...travel]] : []));
  return ways.length === 0 ? [] : [{ ways }];
}

function generalOf({ programme, policy, sites }: Model): unknown {
  const { starts, ends, zone } = programme;
  const { groupSize, startEvery, minutesPerWeek, changeoverMinutes, travelMinutes, noticeDays } = policy;
  return [
    starts,
    ends,
    zone,
    groupSize,
    startEvery,
    minutesPerWeek,
    changeoverMinutes,
    travelMinutes,
    noticeDays,
    ...(policy.restAfterNight > 0 ? [{ restAfterNight: policy.restAfterNight }] : []),
    ...waysOf(sites),
  ];
}

function moduleOf({ moments, policy }: Model, module: Module): unknown {
  const { id, minutes, format, led, skill, seats, parts, days, hours, sites, when, after, room } = module;
  const { maxAway, host } = module;
  const moment = when.kind === 'moment' ? moments.get(when.moment) : undefined;
  return [
    id,
    minutes,
    format,
    led,
    skill,
    seats.max,
    parts,
    days,
    hours,
    sites,
    when,
    [moment?.from, moment?.to],
    after,
    room,
    maxAway && ('share' in maxAway ? maxAway.share : awayText(maxAway)),
    host,
    ...(module.facilitators ? [{ facilitators: module.facilitators }] : []),
    ...(module.outsideShift ? [{ outsideShift: policy.overtimeMinutesPerWeek }] : []),
    ...(module.languages ? [{ languages: module.languages }] : []),
    ...(module.leaders > 1 ? [{ leaders: module.leaders }] : []),
    ...(module.at ? [{ at: module.at }] : []),
  ];
}

/** When hosts can be visited, as text; nothing where there is none. */
function hostOf(model: Model, { host }: Module, site: Id): string[] {
  return host ? [JSON.stringify(hoursOf(model, host.department, site), plain)] : [];
}

function leaderOf({ facilitator, works }: FacilitatorInfo): unknown {
  const {
    id,
    teaches,
    role,
    sites,
    zone,
    minutesPerDay,
    minutesPerWeek,
    minutesPerMonth,
    totalDays,
  }: Facilitator = facilitator;
  const usual = [id, teaches, role, sites, zone, minutesPerDay, minutesPerWeek, totalDays, works];
  const more = {
    ...(minutesPerMonth !== undefined && { minutesPerMonth }),
    ...(facilitator.languages && { languages: facilitator.languages }),
  };
  return Object.keys(more).length === 0 ? usual : [...usual, more];
}

function roomOf({ room, closed }: RoomInfo): unknown {
  const { id, site, sites, seats, features, travelMinutes }: Room = room;
  const usual = [id, site, seats, [...features].sort(), closed];
  return sites.length === 1 ? usual : [...usual, { sites, travelMinutes }];
}

/** When people can come, how many at once, and how many line managers lead. */
function peopleOf(model: Model, pools: readonly Pool[]): unknown {
  const floors = new Map<Cell, Set<number>>();
  const understood = new Map<Cell, Set<number>>();
  const weeks = new Map<Cell, Set<number>>();
  for (const { group, floor } of pools.flatMap(({ reqs }) => reqs)) {
    if (group.perWeek !== model.policy.minutesPerWeek)
      weeks.set(group.cell, (weeks.get(group.cell) ?? new Set()).add(group.perWeek));
    if (group.languages !== ANY_LANGUAGE)
      understood.set(group.cell, (understood.get(group.cell) ?? new Set()).add(group.languages));
    floors.set(group.cell, (floors.get(group.cell) ?? new Set()).add(floor));
  }
  return inUse([...floors.keys()]).map((cell) => {
    const { department, site, shift, leaders, steps, leaderSteps } = cell;
    const most = [...floors.get(cell)!].sort((a, b) => a - b);
    const changes = steps && { steps, leaderSteps };
    return [
      department,
      site,
      shift,
      leaders,
      most,
      hoursOf(model, department, site),
      ...(changes ? [changes] : []),
      ...(weeks.has(cell) ? [{ perWeek: [...weeks.get(cell)!].sort((a, b) => a - b) }] : []),
      ...(understood.has(cell) ? [{ languages: [...understood.get(cell)!].sort((a, b) => a - b) }] : []),
    ];
  });
}

/** When the people of a department are at a site: shifts, meetings, and what it is closed for. */
function hoursOf(model: Model, department: Id, site: Id): unknown {
  const { departments, sites } = model;
  const { shifts, meetings, busy } = departments.get(department)!;
  const times = [...shifts].map(([id, shift]) => [id, shift.times]);
  const all = meetings.map(({ days, at, minutes, every, shifts, sites, from, to, weeks }) => {
    const season = { from, to, weeks };
    return [days, at, minutes, every, shifts, sites, ...((from ?? to ?? weeks) ? [season] : [])];
  });
  const place = sites.get(site);
  const ends = place ? endsKeptAt(model, place) : [];
  const inLieu = place && place.worked.size > 0 ? [{ worked: [...place.worked].sort((a, b) => a - b) }] : [];
  return [
    site,
    times,
    all,
    busy,
    place?.zone,
    place && hoursOff(place.holidays),
    place?.closed,
    ...inLieu,
    ...ends,
  ];
}

/** Each once, in the order of the problem. */
function inUse<T extends { readonly index: number }>(all: readonly T[]): T[] {
  return [...new Set(all)].sort((a, b) => a.index - b.index);
}

/** Sets as lists, without what somebody wrote about it. */
function plain(key: string, value: unknown): unknown {
  if (key === 'reason') return undefined;
  return value instanceof Set ? [...value].sort() : value;
}
