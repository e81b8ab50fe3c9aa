/** Who stays away again and again is counted, group by group, and never told apart. */
import { describe, expect, it } from 'vitest';
import { assessGaps } from '../../src/coverage/gaps.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import { minimal, modelOfFiles } from '../fixtures.ts';
import { planOf } from './builder.ts';

const DAYS = ['2027-01-12', '2027-02-09', '2027-03-09', '2027-04-13'];
const IDS = ['ottoline', 'zsofia', 'ikenna', 'ruth', 'imran', 'tove'];
const [A, B] = ['attended', 'absent'];

/** What the rule says of a group with a session in each of four months. @param came person → what came of each, in order */
async function told(
  came: Readonly<Record<string, readonly (string | undefined)[]>>,
  { ids = IDS, people = ids }: { ids?: readonly string[]; people?: readonly (string | null)[] } = {},
  policy = {},
) {
  const lines = Object.entries(came).flatMap(([person, outcomes]) =>
    outcomes.flatMap((outcome, i) => (outcome ? [`${person},basics,${DAYS[i]},${outcome}\n`] : [])),
  );
  const model = await modelOfFiles({
    'cxplan.yaml': minimal({ programme: { attendance: 'attendance.csv', people: 'people.csv' }, policy }),
    'people.csv': `id,role,site,shift\n${ids.map((id) => `${id},colleague,main,day\n`).join('')}`,
    'attendance.csv': `person,module,date,status\n${lines.join('')}`,
  });
  const attendees = [{ group: 'colleague.main.day.1', first: 1, last: people.length }];
  // Not in the order of time: the plan's document is read as it is.
  const sessions = [...DAYS].reverse().map((start) => ({ module: 'basics', start, attendees }));
  const plan = planOf(model, { sessions, asOf: '2027-05-01' });
  const named: Plan = { ...plan, groups: plan.groups.map((group) => ({ ...group, people })) };
  const { findings } = assessGaps(model, named);
  return findings.filter(({ rule }) => rule === 'repeatedly-absent');
}

describe('repeatedly-absent', () => {
  it('counts those who missed the last three, one finding for a group, and names nobody', async () => {
    const found = await told({ ottoline: [A, B, B, B], zsofia: [B, B, B, B], ruth: [B, B, B, A] });
    expect(found).toMatchObject([
      { severity: 'warn', key: 'repeatedly-absent:department=stores,group=colleague.main.day.1' },
    ]);
    expect(found[0]!.message).toBe('Colleague: 2 people of 6 missed the last 3 sessions in a row, or more.');
    for (const id of IDS) expect(JSON.stringify(found)).not.toContain(id);
  });

  it('takes what is not told for neither, and asks for as many as the policy says', async () => {
    expect(await told({ ottoline: [B, undefined, B, B] })).toHaveLength(1);
    expect(await told({ ottoline: [B, B, A, B] })).toEqual([]);
    expect(await told({ ottoline: [B, B, undefined, undefined] })).toEqual([]);
    const two = { rules: { 'repeatedly-absent': { sessions: 2 } } };
    expect((await told({ ottoline: [A, A, B, B] }, {}, two))[0]!.message).toContain('the last 2 sessions');
  });

  it('tells nothing of fewer than five, whoever has left not counted', async () => {
    const four = IDS.slice(0, 4);
    expect(await told({ ottoline: [B, B, B] }, { ids: four })).toEqual([]);
    expect(await told({ ottoline: [B, B, B] }, { ids: four, people: [...four, null, null] })).toEqual([]);
    const five = [null, ...IDS.slice(1)];
    expect(await told({ zsofia: [B, B, B] }, { ids: IDS.slice(1), people: five })).toMatchObject([
      { message: expect.stringContaining('1 person of 5') },
    ]);
  });
});
