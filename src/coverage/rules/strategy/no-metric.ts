/** A0, A2: learning that is tied to no result is soon called soft. */
import { addresses } from '../../context.ts';
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

export const rule: Rule = {
  id: 'no-metric',
  heading: 'strategy',
  severity: 'warn',
  sentence: 'A department has no module tied to an outcome measure.',
  why: 'Walters (A0, A2) will not have this called touchy-feely: customer experience is a discipline that shows in retention, referrals and cost. A department whose modules name no measure cannot see what its learning is for.',
  fix: 'Name the measure that one of the department’s modules should move under its metrics.',
  articles: ['A0', 'A2'],
  examples: {
    fires: 'modules:\n  kind-invoices:\n    metrics: null\n',
    silent: 'modules:\n  kind-invoices:\n    metrics: [second-calls]\n',
  },
  *check({ departments, yearly, postsOfDepartment }) {
    for (const { id, name } of departments) {
      const own = yearly.filter((module) => addresses(module, postsOfDepartment(id)));
      if (own.length === 0 || own.some(({ metrics }) => metrics.length > 0)) continue;
      yield {
        subject: { department: id },
        message: `None of the ${count(own.length, 'module')} of ${name} names a measure it should move.`,
        pointer: ['departments', id],
      };
    }
  },
};
