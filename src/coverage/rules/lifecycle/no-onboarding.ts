/** A0: customer experience is in onboarding, by name. */

import { addresses } from '../../context.ts';
import { joiningWithout } from '../../joining.ts';
import type { Rule } from '../../rule.ts';
import { countsAtAll } from '../../touches.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'no-onboarding',
  heading: 'lifecycle',
  severity: 'error',
  sentence: 'Joiners have no customer-experience module by day 30.',
  why: 'Walters (A0) says that onboarding has to call customer experience out specifically, for every role: what it is here, what is known about customers, how to pass on what one hears. Habits of the first weeks stay.',
  fix: 'Write one module with when: { moment: week-1 } or day-30 and a theme, for everyone.',
  articles: ['A0'],
  options: { days: 30 },
  implies: ['basics-missing', 'no-way-to-speak-up'],
  examples: {
    fires: 'modules:\n  welcome: { when: { moment: day-60 } }\n',
    silent: 'modules:\n  welcome: { when: { moment: week-1 } }\n',
  },
  *check(context, options) {
    const early = context.onboarding.filter(
      (module) =>
        countsAtAll(module) &&
        module.when.kind === 'moment' &&
        context.model.moments.get(module.when.moment)!.to <= options.days!,
    );
    const without = joiningWithout(context, (posts) => !early.some((module) => addresses(module, posts)));
    for (const { department, joiners } of without) {
      yield {
        subject: { department: department.id },
        message: `${people(joiners)} joining ${department.name} this year have no customer-experience module by day ${options.days}.`,
        pointer: ['departments', department.id],
      };
    }
  },
};
