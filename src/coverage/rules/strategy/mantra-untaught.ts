/** A0, A3: a mission that is only announced is not known. */
import type { Model, Module } from '../../../model/model.ts';
import { addresses } from '../../context.ts';
import { nameOf, widening } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

interface Near {
  readonly module: Module;
  readonly words: string;
  readonly fix: string;
}

/** A module that people attend and that lacks one word to be on the mission. */
function nearest(model: Model, modules: readonly Module[]): Near | undefined {
  const tool = modules.find(({ tags }) => tags.has('mission'));
  if (tool) {
    const words = `“${tool.name}” has the tag mission, but is of kind ${tool.kind}`;
    return {
      module: tool,
      words,
      fix: `Make “${tool.name}” a module of kind strategy, if that is what it is.`,
    };
  }
  const about = ({ themes }: Module): string | undefined =>
    themes === 'month'
      ? undefined
      : themes.find((id) => /mission|mantra/i.test(`${id} ${model.themes.get(id)?.name}`));
  const module =
    modules.find((one) => about(one) !== undefined) ?? modules.find(({ kind }) => kind === 'strategy');
  if (!module) return undefined;
  const theme = model.themes.get(about(module) ?? '')?.name;
  const what = theme === undefined ? 'is of kind strategy' : `is about the theme “${theme}”`;
  return {
    module,
    words: `“${module.name}” ${what}, but has no tag mission`,
    fix: `Give “${module.name}” tags: [mission], if it teaches the mission; else plan a short module that does.`,
  };
}

export const rule: Rule = {
  id: 'mantra-untaught',
  heading: 'strategy',
  severity: 'error',
  sentence: 'A department has no strategy module on the mission (tagged `mission`) during the year.',
  why: 'Walters (A0) tells of Pat, who sees the new mantra on posters and screensavers and learns nothing about it; her themes therefore hold the mission and how it applies to every role. Hyken (A3) wants everyone to know, understand and live it, however old it is.',
  fix: 'Give the department a short module of kind strategy with the tag mission.',
  articles: ['A0', 'A3'],
  examples: {
    fires: 'modules:\n  our-mission:\n    audience: { departments: [shop] }\n',
    silent: 'modules:\n  our-mission:\n    audience: everyone\n    kind: strategy\n    tags: [mission]\n',
  },
  *check({ model, departments, yearly, postsOfDepartment }) {
    const missions = yearly.filter(
      ({ tags, kind }) => tags.has('mission') && kind !== 'tool' && kind !== 'process',
    );
    const others =
      missions.length > 0 ? ` (${list(missions.map(({ name }) => `“${name}”`))} is for others)` : '';
    for (const { id, name } of departments) {
      const own = yearly.filter((module) => addresses(module, postsOfDepartment(id)));
      if (own.some((module) => missions.includes(module))) continue;
      const near = nearest(model, own);
      if (near) {
        yield {
          subject: { department: id },
          message: `${name} has no module on the mission: ${near.words}.`,
          pointer: ['modules', near.module.id],
          fix: near.fix,
        };
        continue;
      }
      yield {
        subject: { department: id },
        message: `${name} has no module on the mission${others}.`,
        pointer: missions[0] ? ['modules', missions[0].id, 'audience'] : ['modules'],
      };
    }
  },

  *patches(context, { subject }) {
    const posts = postsOf(context, subject);
    const name = nameOf(context, subject);
    const near = nearest(
      context.model,
      context.yearly.filter((module) => addresses(module, posts)),
    );
    if (near && !near.module.tags.has('mission')) {
      yield {
        title: `“${near.module.name}” is on the mission: it gets the tag`,
        edits: [
          {
            pointer: ['modules', near.module.id, 'tags'],
            op: 'set',
            value: [...near.module.tags, 'mission'],
          },
        ],
      };
    }
    const missions = context.yearly.filter(({ tags, kind }) => tags.has('mission') && kind === 'strategy');
    for (const module of missions.slice(0, 2)) yield* widening(context, module, posts, name);
    yield* lessons(
      context,
      {
        id: `${subject.department}-our-mission`,
        name: 'Our mission, and my part in it',
        audience: audienceOf(subject),
        posts,
        minutes: 20,
        when: earlyWindow(context),
        tags: ['mission'],
        kind: 'strategy',
      },
      `A short module on the mission for ${name}`,
    );
  },
};
