/** `roles` → roles, and posts: how many of each role work where and on which shift. */
import type { Department, Expectations, Id, Person, Post, Role } from '../../model/model.ts';
import { largestRemainder } from '../../model/shares.ts';
import { asList, byText, nameOf } from './values.ts';
import type { WrittenRole } from './written.ts';

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
      shifts:
        role.shifts === undefined ? [...department.shifts.keys()] : [...asList(role.shifts)].sort(byText),
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
  return new Map(heads.filter(([, number]) => number > 0).sort(([a], [b]) => byText(a, b)));
}

/** One post per role, site and shift with heads; a site's heads are split by the shifts' shares. */
export function postsFromHeads(
  roles: ReadonlyMap<Id, Role>,
  departments: ReadonlyMap<Id, Department>,
): Map<Id, Post> {
  const posts: Post[] = [];
  for (const role of roles.values()) {
    const { shifts } = departments.get(role.department)!;
    const weights = role.shifts.map((shift) => shifts.get(shift)?.share ?? 0);
    for (const [site, heads] of role.heads) {
      const split = largestRemainder(heads, weights);
      role.shifts.forEach((shift, i) => {
        if (split[i]! > 0) posts.push(post(role, site, shift, split[i]!));
      });
    }
  }
  return sorted(posts);
}

/**
 * With a roster every post counts its people. Somebody who joins during the programme is no head yet
 * (the post of a shift that only opens then has 0).
 */
export function postsFromPeople(
  people: readonly Person[],
  roles: ReadonlyMap<Id, Role>,
  starts: number,
): Map<Id, Post> {
  const heads = new Map<Id, { person: Person; heads: number }>();
  for (const person of people) {
    const id = `${person.role}.${person.site}.${person.shift}`;
    const entry = heads.get(id) ?? { person, heads: 0 };
    if (person.joined === undefined || person.joined < starts) entry.heads += 1;
    heads.set(id, entry);
  }
  return sorted(
    [...heads.values()].map(({ person, heads }) =>
      post(roles.get(person.role)!, person.site, person.shift, heads),
    ),
  );
}

/** The roles with the heads that the roster gives them. */
export function withHeadsOf(posts: ReadonlyMap<Id, Post>, roles: ReadonlyMap<Id, Role>): Map<Id, Role> {
  const heads = new Map<Id, Map<Id, number>>([...roles.keys()].map((id) => [id, new Map()]));
  for (const post of posts.values()) {
    const sites = heads.get(post.role)!;
    if (post.heads > 0) sites.set(post.site, (sites.get(post.site) ?? 0) + post.heads);
  }
  return new Map([...roles].map(([id, role]) => [id, { ...role, heads: heads.get(id)! }]));
}

function post(role: Role, site: Id, shift: Id, heads: number): Post {
  return {
    id: `${role.id}.${site}.${shift}`,
    role: role.id,
    department: role.department,
    site,
    shift,
    heads,
  };
}

function sorted(posts: readonly Post[]): Map<Id, Post> {
  return new Map([...posts].sort((a, b) => byText(a.id, b.id)).map((post) => [post.id, post]));
}
