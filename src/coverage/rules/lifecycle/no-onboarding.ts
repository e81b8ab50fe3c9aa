/** A0: customer experience is in onboarding, by name. */

import type { Module } from '../../../model/model.ts';
import { addresses, type Context } from '../../context.ts';
import { joiningWithout } from '../../measure/joining.ts';
import { countsAtAll } from '../../measure/touches.ts';
import { nameOf, widening } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
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
        message: `${people(context.say, joiners)} joining ${department.name} this year have no customer-experience module by day ${options.days}.`,
        pointer: ['departments', department.id],
      };
    }
  },

  *patches(context, { subject }) {
    const posts = postsOf(context, subject);
    const name = nameOf(context, subject);
    const early = context.onboarding.filter((module) => countsAtAll(module) && isEarly(context, module));
    for (const module of early.slice(0, 2)) yield* widening(context, module, posts, name);
    yield* lessons(
      context,
      {
        id: `${subject.department}-welcome`,
        name: 'Welcome to our customers',
        audience: audienceOf(subject),
        posts,
        minutes: 30,
        when: { moment: 'week-1' },
        kind: 'strategy',
        tags: ['speak-up'],
        basics: ['what-and-why', 'listen-and-act', 'my-role', 'outcomes'],
      },
      `A first-week module on customers for ${name}`,
    );
  },
};

/** Whether a module is due within the rule's days after joining. */
function isEarly({ model }: Context, { when }: Module): boolean {
  return when.kind === 'moment' && model.moments.get(when.moment)!.to <= rule.options!.days!;
}
