/** A1: not only when things go wrong. */
import { addresses } from '../../context.ts';
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
      'departments:\n  repairs: { meetings: { start: { day: mon, at: 09:00, minutes: 15 } } }\nroles:\n  repairer: { department: repairs, heads: 3, impact: A lamp that works again stays in the home. }\naudiences:\n  the-others: { except: { departments: [repairs] } }\nmodules:\n  our-mission: { audience: the-others }\n  theme-huddle: { audience: the-others }\n  welcome: { audience: the-others }\n  customer-lunch: { audience: the-others }\n  customer-day: { audience: the-others }\n  fix-it: { audience: { departments: [repairs] }, format: workshop, minutes: 60, when: { trigger: score drops }, themes: [empathy] }\n',
    silent:
      'modules:\n  fix-it: { audience: { departments: [office] }, format: workshop, minutes: 60, when: { trigger: score drops }, themes: [empathy] }\n',
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
};
