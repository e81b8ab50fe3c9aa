/** A0, A2: learning that is tied to no result is soon called soft. */
import { eachOrAll } from '../../collapse.ts';
import { addresses } from '../../context.ts';
import type { Rule } from '../../rule.ts';

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
  check({ departments, yearly, postsOfDepartment }) {
    const measured = yearly.filter(({ metrics }) => metrics.length > 0);
    const without = departments.filter(({ id }) => {
      const posts = postsOfDepartment(id);
      return yearly.some((m) => addresses(m, posts)) && !measured.some((m) => addresses(m, posts));
    });
    return eachOrAll(without, departments, (department) => ({
      subject: department ? { department: department.id } : {},
      message: department
        ? `None of the modules of ${department.name} names a measure it should move.`
        : 'No module of the year names a measure it should move.',
      pointer: ['modules'],
    }));
  },
};
