/**
 * What a group is called by, from its id and the model alone: calendars may say no more of it, so that the
 * hash of a session covers every word.
 */
import type { Id } from '../model.ts';
import type { Names } from '../names.ts';

export interface GroupParts {
  /** Names. */
  readonly role: string;
  readonly site: string;
  readonly shift: Id;
  /** `1`, or `joiners-2027-03`. */
  readonly last: string;
  /** Whether its role, site and shift have no second group. */
  readonly alone: boolean;
}

/** Takes `<role>.<site>.<shift>.<n>` apart; ids hold no dots. */
export function groupParts(model: Names, group: Id): GroupParts {
  const [role = '', site = '', shift = '', last = ''] = group.split('.');
  const heads = model.posts.get(`${role}.${site}.${shift}`)?.heads ?? 0;
  return {
    role: model.roles.get(role)?.name ?? role,
    site: model.sites.get(site)?.name ?? site,
    shift,
    last,
    alone: heads <= model.policy.groupSize,
  };
}
