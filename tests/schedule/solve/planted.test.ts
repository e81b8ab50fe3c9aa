/** Firms written around a full year that was laid out first: the planner finds a full one, too. */
import { describe, expect, it } from 'vitest';
import { MINUTES_A_DAY, toDay } from '../../../src/calendar/date.ts';
import { makeDemand } from '../../../src/demand/demand.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { type Held, planted, plantedSize } from '../../bench/planted.ts';
import { firm, fullyPlanned } from '../helpers.ts';

/**
 * Firms whose last people need others to make room for them, several times over; in 52 half-full sessions of two shifts
 * have to become one, in 853 a bought day has to be given up for another, in 555 another trainer has to lead first.
 */
const FIRMS = [
  ...[34, 52, 87, 102, 130, 159, 174].map((number) => plantedSize(number)),
  plantedSize(52, 1, 9),
  plantedSize(555, 1, 9),
  plantedSize(853, 1, 10),
];
/** Of the search. */
const SEEDS = [1, 2, 3, 5];
const FIRST = toDay('2027-02-01')!;

describe('a firm with no more of anything than a year needs', () => {
  it('has a full year by construction', async () => {
    for (const size of FIRMS) {
      const { text, held } = planted(size);
      const model = await firm(text);
      const schedule = {
        sessions: held.map((one) => placed(one, model.departments.get('d0')!.site)),
        unplaced: [],
        score: { unplaced: 0, soft: 0, terms: [] },
        moves: 0,
      };
      const options = {
        tool: 'cxplan test',
        inputs: 'sha256:0',
        seed: 1,
        effort: 'normal',
        asOf: '2027-01-31',
      } as const;
      const plan = makePlan(model, makeDemand(model), schedule, { ...options, previous: undefined });
      expect(verifyPlan(model, plan)).toEqual([]);
    }
  });

  it('is planned in full, whatever the seed', async () => {
    for (const size of FIRMS) {
      const model = await firm(planted(size).text);
      for (const seed of SEEDS) await fullyPlanned(model, { seed });
    }
  });
});

function placed({ module, units, day, start, trainer, room, site }: Held, home: string) {
  const online = module.kind === 'virtual';
  return {
    module: module.id,
    occurrence: 'once',
    attendees: units
      .map(({ group, first, last }) => ({ group: group.id, first, last }))
      .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : a.first - b.first)),
    start: (FIRST + day) * MINUTES_A_DAY + start,
    minutes: module.minutes,
    zone: 'UTC',
    site: online ? 'online' : site < 0 ? home : `s${site}`,
    room: online ? `call-${trainer}` : room,
    facilitator: trainer < 0 ? undefined : `t${trainer}`,
    moved: [],
  };
}
