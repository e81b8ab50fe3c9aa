/** Ids that things had before (`was`): whatever was written of the old id goes on under that of now. */
import type { Id } from './ids.ts';

/** Former id → id of now. */
export interface FormerIds {
  readonly sites: ReadonlyMap<Id, Id>;
  readonly rooms: ReadonlyMap<Id, Id>;
  readonly departments: ReadonlyMap<Id, Id>;
  readonly roles: ReadonlyMap<Id, Id>;
  readonly modules: ReadonlyMap<Id, Id>;
  readonly facilitators: ReadonlyMap<Id, Id>;
  /** Of the roster. */
  readonly people: ReadonlyMap<Id, Id>;
  /** By department (its id of now): shifts, and the parts of them that are a team's. */
  readonly shifts: ReadonlyMap<Id, ReadonlyMap<Id, Id>>;
}

/** Whether anything has another id than it had. */
export function isAnyRenamed(former: FormerIds): boolean {
  return Object.values(former).some(({ size }: ReadonlyMap<Id, unknown>) => size > 0);
}

/** Ids of now for those that hold others, or mean something within another thing; what has no other stays as it is. */
export interface Renamer {
  /** `<role>.<site>.<shift>.<n>` */
  readonly group: (id: Id) => Id;
  /** @param department its id of now */
  readonly shift: (department: Id | undefined, id: Id) => Id;
}

/** @param departmentOf the department (its id of now) of a role (likewise) */
export function renamerOf(former: FormerIds, departmentOf: (role: Id) => Id | undefined): Renamer {
  const shift = (department: Id | undefined, id: Id) =>
    (department === undefined ? undefined : former.shifts.get(department)?.get(id)) ?? id;
  return {
    shift,
    group(id) {
      const [oldRole, oldSite, oldShift, ...rest] = id.split('.');
      if (oldRole === undefined || oldSite === undefined || oldShift === undefined) return id;
      const role = former.roles.get(oldRole) ?? oldRole;
      const site = former.sites.get(oldSite) ?? oldSite;
      return [role, site, shift(departmentOf(role), oldShift), ...rest].join('.');
    },
  };
}
