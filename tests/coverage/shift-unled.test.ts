import { expect, it } from 'vitest';
import { contextOf } from '../../src/coverage/context.ts';
import { rule } from '../../src/coverage/rules/reach/shift-unled.ts';
import { yearOf } from '../year.ts';

const firm = (level: string, head = '') => `
programme: { name: Unled, starts: 2027-01-04, ends: 2027-03-31, timezone: Europe/London, mantra: One. }
departments:
  shop: { ${head} shifts: { early: { days: mon-fri, hours: 06:00-14:00, share: 50% }, late: { days: mon-fri, hours: 12:00-20:00, share: 50% } } }
roles:
  clerk: { department: shop, heads: 8 }
  chief: { department: shop, heads: 1, shifts: [early], level: ${level} }
themes: { year: { months: [1, 2, 3] } }
modules:
  chat: { audience: { roles: [clerk] }, format: coaching, minutes: 20, when: { every: quarter }, themes: [year] }
`;

async function said(level: string, head?: string) {
  const { model, plan } = await yearOf(firm(level, head));
  return [...rule.check(contextOf(model, plan), {})].map(({ subject, message }) => [subject, message]);
}

it('a department without any manager is told once, whatever its shifts', async () => {
  expect(await said('specialist')).toEqual([
    [
      { department: 'shop' },
      'Nobody of Shop (9 people) is a manager, and no head is named: “Chat” is planned as if somebody led it.',
    ],
  ]);
  expect(await said('specialist', 'head: Ada,')).toEqual([]);
});

it('a shift without one is told beside those that have one', async () => {
  const [[subject, message], ...more] = (await said('manager')) as [[object, string]];
  expect(more).toEqual([]);
  expect(subject).toEqual({ department: 'shop', shift: 'late' });
  expect(message).toContain('led by those of the early shift');
});
