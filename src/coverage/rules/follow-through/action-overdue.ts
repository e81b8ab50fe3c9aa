/** A0: what was learned is acted on, by somebody, by a day. */
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

export const rule: Rule = {
  id: 'action-overdue',
  heading: 'follow-through',
  severity: 'warn',
  sentence: 'An action in the ledger is past its due date; an error after 30 days.',
  why: 'Walters (A0) makes a way to act on the learnings part of the strategy. A ledger of good ideas that are never done teaches those who had them not to bother.',
  fix: 'Do it, drop it with a word to its owner, or agree a new date.',
  articles: ['A0'],
  options: { errorDays: 30 },
  examples: {
    fires:
      'programme:\n' +
      '  actions: actions.csv\n' +
      '--- actions.csv\n' +
      'id,date,department,stage,learning,action,owner,due,status\n' +
      'a-1,2026-10-01,office,buy,The total is hard to find,Print the total first,Ines,2026-12-20,open\n',
    silent:
      'programme:\n' +
      '  actions: actions.csv\n' +
      '--- actions.csv\n' +
      'id,date,department,stage,learning,action,owner,due,status\n' +
      'a-1,2026-10-01,office,buy,The total is hard to find,Print the total first,Ines,2026-12-20,done\n',
  },
  forPeople: 'Somebody has to do it, drop it or agree a new date.',
  *check({ model, asOf, say }, options) {
    for (const { id, department, action, owner, due, status } of model.actions) {
      const late = asOf - due;
      if (status !== 'open' || late <= 0) continue;
      yield {
        subject: { department, action: id },
        ...(late > options.errorDays! ? { severity: 'error' as const } : {}),
        message: `${model.departments.get(department)?.name ?? department}: “${action}”${owner === undefined ? '' : ` (${owner})`} was due on ${say.date(due)}, ${count(late, 'day')} ago.`,
        pointer: ['programme', 'actions'],
      };
    }
  },
};
