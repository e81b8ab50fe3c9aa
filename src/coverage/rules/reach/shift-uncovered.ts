/** A1: teach in shifts. */

import type { Module, Post } from '../../../model/model.ts';
import { type Context, headsOf, index } from '../../context.ts';
import type { Draft, Rule } from '../../rule.ts';
import { list, people } from '../../words.ts';

export const rule: Rule = {
  id: 'shift-uncovered',
  heading: 'reach',
  severity: 'error',
  sentence:
    'A shift at a site has no counting touch; a warning where a module addresses a role on some of its shifts only.',
  why: 'Walters (A1) wants space and time made for each employee, which sometimes means teaching in shifts. Nights and weekends are the first to be forgotten: their customers are not fewer, and what they are not taught they learn is unimportant.',
  fix: 'Address the shift with a session inside its own hours, or write a version of the module for it.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  warm-welcome: { audience: { departments: [shop], shifts: [early] } }\n',
    silent: 'modules:\n  warm-welcome: { audience: { departments: [shop] } }\n',
  },
  *check(context) {
    for (const department of context.departments) {
      const places = index(context.postsOfDepartment(department.id), ({ site, shift }) => `${site} ${shift}`);
      for (const posts of places.values()) yield* untouched(context, posts);
    }
    for (const module of context.planned) yield* someShifts(context, module);
  },
};

function* untouched({ model, tallies }: Context, posts: readonly Post[]): Iterable<Draft> {
  if (posts.some(({ id }) => tallies.get(id)!.touched > 0)) return;
  const { department, site, shift } = posts[0]!;
  const where = model.sites.size > 1 ? ` at ${model.sites.get(site)!.name}` : '';
  yield {
    subject: { department, site, shift },
    message: `The ${shift} shift of ${model.departments.get(department)!.name}${where} (${people(headsOf(posts))}) has no session that counts.`,
    pointer: ['departments', department, 'shifts', shift],
  };
}

/** Shifts of a department whose roles a module addresses elsewhere in the day, but not there. */
function* someShifts(context: Context, module: Module): Iterable<Draft> {
  const { model, postsOfRole } = context;
  const { posts } = module.audience;
  const addressed = [...posts].map((id) => model.posts.get(id)!);
  const sites = new Set(addressed.map(({ role, site }) => `${role} ${site}`));
  const roles = new Set(addressed.map(({ role }) => role));
  const left = [...roles]
    .flatMap((role) => postsOfRole(role))
    .filter(({ id, role, site }) => !posts.has(id) && sites.has(`${role} ${site}`));
  for (const [, missed] of index(left, ({ department, shift }) => `${department} ${shift}`)) {
    if (isTaughtElsewhere(context, module, missed)) continue;
    const { department, shift } = missed[0]!;
    const names = [...new Set(missed.map(({ role }) => model.roles.get(role)!.name))];
    yield {
      subject: { department, shift, module: module.id },
      severity: 'warn',
      message: `“${module.name}” leaves out the ${shift} shift of ${model.departments.get(department)!.name}: ${list(names)} (${people(headsOf(missed))}) get it on their other shifts only.`,
      pointer: ['modules', module.id, 'audience'],
    };
  }
}

/** Whether another module brings the same to those who are left out: a version for nights, say. */
function isTaughtElsewhere({ planned }: Context, module: Module, missed: readonly Post[]): boolean {
  const twins = planned.filter((other) => other !== module && isTwin(module, other));
  return missed.every(({ id }) => twins.some(({ audience }) => audience.posts.has(id)));
}

function isTwin(a: Module, b: Module): boolean {
  return (
    a.kind === b.kind &&
    (a.when.kind === 'moment') === (b.when.kind === 'moment') &&
    shares(a.themes, b.themes) &&
    shares(a.stages, b.stages)
  );
}

function shares(a: readonly string[] | string, b: readonly string[] | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return (a.length === 0 && b.length === 0) || a.some((id) => b.includes(id));
}
