/** Days worked in lieu: open, and working days of those who work from Monday to Friday. */
import { describe, expect, it } from 'vitest';
import { toDay } from '../../src/calendar/date.ts';
import { postDays } from '../../src/model/working-time/working-days.ts';
import { leftOut, startsOf, yearOf } from '../year.ts';

/** Four departments of two, each with a module on a day; hours as the module says. */
function firm(worked: string, date: string, hours: string, more = ''): string {
  const modules = ['office', 'night', 'part', 'shop'].map(
    (id) =>
      `  ${id}: { audience: { departments: [${id}] }, format: self-paced, minutes: 30, hours: ${hours}, when: { date: ${date} } }`,
  );
  return `
programme: { name: N, mantra: m., timezone: Europe/Budapest, starts: 2027-02-01, ends: 2027-04-30, holidays: { ${worked} } }
departments:
  office: { maxAway: 100%, shifts: { s: { times: [{ days: mon-thu, hours: 09:00-17:00 }, { days: fri, hours: 09:00-15:00 }] } }${more} }
  night: { maxAway: 100%, shifts: { s: { days: mon-fri, hours: 22:00-06:00 } } }
  part: { maxAway: 100%, shifts: { s: { days: mon-thu, hours: 09:00-17:00 } } }
  shop: { maxAway: 100%, shifts: { s: { days: sat, hours: 10:00-14:00 } } }
roles:
  o: { department: office, heads: 2 }
  n: { department: night, heads: 2 }
  p: { department: part, heads: 2 }
  s: { department: shop, heads: 2 }
modules:
${modules.join('\n')}
`;
}

const placed = async (text: string) => {
  const year = await yearOf(text);
  return ['office', 'night', 'part', 'shop'].filter((id) => startsOf(year, id).length > 0);
};

describe('a day worked in lieu', () => {
  it('is worked as the Friday before by those who work from Monday to Friday, and by nobody else', async () => {
    const saturday = 'worked: [2027-02-20]';
    expect(await placed(firm(saturday, '2027-02-20', '09:00-15:00'))).toEqual(['office', 'shop']);
    expect(await placed(firm(saturday, '2027-02-20', '15:00-17:00'))).toEqual([]);
    expect(await placed(firm(saturday, '2027-02-20', '22:00-24:00'))).toEqual(['night']);
    // A Sunday, too; and the Saturday beside it is none.
    expect(await placed(firm('worked: [2027-02-21]', '2027-02-21', '00:00-24:00'))).toEqual([
      'office',
      'night',
    ]);
    expect(await placed(firm('worked: [2027-02-21]', '2027-02-20', '10:00-15:00'))).toEqual(['shop']);
    expect(await placed(firm('dates: [2027-03-01]', '2027-02-20', '10:00-15:00'))).toEqual(['shop']);
  });

  it('counts as a working day of theirs at that site: for month ends, and for who joins', async () => {
    const { model } = await yearOf(firm('worked: [2027-02-27]', '2027-02-26', '09:00-15:00'));
    const days = postDays(model, { department: 'office', shift: 's', site: 'main' });
    expect(['2027-02-26', '2027-02-27', '2027-02-28'].map((day) => days(toDay(day)!))).toEqual([
      true,
      true,
      false,
    ]);
    const busy = ', busy: [{ monthEnd: { before: 1 } }]';
    // The last working day of February is the Saturday, so that the Friday is free.
    expect(
      leftOut(await yearOf(firm('worked: [2027-02-27]', '2027-02-26', '09:00-15:00', busy))),
    ).not.toContain('office 2027-02-26');
    expect(leftOut(await yearOf(firm('dates: [2027-03-15]', '2027-02-26', '09:00-15:00', busy)))).toContain(
      'office 2027-02-26',
    );
  });

  it('is of one site: the same shift rests at another', async () => {
    const year = await yearOf(`
programme: { name: N, mantra: m., timezone: Europe/Budapest, starts: 2027-02-01, ends: 2027-04-30 }
sites: { here: { holidays: { worked: [2027-02-20] } }, there: {} }
departments: { d: { maxAway: 100% } }
roles: { r: { department: d, heads: { here: 2, there: 2 } } }
modules:
  lesson: { audience: everyone, format: self-paced, minutes: 30, when: { date: 2027-02-20 } }
`);
    expect(year.plan.sessions.map(({ site }) => site)).toEqual(['here']);
  });
});
