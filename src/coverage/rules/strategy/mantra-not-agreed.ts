/** A3: the mantra is agreed by the heads of department, not announced to them. */
import type { Rule } from '../../rule.ts';

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
  forPeople: 'A head of department agrees in person, not in a file.',
  *check({ model: { programme }, departments }) {
    for (const { id, name, head } of departments) {
      if (programme.agreedBy.includes(id)) continue;
      yield {
        subject: { department: id },
        message: `${head ?? `The head of ${name}`} has not agreed the mantra.`,
        pointer: ['programme', 'agreedBy'],
      };
    }
  },
};
