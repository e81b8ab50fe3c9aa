/** A1: it takes a village, which here is a cross-functional team. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'one-function-team',
  heading: 'strategy',
  severity: 'warn',
  sentence: 'The programme’s team is empty or of one department.',
  why: 'Walters (A1) compares this learning with raising a child: one class with one teacher is not enough, it takes a cross-functional team. A programme that one department owns looks like that department’s business.',
  fix: 'Name at least two departments under programme.team, one of them behind the scenes.',
  articles: ['A1'],
  examples: {
    fires: 'programme:\n  team: [shop]\n',
    silent: 'programme:\n  team: [shop, office]\n',
  },
  forPeople: 'People are asked before they are named.',
  *check({ model: { programme, departments: all }, departments }) {
    // A firm of one department cannot do better.
    if (departments.length < 2 || new Set(programme.team).size > 1) return;
    const only = programme.team[0];
    yield {
      subject: {},
      message: only
        ? `The programme is owned by ${all.get(only)?.name ?? only} alone, of ${departments.length} departments.`
        : 'Nobody is named as the programme’s team.',
      pointer: ['programme', 'team'],
    };
  },
};
