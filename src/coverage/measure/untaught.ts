/** What the rules about people without any training share: of whom they speak, and what goes without saying then. */
import type { Post } from '../../model/model.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../rule.ts';

/** A department or a role, with its posts. */
export interface Crew extends Pick<Draft, 'subject' | 'pointer'> {
  readonly name: string;
  readonly posts: readonly Post[];
}

/** Every department, then every role in which anybody works. */
export function* crews({ departments, roles, postsOfDepartment, postsOfRole }: Context): Iterable<Crew> {
  for (const { id, name } of departments) {
    yield {
      subject: { department: id },
      name,
      posts: postsOfDepartment(id),
      pointer: ['departments', id],
    };
  }
  for (const { id, name, department } of roles) {
    yield { subject: { department, role: id }, name, posts: postsOfRole(id), pointer: ['roles', id] };
  }
}

/** Rules that need not say of these people, too, what they have not got. */
export const NEEDLESS_TO_SAY: readonly string[] = [
  'frontline-only',
  'theme-gap',
  'stage-gap',
  'touchpoint-gap',
  'shift-uncovered',
  'no-role-module',
  'no-metric',
  'mantra-untaught',
  'no-reinforcement',
  'empty-month',
  'hours-out-of-range',
  'common-issues',
  'empowerment-untaught',
];
