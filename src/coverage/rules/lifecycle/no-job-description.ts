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
  forPeople: 'Without a mantra there is no promise to be accountable for.',
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

  *patches({ model }, { subject }) {
    const mantra = model.programme.mantra?.trim();
    if (!mantra) return;
    yield {
      title: `Make ${model.roles.get(subject.role!)!.name} accountable for our promise`,
      edits: [
        {
          pointer: ['roles', subject.role!, 'hiring', 'jobDescription'],
          op: 'set',
          value: `You are accountable for our promise to customers, “${mantra}”, and for passing on what customers tell you.`,
        },
      ],
      note: 'Let the head of department put it into the words of the job.',
    };
  },
};
