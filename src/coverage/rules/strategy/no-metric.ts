/** A0, A2: learning that is tied to no result is soon called soft. */

import type { Metric } from '../../../model/model.ts';
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
  forPeople: 'Without a measure in the workspace, somebody has to say first what learning should move.',
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

  *patches({ model, yearly, postsOfDepartment, departmentsOf }, { subject }) {
    const posts = postsOfDepartment(subject.department!);
    const own = yearly
      .filter((module) => addresses(module, posts) && module.kind !== 'tool' && module.kind !== 'process')
      .sort((a, b) => departmentsOf(a).size - departmentsOf(b).size);
    for (const { id, name, stages } of own.slice(0, 1)) {
      const near = (metric: Metric) => metric.stages.filter((stage) => stages.includes(stage)).length;
      const [metric] = [...model.metrics.values()].sort((a, b) => near(b) - near(a));
      if (!metric) return;
      yield {
        title: `Tie “${name}” to the measure “${metric.name}”`,
        edits: [{ pointer: ['modules', id, 'metrics'], op: 'add', value: metric.id }],
        note: 'Ask the head of department whether that is what it should move.',
      };
    }
  },
};
