/** `roles` → roles, and posts: how many of each role work where and on which shift. */

import type { Day, MonthKey } from '../../../calendar/date.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type {
  Department,
  Expectations,
  HeadsFrom,
  Id,
  Person,
  Policy,
  Post,
  Programme,
  Role,
} from '../../../model/model.ts';
import { largestRemainder } from '../../../model/shares.ts';
import { asList, languages, nameOf, optionalDay } from '../values.ts';
import type { WrittenHeadsFrom, WrittenHeadsThen, WrittenRole } from '../written.ts';
import { teamShift } from './departments.ts';
import type { WeeklyLimit } from './weekly.ts';

export function linkRoles(
  written: ReadonlyMap<Id, WrittenRole>,
  departments: ReadonlyMap<Id, Department>,
): Map<Id, Role> {
  const roles = new Map<Id, Role>();
  for (const [id, role] of [...written].sort(([a], [b]) => byCodeUnit(a, b))) {
    const department = departments.get(role.department)!;
    const shiftHeads = headsByShift(role, department);
    const joining = typeof role.joiners === 'object' ? joinersByMonth(role.joiners) : undefined;
    roles.set(id, {
      id,
      name: role.name ?? nameOf(id),
      department: department.id,
      heads: headsBySite(role, department),
      teams: headsByTeam(role, department),
      ...(shiftHeads && { shiftHeads }),
      ...(Array.isArray(role.heads) && { headsFrom: headsFrom(role.heads, department) }),
      shifts: shiftHeads ? [...shiftHeads.keys()] : shiftsOf(role, department),
      level: role.level ?? (role.customerFacing ? 'frontline' : 'specialist'),
      ...languages(role),
      customerFacing: role.customerFacing ?? false,
      impact: role.impact,
      joiners: joining ? sumOf(joining) : Number(role.joiners ?? 0),
      ...(joining && { joinersByMonth: joining }),
      hiring: { jobDescription: role.hiring?.jobDescription, interview: role.hiring?.interview },
      duties: asList(role.duties),
      expect: linkExpectations(role.expect),
    });
  }
  return roles;
}

/** `minutesAYear` with both ends; `moreThanTools: false` asks for nothing. */
function linkExpectations({
  minutesAYear,
  moreThanTools,
  ...days
}: NonNullable<WrittenRole['expect']> = {}): Expectations {
  return {
    ...days,
    ...(minutesAYear && { minutesAYear: { min: 0, max: Number.POSITIVE_INFINITY, ...minutesAYear } }),
    ...(moreThanTools && { moreThanTools }),
  };
}

/** The most of each site at a time. */
function headsBySite(role: WrittenRole, department: Department): Map<Id, number> {
  const most = new Map<Id, number>();
  for (const heads of headsAtTimes(role, department)) {
    const bySite = new Map<Id, number>();
    for (const [place, number] of heads) {
      const site = department.teams.get(place)?.site ?? place;
      if (number > 0) bySite.set(site, (bySite.get(site) ?? 0) + number);
    }
    for (const [site, number] of bySite) most.set(site, Math.max(most.get(site) ?? 0, number));
  }
  return new Map([...most].sort(([a], [b]) => byCodeUnit(a, b)));
}

function headsByTeam(role: WrittenRole, department: Department): Map<Id, number> {
  const most = new Map<Id, number>();
  for (const heads of headsAtTimes(role, department)) {
    for (const [team, number] of heads) {
      if (department.teams.has(team) && number > 0) most.set(team, Math.max(most.get(team) ?? 0, number));
    }
  }
  return new Map([...most].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Heads by site or team, one after the other where they change. */
function headsAtTimes(role: WrittenRole, department: Department): ReadonlyMap<Id, number>[] {
  const { heads } = role;
  if (Array.isArray(heads)) return headsFrom(heads, department).map((step) => step.heads);
  const byShift = headsByShift(role, department);
  if (heads !== undefined || !byShift) return [headsBy(heads ?? 0, department)];
  const bySite = new Map<Id, number>();
  for (const shift of byShift.values())
    for (const [site, number] of shift) bySite.set(site, (bySite.get(site) ?? 0) + number);
  return [bySite];
}

function headsFrom(
  written: readonly WrittenHeadsFrom[],
  department: Department,
): { from: Day; heads: ReadonlyMap<Id, number> }[] {
  return written
    .map(({ from, heads }) => ({
      from: optionalDay(from) ?? Number.NEGATIVE_INFINITY,
      heads: headsBy(heads, department),
    }))
    .sort((a, b) => a.from - b.from);
}

function headsBy(heads: WrittenHeadsThen, { site }: Department): Map<Id, number> {
  return new Map(typeof heads === 'number' ? [[site, heads]] : Object.entries(heads));
}

/** How many work which shift at which site, where that is written. */
function headsByShift(
  { shifts }: WrittenRole,
  department: Department,
): Map<Id, ReadonlyMap<Id, number>> | undefined {
  if (shifts === undefined || Array.isArray(shifts)) return undefined;
  const entries = Object.entries(shifts as Readonly<Record<Id, WrittenHeadsThen>>);
  return new Map(
    entries.sort(([a], [b]) => byCodeUnit(a, b)).map(([shift, heads]) => [shift, headsBy(heads, department)]),
  );
}

function shiftsOf({ shifts }: WrittenRole, department: Department): Id[] {
  return Array.isArray(shifts) ? [...asList<Id>(shifts)].sort(byCodeUnit) : ownShifts(department);
}

function joinersByMonth(written: Readonly<Record<MonthKey, number>>): Map<MonthKey, number> {
  return new Map(Object.entries(written).sort(([a], [b]) => byCodeUnit(a, b)));
}

function sumOf(numbers: ReadonlyMap<unknown, number>): number {
  return [...numbers.values()].reduce((sum, one) => sum + one, 0);
}

/** The department's shifts, without the teams' parts of them. */
function ownShifts({ shifts }: Department): Id[] {
  return [...shifts.values()].flatMap(({ id, team }) => (team === undefined ? [id] : []));
}

/** One post per role, site and shift with heads; a site's heads are split by the shifts' shares, or as it is written. */
export function postsFromHeads(
  roles: Iterable<Role>,
  departments: ReadonlyMap<Id, Department>,
  { starts, ends }: Pick<Programme, 'starts' | 'ends'>,
  limitOf: WeeklyLimit,
): Map<Id, Post> {
  const posts: Post[] = [];
  for (const role of roles) {
    const department = departments.get(role.department)!;
    const { headsFrom: written = [{ from: starts, heads: undefined }] } = role;
    const changes = new Map<Id, { readonly place: Place; readonly steps: HeadsFrom[] }>();
    const inside = written.filter(
      ({ from }, i) => from <= ends && (written[i + 1]?.from ?? ends + 1) > starts,
    );
    for (const { from, heads } of inside) {
      const split = headsOfShifts(role, department, heads);
      for (const id of changes.keys()) if (!split.has(id)) changes.get(id)!.steps.push({ from, heads: 0 });
      for (const [id, { heads: number, ...place }] of split) {
        const known = changes.get(id) ?? { place, steps: [{ from: starts, heads: 0 }] };
        changes.set(id, known);
        known.steps.push({ from: Math.max(from, starts), heads: number });
      }
    }
    for (const { place, steps } of changes.values()) {
      const own = steps.filter(({ from }, i) => from !== steps[i + 1]?.from).filter(isChange);
      const most = Math.max(...own.map(({ heads }) => heads));
      if (most === 0) continue;
      const made = post(role, place.site, place.shift, most, limitOf);
      posts.push(own.length > 1 ? { ...made, steps: own } : made);
    }
  }
  return sorted(posts);
}

function isChange({ heads }: HeadsFrom, i: number, all: readonly HeadsFrom[]): boolean {
  return i === 0 || heads !== all[i - 1]!.heads;
}

interface Place {
  readonly site: Id;
  readonly shift: Id;
}

/** Heads of each shift at each site, zero left out. @param heads of sites and teams, where they are not the same all year */
function headsOfShifts(
  role: Role,
  { shifts, teams }: Department,
  heads: ReadonlyMap<Id, number> | undefined,
): Map<Id, Place & { readonly heads: number }> {
  const found = new Map<Id, Place & { readonly heads: number }>();
  const put = (site: Id, shift: Id, number: number): void => {
    if (number > 0) found.set(`${site}.${shift}`, { site, shift, heads: number });
  };
  if (role.shiftHeads) {
    for (const [shift, sites] of role.shiftHeads)
      for (const [site, number] of sites) put(site, shift, number);
    return found;
  }
  const weights = role.shifts.map((shift) => shifts.get(shift)?.share ?? 0);
  const add = (site: Id, number: number, nameOf: (shift: Id) => Id): void => {
    const split = largestRemainder(number, weights);
    role.shifts.forEach((shift, i) => {
      put(site, nameOf(shift), split[i]!);
    });
  };
  const left = new Map(role.heads);
  for (const [team, number] of role.teams)
    left.set(teams.get(team)!.site, left.get(teams.get(team)!.site)! - number);
  const alone = heads ? new Map([...heads].filter(([place]) => !teams.has(place))) : left;
  const inTeams = heads ? new Map([...heads].filter(([place]) => teams.has(place))) : role.teams;
  for (const [team, number] of inTeams) add(teams.get(team)!.site, number, (shift) => teamShift(shift, team));
  for (const [site, number] of alone) add(site, number, (shift) => shift);
  return found;
}

/**
 * With a roster every post counts its people, as they come and go. Somebody who joins during the programme is no
 * head before meeting everything that the others meet (a post that only joiners hold may have 0 all year).
 */
export function postsFromPeople(
  people: readonly Person[],
  roles: ReadonlyMap<Id, Role>,
  { starts, ends }: Pick<Programme, 'starts' | 'ends'>,
  { joinersMeetEverythingAfter }: Pick<Policy, 'joinersMeetEverythingAfter'>,
  limitOf: WeeklyLimit,
): Map<Id, Post> {
  const changes = new Map<Id, { readonly person: Person; readonly by: Map<Day, number> }>();
  const change = (by: Map<Day, number>, day: Day, heads: number) => {
    if (day <= ends) by.set(day, (by.get(day) ?? 0) + heads);
  };
  for (const person of people) {
    const id = `${person.role}.${person.site}.${person.shift}`;
    const entry = changes.get(id) ?? { person, by: new Map<Day, number>() };
    changes.set(id, entry);
    const { joined = starts, left = ends } = person;
    const isNew = person.joined !== undefined && joined >= starts && person.moves !== true;
    const from = Math.max(starts, isNew ? joined + joinersMeetEverythingAfter + 1 : joined);
    if (from > Math.min(left, ends)) continue;
    change(entry.by, from, 1);
    change(entry.by, left + 1, -1);
  }
  return sorted(
    [...changes.values()].map(({ person, by }) => {
      const steps = stepsOf(by, starts);
      const most = Math.max(...steps.map(({ heads }) => heads));
      const made = post(roles.get(person.role)!, person.site, person.shift, most, limitOf);
      return steps.length > 1 ? { ...made, steps } : made;
    }),
  );
}

/** How many there are from the first day on, and from each day on which their number changes. */
function stepsOf(changes: ReadonlyMap<Day, number>, starts: Day): HeadsFrom[] {
  const steps: HeadsFrom[] = [{ from: starts, heads: changes.get(starts) ?? 0 }];
  for (const [from, by] of [...changes].sort(([a], [b]) => a - b)) {
    if (from > starts && by !== 0) steps.push({ from, heads: steps.at(-1)!.heads + by });
  }
  return steps;
}

/** The roles with the heads that the roster gives them, where it names their people. */
export function withHeadsOf(
  posts: ReadonlyMap<Id, Post>,
  roles: ReadonlyMap<Id, Role>,
  named: ReadonlySet<Id>,
): Map<Id, Role> {
  const heads = new Map<Id, Map<Id, number>>([...roles.keys()].map((id) => [id, new Map()]));
  for (const post of posts.values()) {
    const sites = heads.get(post.role)!;
    if (post.heads > 0) sites.set(post.site, (sites.get(post.site) ?? 0) + post.heads);
  }
  return new Map(
    [...roles].map(([id, role]) => [
      id,
      named.has(role.department) ? { ...role, heads: heads.get(id)! } : role,
    ]),
  );
}

function post(role: Role, site: Id, shift: Id, heads: number, limitOf: WeeklyLimit): Post {
  return {
    id: `${role.id}.${site}.${shift}`,
    role: role.id,
    department: role.department,
    site,
    shift,
    heads,
    minutesPerWeek: limitOf(role, shift),
  };
}

function sorted(posts: readonly Post[]): Map<Id, Post> {
  return new Map([...posts].sort((a, b) => byCodeUnit(a.id, b.id)).map((post) => [post.id, post]));
}
