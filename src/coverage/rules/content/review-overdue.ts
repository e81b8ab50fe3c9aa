/** A1: learning adapts to changing environments. */
import { index } from '../../context.ts';
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

export const rule: Rule = {
  id: 'review-overdue',
  heading: 'content',
  severity: 'warn',
  sentence: 'A module is scheduled after the date by which its content must be looked at again.',
  why: 'Walters (A1) asks for ongoing learning that adapts to changing environments. Prices, policies and what customers expect move; a module taught past its review date teaches last year’s promise.',
  fix: 'Review the module and move reviewBy, or plan it before that date.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  theme-huddle: { reviewBy: 2027-06-30 }\n',
    silent: 'modules:\n  theme-huddle: { reviewBy: 2027-12-31 }\n',
  },
  forPeople: 'Somebody has to read it again before its date is moved.',
  *check({ touches, isOver, say }) {
    const late = touches.all.filter(
      ({ module, day }) => module.reviewBy !== undefined && day > module.reviewBy && !isOver(day),
    );
    for (const [id, sessions] of index(late, ({ module }) => module.id)) {
      const { module, day } = sessions[0]!;
      yield {
        subject: { module: id },
        message: `“${module.name}” was to be reviewed by ${say.date(module.reviewBy!)}; ${count(sessions.length, 'session')} come later, the first on ${say.date(day)}.`,
        pointer: ['modules', id, 'reviewBy'],
      };
    }
  },
};
