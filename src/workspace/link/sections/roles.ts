/** `roles` → roles, and posts: how many of each role work where and on which shift. */
import type { Day } from '../../../calendar/date.ts';
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
import { asList, byText, nameOf } from '../values.ts';
import type { WrittenRole } from '../written.ts';
import { teamShift } from './departments.ts';
import type { WeeklyLimit } from './weekly.ts';

export function linkRoles(
  written: ReadonlyMap<Id, WrittenRole>,
  departments: ReadonlyMap<Id, Department>,
): Map<Id, Role> {
  const roles = new Map<Id, Role>();
  for (const [id, role] of [...written].sort(([a], [b]) => byText(a, b))) {
    const department = departments.get(role.department)!;
    roles.set(id, {
      id,
      name: role.name ?? nameOf(id),
      department: department.id,
      heads: headsBySite(role, department),
      teams: headsByTeam(role, department),
      shifts: role.shifts === undefined ? ownShifts(department) : [...asList(role.shifts)].sort(byText),
      level: role.level ?? (role.customerFacing ? 'frontline' : 'specialist'),
      customerFacing: role.customerFacing ?? false,
      impact: role.impact,
      joiners: role.joiners ?? 0,
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

function headsBySite(role: WrittenRole, department: Department): Map<Id, number> {
  const written = role.heads ?? 0;
  const heads = typeof written === 'number' ? [[department.site, written] as const] : Object.entries(written);
  const bySite = new Map<Id, number>();
  for (const [place, number] of heads) {
    const site = department.teams.get(place)?.site ?? place;
    if (number > 0) bySite.set(site, (bySite.get(site) ?? 0) + number);
  }
  return new Map([...bySite].sort(([a], [b]) => byText(a, b)));
}

function headsByTeam({ heads }: WrittenRole, { teams }: Department): Map<Id, number> {
  if (typeof heads !== 'object') return new Map();
  const own = Object.entries(heads).filter(([team, number]) => teams.has(team) && number > 0);
  return new Map(own.sort(([a], [b]) => byText(a, b)));
}

/** The department's shifts, without the teams' parts of them. */
function ownShifts({ shifts }: Department): Id[] {
  return [...shifts.values()].flatMap(({ id, team }) => (team === undefined ? [id] : []));
}

/** One post per role, site and shift with heads; a site's heads are split by the shifts' shares. */
export function postsFromHeads(
  roles: Iterable<Role>,
  departments: ReadonlyMap<Id, Department>,
  limitOf: WeeklyLimit,
): Map<Id, Post> {
  const posts: Post[] = [];
  for (const role of roles) {
    const { shifts, teams } = departments.get(role.department)!;
    const weights = role.shifts.map((shift) => shifts.get(shift)?.share ?? 0);
    const add = (site: Id, heads: number, nameOf: (shift: Id) => Id): void => {
      const split = largestRemainder(heads, weights);
      role.shifts.forEach((shift, i) => {
        if (split[i]! > 0) posts.push(post(role, site, nameOf(shift), split[i]!, limitOf));
      });
    };
    const left = new Map(role.heads);
    for (const [team, heads] of role.teams) {
      const { site } = teams.get(team)!;
      left.set(site, left.get(site)! - heads);
      add(site, heads, (shift) => teamShift(shift, team));
    }
    for (const [site, heads] of left) add(site, heads, (shift) => shift);
  }
  return sorted(posts);
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
  return new Map([...posts].sort((a, b) => byText(a.id, b.id)).map((post) => [post.id, post]));
}
