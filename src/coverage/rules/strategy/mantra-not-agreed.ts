/** A3: the mantra is agreed by the heads of department, not announced to them. */
import { eachOrAll } from '../../collapse.ts';
import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'mantra-not-agreed',
  heading: 'strategy',
  severity: 'warn',
  sentence: 'The head of a department has not agreed the mantra.',
  why: 'Hyken (A3) has leadership and the heads of department meet to find the mantra together. A head who was not in that room treats it as somebody else’s slogan, and the message breaks at that department’s door.',
  fix: 'Agree the sentence with the head, then add the department to programme.agreedBy.',
  articles: ['A3'],
  examples: {
    fires: 'programme:\n  agreedBy: [shop]\n',
    silent: 'programme:\n  agreedBy: [shop, office]\n',
  },
  check({ model: { programme }, departments }) {
    const missing = departments.filter(({ id }) => !programme.agreedBy.includes(id));
    return eachOrAll(missing, departments, (department) => ({
      subject: department ? { department: department.id } : {},
      message: department
        ? `${department.head ?? `The head of ${department.name}`} has not agreed the mantra.`
        : `No head of department has agreed the mantra (${list(departments.map(({ name }) => name))}).`,
      pointer: ['programme', 'agreedBy'],
    }));
  },
};
