/** How many people of one shift at one site may be in sessions at once: `maxAway`, of a department or a module. */
import type { AwayLimit, Id } from './ids.ts';
import type { Module } from './modules.ts';
import type { Department, Post } from './people.ts';

/** The module's own limit, else that of the team on that shift, else the department's; and how many stay, likewise. */
export function awayLimitOf(
  { departments }: { readonly departments: ReadonlyMap<Id, Department> },
  module: Pick<Module, 'maxAway' | 'minOnShift'>,
  at: Pick<Post, 'department' | 'shift'>,
): AwayLimit {
  const department = departments.get(at.department)!;
  const shift = department.shifts.get(at.shift);
  const limit = module.maxAway ?? shift?.maxAway ?? department.maxAway;
  const stay = module.minOnShift ?? shift?.minOnShift ?? department.minOnShift;
  return stay === 0 ? limit : { ...limit, stay };
}

/** Most who may be away at once, of so many. */
export function mostAway(limit: AwayLimit, heads: number): number {
  // A hair above, so that 0.55 × 20 counts as 11 and not as 10.999….
  const most = 'people' in limit ? limit.people : Math.max(1, Math.floor(heads * limit.share + 1e-9));
  return limit.stay === undefined ? most : Math.max(0, Math.min(most, heads - limit.stay));
}

/** `15%`, `2 people`, `1 person`: as it is written; how many stay apart. */
export function awayText(limit: AwayLimit): string {
  if ('share' in limit) return `${Math.round(limit.share * 10_000) / 100}%`;
  return limit.people === 1 ? '1 person' : `${limit.people} people`;
}
