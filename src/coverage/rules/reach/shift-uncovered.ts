/** A1: teach in shifts. */

import type { Module, Post, Subject } from '../../../model/model.ts';
import { type Context, headsOf, index } from '../../context.ts';
import type { Patch, PatchContext } from '../../patch.ts';
import { bringIn, nameOf } from '../../patches/bring-in.ts';
import { lessonEdit } from '../../patches/lesson.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
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

  *patches(context, { subject }) {
    const module = subject.module === undefined ? undefined : context.model.modules.get(subject.module);
    if (!module) {
      yield* bringIn(context, subject);
      return;
    }
    yield* shiftAdded(context, module, subject.shift!);
    yield* versionFor(context, module, subject);
  },
};

function* untouched({ model, say, tallies }: Context, posts: readonly Post[]): Iterable<Draft> {
  if (posts.some(({ id }) => tallies.get(id)!.touched > 0)) return;
  const { department, site, shift } = posts[0]!;
  const where = model.sites.size > 1 ? ` at ${model.sites.get(site)!.name}` : '';
  yield {
    subject: { department, site, shift },
    message: `The ${shift} shift of ${model.departments.get(department)!.name}${where} (${people(say, headsOf(posts))}) has no session that counts.`,
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
      message: `“${module.name}” leaves out the ${shift} shift of ${model.departments.get(department)!.name}: ${list(names)} (${people(context.say, headsOf(missed))}) get it on their other shifts only.`,
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

/** The audience with the shift in it, where it names shifts. */
function* shiftAdded(context: PatchContext, module: Module, shift: string): Generator<Patch> {
  const pointer = ['modules', module.id, 'audience', 'shifts'];
  if (!Array.isArray(context.written(pointer))) return;
  const where = `the ${shift} shift`;
  yield {
    title: `Address ${where} with “${module.name}” too`,
    edits: [{ pointer, op: 'add', value: shift }],
  };
}

/** The same content in reserved time, for those whom its own format cannot reach. */
function* versionFor(context: PatchContext, module: Module, subject: Subject): Generator<Patch> {
  const { department, shift } = subject;
  const when = context.written(['modules', module.id, 'when']);
  const posts = postsOf(context, { department: department!, shift: shift! }).filter(({ role }) =>
    [...module.audience.posts].some((id) => context.model.posts.get(id)!.role === role),
  );
  const stages = module.stages === 'own' || module.allStages ? [] : module.stages;
  const edit = lessonEdit(
    context,
    {
      id: `${module.id}-${shift}`,
      name: `${module.name} – ${shift} shift`,
      audience: audienceOf({ department: department!, shift: shift! }),
      posts,
      minutes: module.minutes,
      when: when as Record<string, unknown>,
      themes: module.themes,
      stages,
      touchpoints: module.touchpoints,
      ...(module.tags.size > 0 && { tags: [...module.tags] }),
    },
    'self-paced',
  );
  if (!edit) return;
  yield {
    title: `A version of “${module.name}” for ${nameOf(context, { department: department!, shift: shift! })}, in reserved time of their shift`,
    edits: [edit],
    note: 'Write what people do in it by themselves.',
  };
}
