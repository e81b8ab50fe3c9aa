/** The experience map says what stands in the plan, and of the years to come only what repeats by itself. */

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessGaps } from '../../src/coverage/gaps.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { type Context, makeContext } from '../../src/report/context.ts';
import { type ExperienceMap, experienceMap } from '../../src/report/experience.ts';
import { repeats } from '../../src/report/meetings.ts';
import { report } from '../../src/report/report.ts';
import { planModel } from '../coverage/examples.ts';
import { modelOf } from '../fixtures.ts';

const MINIMAL = readFileSync(new URL('../../examples/minimal/cxplan.yaml', import.meta.url), 'utf8');

let model: Model;
let plan: Plan;
let context: Context;
let map: ExperienceMap;

beforeAll(async () => {
  // Nobody asks bookkeepers anything in the interview.
  model = await modelOf(
    MINIMAL.replace(', interview: Read this bill as a student would.', '').replace(
      'hello: { name: The first interview, audience: everyone',
      'hello: { name: The first interview, audience: { departments: [shop] }',
    ),
  );
  plan = await planModel(model);
  context = makeContext(model, plan, assessGaps(model, plan));
  map = experienceMap(context);
});

const cell = (role: string, stage: string) => {
  const i = map.stages.findIndex(({ id }) => id === stage);
  return map.rows.find((row) => row.role.id === role)!.cells[i]!;
};
const sessionsOf = (role: string) =>
  plan.sessions.filter(({ attendees }) =>
    attendees.some(({ group }) => group.startsWith(`${role}.main.day.1`)),
  );

describe('the experience map', () => {
  it('goes from the interview over the first days and the months to the third year', () => {
    const ids = map.stages.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['interview', 'week-1', '2027-01']);
    expect(ids.slice(-3)).toEqual(['2027-12', 'year-2', 'year-3']);
  });

  it('knows an interview by its text or its script', () => {
    expect(cell('mechanic', 'interview')).toMatchObject({ met: true, modules: ['The first interview'] });
    expect(cell('bookkeeper', 'interview')).toMatchObject({ met: false });
  });

  it('tells the minutes of each month as they are planned', () => {
    for (const { id } of map.stages.filter(({ kind }) => kind === 'month')) {
      const own = sessionsOf('bookkeeper').filter(({ start }) => start.startsWith(id));
      const minutes = own.reduce(
        (sum, session) =>
          sum +
          session.minutes *
            session.attendees
              .filter(({ group }) => group.startsWith('bookkeeper.'))
              .reduce((heads, { first, last }) => heads + last - first + 1, 0),
        0,
      );
      expect(cell('bookkeeper', id).minutes).toBe(minutes / 4);
    }
  });

  it('gives first days to joiners only', () => {
    expect(cell('mechanic', 'week-1')).toMatchObject({ people: 2, reached: 2, minutes: 30, voice: true });
    expect(cell('manager', 'week-1')).toMatchObject({ people: 0, reached: 0, met: false });
  });

  it('does not count joiners whose moment lies after the programme', async () => {
    // Two mechanics join, in June and in December: only one of them is there for ninety days.
    const later = await modelOf(MINIMAL.replace('when: { moment: week-1 }', 'when: { moment: day-90 }'));
    const planned = await planModel(later);
    const { rows, stages } = experienceMap(makeContext(later, planned, assessGaps(later, planned)));
    const at = stages.findIndex(({ id }) => id === 'day-90');
    expect(rows.find(({ role }) => role.id === 'mechanic')!.cells[at]).toMatchObject({
      people: 1,
      reached: 1,
      minutes: 30,
    });
  });

  it('carries over to later years only what has a rhythm', () => {
    expect([...model.modules.values()].filter(repeats).map(({ id }) => id)).toEqual([
      'lead',
      'minute',
      'open-day',
      'rider-lunch',
    ]);
    const year = map.stages
      .filter(({ kind }) => kind === 'month')
      .reduce((sum, { id }) => sum + cell('bookkeeper', id).minutes, 0);
    expect(cell('bookkeeper', 'year-2').minutes).toBe(year - 45);
    expect(cell('bookkeeper', 'year-3')).toEqual(cell('bookkeeper', 'year-2'));
    expect(cell('bookkeeper', 'year-2').modules).not.toContain('Bills people understand');
  });

  it('is a page and a table, and says what it is', () => {
    const { pages, tables } = report(model, plan, context.gaps);
    const text = JSON.stringify(pages.get('experience-map')!());
    expect(text).toContain('not what anybody has learned');
    expect(text).toContain('if the year repeats as it is written: 4 of 6 modules');
    const rows = [...tables.get('experience-map')!.rows()];
    expect(rows).toHaveLength(map.rows.length * map.stages.length);
    expect(rows.filter(([, , kind]) => kind === 'if the year repeats')).toHaveLength(2 * map.rows.length);
  });
});
