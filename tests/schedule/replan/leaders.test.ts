/** A session that several lead: whoever of them is away is replaced, and the others stay. */
import { describe, expect, it } from 'vitest';
import { ledBy } from '../../../src/model/made/led-by.ts';
import { planned } from '../helpers.ts';

const firm = (more: string) => `programme: { name: Two, starts: 2027-01-04, ends: 2027-03-26, timezone: UTC }
departments: { shop: { maxAway: 100% } }
roles: { seller: { department: shop, heads: 8 } }
rooms: { hall: { site: main, seats: 8 } }
facilitators:
  amira: { kind: trainer }
  noor: { kind: trainer, role: seller }
  tom: { kind: trainer${more} }
modules:
  stage: { audience: everyone, format: workshop, minutes: 120, seats: 4, leaders: 2, when: { from: 2027-02-01, by: 2027-02-26 } }
`;

describe('a session that several lead', () => {
  it('names all of them, once each, and as many as are asked for', async () => {
    const { plan } = await planned(firm(''));
    expect(plan.sessions.length).toBeGreaterThan(0);
    for (const session of plan.sessions) expect(new Set(ledBy(session)).size).toBe(2);
    const led = plan.sessions.reduce((sum, { minutes }) => sum + 2 * minutes, 0);
    expect(plan.loads.facilitators.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(led);
  });

  it('keeps its time and the one who can, when the other is away', async () => {
    const { plan: before } = await planned(firm(''));
    const [first] = before.sessions.filter((session) => ledBy(session).includes('tom'));
    const day = first!.start.slice(0, 10);
    const { plan } = await planned(firm(`, away: [{ from: ${day}, to: ${day} }]`), {
      previous: before,
      inputs: 'sha256:1',
    });
    const now = plan.sessions.find(({ id }) => id === first!.id)!;
    expect(now.start).toBe(first!.start);
    expect(ledBy(now)).toEqual(['amira', 'noor']);
    expect(now.why.join(' ')).toContain('Led by Amira and Noor instead of Amira and Tom');
    expect(now.sequence).toBe(first!.sequence + 1);
  });

  it('is planned the same when it is planned again', async () => {
    const { plan: before } = await planned(firm(''));
    const { plan } = await planned(firm(''), { previous: before, inputs: 'sha256:1' });
    expect(plan.sessions).toEqual(before.sessions);
  });

  it('becomes one of one leader where one is asked for from then on', async () => {
    const { plan: before } = await planned(firm(''));
    const { plan } = await planned(firm('').replace('leaders: 2, ', ''), {
      previous: before,
      inputs: 'sha256:1',
    });
    expect(plan.sessions.map(({ start }) => start)).toEqual(before.sessions.map(({ start }) => start));
    for (const session of plan.sessions) expect(ledBy(session)).toHaveLength(1);
  });
});
