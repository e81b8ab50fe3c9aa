/** A2: the journey begins before the purchase and ends after it, and somebody owns every stage. */
import type { Context } from '../../context.ts';
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
  *check(context) {
    yield* untaughtStages(context);
    yield* openEnds(context);
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
