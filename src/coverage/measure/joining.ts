/** Departments that somebody joins this year, and what their joiners lack. */
import type { Department, Post } from '../../model/model.ts';
import type { Context } from '../context.ts';

export interface JoinerCount {
  readonly department: Department;
  readonly joiners: number;
}

/** Departments of which a role with joiners lacks something. */
export function joiningWithout(context: Context, lacks: (posts: readonly Post[]) => boolean): JoinerCount[] {
  return context.departments.flatMap((department) => {
    const roles = joiningRoles(context, department.id);
    if (!roles.some((role) => lacks(context.postsOfRole(role)))) return [];
    return [{ department, joiners: joinersIn(context, department.id) }];
  });
}

function joiningRoles(context: Context, department: string): string[] {
  return context.roles
    .filter((role) => role.department === department && context.joinersOf(role) > 0)
    .map(({ id }) => id);
}

function joinersIn(context: Context, department: string): number {
  return context.roles
    .filter((role) => role.department === department)
    .reduce((sum, role) => sum + context.joinersOf(role), 0);
}
