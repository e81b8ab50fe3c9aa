/** A0: what was learned is acted on, by somebody. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'action-unowned',
  heading: 'follow-through',
  severity: 'warn',
  sentence: 'An open action in the ledger has no owner.',
  why: 'Walters (A0) makes a way to act on the learnings part of the strategy. What everybody ought to do is done by nobody, and whoever told of it learns not to tell again.',
  fix: 'Write into the column owner who answers for it: a role or a department, so that it can be shown.',
  articles: ['A0'],
  examples: {
    fires:
      'programme:\n' +
      '  actions: actions.csv\n' +
      '--- actions.csv\n' +
      'id,date,department,stage,learning,action,owner,due,status\n' +
      'a-1,2026-12-01,office,buy,The total is hard to find,Print the total first,,2027-03-01,open\n',
    silent:
      'programme:\n' +
      '  actions: actions.csv\n' +
      '--- actions.csv\n' +
      'id,date,department,stage,learning,action,owner,due,status\n' +
      'a-1,2026-12-01,office,buy,The total is hard to find,Print the total first,bookkeeper,2027-03-01,open\n',
  },
  forPeople: 'Somebody has to say who answers for it.',
  *check({ model, say }) {
    for (const { id, department, action, due, status, isOwned } of model.actions) {
      if (status !== 'open' || isOwned) continue;
      const name = model.departments.get(department)?.name ?? department;
      yield {
        subject: { department, action: id },
        message: `${name}: nobody answers for “${action}”, which is due on ${say.date(due)}.`,
        pointer: ['programme', 'actions'],
      };
    }
  },
};
