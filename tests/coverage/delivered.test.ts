import { describe, expect, it } from 'vitest';
import { assessGaps } from '../../src/coverage/gaps.ts';
import type { Gaps } from '../../src/model/made/gaps.ts';
import { minimal, modelOfFiles, type Sections } from '../fixtures.ts';
import { planOf } from './builder.ts';

/** The minimal workspace with a plan of two sessions, in January and in June, and an attendance file. */
async function delivered(
  attendance: string,
  asOf: string,
  more: Record<string, string> = {},
  changes: Sections = {},
) {
  const yaml = minimal({
    programme: { attendance: 'attendance.csv' },
    stages: undefined,
    modules: { basics: { voices: ['testimonial'] } },
    ...changes,
  });
  const model = await modelOfFiles({ 'cxplan.yaml': yaml, 'attendance.csv': attendance, ...more });
  const sessions = [
    { module: 'basics', start: '2027-01-12' },
    { module: 'basics', start: '2027-06-15' },
  ];
  return assessGaps(model, planOf(model, { sessions, asOf })).departments[0]!.delivered;
}

const HEAD = 'group,module,date,status\n';
const came = (date: string, status = 'attended') => `colleague.main.day.1,basics,${date},${status}\n`;

describe('the delivered level', () => {
  it('is absent without an attendance file', async () => {
    const model = await modelOfFiles({ 'cxplan.yaml': minimal() });
    const gaps: Gaps = assessGaps(model, planOf(model, {}));
    expect(gaps.departments[0]).not.toHaveProperty('delivered');
    expect(gaps.organisation).not.toHaveProperty('delivered');
  });

  it('counts those who came among those who were due', async () => {
    const all = await delivered(HEAD + came('2027-01-12'), '2027-02-01');
    expect(all!.cells).toMatchObject([
      { dimension: 'T', id: 'mission', need: 10, reached: 10, credit: 1 },
      { dimension: 'R', need: 40, reached: 30 },
    ]);
    expect(all!.dimensions.R).toBe(0.75);
    const none = await delivered(HEAD + came('2027-01-12', 'absent'), '2027-02-01');
    expect(none!.dimensions).toMatchObject({ T: 0, R: 0 });
  });

  it('asks nothing that is not due yet', async () => {
    const early = await delivered(HEAD + came('2027-01-12'), '2027-01-04');
    expect(early).toEqual({
      score: null,
      dimensions: { T: null, S: null, M: null, R: null },
      cells: [],
      suppressed: 0,
    });
  });

  it('takes the session of the module nearest to the date, so that no line is lost or counted twice', async () => {
    const { dimensions } = (await delivered(HEAD + came('2027-06-16'), '2027-07-04'))!;
    // Five of the 26 weeks, from 14 June on, less those not over by 4 July.
    expect(dimensions.R).toBeCloseTo(3 / 26, 5);
  });

  it('knows each person of a roster, and leaves out cells of fewer than five', async () => {
    const people = Array.from({ length: 6 }, (_, i) => `p${i},colleague,main,day`).join('\n');
    const roster = { 'people.csv': `id,role,site,shift\n${people}\n` };
    const changes = {
      programme: { attendance: 'attendance.csv', people: 'people.csv' },
      stages: undefined,
      modules: { basics: { voices: ['testimonial'] } },
    };
    const lines = (n: number) =>
      Array.from({ length: n }, (_, i) => `p${i},basics,2027-01-12,attended\n`).join('');
    const three = await delivered(`person,module,date,status\n${lines(3)}`, '2027-02-01', roster, changes);
    expect(three!.cells[0]).toMatchObject({ id: 'mission', need: 6, reached: 3, reach: 0.5 });
    const four = { 'people.csv': `id,role,site,shift\n${people.split('\n').slice(0, 4).join('\n')}\n` };
    const hidden = await delivered(`person,module,date,status\n${lines(3)}`, '2027-02-01', four, changes);
    expect(hidden!.suppressed).toBe(2);
    expect(hidden!.cells).toEqual([]);
    expect(hidden!.score).toBeNull();
  });
});
