/**
 * Who leads what the line leads: people meet with their own manager, that of their department, site and shift. A shift
 * without one meets with the manager of another shift of the department there, else of the department elsewhere.
 */
import type { Id } from './ids.ts';
import type { Model } from './model.ts';
import type { Post } from './people.ts';

/** One manager's people, or those of several on one shift. */
export interface Line {
  readonly department: Id;
  readonly site: Id;
  readonly shift: Id;
  /** 0: the department has none anywhere, and the people of a shift are among themselves. */
  readonly managers: number;
}

type Place = Pick<Post, 'department' | 'site' | 'shift'>;

/** The line of each post's people; asked again and again. */
export function linesOf({ posts, roles }: Pick<Model, 'posts' | 'roles'>): (place: Place) => Line {
  const byDepartment = new Map<Id, Map<string, Line>>();
  for (const { department, site, shift, heads, role } of posts.values()) {
    const level = roles.get(role)?.level;
    if (heads === 0 || (level !== 'manager' && level !== 'executive')) continue;
    const own = byDepartment.get(department) ?? new Map<string, Line>();
    byDepartment.set(department, own);
    const managers = (own.get(`${site} ${shift}`)?.managers ?? 0) + heads;
    own.set(`${site} ${shift}`, { department, site, shift, managers });
  }
  const known = new Map<string, Line>();
  return ({ department, site, shift }) => {
    const key = `${department} ${site} ${shift}`;
    let line = known.get(key);
    if (!line) {
      const lines = byDepartment.get(department);
      const all = [...(lines?.values() ?? [])];
      line = lines?.get(`${site} ${shift}`) ??
        largest(all.filter((one) => one.site === site)) ??
        largest(all) ?? { department, site, shift, managers: 0 };
      known.set(key, line);
    }
    return line;
  };
}

/** That of most managers; of equal ones the first by site and shift. */
function largest(lines: readonly Line[]): Line | undefined {
  const name = ({ site, shift }: Line): string => `${site} ${shift}`;
  return [...lines].sort((a, b) => b.managers - a.managers || (name(a) < name(b) ? -1 : 1))[0];
}
