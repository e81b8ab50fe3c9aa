/** A0: people cannot work towards something that nobody has put into words. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-definition',
  heading: 'strategy',
  severity: 'warn',
  sentence: 'The programme does not say what customer experience means here, or what it earns the firm.',
  why: 'Walters (A0) finds that customer experience is taken for support, or for being nice. She wants the definition said clearly and agreed, together with what success brings the organisation: referrals, retention, renewals, lower cost to serve.',
  fix: 'Write programme.definition and programme.success, a sentence each.',
  articles: ['A0'],
  examples: {
    fires: 'programme:\n  definition: null\n',
    silent:
      'programme:\n  definition: How people feel about us, from the first look in the window to years later.\n  success: More households who come back, fewer second calls.\n',
  },
  forPeople: 'What customer experience means here, and what it earns, has to be agreed in words of your own.',
  *check({ model: { programme } }) {
    const missing = [
      programme.definition?.trim() ? '' : 'what customer experience means here (definition)',
      programme.success?.trim() ? '' : 'what it earns the firm (success)',
    ].filter((text) => text !== '');
    if (missing.length === 0) return;
    yield {
      subject: {},
      message: `The programme does not say ${missing.join(', nor ')}.`,
      pointer: ['programme', programme.definition?.trim() ? 'success' : 'definition'],
    };
  },
};
