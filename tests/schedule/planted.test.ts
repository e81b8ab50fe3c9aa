/** Firms written around a full year that was laid out first: the planner finds a full one, too. */
import { describe, expect, it } from 'vitest';
import { MINUTES_A_DAY, toDay } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { verifyPlan } from '../../src/schedule/verify/verify.ts';
import { type Held, planted, plantedSize } from '../bench/planted.ts';
import { firm, fullyPlanned } from './helpers.ts';

/** Firms whose last people need others to make room for them, several times over. */
const SEEDS = [34, 87, 102, 130, 159, 174];
const FIRST = toDay('2027-02-01')!;

describe('a firm with no more of anything than a year needs', () => {
  it('has a full year by construction', async () => {
    for (const seed of SEEDS) {
      const { text, held } = planted(plantedSize(seed));
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

  it('is planned in full', async () => {
    for (const seed of SEEDS) await fullyPlanned(planted(plantedSize(seed)).text);
  }, 60_000);
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
