/** A0: a programme is neither an afternoon nor a second job. */
import { headsOf } from '../../context.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { audienceOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { hours, people } from '../../words.ts';

export const rule: Rule = {
  id: 'hours-out-of-range',
  heading: 'time',
  severity: 'warn',
  sentence: 'A role’s hours a year lie outside `hoursPerPerson`.',
  why: 'Walters (A0) wants people to communicate and learn this throughout their tenure, no matter their role. Under two hours a year it is an announcement; above forty the floor pays for it, and the head of department will stop it.',
  fix: 'Add a short cadence where it is too little; lengthen a cadence or cut parts where it is too much; or set policy.hoursPerPerson.',
  articles: ['A0'],
  examples: {
    fires: 'policy:\n  hoursPerPerson: { min: 12, max: 40 }\n',
    silent: 'policy:\n  hoursPerPerson: { min: 2, max: 40 }\n',
  },
  forPeople: 'Where it is too much, the head of department has to say what can go.',
  *check({ model, roles, postsOfRole, say, tallies }) {
    const { min, max } = model.policy.hoursPerPerson;
    const years = (model.programme.ends - model.programme.starts + 1) / 365;
    for (const { id, name, department } of roles) {
      const posts = postsOfRole(id);
      const minutes = posts.reduce((sum, post) => sum + tallies.get(post.id)!.minutes, 0);
      const there = posts.reduce((sum, post) => sum + tallies.get(post.id)!.fullYears, 0);
      // Who is there for half a year is asked for half of a year's hours.
      if (there === 0) continue;
      const each = minutes / there / years;
      const isLittle = each < min * 60;
      if (!isLittle && each <= max * 60) continue;
      yield {
        subject: { department, role: id },
        message: `${name} (${people(say, headsOf(posts))}): ${hours(each)} a person and year, ${isLittle ? `under ${min}` : `over ${max}`}.`,
        pointer: ['roles', id],
      };
    }
  },

  *patches(context, { subject }) {
    const { model, tallies, months } = context;
    const posts = context.postsOfRole(subject.role!);
    const years = (model.programme.ends - model.programme.starts + 1) / 365;
    const minutes = posts.reduce((sum, { id }) => sum + tallies.get(id)!.minutes, 0) / headsOf(posts);
    const missing = model.policy.hoursPerPerson.min * 60 * years - minutes;
    if (missing <= 0) return;
    const monthly = Math.max(5, 5 * Math.ceil(missing / Math.max(1, months.length - 1) / 5));
    const name = nameOf(context, subject);
    yield* lessons(
      context,
      {
        id: `${subject.role}-every-month`,
        name: `The theme of the month – ${name}`,
        audience: audienceOf(subject),
        posts,
        minutes: monthly,
        when: { every: 'month' },
      },
      `${monthly} minutes a month for ${name}`,
    );
  },
};
