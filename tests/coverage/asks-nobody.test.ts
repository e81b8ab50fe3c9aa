import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/coverage/context.ts';
import { rule } from '../../src/coverage/rules/reach/asks-nobody.ts';
import { startsOf, yearOf } from '../year.ts';

const HEAD = (dates: string, more = '') => `
programme: { name: Months, ${dates}, timezone: Europe/London, mantra: One.${more} }
departments: { shop: {} }
`;
const CLERK = 'roles: { clerk: { department: shop, heads: 5 } }\n';

const module = (id: string, when: string) =>
  `  ${id}: { audience: everyone, format: self-paced, minutes: 20, when: ${when} }\n`;

/** What the rule says of a workspace. */
async function said(text: string, people?: string) {
  const files = new Map([['cxplan.yaml', text], ...(people ? [['people.csv', people] as const] : [])]);
  const { model, plan } = await yearOf(files);
  return [...rule.check(contextOf(model, plan), {})].map(({ subject, message, severity, pointer }) => {
    return `${subject.module} ${severity ?? rule.severity} ${pointer.at(-1)}: ${message}`;
  });
}

describe('months', () => {
  it('narrow a quarter, a half or a year, and drop none of them', async () => {
    const year = await yearOf(
      `${HEAD('starts: 2027-01-01, ends: 2027-12-31')}${CLERK}modules:
${module('one-month-a-quarter', '{ every: quarter, months: [2, 5, 8, 11] }')}${module('half-of-a-half', '{ every: half-year, months: [2, 3, 4, 9, 10, 11] }')}${module('year-in-spring', '{ every: year, months: [3, 4, 5] }')}${module('apart', '{ every: year, months: [2, 12] }')}${module('monthly', '{ every: month }')}`,
    );
    const months = (id: string) => startsOf(year, id).map((start) => Number(start.slice(5, 7)));
    expect(months('one-month-a-quarter')).toEqual([2, 5, 8, 11]);
    const halves = months('half-of-a-half');
    expect(halves).toHaveLength(2);
    expect([2, 3, 4]).toContain(halves[0]);
    expect([9, 10, 11]).toContain(halves[1]);
    expect(months('year-in-spring')).toHaveLength(1);
    expect([3, 4, 5]).toContain(months('year-in-spring')[0]);
    expect([2, 12]).toContain(months('apart')[0]);
    expect(months('monthly')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(year.plan.unscheduled).toEqual([]);
    expect([...rule.check(contextOf(year.model, year.plan), {})]).toEqual([]);
  });

  it('are those of a year from July to June, too', async () => {
    const year = await yearOf(
      `${HEAD('starts: 2027-07-01, ends: 2028-06-30')}${CLERK}modules:
${module('mid', '{ every: quarter, months: [8, 11, 2, 5] }')}${module('june', '{ every: half-year, months: [6] }')}`,
    );
    expect(startsOf(year, 'mid').map((start) => start.slice(0, 7))).toEqual([
      '2027-08',
      '2027-11',
      '2028-02',
      '2028-05',
    ]);
    expect(startsOf(year, 'june').map((start) => start.slice(0, 7))).toEqual(['2028-06']);
  });
});

describe('a module that is asked of nobody is found, with its cause', () => {
  it('its own window cuts every period short', async () => {
    const text = `${HEAD('starts: 2027-01-01, ends: 2027-12-31')}${CLERK}modules:
${module('cut', '{ every: half-year, from: 2027-04-15, by: 2027-08-31 }')}${module('kept', '{ every: half-year }')}${module('when-needed', '{ trigger: score drops }')}`;
    expect(await said(text)).toEqual([
      'cut warn when: “Cut” is asked of nobody: its window (15 April 2027 to 31 August 2027) leaves less than half of the days of every half-year.',
    ]);
  });

  it('the programme cuts it, or an observance', async () => {
    const text = `${HEAD('starts: 2027-10-07, ends: 2027-12-17')}${CLERK}modules:
${module('yearly', '{ every: year }')}${module('service-week', '{ date: customer-service-week }')}`;
    expect(await said(text)).toEqual([
      'service-week warn when: “Service week” is asked of nobody: less than half of it lies in the programme (7 October 2027 to 17 December 2027).',
      'yearly warn when: “Yearly” is asked of nobody: the programme (7 October 2027 to 17 December 2027) leaves less than half of the days of every year.',
    ]);
  });

  it('nobody holds the jobs that it is for', async () => {
    const text = `${HEAD('starts: 2027-01-01, ends: 2027-12-31')}roles: { clerk: { department: shop, heads: 5 }, driver: { department: shop, heads: 0 } }
modules:
  wheel: { audience: { roles: [driver] }, format: self-paced, minutes: 20, when: { every: year } }
`;
    expect(await said(text)).toEqual(['wheel warn audience: “Wheel” is asked of nobody: nobody is Driver.']);
  });

  it('whoever joins gets to the moment too late', async () => {
    const text = `${HEAD('starts: 2027-01-01, ends: 2027-12-31')}roles: { clerk: { department: shop, heads: 5, joiners: 1 } }
moments: { late: { from: 20, to: 40 } }
modules:
${module('hello', '{ moment: late }')}`;
    // The one joiner comes in December.
    expect(await said(text)).toEqual([
      'hello info when: “Hello” is asked of nobody: whoever joins gets through “Late” (up to day 40) only after the programme has ended, on 31 December 2027.',
    ]);
  });
});
