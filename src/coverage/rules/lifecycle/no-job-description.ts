/** A4: accountability for the customer is written where the job is described. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-job-description',
  heading: 'lifecycle',
  severity: 'warn',
  sentence: 'A role’s job description holds nobody accountable for the customer.',
  why: 'A4 wants a job description that clearly makes people accountable for using what they can do to serve customers, and for passing on what customers say. What the description leaves out is done when there is time.',
  fix: 'Write the clause under the role’s hiring.jobDescription.',
  articles: ['A4'],
  examples: {
    fires: 'roles:\n  assistant:\n    hiring:\n      jobDescription: null\n',
    silent:
      'roles:\n  assistant:\n    hiring: { jobDescription: You put things right on the spot and tell us what customers told you. }\n',
  },
  *check({ model, roles }) {
    for (const { id, name, department, hiring } of roles) {
      if (hiring.jobDescription?.trim()) continue;
      yield {
        subject: { department, role: id },
        message: `${name} (${model.departments.get(department)!.name}): the job description holds nobody accountable for the customer.`,
        pointer: ['roles', id, 'hiring', 'jobDescription'],
      };
    }
  },
};
