import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/date.ts';
import { poolsOf } from '../../src/demand/cohorts.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import { firm, programme } from './helpers.ts';

const SITES = Array.from({ length: 24 }, (_, i) => `store-${String(i + 1).padStart(2, '0')}`);

describe('groups', () => {
  it('28 heads in groups of 12 are 12, 12 and 4, whatever happens elsewhere', async () => {
    const text = (clerks: number) => `${programme()}
departments: { finance: { }, sales: { } }
roles:
  accountant: { department: finance, heads: 28 }
  clerk: { department: sales, heads: ${clerks} }
modules:
  basics: { audience: everyone, minutes: 30, format: self-paced, when: { from: 2027-02-01, by: 2027-02-26 } }
`;
    const groups = makeDemand(await firm(text(3))).groups;
    expect(groups.map(({ id, heads }) => [id, heads])).toEqual([
      ['accountant.main.day.1', 12],
      ['accountant.main.day.2', 12],
      ['accountant.main.day.3', 4],
      ['clerk.main.day.1', 3],
    ]);
    const after = makeDemand(await firm(text(40))).groups.filter(({ id }) => id.startsWith('accountant'));
    expect(after).toEqual(groups.slice(0, 3).map((group) => ({ ...group, post: after[0]!.post })));
  });

  it('numbers of a roster are people by id; those who join in the year are joiners of their month', async () => {
    const people = `id,role,site,shift,joined
p3,clerk,main,day,2020-01-01
p1,clerk,main,day,
p9,clerk,main,day,2027-03-08
p8,clerk,main,day,2027-03-15
p7,clerk,main,day,2027-12-20
`;
    const model = await firm(
      `${programme('  people: people.csv\n')}
departments: { sales: { } }
roles: { clerk: { department: sales, heads: 2 } }
modules:
  start: { audience: everyone, minutes: 30, format: self-paced, when: { moment: day-30 } }
`,
      { 'people.csv': people },
    );
    const { rolls = [], requirements } = makeDemand(model);
    expect(rolls.map(({ id, people }) => [id, people])).toEqual([
      ['clerk.main.day.1', ['p1', 'p3']],
      ['clerk.main.day.joiners-2027-03', ['p9', 'p8']],
    ]);
    // Days 7 to 30 after each of them joined: nobody waits for who comes later in the month.
    expect(requirements.map(({ occurrence, from, by }) => [occurrence, isoDate(from), isoDate(by)])).toEqual([
      ['day-30.2027-03', '2027-03-15', '2027-04-07'],
      ['day-30.2027-03', '2027-03-22', '2027-04-14'],
    ]);
  });
});

describe('joiners', () => {
  it('20 joiners in 24 stores of two shifts: one a store, by month, each moment once', async () => {
    const sites = SITES.map((id) => `  ${id}: {}`).join('\n');
    const heads = SITES.map((id) => `${id}: 23`).join(', ');
    const model = await firm(`${programme()}
sites:
${sites}
departments:
  stores:
    site: store-01
    shifts:
      early: { days: mon-sat, hours: 06:30-14:30, share: 55% }
      late: { days: mon-sat, hours: 12:30-20:30, share: 45% }
roles:
  colleague: { department: stores, joiners: 20, customerFacing: true, heads: { ${heads} } }
modules:
  welcome: { audience: everyone, minutes: 30, format: self-paced, when: { moment: week-1 } }
`);
    const { groups, requirements } = makeDemand(model);
    const joiners = groups.filter((group) => group.joiners !== undefined);
    expect(joiners.reduce((sum, { heads }) => sum + heads, 0)).toBe(20);
    // All stores are alike: the 20 go to the first twenty, each to the larger early shift (13 of 23).
    expect(new Set(joiners.map(({ post }) => post.site))).toEqual(new Set(SITES.slice(0, 20)));
    expect(joiners.every(({ post }) => post.shift === 'early')).toBe(true);
    // Joiner k comes in month ⌈12k/20⌉ = ⌈0.6k⌉: 1, 2, 2, 3, 3, 4, 5, 5, 6, 6, …
    const perMonth = new Map<string, number>();
    for (const { joiners: month, heads } of joiners)
      perMonth.set(month!, (perMonth.get(month!) ?? 0) + heads);
    expect([...perMonth].sort().map(([, heads]) => heads)).toEqual([1, 2, 2, 1, 2, 2, 1, 2, 2, 1, 2, 2]);
    // 1 May 2027 is a Saturday, and the stores work from Monday to Saturday.
    expect(isoDate(joiners.find(({ joiners: month }) => month === '2027-05')!.joined!)).toBe('2027-05-01');
    expect(requirements.map(({ group }) => group.id).sort()).toEqual(joiners.map(({ id }) => id).sort());
  });

  it('come to whoever is furthest behind its share; of equals to the first by id', async () => {
    const model = await firm(`${programme()}
sites: { ayr: {}, bath: {}, cork: {} }
departments: { stores: { site: ayr } }
roles: { clerk: { department: stores, joiners: 8, heads: { ayr: 40, bath: 20, cork: 20 } } }
`);
    const joiners = makeDemand(model).groups.filter((group) => group.joiners !== undefined);
    // Quotas 4, 2 and 2; joiner k comes in month ⌈12k/8⌉.
    expect(joiners.map(({ joiners: month, post }) => `${month} ${post.site}`).sort()).toEqual([
      '2027-02 ayr',
      '2027-03 bath',
      '2027-05 cork',
      '2027-06 ayr',
      '2027-08 ayr',
      '2027-09 bath',
      '2027-11 cork',
      '2027-12 ayr',
    ]);
  });

  it('a moment whose window ends after the programme is not asked', async () => {
    const model = await firm(`${programme()}
departments: { sales: { } }
roles: { clerk: { department: sales, heads: 10, joiners: 12 } }
modules:
  idea: { audience: everyone, minutes: 20, format: coaching, when: { moment: day-90 } }
`);
    const months = makeDemand(model).requirements.map(({ occurrence }) => occurrence);
    // Joining on 1 September, day 90 is 30 November; on 1 October it is 30 December, after 17 December.
    expect(months.at(-1)).toBe('day-90.2027-09');
    expect(months).toHaveLength(9);
  });
});

describe('requirements', () => {
  it('heads × occurrences × parts add up, interviews and triggers ask nothing', async () => {
    const model = await firm(`${programme()}
departments: { sales: { } }
roles: { clerk: { department: sales, heads: 30 } }
facilitators: { ann: { kind: trainer } }
rooms: { lab: { site: main, seats: 12 } }
modules:
  talk: { audience: everyone, minutes: 60, format: workshop, parts: 3, when: { every: quarter } }
  script: { audience: everyone, minutes: 15, format: interview, when: { moment: interview } }
  rescue: { audience: everyone, minutes: 60, format: workshop, when: { trigger: score drops } }
`);
    const { requirements } = makeDemand(model);
    expect(requirements.reduce((sum, { group }) => sum + group.heads, 0)).toBe(30 * 4 * 3);
    expect(requirements.slice(0, 7).map(({ id }) => id)).toEqual([
      'talk.q1.p1.clerk.main.day.1',
      'talk.q1.p1.clerk.main.day.2',
      'talk.q1.p1.clerk.main.day.3',
      'talk.q1.p2.clerk.main.day.1',
      'talk.q1.p2.clerk.main.day.2',
      'talk.q1.p2.clerk.main.day.3',
      'talk.q1.p3.clerk.main.day.1',
    ]);
    expect(requirements[0]!.because).toEqual(['modules', 'talk', 'when']);
  });

  it('who may share a session: one site, or online; huddles by department, self-paced time by group', async () => {
    const model = await firm(`${programme()}
sites: { leeds: {}, york: {} }
departments:
  sales: { site: leeds, meetings: { stand-up: { day: mon, at: 09:00, minutes: 15 } } }
  care: { site: leeds, meetings: { stand-up: { day: mon, at: 09:00, minutes: 15 } } }
roles:
  seller: { department: sales, heads: { leeds: 5, york: 4 } }
  agent: { department: care, heads: { leeds: 14 } }
facilitators: { ann: { kind: trainer } }
rooms: { lab: { site: leeds, seats: 12 }, den: { site: york, seats: 12 }, call: { site: online, seats: 40 } }
modules:
  huddle: { audience: everyone, minutes: 10, format: huddle, when: { from: 2027-02-01, by: 2027-02-28 } }
  read: { audience: everyone, minutes: 20, format: self-paced, when: { from: 2027-02-01, by: 2027-02-28 } }
  share: { audience: everyone, minutes: 60, format: virtual, when: { from: 2027-02-01, by: 2027-02-28 } }
  try: { audience: everyone, minutes: 60, format: workshop, when: { from: 2027-02-01, by: 2027-02-28 } }
`);
    const pools = poolsOf(model, makeDemand(model));
    expect(pools.map(({ id, requirements }) => `${id}: ${requirements.length}`)).toEqual([
      'huddle.once.leeds.care: 2',
      'huddle.once.leeds.sales: 1',
      'huddle.once.york.sales: 1',
      'read.once.leeds.agent.leeds.day.1: 1',
      'read.once.leeds.agent.leeds.day.2: 1',
      'read.once.leeds.seller.leeds.day.1: 1',
      'read.once.york.seller.york.day.1: 1',
      'share.once.online: 4',
      'try.once.leeds: 3',
      'try.once.york: 1',
    ]);
  });
});
