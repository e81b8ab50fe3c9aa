/** A1: not only when things go wrong. */
import { addresses } from '../../context.ts';
import { bringIn } from '../../patches/bring-in.ts';
import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'reactive-only',
  heading: 'rhythm',
  severity: 'error',
  sentence: 'Everything a department gets is a reaction to something gone wrong.',
  why: 'Walters (A1) knows the call: the survey is a disaster, come and train them. Training after a drop is too little, usually too late; it belongs in onboarding, in ongoing learning and in what each role practises, before anything goes wrong.',
  fix: 'Plan something for the department by the calendar; the reaction may stay beside it.',
  articles: ['A1'],
  implies: ['no-training'],
  examples: {
    fires:
      'departments:\n' +
      '  repairs: {}\n' +
      'roles:\n' +
      '  repairer: { department: repairs, heads: 3, impact: A lamp that works again stays in the home. }\n' +
      'audiences:\n' +
      '  # whom the modules of the year address\n' +
      '  all: { except: { departments: [repairs] } }\n' +
      'modules:\n' +
      '  welcome: { audience: all }\n' +
      '  fix-it:\n' +
      '    audience: { departments: [repairs] }\n' +
      '    format: workshop\n' +
      '    minutes: 60\n' +
      '    when: { trigger: score drops }\n' +
      '    themes: [empathy]\n',
    silent:
      'modules:\n' +
      '  fix-it:\n' +
      '    audience: { departments: [shop] }\n' +
      '    format: workshop\n' +
      '    minutes: 60\n' +
      '    when: { trigger: score drops }\n' +
      '    themes: [empathy]\n',
  },
  *check({ model, departments, planned, postsOfDepartment }) {
    const reactive = [...model.modules.values()].filter(({ when }) => when.kind === 'trigger');
    for (const { id, name } of departments) {
      const posts = postsOfDepartment(id);
      const own = reactive.filter((module) => addresses(module, posts));
      if (own.length === 0 || planned.some((module) => addresses(module, posts))) continue;
      yield {
        subject: { department: id },
        message: `${name} learns only when something has gone wrong: ${list(own.map((m) => `“${m.name}”`))}.`,
        pointer: ['modules', own[0]!.id, 'when'],
      };
    }
  },

  *patches(context, { subject }) {
    yield* bringIn(context, subject);
  },
};
