import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { postDays } from '../../src/model/working-time/working-days.ts';
import { leftOut, startsOf, type Year, yearOf } from '../year.ts';

/** The days on which groups of joiners start, in order. */
function firstDays({ demand }: Year): string[] {
  return demand.groups.flatMap(({ joined }) => (joined === undefined ? [] : [isoDate(joined)])).sort();
}

function firm(parts: string): string {
  const programme = /starts:/.test(parts) ? '' : ', starts: 2027-01-04, ends: 2027-12-17';
  return `programme: { name: N, mantra: m., timezone: Europe/Dublin${programme}${parts}`;
}

const SHOP = firm(`, holidays: IE }
departments:
  shop: { maxAway: 100%, shifts: { s: { days: tue-sat, hours: 09:00-17:30 } }, busy: [{ monthEnd: { before: 2 }, reason: close }] }
roles: { mechanic: { department: shop, heads: 6, joiners: 12 } }
themes: { mission: { months: [1] } }
modules:
  first: { audience: everyone, format: self-paced, minutes: 30, when: { moment: day-1 }, themes: [mission] }
  d28: { audience: everyone, format: self-paced, minutes: 30, when: { date: 2027-01-28 }, themes: [mission] }
  d30: { audience: everyone, format: self-paced, minutes: 30, when: { date: 2027-01-30 }, themes: [mission] }
`);

/** One department with these shifts, and a module for each day in `dates`. */
function probing(shifts: string, more: string, dates: readonly string[], rest = ''): string {
  const modules = dates.map(
    (date) =>
      `  d${date.slice(5)}: { audience: everyone, format: self-paced, minutes: 30, when: { date: ${date} } }`,
  );
  return firm(` }
departments: { d: { maxAway: 100%, shifts: ${shifts}${more} } }
roles: { r: { department: d, heads: 2 } }
modules:
${modules.join('\n')}
${rest}`);
}

describe('working days are days of the people’s own shifts', () => {
  it('a shop that is open from Tuesday to Saturday starts joiners on these days and counts its month ends in them', async () => {
    const year = await yearOf(SHOP);
    const days = firstDays(year);
    expect(days).toHaveLength(12);
    // Mondays are 4 January, 1 March, 1 November; 1 January is before the programme.
    expect(days.filter((day) => ['01', '03', '11'].includes(day.slice(5, 7)))).toEqual([
      '2027-01-05',
      '2027-03-02',
      '2027-11-02',
    ]);
    expect(startsOf(year, 'first')).toHaveLength(12);
    expect(startsOf(year, 'd28')).toHaveLength(1);
    // The last two working days of January are Friday the 29th and Saturday the 30th.
    expect(leftOut(year)).toEqual(['d30 2027-01-30']);
  });

  it('a department that works at weekends only welcomes its joiners, each shift on its own days', async () => {
    const year = await yearOf(
      firm(` }
departments:
  d: { maxAway: 100%, shifts: { week: { days: mon-thu, hours: 09:00-17:00, share: 50% }, end: { days: sat-sun, hours: 10:00-16:00, share: 50% } } }
roles: { guide: { department: d, heads: 4, shifts: [end], joiners: 6 }, clerk: { department: d, heads: 4, shifts: [week], joiners: 6 } }
modules: { hello: { audience: everyone, format: self-paced, minutes: 30, when: { moment: day-1 } } }
`),
    );
    const of = (role: string) =>
      year.demand.groups
        .filter(({ joined, post }) => joined !== undefined && post.role === role)
        .map(({ joined }) => isoDate(joined!))
        .sort();
    expect(of('guide')).toEqual([
      '2027-02-06',
      '2027-04-03',
      '2027-06-05',
      '2027-08-01',
      '2027-10-02',
      '2027-12-04',
    ]);
    expect(of('clerk')).toEqual([
      '2027-02-01',
      '2027-04-01',
      '2027-06-01',
      '2027-08-02',
      '2027-10-04',
      '2027-12-01',
    ]);
    expect(startsOf(year, 'hello')).toHaveLength(12);
    expect(leftOut(year)).toEqual([]);
  });

  it('a night belongs to the day it begins: one that runs into a holiday is worked, one that begins on it is not', async () => {
    const year = await yearOf(
      firm(`, holidays: { dates: [2027-02-01, 2027-06-01] } }
departments: { d: { maxAway: 100%, shifts: { n: { days: [sun, mon, wed], hours: 22:00-06:00 } } } }
roles: { r: { department: d, heads: 2, joiners: 12 } }
modules: { hello: { audience: everyone, format: self-paced, minutes: 30, when: { moment: day-1 } } }
`),
    );
    const days = firstDays(year);
    // Monday 1 February is a holiday: Wednesday the 3rd. 2 August is a Monday, but the 1st is a Sunday.
    expect(days[1]).toBe('2027-02-03');
    expect(days[7]).toBe('2027-08-01');
    expect(leftOut(year)).toEqual([]);
  });

  it('half a day off is a working day where shift time remains, and none for the shift that it takes whole', async () => {
    // In Iceland 24 December is a holiday from 13:00.
    const { model } = await yearOf(
      firm(`, starts: 2027-01-04, ends: 2027-12-31, holidays: IS }
departments: { d: { maxAway: 100%, shifts: { am: { days: mon-fri, hours: 08:00-14:00, share: 50% }, pm: { days: mon-fri, hours: 13:00-20:00, share: 50% } } } }
roles: { r: { department: d, heads: 2 } }
modules: { hello: { audience: everyone, format: self-paced, minutes: 30, when: { date: 2027-02-01 } } }
`),
    );
    const works = (shift: string, day: string) =>
      postDays(model, model.posts.get(`r.main.${shift}`)!)(toDay(day)!);
    expect([works('am', '2027-12-24'), works('pm', '2027-12-24')]).toEqual([true, false]);
    expect([works('am', '2027-12-23'), works('pm', '2027-12-23')]).toEqual([true, true]);
  });

  it('who comes in a month that is closed throughout starts on the first working day after it', async () => {
    const year = await yearOf(
      firm(` }
sites: { main: { closed: [{ from: 2027-07-26, to: 2027-08-29 }] } }
departments: { d: { maxAway: 100% } }
roles: { r: { department: d, heads: 2, joiners: 12 } }
modules: { hello: { audience: everyone, format: self-paced, minutes: 30, when: { moment: day-1 } } }
`),
    );
    // Monday 30 August is the first day after it.
    expect(firstDays(year).filter((day) => day > '2027-07-31' && day < '2027-10')).toEqual([
      '2027-08-30',
      '2027-09-01',
    ]);
    const closed = await yearOf(
      firm(` }
sites: { main: { closed: [{ from: 2027-07-26, to: 2027-09-03 }] } }
departments: { d: { maxAway: 100% } }
roles: { r: { department: d, heads: 2, joiners: 12 } }
modules: { hello: { audience: everyone, format: self-paced, minutes: 30, when: { moment: day-1 } } }
`),
    );
    const joiners = closed.demand.groups.filter(({ joined }) => joined !== undefined);
    expect(joiners.reduce((sum, { heads }) => sum + heads, 0)).toBe(12);
    const september = joiners.find(({ joiners: month }) => month === '2027-09')!;
    expect([isoDate(september.joined!), september.heads]).toEqual(['2027-09-06', 1]);
    const august = joiners.find(({ joiners: month }) => month === '2027-08')!;
    expect([isoDate(august.joined!), august.heads]).toEqual(['2027-09-06', 1]);
  });
});

describe('month and quarter ends', () => {
  it('are counted in the days of a firm that works from Sunday to Thursday', async () => {
    // January 2027 ends on a Sunday: its last two working days are Thursday the 28th and Sunday the 31st.
    const year = await yearOf(
      probing(
        '{ s: { days: sun-thu, hours: 09:00-17:00 } }',
        ', busy: [{ monthEnd: { before: 2, after: 1 } }]',
        ['2027-01-27', '2027-01-28', '2027-01-31', '2027-02-01', '2027-02-02'],
      ),
    );
    expect(leftOut(year)).toEqual(['d01-28 2027-01-28', 'd01-31 2027-01-31', 'd02-01 2027-02-01']);
  });

  it('of a department go by the shifts that it has at the site', async () => {
    const year = await yearOf(
      firm(` }
sites: { a: {}, b: {} }
departments:
  d:
    site: a
    maxAway: 100%
    shifts: { week: { days: mon-fri, hours: 09:00-17:00, share: 50% }, end: { days: sat-sun, hours: 09:00-17:00, share: 50% } }
    busy: [{ monthEnd: { before: 1 } }]
roles: { r: { department: d, heads: { a: 2 }, shifts: [week] }, s: { department: d, heads: { b: 2 }, shifts: [week, end] } }
modules:
  fri: { audience: { shifts: [week] }, format: self-paced, minutes: 30, when: { date: 2027-01-29 } }
  sun: { audience: { shifts: [end] }, format: self-paced, minutes: 30, when: { date: 2027-01-31 } }
`),
    );
    // At b somebody works on Sunday the 31st, so that is the last working day there; at a it is Friday the 29th.
    const out = year.plan.unscheduled.map(({ module, group }) => `${module} ${group}`);
    expect(out).toEqual(['fri r.a.week.1', 'sun s.b.end.1']);
  });

  it('of a site’s and a room’s own closures count the days on which somebody works there, other closures apart', async () => {
    const year = await yearOf(
      firm(` }
sites: { main: { closed: [{ from: 2027-05-29, to: 2027-05-31, reason: Works }, { monthEnd: { before: 1 }, reason: Stocktaking }] } }
rooms: { hall: { site: main, seats: 9, closed: [{ monthEnd: { after: 2 } }] } }
departments: { d: { maxAway: 100%, shifts: { s: { days: tue-sat, hours: 09:00-17:00 } } } }
roles: { r: { department: d, heads: 2 } }
facilitators: { t: { kind: trainer, days: daily } }
modules:
  fri: { audience: everyone, format: self-paced, minutes: 30, when: { date: 2027-05-28 } }
  thu: { audience: everyone, format: self-paced, minutes: 30, when: { date: 2027-05-27 } }
  wed: { audience: everyone, format: workshop, minutes: 60, when: { date: 2027-06-02 } }
  next: { audience: everyone, format: workshop, minutes: 60, when: { date: 2027-06-03 } }
`),
    );
    // Saturday the 29th is closed, so Friday the 28th is the last working day of May; Tuesday and Wednesday are the first of June.
    expect(leftOut(year)).toEqual(['fri 2027-05-28', 'wed 2027-06-02']);
  });

  it('of a facilitator’s absence count their own days', async () => {
    const year = await yearOf(
      firm(` }
rooms: { hall: { site: main, seats: 9 } }
departments: { d: { maxAway: 100%, shifts: { s: { days: daily, hours: 09:00-17:00 } } } }
roles: { r: { department: d, heads: 2 } }
facilitators: { t: { kind: trainer, days: sat-sun, away: [{ monthEnd: { before: 1 } }] } }
modules:
  sat: { audience: everyone, format: workshop, minutes: 60, when: { date: 2027-01-30 } }
  sun: { audience: everyone, format: workshop, minutes: 60, when: { date: 2027-01-31 } }
`),
    );
    expect(leftOut(year)).toEqual(['sun 2027-01-31']);
  });

  it('take no days of another period, however few there are to work in it', async () => {
    // Open in two weeks of January only: the last four working days of January are these, those of February none.
    const year = await yearOf(
      probing(
        '{ s: { days: mon, hours: 09:00-17:00 } }',
        ', busy: [{ monthEnd: { before: 9 }, from: 2027-02-01 }]',
        ['2027-01-25', '2027-02-01', '2027-02-22', '2027-03-01'],
        'sites: { main: { closed: [{ from: 2027-03-08, to: 2027-04-30 }] } }\n',
      ),
    );
    expect(leftOut(year)).toEqual(['d02-01 2027-02-01', 'd02-22 2027-02-22', 'd03-01 2027-03-01']);
  });
});

describe('rituals', () => {
  const rituals = async (audience: string, when: string, more = '') => {
    const { plan } = await yearOf(
      firm(`, holidays: { dates: [2027-03-01] } }
sites: { main: { closed: [{ from: 2027-08-02, to: 2027-08-08 }${more}] } }
departments:
  shop: { shifts: { s: { days: tue-sat, hours: 09:00-17:30 } } }
  office: { shifts: { s: { days: mon-thu, hours: 09:00-17:00 } } }
  fair: { shifts: { s: { days: sat-sun, hours: 09:00-17:00 } } }
roles: { clerk: { department: shop, heads: 6 }, desk: { department: office, heads: 7 }, host: { department: fair, heads: 2 } }
modules: { m: { audience: everyone, format: self-paced, minutes: 30, when: { from: 2027-01-11, by: 2027-01-29 } } }
rituals: { word: { type: communication, channel: intranet, audience: ${audience}, when: ${when} } }
`),
    );
    return plan.rituals.map(({ date }) => date);
  };

  it('stand on the first day on which all of their people work, or most of them', async () => {
    expect((await rituals('{ departments: [shop] }', '{ every: month }')).slice(0, 4)).toEqual([
      '2027-01-05',
      '2027-02-02',
      '2027-03-02',
      '2027-04-01',
    ]);
    // Shop and office have Tuesday in common; with the fair nobody has, and the 13 outnumber the 2.
    expect((await rituals('{ departments: [shop, office] }', '{ every: month }')).slice(0, 2)).toEqual([
      '2027-01-05',
      '2027-02-02',
    ]);
    expect((await rituals('everyone', '{ every: month }'))[0]).toBe('2027-01-05');
    expect((await rituals('{ departments: [fair] }', '{ every: month }'))[0]).toBe('2027-01-09');
  });

  it('are never on a day off: a week in which nobody works has none', async () => {
    const weeks = await rituals(
      '{ departments: [office] }',
      '{ every: week, from: 2027-07-26, by: 2027-08-15 }',
    );
    expect(weeks).toEqual(['2027-07-26', '2027-08-09']);
  });

  it('stand where a date or an observance puts them', async () => {
    expect(await rituals('{ departments: [office] }', '{ date: 2027-08-03 }')).toEqual(['2027-08-03']);
    // CX Day is Tuesday 5 October; customer service week runs from Monday to Friday.
    expect(await rituals('{ departments: [fair] }', '{ date: cx-day }')).toEqual(['2027-10-05']);
    expect(await rituals('{ departments: [shop] }', '{ date: customer-service-week }')).toEqual([
      '2027-10-05',
    ]);
  });
});
