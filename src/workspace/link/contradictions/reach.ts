/** Where an audience works: looked up once for each distinct audience, because many modules share one. */
import type { Audience, Id, Model } from '../../../model/model.ts';

export interface Reach {
  /** Sorted. */
  readonly sites: readonly Id[];
  readonly departments: readonly Id[];
  readonly shifts: readonly { readonly department: Id; readonly shift: Id }[];
  readonly roles: readonly Id[];
}

const known = new WeakMap<Audience, Reach>();

export function reachOf(audience: Audience, model: Model): Reach {
  let reach = known.get(audience);
  if (!reach) {
    reach = lookUp(audience, model);
    known.set(audience, reach);
  }
  return reach;
}

function lookUp({ posts }: Audience, model: Model): Reach {
  const sites = new Set<Id>();
  const departments = new Set<Id>();
  const roles = new Set<Id>();
  const shifts = new Map<string, { department: Id; shift: Id }>();
  for (const id of posts) {
    const { role, site, department, shift } = model.posts.get(id)!;
    sites.add(site);
    departments.add(department);
    roles.add(role);
    shifts.set(`${department} ${shift}`, { department, shift });
  }
  return {
    sites: [...sites].sort(),
    departments: [...departments].sort(),
    roles: [...roles].sort(),
    shifts: [...shifts.values()],
  };
}
