/** An accepted gap is accepted until a day; then it is a gap again, and so is having forgotten it. */

import type { Rule } from '../../rule.ts';
import { partsOf } from '../../subject.ts';

export const rule: Rule = {
  id: 'expired-waiver',
  heading: 'follow-through',
  severity: 'error',
  sentence: 'A waiver’s last day has passed.',
  why: 'A waiver is a promise with an owner and an end. When the end has passed, somebody has to look again; a gap that is waived for ever is a gap that nobody owns.',
  fix: 'Close the gap and delete the waiver, or agree a new end with its owner.',
  articles: [],
  examples: {
    fires:
      'waivers:\n  - { rule: no-outside-in, reason: The budget comes in summer, owner: Ines, until: 2027-06-30 }\n',
    silent:
      'waivers:\n  - { rule: no-outside-in, reason: The budget comes in summer, owner: Ines, until: 2027-12-17 }\n',
    asOf: '2027-07-01',
  },
  forPeople: 'Its owner has to look again: close the gap, or promise a new day.',
  *check({ model, asOf, say }) {
    for (const { rule: id, subject, until, owner, reason, pointer } of model.waivers) {
      if (until >= asOf) continue;
      const about = partsOf(subject).map((part) => subject[part]);
      yield {
        subject: { waiver: [id, ...about].join('/') },
        message: `${owner}’s waiver of ${id}${about.length > 0 ? ` for ${about.join(', ')}` : ''} (“${reason}”) ended on ${say.date(until)}.`,
        pointer,
      };
    }
  },
};
