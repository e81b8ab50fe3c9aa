/** Counted posts → sites, departments and roles as a workspace writes them. */
import { groupBy } from '../../collections/lists.ts';
import type { Level } from '../../model/people.ts';
import { Ids } from '../ids.ts';
import type { Mapping } from '../mapping.ts';
import { plainTitle } from '../table/titles.ts';
import type { PostCount } from './count.ts';
import { levelOf } from './levels.ts';
import { hoursOf } from './shifts.ts';

export interface ProposedSite {
  readonly name: string;
}

export interface ProposedShift {
  readonly days: string;
  readonly hours: string;
  readonly share?: string;
}

export interface ProposedDepartment {
  readonly name: string;
  readonly site?: string;
  readonly shifts?: Readonly<Record<string, ProposedShift>>;
}

export interface ProposedRole {
  readonly name: string;
  readonly department: string;
  readonly heads: number | Readonly<Record<string, number>>;
  readonly shifts?: readonly string[];
  readonly level?: Level;
  readonly joiners?: number;
}

export interface Proposal {
  readonly sites: Readonly<Record<string, ProposedSite>>;
  readonly departments: Readonly<Record<string, ProposedDepartment>>;
  readonly roles: Readonly<Record<string, ProposedRole>>;
  /** Shifts whose hours are guessed: `<department> <shift>`. */
  readonly guessedHours: readonly string[];
  /** Field → word of the file → id, for the mapping. */
  readonly words: Readonly<
    Record<'department' | 'role' | 'site' | 'shift', Readonly<Record<string, string>>>
  >;
}

/** What a workspace calls things already. */
export interface KnownFirm {
  readonly sites: ReadonlyMap<string, { readonly name: string }>;
  readonly departments: ReadonlyMap<
    string,
    { readonly name: string; readonly shifts: ReadonlyMap<string, unknown> }
  >;
  readonly roles: ReadonlyMap<string, { readonly name: string; readonly department: string }>;
}

export const NO_FIRM: KnownFirm = { sites: new Map(), departments: new Map(), roles: new Map() };

/** A post in ids. */
interface ResolvedPost extends PostCount {
  readonly ids: {
    readonly department: string;
    readonly role: string;
    readonly site: string;
    readonly shift: string;
  };
}

/** @param leads whether the export says who reports to whom */
export function proposeFirm(
  posts: readonly PostCount[],
  mapping: Mapping,
  firm: KnownFirm,
  leads: boolean,
): Proposal {
  const namer = new Namer(posts, mapping, firm);
  const placed = posts.map((post): ResolvedPost => ({ ...post, ids: namer.idsOf(post) }));
  const guessedHours: string[] = [];
  const departments = [...groupBy(placed, ({ ids }) => ids.department)].map(([id, own]) => {
    const shifts = shiftsOf(own, (shift) => guessedHours.push(`${id} ${shift}`));
    const site = mostPeople(own, ({ ids }) => ids.site);
    return [
      id,
      { name: namer.name('department', id), ...(site !== '' && { site }), ...(shifts && { shifts }) },
    ] as const;
  });
  const roles = [...groupBy(placed, ({ ids }) => ids.role)].map(
    ([id, own]) => [id, roleOf(namer.name('role', id), own, placed, leads)] as const,
  );
  const sites = [...new Set(placed.map(({ ids }) => ids.site))].filter((id) => id !== '');
  return {
    sites: sorted(sites.map((id) => [id, { name: namer.name('site', id) }] as const)),
    departments: sorted(departments),
    roles: sorted(roles),
    guessedHours,
    words: namer.words(),
  };
}

function roleOf(
  name: string,
  own: readonly ResolvedPost[],
  all: readonly ResolvedPost[],
  leads: boolean,
): ProposedRole {
  const { department } = own[0]!.ids;
  const heads = new Map<string, number>();
  const levels = new Map<string, number>();
  for (const { ids, people, levels: said } of own) {
    heads.set(ids.site, (heads.get(ids.site) ?? 0) + people);
    for (const [level, count] of said) levels.set(level, (levels.get(level) ?? 0) + count);
  }
  const people = sum(own, (post) => post.people);
  const recent = sum(own, (post) => post.recent);
  const shifts = shiftIds(own);
  const isAll = shifts.length === shiftIds(all.filter(({ ids }) => ids.department === department)).length;
  const level = levelOf(name, levels, people, leads ? sum(own, ({ leading }) => leading) : undefined);
  const isOnePlace = heads.size === 1 && heads.has('');
  return {
    name,
    department,
    heads: isOnePlace ? people : Object.fromEntries([...heads].filter(([site]) => site !== '').sort(byKey)),
    ...(!isAll && shifts.length > 0 && { shifts }),
    ...(level && { level }),
    ...(recent > 0 && { joiners: recent }),
  };
}

function shiftIds(posts: readonly ResolvedPost[]): string[] {
  return [...new Set(posts.map(({ ids }) => ids.shift))].filter((id) => id !== '').sort();
}

/** A department's shifts with their part of its people; undefined where the export names none. */
function shiftsOf(
  own: readonly ResolvedPost[],
  guessed: (shift: string) => void,
): Record<string, ProposedShift> | undefined {
  const byShift = groupBy(
    own.filter(({ ids }) => ids.shift !== ''),
    ({ ids }) => ids.shift,
  );
  if (byShift.size === 0) return undefined;
  const shares = sharesOf([...byShift.values()].map((posts) => sum(posts, ({ people }) => people)));
  const shifts = [...byShift].map(([id, posts], i) => {
    const { days, hours, isGuess } = hoursOf(posts[0]!.shift);
    if (isGuess) guessed(id);
    return [id, { days, hours, ...(byShift.size > 1 && { share: shares[i]! }) }] as const;
  });
  return sorted(shifts);
}

/** Parts of a whole in hundredths of a per cent that add up to it: the largest remainders are rounded up. */
export function sharesOf(people: readonly number[]): string[] {
  const all = people.reduce((total, count) => total + count, 0);
  const exact = people.map((count) => (count * 10_000) / all);
  const parts = exact.map(Math.floor);
  let left = 10_000 - parts.reduce((total, part) => total + part, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - parts[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (left-- <= 0) break;
    parts[i]!++;
  }
  return parts.map((part) => `${part / 100}%`);
}

/** Gives words of the export ids: those of the mapping, those of the workspace, else new ones. */
class Namer {
  readonly #mapping: Mapping;
  readonly #ids: Readonly<Record<'department' | 'site', Ids>>;
  readonly #roles: Ids;
  readonly #shifts = new Map<string, Ids>();
  readonly #firm: KnownFirm;
  readonly #names = {
    department: new Map<string, string>(),
    role: new Map<string, string>(),
    site: new Map<string, string>(),
  };
  readonly #words = { department: {}, role: {}, site: {}, shift: {} } as Record<
    string,
    Record<string, string>
  >;
  /** Titles that several departments have: their roles need the department in the id. */
  readonly #shared: ReadonlySet<string>;

  constructor(posts: readonly PostCount[], mapping: Mapping, firm: KnownFirm) {
    this.#mapping = mapping;
    this.#firm = firm;
    this.#ids = { department: idsFor('department', firm.departments), site: idsFor('site', firm.sites) };
    this.#roles = new Ids('role', firm.roles.keys());
    const departments = new Map<string, Set<string>>();
    for (const { department, role } of posts) {
      const key = plainTitle(role) || role;
      const own = departments.get(key) ?? new Set();
      departments.set(key, own.add(this.#entry('department', department)));
    }
    this.#shared = new Set([...departments].filter(([, own]) => own.size > 1).map(([role]) => role));
  }

  idsOf({ department, role, site, shift }: PostCount): ResolvedPost['ids'] {
    const departmentId = this.#entry('department', department);
    const siteId = site === '' ? '' : this.#entry('site', site);
    const shiftId = shift === '' ? '' : this.#shift(departmentId, shift);
    return { department: departmentId, role: this.#role(departmentId, role), site: siteId, shift: shiftId };
  }

  /** What something new is called: as in the export, when first seen. */
  name(kind: 'department' | 'role' | 'site', id: string): string {
    return this.#names[kind].get(id) ?? id;
  }

  words(): Proposal['words'] {
    return this.#words as unknown as Proposal['words'];
  }

  #mapped(field: string, word: string): string | undefined {
    return this.#mapping.values.get(field)?.get(plainTitle(word));
  }

  #entry(kind: 'department' | 'site', word: string): string {
    const id = this.#mapped(kind, word) ?? this.#ids[kind].of(word);
    if (!this.#names[kind].has(id)) this.#names[kind].set(id, word);
    this.#words[kind]![word] = id;
    return id;
  }

  /** A job belongs to one department: the same title in two is two roles. */
  #role(department: string, title: string): string {
    const mapped = this.#mapped('role', `${department} ${title}`) ?? this.#mapped('role', title);
    const known =
      mapped ??
      [...this.#firm.roles].find(
        ([id, role]) =>
          role.department === department && (id === title || plainTitle(role.name) === plainTitle(title)),
      )?.[0];
    const shared = this.#shared.has(plainTitle(title) || title);
    const ids = new Ids('role');
    const wanted = ids.of(title);
    const id =
      known ??
      this.#roles.of(
        `${department} ${title}`,
        shared ? `${department}-${wanted}`.slice(0, 64).replace(/-+$/, '') : wanted,
      );
    if (!this.#names.role.has(id)) this.#names.role.set(id, title);
    this.#words.role![shared ? `${department} ${title}` : title] = id;
    return id;
  }

  #shift(department: string, word: string): string {
    const mapped = this.#mapped('shift', word);
    const known = this.#firm.departments.get(department)?.shifts.keys() ?? [];
    let ids = this.#shifts.get(department);
    if (!ids) {
      ids = new Ids('shift');
      for (const id of known) ids.know(id, id);
      this.#shifts.set(department, ids);
    }
    const id = mapped ?? ids.of(word);
    this.#words.shift![word] = id;
    return id;
  }
}

function idsFor(word: string, known: ReadonlyMap<string, { readonly name: string }>): Ids {
  const ids = new Ids(word);
  for (const [id, { name }] of known) {
    ids.know(id, id);
    ids.know(name, id);
  }
  return ids;
}

function mostPeople(posts: readonly ResolvedPost[], of: (post: ResolvedPost) => string): string {
  const counts = new Map<string, number>();
  for (const post of posts) counts.set(of(post), (counts.get(of(post)) ?? 0) + post.people);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(byKey));
}
