/** A2: the journey begins before the purchase and ends after it, and somebody owns every stage. */

import type { Module, Post } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import { countsAtAll } from '../../measure/touches.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Draft, Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'stage-gap',
  heading: 'reach',
  severity: 'warn',
  sentence:
    'A department is not taught a stage in which it owns a touchpoint; or the journey does not begin before purchase or end after it.',
  why: 'For Walters (A2) the experience is the whole end-to-end journey: it starts before people become customers and often ends after they have left. A department that owns a part of a stage shapes what is felt there, whether it has been taught to or not.',
  fix: 'Name the stage (or stages: own) in a module for the department; give the journey stages of phase before and after.',
  articles: ['A2'],
  examples: {
    fires: 'modules:\n  theme-huddle: { stages: [] }\n  kind-invoices: { stages: [], touchpoints: [] }\n',
    silent: 'modules:\n  theme-huddle: { stages: own }\n',
  },
  forPeople: 'Which stage comes before and after is a decision about the journey.',
  *check(context) {
    yield* untaughtStages(context);
    yield* openEnds(context);
  },

  *patches(context, { subject }) {
    const { department, stage: id } = subject;
    if (department === undefined || id === undefined) return;
    const posts = postsOf(context, { department });
    const { name, touchpoints } = context.model.stages.get(id)!;
    const owned = touchpoints
      .map((one) => context.model.touchpoints.get(one)!)
      .filter(({ owners }) => posts.some((post) => owners.has(post.id)));
    const owners = posts.filter((post) => owned.some((one) => one.owners.has(post.id)));
    for (const module of ownModules(context, department, owners).slice(0, 1)) {
      yield {
        title: `Take up the stage “${name}” in “${module.name}”`,
        edits: [{ pointer: ['modules', module.id, 'stages'], op: 'add', value: id }],
        note: 'See to it that the module really is about it.',
      };
    }
    yield* lessons(
      context,
      {
        id: `${department}-${id}`,
        name: `Our part in “${name}”`,
        audience: audienceOf({ department }),
        posts,
        minutes: 20,
        when: earlyWindow(context),
        stages: [id],
        touchpoints: owned.map((one) => one.id),
      },
      `A module on “${name}” for ${context.model.departments.get(department)!.name}`,
    );
  },
};

function* untaughtStages({ model, departments, postsOfDepartment, tallies }: Context): Iterable<Draft> {
  for (const { id, name } of departments) {
    const taught = new Map<string, boolean>();
    for (const post of postsOfDepartment(id)) {
      for (const [stage, { reached }] of tallies.get(post.id)!.stages) {
        taught.set(stage, reached > 0 || taught.get(stage) === true);
      }
    }
    for (const [stage, yes] of taught) {
      if (yes) continue;
      const { name: stageName, touchpoints } = model.stages.get(stage)!;
      const posts = postsOfDepartment(id);
      const owned = touchpoints
        .map((tp) => model.touchpoints.get(tp)!)
        .filter(({ owners }) => posts.some((post) => owners.has(post.id)));
      yield {
        subject: { department: id, stage },
        message: `${name} owns ${list(owned.map((tp) => `“${tp.name}”`))} in the stage “${stageName}”, and nobody there has a session on it.`,
        pointer: ['stages', stage],
      };
    }
  }
}

function* openEnds({ model: { stages } }: Context): Iterable<Draft> {
  if (stages.size === 0) return;
  const phases = new Set([...stages.values()].map(({ phase }) => phase));
  const missing = [
    phases.has('before') ? '' : 'begin before people buy (no stage of phase before)',
    phases.has('after') ? '' : 'go on after they were customers (no stage of phase after)',
  ].filter((text) => text !== '');
  if (missing.length === 0) return;
  yield {
    subject: {},
    message: `The customer’s journey does not ${missing.join(', nor ')}.`,
    pointer: ['stages'],
    fix: 'Mark the stages with phase: before, during or after, and add the one that is missing.',
  };
}

/** Modules of the department alone that its owners have and that are about some other stage already. */
function ownModules(context: Context, department: string, owners: readonly Post[]): Module[] {
  return context.yearly.filter(
    (module) =>
      countsAtAll(module) &&
      module.stages !== 'own' &&
      module.stages.length > 0 &&
      !module.allStages &&
      owners.some(({ id }) => module.audience.posts.has(id)) &&
      [...context.departmentsOf(module)].every((id) => id === department),
  );
}
