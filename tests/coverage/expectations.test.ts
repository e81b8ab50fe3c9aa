/** What a role expects, judged on plans written by hand: each figure can be counted on one's fingers. */
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/coverage/context.ts';
import { assessGaps, findingsOf } from '../../src/coverage/gaps.ts';
import { rule } from '../../src/coverage/rules/lifecycle/expectation-broken.ts';
import { minimal, modelOf, type Sections } from '../fixtures.ts';
import { type HandSession, planOf } from './builder.ts';

const MODULES: Sections = {
  heard: module({ voices: ['testimonial'] }),
  silent: module({}),
  till: module({ kind: 'tool', strategy: 'One queue.' }),
  unpaid: module({ paid: false }),
};
const WELCOME = module({ when: { moment: 'day-30' }, voices: ['testimonial'] });

function module(changes: Sections): Sections {
  return {
    audience: 'everyone',
    format: 'self-paced',
    minutes: 30,
    when: { from: '2027-01-04', by: '2027-12-17' },
    themes: ['mission'],
    ...changes,
  };
}

/** Messages about one expectation; the programme runs from 4 January to 17 December 2027. */
async function broken(expectations: Sections, sessions: readonly HandSession[], joiners = 0) {
  const model = await modelOf(
    minimal({
      roles: {
        colleague: { department: 'stores', heads: 10, customerFacing: true, expect: expectations, joiners },
      },
      modules: { basics: undefined, ...MODULES, ...(joiners > 0 ? { welcome: WELCOME } : {}) },
    }),
  );
  const context = contextOf(model, planOf(model, { sessions }));
  return findingsOf(rule, context).map(({ finding }) => finding);
}

const on = (module: string, ...days: string[]): HandSession[] =>
  days.map((start) => ({ module, start: `2027-${start}` }));

describe('longestSilenceDays', () => {
  // 4 Jan – 3 Mar: 58 days; 3 Mar – 11 Jun: 100; 11 Jun – 19 Sep: 100; 19 Sep – 17 Dec: 89.
  const year = on('silent', '03-03', '06-11', '09-19');

  it('is kept to the day, and broken by one', async () => {
    expect(await broken({ longestSilenceDays: 100 }, year)).toEqual([]);
    const [finding] = await broken({ longestSilenceDays: 99 }, year);
    expect(finding!.message).toBe(
      'Colleague: longestSilenceDays expects at most 99 days without a session that counts; for 10 people of them the plan has this: the longest silence is 100 days, from 3 March 2027 to 11 June 2027.',
    );
    expect(finding).toMatchObject({
      severity: 'error',
      key: 'expectation-broken:department=stores,role=colleague,expectation=longestSilenceDays',
      pointer: ['roles', 'colleague', 'expect', 'longestSilenceDays'],
    });
  });

  it('counts from the start of the programme and to its end', async () => {
    expect(await broken({ longestSilenceDays: 299 }, on('silent', '10-31'))).toHaveLength(1);
    expect(await broken({ longestSilenceDays: 300 }, on('silent', '10-31'))).toEqual([]);
    expect(await broken({ longestSilenceDays: 339 }, on('silent', '01-11'))).toHaveLength(1);
    expect(await broken({ longestSilenceDays: 340 }, on('silent', '01-11'))).toEqual([]);
  });

  it('is not broken by sessions that do not count', async () => {
    expect(
      await broken({ longestSilenceDays: 100 }, [
        ...on('silent', '03-03', '09-19'),
        ...on('unpaid', '06-11'),
      ]),
    ).toHaveLength(1);
  });

  it('counts those it fails, and tells the worst of them', async () => {
    const half = [{ group: 'colleague.main.day.1', first: 1, last: 4 }];
    const rest = [{ group: 'colleague.main.day.1', first: 5, last: 10 }];
    const [finding] = await broken({ longestSilenceDays: 60 }, [
      ...on('silent', '02-20', '04-10', '05-30', '07-20', '09-10', '10-30').map((one) => ({
        ...one,
        attendees: half,
      })),
      ...on('silent', '02-20', '04-10', '05-30', '07-20', '09-10').map((one) => ({
        ...one,
        attendees: rest,
      })),
    ]);
    expect(finding!.message).toContain('for 6 people of them');
    expect(finding!.message).toContain('98 days, from 10 September 2027 to 17 December 2027');
  });
});

describe('hearsCustomerEveryDays', () => {
  it('looks at sessions with a voice only', async () => {
    const both = [...on('heard', '03-03', '06-11', '09-19'), ...on('silent', '04-20', '08-01')];
    expect(await broken({ hearsCustomerEveryDays: 100 }, both)).toEqual([]);
    expect(await broken({ hearsCustomerEveryDays: 99 }, both)).toHaveLength(1);
    const [never] = await broken({ hearsCustomerEveryDays: 900 }, []);
    expect(never).toBeUndefined();
    expect((await broken({ hearsCustomerEveryDays: 200 }, on('silent', '03-03')))[0]!.message).toContain(
      'none all year',
    );
  });
});

describe('firstVoiceWithinDays', () => {
  it('asks of joiners from their first day on', async () => {
    const group = 'colleague.main.day.joiners-2027-12';
    const welcome = (start: string): HandSession[] => [
      { module: 'welcome', start, attendees: [{ group, first: 1, last: 1 }] },
    ];
    expect(await broken({ firstVoiceWithinDays: 9 }, welcome('2027-12-10'), 1)).toEqual([]);
    const [late] = await broken({ firstVoiceWithinDays: 8 }, welcome('2027-12-10'), 1);
    expect(late!.message).toContain('for 1 person of them the plan has this: 9 days after it');
    expect((await broken({ firstVoiceWithinDays: 90 }, [], 1))[0]!.message).toContain('none at all');
  });

  it('asks of everybody from the start of the programme where nobody joins', async () => {
    expect(await broken({ firstVoiceWithinDays: 7 }, on('heard', '01-11'))).toEqual([]);
    expect(await broken({ firstVoiceWithinDays: 6 }, on('heard', '01-11'))).toHaveLength(1);
  });
});

describe('minutesAYear and moreThanTools', () => {
  it('hold the planned minutes between two ends', async () => {
    const two = on('silent', '02-01', '03-01');
    expect(await broken({ minutesAYear: { min: 60, max: 60 } }, two)).toEqual([]);
    expect((await broken({ minutesAYear: { min: 61 } }, two))[0]!.message).toContain('at least 61 minutes');
    expect((await broken({ minutesAYear: { max: 59 } }, two))[0]!.message).toContain('at most 59 minutes');
  });

  it('want something beyond tools that counts', async () => {
    expect(await broken({ moreThanTools: true }, [...on('till', '02-01'), ...on('silent', '03-01')])).toEqual(
      [],
    );
    expect(
      await broken({ moreThanTools: true }, [...on('till', '02-01'), ...on('unpaid', '03-01')]),
    ).toHaveLength(1);
    expect(await broken({ moreThanTools: false }, on('till', '02-01'))).toEqual([]);
  });
});

describe('a waiver', () => {
  it('accepts one expectation and not its neighbour', async () => {
    const model = await modelOf(
      minimal({
        roles: {
          colleague: {
            department: 'stores',
            heads: 10,
            expect: { longestSilenceDays: 5, moreThanTools: true },
          },
        },
        waivers: [
          {
            rule: 'expectation-broken',
            role: 'colleague',
            expectation: 'longestSilenceDays',
            reason: 'Till in May',
            owner: 'Ines',
            until: '2027-05-31',
          },
        ],
      }),
    );
    const gaps = assessGaps(model, planOf(model, {}));
    const expectations = (list: typeof gaps.findings) =>
      list.filter((one) => one.rule === rule.id).map(({ subject }) => subject.expectation);
    expect(expectations(gaps.waived)).toEqual(['longestSilenceDays']);
    expect(expectations(gaps.findings)).toEqual(['moreThanTools']);
  });
});
