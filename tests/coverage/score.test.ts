import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { assessGaps } from '../../src/coverage/gaps.ts';
import { cellOf, rhythmCell } from '../../src/coverage/measure/cells.ts';
import { dimensionsOf, scoreOf } from '../../src/coverage/score.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Model } from '../../src/model/model.ts';
import { minimal, modelOf } from '../fixtures.ts';
import { type HandSession, planOf } from './builder.ts';

describe('the score', () => {
  it('is 72.8 for the worked case of Finance, 26 people', () => {
    const full = { need: 26, reached: 26, voice: true };
    const cells = [
      ...[1, 2, 3, 4, 5].map((n) => cellOf('T', `full-${n}`, full)),
      cellOf('T', 'half', { need: 26, reached: 13, voice: true }),
      cellOf('T', 'none-1', { need: 26, reached: 0, voice: false }),
      cellOf('T', 'none-2', { need: 26, reached: 0, voice: false }),
      cellOf('S', 'buy', full),
      cellOf('S', 'return', { ...full, voice: false }),
      ...[1, 2, 3].map((n) => cellOf('M', `met-${n}`, { need: 4, reached: 4, voice: true })),
      cellOf('M', 'missed', { need: 4, reached: 0, voice: false }),
      rhythmCell(26 * 52, 26 * 39),
    ];
    const dimensions = dimensionsOf(cells);
    expect(cells[5]!.credit).toBeCloseTo(0.5556, 4);
    expect(dimensions.T).toBeCloseTo(0.6944, 4);
    expect(dimensions).toMatchObject({ S: 0.75, M: 0.75, R: 0.75 });
    expect(scoreOf(dimensions)!.toFixed(1)).toBe('72.8');
  });

  it('counts nine people in ten as all of them', () => {
    expect(cellOf('T', 'x', { need: 10, reached: 9, voice: true }).credit).toBe(1);
    expect(cellOf('T', 'x', { need: 10, reached: 9, voice: false }).credit).toBe(0.5);
    expect(cellOf('T', 'x', { need: 20, reached: 9, voice: true }).credit).toBe(0.5);
  });

  it('gives the weight of an empty dimension to the others', () => {
    expect(scoreOf({ T: 1, S: null, M: null, R: 0 })).toBeCloseTo((100 * 0.4) / 0.55, 9);
    expect(scoreOf({ T: null, S: null, M: null, R: null })).toBeNull();
  });

  it('weighs cells by the people who need them', () => {
    const cells = [
      cellOf('T', 'all', { need: 30, reached: 30, voice: true }),
      cellOf('T', 'few', { need: 10, reached: 0, voice: false }),
    ];
    expect(dimensionsOf(cells).T).toBe(0.75);
  });
});

describe('a plan of Finance', () => {
  it('scores 72.8 when planned like the worked case', async () => {
    const model = await modelOf(FINANCE);
    const gaps = assessGaps(model, planOf(model, { sessions: financeSessions(model) }));
    const finance = gaps.departments[0]!;
    expect(finance.people).toBe(26);
    expect(finance.dimensions).toEqual({ T: 0.694444, S: 0.75, M: 0.75, R: 0.75 });
    expect(finance.score!.toFixed(1)).toBe('72.8');
    expect(gaps.organisation.score).toBe(finance.score);
    expect(gaps.roles[0]!.score).toBe(finance.score);
    expect(gaps.sites[0]!.score).toBe(finance.score);
    expect(gaps.lowest).toEqual({ department: 'finance', score: finance.score });
  });
});

describe('who counts', () => {
  it('leaves out what is unpaid, without theme, a bare tool or reactive', async () => {
    const model = await modelOf(
      minimal({
        modules: {
          basics: { paid: false },
          plain: { ...BASIC, themes: [] },
          tool: { ...BASIC, kind: 'tool' },
          linked: { ...BASIC, kind: 'tool', strategy: 'Fewer queues.' },
          crisis: { ...BASIC, when: { trigger: 'score drops' } },
        },
      }),
    );
    const themeOf = (module: string) => {
      const plan = planOf(model, { sessions: [{ module, start: '2027-01-12' }] });
      return assessGaps(model, plan).departments[0]!.dimensions.T;
    };
    const reach = ['basics', 'plain', 'tool', 'crisis', 'linked'].map(themeOf);
    expect(reach).toEqual([0, 0, 0, 0, 0.5]);
  });

  it('weighs the organisation by people and still shows the lowest department', async () => {
    const model = await modelOf(
      minimal({
        departments: { office: {} },
        roles: { clerk: { department: 'office', heads: 30 } },
        stages: undefined,
        modules: { basics: { voices: ['testimonial'], audience: { departments: ['stores'] } } },
      }),
    );
    const gaps = assessGaps(model, planOf(model, { sessions: [{ module: 'basics', start: '2027-01-12' }] }));
    const [office, stores] = gaps.departments;
    expect(office!.score).toBe(0);
    expect(gaps.organisation.score).toBeCloseTo((stores!.score! * 10) / 40, 4);
    expect(gaps.lowest).toEqual({ department: 'office', score: 0 });
  });

  it('scores a site as the mean of its departments there', async () => {
    const model = await modelOf(
      minimal({
        sites: { leeds: {}, york: {} },
        departments: { stores: { site: 'leeds' }, office: { site: 'leeds' } },
        roles: {
          colleague: { heads: { leeds: 10, york: 10 } },
          clerk: { department: 'office', heads: 30 },
        },
        stages: undefined,
        modules: { basics: { voices: ['testimonial'] } },
      }),
    );
    const attendees = [{ group: 'colleague.york.day.1', first: 1, last: 10 }];
    const plan = planOf(model, { sessions: [{ module: 'basics', start: '2027-01-12', attendees }] });
    const { sites, departments } = assessGaps(model, plan);
    expect(sites.map(({ id, dimensions }) => [id, dimensions.T])).toEqual([
      ['leeds', 0],
      ['york', 1],
    ]);
    expect(departments.map(({ id, dimensions }) => [id, dimensions.T])).toEqual([
      ['office', 0],
      ['stores', 0.555556],
    ]);
  });
});

const BASIC = {
  audience: 'everyone',
  format: 'self-paced',
  minutes: 30,
  when: { every: 'year' },
  themes: ['mission'],
};

const themes = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'];
const moments = ['day-1', 'week-1', 'day-10', 'day-30'];

const FINANCE = `
programme: { name: Finance, starts: 2027-01-04, ends: 2028-01-02, timezone: Europe/London }
departments: { finance: {} }
roles: { clerk: { department: finance, heads: 26, joiners: 12 } }
stages:
  buy: { touchpoints: { invoice: { owner: finance } } }
  return: { touchpoints: { refund: { owner: clerk } } }
themes: { ${themes.map((id) => `${id}: {}`).join(', ')} }
moments: { day-10: { from: 8, to: 12 } }
modules:
${themes.map((id) => entry(id, '{ every: year }', `themes: [${id}], voices: [testimonial]`)).join('\n')}
${entry('buying', '{ every: year }', 'themes: [t1], stages: [buy], voices: [testimonial]')}
${entry('returning', '{ every: year }', 'themes: [t2], stages: [return]')}
${moments.map((id) => entry(`at-${id}`, `{ moment: ${id} }`, 'themes: [t1], voices: [testimonial]')).join('\n')}
`;

function entry(id: string, when: string, rest: string): string {
  return `  ${id}: { audience: everyone, format: self-paced, minutes: 30, when: ${when}, ${rest} }`;
}

/** Five themes for all, one for 13 of 26, two for nobody; both stages, one without a voice; 39 of 52 weeks. */
function financeSessions(model: Model): HandSession[] {
  const monday = (week: number) => isoDate(toDay('2027-01-04')! + 7 * week);
  const half = [
    { group: 'clerk.main.day.1', first: 1, last: 12 },
    { group: 'clerk.main.day.2', first: 1, last: 1 },
  ];
  const joiners = makeDemand(model).requirements.filter(
    ({ module, group }) => group.joiners !== undefined && module.id !== 'at-day-10',
  );
  return [
    ...['t1', 't2', 't3', 't4', 't5', 'buying', 'returning'].map((module, i) => ({
      module,
      start: monday(5 * i),
    })),
    { module: 't1', start: monday(34) },
    { module: 't6', start: monday(0), attendees: half },
    ...joiners.map(({ module, group, from }) => ({
      module: module.id,
      start: isoDate(from),
      attendees: [{ group: group.id, first: 1, last: group.heads }],
    })),
  ];
}
