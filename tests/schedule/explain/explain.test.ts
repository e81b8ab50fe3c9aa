/** Reasons and remedies for many without a place: each has some, alike ones share, none is claimed untried. */
import { describe, expect, it } from 'vitest';
import type { Unplaced } from '../../../src/schedule/types.ts';
import { firm, planned, programme } from '../helpers.ts';

const SITES = 40;

/** Where all trainers come; looked into last. */
const HUB = 'z';

/** Each site has its own trainer, whose hour a week is too little for the year; all of them come to the hub too. */
function starved(hoursPerWeek: number): string {
  const sites = [HUB, ...Array.from({ length: SITES - 1 }, (_, i) => `s${i}`)];
  return `${programme('', '2027-01-04', '2027-12-17')}
policy: { groupSize: 12, startEvery: 15 }
sites: { ${sites.map((id) => `${id}: {}`).join(', ')} }
departments: { desk: { site: ${HUB}, maxAway: 100%, shifts: { day: { days: mon-fri, hours: 08:00-18:00 } } } }
roles: { agent: { department: desk, heads: { ${sites.map((id) => `${id}: 60`).join(', ')} } } }
rooms:
${sites.map((id) => `  lab-${id}: { site: ${id}, seats: 12 }`).join('\n')}
facilitators:
${sites.map((id) => `  ann-${id}: { kind: trainer, name: Ann of ${id}, sites: [${[...new Set([id, HUB])].join(', ')}], hoursPerWeek: ${hoursPerWeek} }`).join('\n')}
modules:
  talk: { audience: everyone, format: workshop, minutes: 60, seats: 1, when: { every: year } }
`;
}

describe('many without a place', () => {
  it('all have reasons, with names of their own site only, and a remedy', async () => {
    const { schedule } = await planned(starved(1), { effort: 'quick' });
    const others = schedule.unplaced.filter(({ requirement }) => requirement.group.post.site !== HUB);
    expect(others.length).toBeGreaterThanOrEqual(SITES - 1);
    const details = new Set<string | undefined>();
    for (const { requirement, reasons, relaxations } of others) {
      const { site } = requirement.group.post;
      expect(reasons[0]).toMatchObject({ constraint: 'facilitator-hours', cause: 'used-up' });
      details.add(reasons[0]!.detail);
      expect([undefined, `Ann of ${site}`]).toContain(reasons[0]!.detail);
      expect(relaxations[0]!.change).toBe(`1 h more for Ann of ${site} in that week`);
    }
    // Some were looked into by themselves, the rest shares what was found.
    expect(details.has(undefined)).toBe(true);
    expect(details.size).toBeGreaterThan(1);
  });

  it('remedies do what they promise', async () => {
    const { schedule } = await planned(await firm(starved(2)), { effort: 'quick' });
    expect(schedule.score.unplaced).toBe(0);
  });
});

describe('remedies', () => {
  it('come cheapest first: a thinner floor before another person', async () => {
    const { schedule } = await planned(`${programme('', '2027-02-01', '2027-02-05')}
policy: { startEvery: 60 }
departments: { desk: { maxAway: 10%, shifts: { day: { days: mon-fri, hours: 09:00-11:00 } } } }
roles: { agent: { department: desk, heads: 6 } }
facilitators: { ann: { kind: trainer, name: Ann, hoursPerDay: 1 } }
rooms: { lab: { site: main, seats: 12 } }
modules:
  talk: { audience: everyone, format: workshop, minutes: 60, when: { date: 2027-02-02 } }
`);
    const [first] = schedule.unplaced;
    const changes = first!.relaxations.map(({ change }) => change);
    expect(changes.length).toBeGreaterThan(0);
    const prices = changes.map((change) => (change.startsWith('`maxAway`') ? 0 : 1));
    expect(prices).toEqual([...prices].sort());
  });
});

describe('whoever would have to lead what they learn', () => {
  /** The only boss leads the shop's workshop; another one too where there are two of them. */
  const shop = (bosses: number) => `${programme('', '2027-01-04', '2027-01-31')}
departments: { shop: { maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:00 } } } }
roles: { boss: { department: shop, heads: ${bosses} }, seller: { department: shop, heads: 4 } }
facilitators: { t: { kind: trainer, name: T, role: boss, hoursPerWeek: 4 } }
rooms: { lab: { site: main, seats: 12 } }
modules:
  talk: { audience: everyone, format: workshop, minutes: 60, when: { from: 2027-01-04, by: 2027-01-08 } }
`;

  it('is told so, with the one remedy that holds', async () => {
    const { schedule } = await planned(shop(1), { effort: 'quick' });
    expect(schedule.unplaced).toHaveLength(1);
    const [{ requirement, reasons, relaxations }] = schedule.unplaced as [Unplaced];
    expect(requirement.group.post.role).toBe('boss');
    expect(reasons[0]).toEqual({
      constraint: 'facilitator-once',
      excluded: 145,
      of: 145,
      detail: 'T',
      cause: 'learns',
    });
    expect(relaxations.map(({ change }) => change)).toEqual(['one more person who can lead it']);
    expect(schedule.bottlenecks).toEqual([]);
  });

  it('has a place where somebody else of the role stays free to lead', async () => {
    const { schedule } = await planned(shop(2), { effort: 'quick' });
    expect(schedule.unplaced).toEqual([]);
  });
});

describe('what is closed', () => {
  const desk = (site: string, busy: string) => `${programme('', '2027-02-01', '2027-02-05')}
sites: { leeds: { name: Leeds${site} } }
departments: { desk: { name: Desk, site: leeds, shifts: { day: { days: mon-fri, hours: 09:00-11:00 } }${busy} } }
roles: { agent: { department: desk, heads: 2 } }
rooms: { lab: { name: Lab, site: leeds, seats: 12 } }
facilitators: { ann: { kind: trainer } }
modules:
  talk: { audience: everyone, format: workshop, minutes: 60, when: { date: 2027-02-02 } }
`;

  it.each([
    ['Leeds', ', closed: [{ from: 2027-02-01, to: 2027-02-03 }]', ''],
    ['Desk', '', ', busy: [{ from: 2027-02-01, to: 2027-02-03 }]'],
  ])('is named: %s', async (name, site, busy) => {
    const { schedule } = await planned(desk(site, busy), { effort: 'quick' });
    const [{ reasons }] = schedule.unplaced as [Unplaced];
    expect(reasons[0]).toMatchObject({ constraint: 'not-closed', detail: name });
    for (const { excluded, of } of reasons) expect(excluded).toBeLessThanOrEqual(of);
  });
});
