/** What there is to place people with: the same as long as nothing that matters has changed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { makeProblem } from '../../../src/schedule/problem/encode.ts';
import { meansOf } from '../../../src/schedule/replan/supply-fingerprint.ts';
import { firm, programme } from '../helpers.ts';

const FIRM = `${programme('', '2027-01-04', '2027-02-26')}
sites: { hub: {}, shop: { closed: [{ from: 2027-01-11, to: 2027-01-12, reason: Stocktaking }] } }
departments:
  desk: { site: hub, maxAway: 50%, meetings: { team: { day: tue, at: 10:00, minutes: 15 } } }
  floor: { site: shop, maxAway: 100%, busy: [{ days: fri, hours: 12:00-17:00 }] }
roles: { agent: { department: desk, heads: 6 }, clerk: { department: desk, heads: 3, joiners: 6 }, seller: { department: floor, heads: 4 } }
moments: { soon: { from: 0, to: 6 } }
rooms: { lab: { site: hub, seats: 6, features: [screen, board] } }
facilitators: { ann: { kind: trainer, hoursPerWeek: 6, away: [{ from: 2027-01-18, to: 2027-01-19 }] } }
modules:
  try: { audience: { roles: [agent] }, minutes: 60, format: workshop, seats: 6, room: { features: [screen] }, when: { every: month } }
  visit: { audience: { roles: [agent] }, minutes: 60, format: shadowing, host: { department: floor, guests: 1, site: shop }, when: { every: month } }
  welcome: { audience: { roles: [clerk] }, minutes: 30, format: coaching, led: line, when: { moment: soon } }
`;

async function means(text: string): Promise<string> {
  const model = await firm(text);
  const problem = makeProblem(model, makeDemand(model), Number.NEGATIVE_INFINITY);
  return meansOf(problem, new Set(model.modules.keys()), { seed: 1, effort: 'quick' });
}

let before: string;
beforeAll(async () => {
  before = await means(FIRM);
});

describe('the means', () => {
  it.each([
    ['a trainer is back', ', away: [{ from: 2027-01-18, to: 2027-01-19 }]', ''],
    ['a trainer has more hours', 'hoursPerWeek: 6', 'hoursPerWeek: 7'],
    ['a room is larger', 'seats: 6, features', 'seats: 7, features'],
    ['a host has more time', ', busy: [{ days: fri, hours: 12:00-17:00 }]', ''],
    [
      "a host's site is open",
      'shop: { closed: [{ from: 2027-01-11, to: 2027-01-12, reason: Stocktaking }] }',
      'shop: {}',
    ],
    ['a moment is longer', 'from: 0, to: 6', 'from: 0, to: 9'],
    ['more may be away at once', 'maxAway: 50%', 'maxAway: 60%'],
    [
      'there are more of whom some may be away',
      'agent: { department: desk, heads: 6 }',
      'agent: { department: desk, heads: 9 }',
    ],
    ['a meeting is at another time', 'at: 10:00', 'at: 10:30'],
  ])('are others when %s', async (_what, from, to) => {
    expect(FIRM).toContain(from);
    expect(await means(FIRM.replace(from, to))).not.toBe(before);
  });

  it.each([
    ['a name', 'lab: {', 'lab: { name: Laboratory,'],
    ['a reason', 'Stocktaking', 'Counting'],
    ["the name of a meeting's key", 'team:', 'stand-up:'],
    ['the order of features', '[screen, board]', '[board, screen]'],
  ])('are the same whatever %s is', async (_what, from, to) => {
    expect(FIRM).toContain(from);
    expect(await means(FIRM.replace(from, to))).toBe(before);
  });
});
