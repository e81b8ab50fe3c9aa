import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { fortnightsFrom, inSeason } from '../../src/calendar/season.ts';
import { isTimeOf } from '../../src/verify/season.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { leftOut, startsOf, yearOf } from '../year.ts';

const day = (text: string) => toDay(text)!;
const module = (id: string, date: string, more = '') =>
  `  ${id}: { audience: everyone, format: self-paced, minutes: 60, when: { date: ${date} }${more} }\n`;

function firm(
  department: string,
  modules: string,
  rest = '',
  dates = 'starts: 2027-01-04, ends: 2027-12-17',
): string {
  return `
programme: { name: N, ${dates}, timezone: Europe/London }
departments: { d: { maxAway: 100%, ${department} } }
roles: { r: { department: d, heads: 2 } }
${rest}
modules:
${modules}`;
}

describe('weeks', () => {
  it('count both ways from any day of one of them, over years with 53 weeks', () => {
    const weeks = { every: 2, from: day('2026-12-30') };
    const on = ['2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04', '2027-01-11'].filter((one) =>
      inSeason({ weeks }, day(one)),
    );
    expect(on).toEqual(['2026-12-14', '2026-12-28', '2027-01-11']);
    for (let at = day('2026-11-01'); at < day('2027-03-01'); at++) {
      const season = {
        weeks: { every: 3, from: day('2027-02-03') },
        from: day('2026-12-01'),
        to: day('2027-02-21'),
      };
      expect(isTimeOf(season, at)).toBe(inSeason(season, at));
    }
    expect(isoDate(fortnightsFrom(day('2027-01-01')))).toBe('2027-01-04');
    expect(isoDate(fortnightsFrom(day('2026-12-28')))).toBe('2025-12-29');
  });

  it('early one week and late the next: people learn when they are on', async () => {
    const year = await yearOf(
      firm(
        `shifts: {
           a: { times: [{ days: mon-fri, hours: 06:00-14:00, weeks: { every: 2, from: 2027-01-04 } }, { days: mon-fri, hours: 14:00-22:00, weeks: { every: 2, from: 2027-01-11 } }], share: 50% },
           b: { times: [{ days: mon-fri, hours: 14:00-22:00, weeks: { every: 2, from: 2027-01-04 } }, { days: mon-fri, hours: 06:00-14:00, weeks: { every: 2, from: 2027-01-11 } }], share: 50% } }`,
        `${module('morning', '2027-01-05', ', hours: 08:00-10:00')}${module('next', '2027-01-12', ', hours: 08:00-10:00')}`,
      ),
    );
    const who = (id: string) =>
      year.plan.sessions
        .filter((one) => one.module === id)
        .flatMap(({ attendees }) => attendees.map(({ group }) => group));
    expect(who('morning')).toEqual(['r.main.a.1']);
    expect(who('next')).toEqual(['r.main.b.1']);
    expect(leftOut(year).sort()).toEqual(['morning 2027-01-05', 'next 2027-01-12']);
  });

  it('every other Saturday, summer hours, busy in every third week', async () => {
    const year = await yearOf(
      firm(
        `busy: [{ days: mon, weeks: { every: 3, from: 2027-01-06 } }], shifts: { s: { times: [
           { days: mon-fri, hours: 09:00-17:00, to: 2027-05-31 }, { days: mon-fri, hours: 07:00-13:00, from: 2027-06-01, to: 2027-08-31 }, { days: mon-fri, hours: 09:00-17:00, from: 2027-09-01 },
           { days: sat, hours: 10:00-14:00, weeks: { every: 2, from: 2027-01-04 } }] } }`,
        [
          module('sat-on', '2027-01-09'),
          module('sat-off', '2027-01-16'),
          module('spring', '2027-05-28', ', hours: 14:00-16:00'),
          module('summer', '2027-06-02', ', hours: 14:00-16:00'),
          module('early', '2027-06-03', ', hours: 07:00-09:00'),
          module('autumn', '2027-09-01', ', hours: 14:00-16:00'),
          module('busy-week', '2027-01-25'),
          module('free-week', '2027-02-01'),
        ].join(''),
      ),
    );
    expect(leftOut(year).sort()).toEqual(['busy-week 2027-01-25', 'sat-off 2027-01-16', 'summer 2027-06-02']);
  });

  it('of a facilitator and of a meeting with a week of its own', async () => {
    const workshop = (id: string, date: string) =>
      `  ${id}: { audience: everyone, format: workshop, room: false, minutes: 60, when: { date: ${date} } }\n`;
    const year = await yearOf(
      firm(
        'meetings: { huddle: { day: tue, at: 10:00, minutes: 15, weeks: { every: 2, from: 2027-01-11 }, to: 2027-03-31 } }',
        `${workshop('here', '2027-01-05')}${workshop('gone', '2027-01-12')}  talk: { audience: everyone, format: huddle, minutes: 10, when: { every: fortnight, by: 2027-03-28 } }\n`,
        'facilitators: { t: { kind: trainer, days: tue, weeks: { every: 2, from: 2027-01-04 } } }',
      ),
    );
    expect(leftOut(year)).toEqual(['gone 2027-01-12']);
    expect(startsOf(year, 'talk').map((start) => start.slice(0, 10))).toEqual([
      '2027-01-12',
      '2027-01-26',
      '2027-02-09',
      '2027-02-23',
      '2027-03-09',
      '2027-03-23',
    ]);
  });

  it('a fortnightly meeting is held two weeks apart over a week 53', async () => {
    const year = await yearOf(
      firm(
        'meetings: { huddle: { day: tue, at: 10:00, minutes: 15, every: fortnight } }',
        '  talk: { audience: everyone, format: huddle, minutes: 10, when: { every: fortnight } }\n',
        '',
        'starts: 2026-11-30, ends: 2027-02-05',
      ),
    );
    const days = startsOf(year, 'talk').map((start) => toDay(start.slice(0, 10))!);
    expect(days).toHaveLength(5);
    expect(new Set(days.slice(1).map((at, i) => at - days[i]!))).toEqual(new Set([14]));
    expect(days.map(isoDate)).toContain('2026-12-29');
  });
});

describe('mistakes in weeks speak', () => {
  const codes = async (text: string) => {
    const { diagnostics } = await loadSources(new Map([['cxplan.yaml', text]]));
    return diagnostics.map(({ code, at, message }) => `${code} ${at?.line}:${at?.column} ${message}`);
  };

  it('times that overlap in some weeks only, a meeting in weeks without its shift, two rhythms', async () => {
    const alternate = (first: string, second: string) =>
      `shifts: { s: { times: [{ days: mon-fri, hours: 09:00-13:00, weeks: { every: 2, from: ${first} } }, { days: mon-fri, hours: 12:00-17:00, weeks: { every: 3, from: ${second} } }] } }`;
    const overlapping = await codes(firm(alternate('2027-01-04', '2027-01-11'), module('m', '2027-01-05')));
    // Weeks 1, 3, 5 … and 2, 5, 8 …: both in week 5 (1 February).
    expect(overlapping.join()).toContain('overlap on mon 2027-02-01 at 12:00');
    const meeting = (weeks: string, more = '') =>
      firm(
        `shifts: { s: { days: mon-fri, hours: 09:00-17:00, weeks: { every: 2, from: 2027-01-04 } } }, meetings: { h: { day: tue, at: 10:00, minutes: 15, weeks: { every: 2, from: ${weeks} }${more} } }`,
        module('m', '2027-01-05'),
      );
    expect((await codes(meeting('2027-01-11'))).join()).toContain('is never within shift "s"');
    expect(await codes(meeting('2027-01-04'))).toEqual([]);
    expect((await codes(meeting('2027-01-04', ', every: month'))).join()).toContain('two-rhythms');
  });

  it('a season that ends first or lies outside, a week in the midst of the year', async () => {
    const shift = (more: string) =>
      firm(`shifts: { s: { days: mon-fri, hours: 09:00-17:00, ${more} } }`, module('m', '2027-01-05'));
    expect((await codes(shift('from: 2027-06-01, to: 2027-05-01'))).join()).toContain('range-ends-first');
    expect((await codes(shift('from: 2028-06-01'))).join()).toContain('range-outside-programme');
    expect((await codes(shift('weeks: { every: 2, from: 2027-06-07 }'))).join()).toContain(
      'weeks-count-both-ways',
    );
    expect(await codes(shift('weeks: { every: 2, from: 2026-09-07 }'))).toEqual([]);
    expect((await codes(shift('weeks: { every: 0, from: 2027-01-04 }'))).join()).toMatch(/every/);
    expect((await codes(shift('weeks: { evry: 2, from: 2027-01-04 }'))).join()).toContain('unknown-key 3:');
  });
});
