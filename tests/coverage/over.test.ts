import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { assessGaps } from '../../src/coverage/gaps.ts';
import { idleWaivers } from '../../src/coverage/idle-waivers.ts';
import { RULES } from '../../src/coverage/rules/index.ts';
import type { Finding } from '../../src/model/made/gaps.ts';
import { minimal, modelOf, type Sections } from '../fixtures.ts';
import { type HandPlan, planOf } from './builder.ts';
import { assessExample, everything } from './examples.ts';

/** What a plan by hand has of one rule, as of a day; folded findings too. */
async function found(rule: string, changes: Sections, plan: HandPlan): Promise<Finding[]> {
  const model = await modelOf(minimal(changes));
  return everything(assessGaps(model, planOf(model, plan)).findings).filter((one) => one.rule === rule);
}

const START = toDay('2027-01-04')!;
const week = (n: number) => isoDate(START + 7 * n);

/** Rules that judge a month, a quarter, a week or a time after something, and in which findings they do. */
const OF_A_TIME: Readonly<Record<string, (finding: Finding) => boolean>> = {
  'empty-month': () => true,
  'slogan-only': () => true,
  'no-recognition': () => true,
  'no-readback': () => true,
  'no-follow-through': () => true,
  'no-reinforcement': () => true,
  'no-discussion': () => true,
  crammed: () => true,
  'at-peak': () => true,
  'train-before-mantra': () => true,
  'trainers-uncovered': () => true,
  'review-overdue': () => true,
  'stale-voice': () => true,
  unscheduled: () => true,
  'expectation-broken': ({ subject }) =>
    ['firstVoiceWithinDays', 'hearsCustomerEveryDays', 'longestSilenceDays'].includes(subject.expectation!),
};

describe('what is over on the day of the plan', () => {
  it.each(Object.keys(OF_A_TIME))('%s says nothing of it', async (id) => {
    const rule = RULES.find((one) => one.id === id)!;
    const { model, plan } = await assessExample(rule.examples.fires);
    const ofTime = (asOf: string) =>
      everything(assessGaps(model, { ...plan, asOf }).findings).filter(
        (one) => one.rule === id && OF_A_TIME[id]!(one),
      );
    const before = ofTime(rule.examples.asOf ?? isoDate(model.programme.starts - 1));
    expect(before).not.toEqual([]);
    // The year is over: there is nothing left to plan.
    expect(ofTime(isoDate(model.programme.ends + 1))).toEqual([]);
  });

  it('leaves scores as they were', async () => {
    const { model, plan, gaps } = await assessExample(
      RULES.find(({ id }) => id === 'empty-month')!.examples.fires,
    );
    const later = assessGaps(model, { ...plan, asOf: '2027-09-01' });
    expect(later.organisation.score).toBe(gaps.organisation.score);
    expect(later.departments.map(({ score }) => score)).toEqual(gaps.departments.map(({ score }) => score));
  });

  it('no finding of a plan made within the year is about a month or quarter that was over', async () => {
    const letters = '{ when: { every: month, months: [1] } }';
    const changes = [
      'modules: { theme-huddle: { when: { every: fortnight, months: [4] } } }',
      `rituals: { thank-you: null, theme-letter: ${letters}, theme-poster: ${letters} }`,
    ].join('\n');
    const { model, plan } = await assessExample(changes);
    const of = (asOf: string) =>
      everything(assessGaps(model, { ...plan, asOf }).findings).filter(
        ({ subject }) => subject.month !== undefined || subject.quarter !== undefined,
      );
    const keys = (asOf: string) => of(asOf).map(({ key }) => key);
    expect(keys('2027-01-03')).toEqual(
      expect.arrayContaining(['no-communication:theme=journey,month=2027-03', 'no-recognition:quarter=q2']),
    );
    const later = of('2027-08-01');
    expect(later.filter(({ subject: { month = '2027-09' } }) => month < '2027-08')).toEqual([]);
    expect(new Set(later.map(({ rule }) => rule))).toEqual(
      new Set(['empty-month', 'no-communication', 'no-recognition']),
    );
    expect(later.flatMap(({ subject }) => subject.quarter ?? [])).toEqual(['q3', 'q4']);
    // A month is not over on its last day.
    expect(of('2027-08-31').some(({ subject }) => subject.month === '2027-08')).toBe(true);
    expect(of('2027-09-01').some(({ subject }) => subject.month === '2027-08')).toBe(false);
  });

  it('tells a silence that goes on, in its whole length, and none that has been broken', async () => {
    const plan = (asOf: string): HandPlan => ({
      asOf,
      sessions: [0, 15, 20, 25, 30, 40, 44, 49].map((n) => ({ module: 'basics', start: week(n) })),
    });
    const [first] = await found('no-reinforcement', {}, plan('2027-01-03'));
    expect(first).toMatchObject({ severity: 'error' });
    expect(first!.message).toContain('14 working weeks');
    const [later] = await found('no-reinforcement', {}, plan(week(16)));
    expect(later).toMatchObject({ severity: 'warn' });
    expect(later!.message).toContain('9 working weeks');
    const [within] = await found('no-reinforcement', {}, plan(week(35)));
    expect(within!.message).toContain('9 working weeks');
    expect(await found('no-reinforcement', {}, plan(week(41)))).toEqual([]);
  });

  it('a waiver of a month that is over is not called idle', async () => {
    const waiver = (month: string) => ({
      rule: 'empty-month',
      month,
      reason: 'Closed then.',
      owner: 'Head',
      until: '2027-12-01',
    });
    const model = await modelOf(minimal({ waivers: [waiver('2027-02'), waiver('2027-11')] } as Sections));
    const every = Array.from({ length: 49 }, (_, n) => ({ module: 'basics', start: week(n) }));
    const idle = (asOf: string) =>
      idleWaivers(model, assessGaps(model, planOf(model, { asOf, sessions: every }))).map(
        ({ subject }) => subject.month,
      );
    expect(idle('2027-01-03')).toEqual(['2027-02', '2027-11']);
    expect(idle('2027-03-01')).toEqual(['2027-11']);
  });
});
