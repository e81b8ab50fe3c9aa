/** Holidays close as long as they last: for the planner, and for the verifier, which reads them minute by minute. */
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { verifyPlan } from '../../../src/verify/verify.ts';
import { modelOf, place, planOf } from '../../verify/firm.ts';
import { planned } from '../helpers.ts';

interface Day {
  readonly holidays: string;
  readonly zone: string;
  /** `2027-12-24T14:00` */
  readonly at: string;
  readonly minutes?: number;
  readonly shift?: string;
}

/** Four people, and one session that can only be held at that time. */
function firm({ holidays, zone, at, minutes = 60, shift = '00:00-24:00' }: Day): string {
  const [date, start] = at.split('T') as [string, string];
  const end = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes;
  const text = (minute: number) =>
    `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const hours = `${start}-${end === 1440 ? '24:00' : text(end)}`;
  return `
programme: { name: N, starts: 2027-01-01, ends: 2027-12-31, timezone: ${zone}, holidays: ${holidays} }
departments: { d: { maxAway: 100%, shifts: { all: { days: daily, hours: ${shift} } } } }
roles: { r: { department: d, heads: 4 } }
themes: { mission: { months: [12] } }
modules:
  eve: { audience: everyone, format: self-paced, minutes: ${minutes}, hours: ${hours}, when: { date: ${date} }, themes: [mission] }
`;
}

/** What the planner does with it, and what the verifier says to a session held then all the same. */
async function answers(day: Day): Promise<{ planned: boolean; refused: string[] }> {
  const text = firm(day);
  const { plan } = await planned(text);
  const model = await modelOf(text);
  const held = place(model, 'eve', 'r.main.all.1:1-4', day.at, { occurrence: '2027', site: 'main' });
  const occurrence = makeDemand(model).requirements[0]!.occurrence;
  const forced = planOf(model, [{ ...held, occurrence }], { asOf: '2026-12-31' });
  const found = verifyPlan(model, forced, undefined).filter(({ constraint }) => constraint === 'not-closed');
  return { planned: plan.sessions.length > 0, refused: found.map(({ message }) => message) };
}

const ICELAND = { holidays: 'IS', zone: 'Atlantic/Reykjavik' };
const QUEENSLAND = { holidays: 'AU-QLD', zone: 'Australia/Brisbane' };
const OWN = {
  holidays: '{ dates: [{ date: 2027-12-31, hours: 18:00-06:00 }, { date: 2027-06-18, hours: 12:00-24:00 }] }',
  zone: 'Europe/London',
};

describe('a holiday of part of a day', () => {
  it.each<[string, Day]>([
    ['before 13:00 on 24 December in Iceland', { ...ICELAND, at: '2027-12-24T12:00' }],
    ['before 18:00 on 24 December in Queensland', { ...QUEENSLAND, at: '2027-12-24T17:00' }],
    [
      'before 14:00 on Good Friday in Kentucky',
      { holidays: 'US-KY', zone: 'America/New_York', at: '2027-03-26T13:00' },
    ],
    [
      'before noon on 24 December in Valais',
      { holidays: 'CH-VS', zone: 'Europe/Zurich', at: '2027-12-24T11:00' },
    ],
    ['before noon of an own half day', { ...OWN, at: '2027-06-18T11:00' }],
    [
      'before sunset on the eve of Yom Kippur',
      { holidays: 'IL', zone: 'Asia/Jerusalem', at: '2027-10-10T17:00' },
    ],
    [
      'in the evening before an Islamic feast',
      { holidays: 'EG', zone: 'Africa/Cairo', at: '2027-05-15T20:00' },
    ],
    [
      'in a night shift, the evening before a holiday',
      { holidays: 'DE-BB', zone: 'Europe/Berlin', at: '2027-03-27T23:00', shift: '22:00-08:00' },
    ],
    [
      'half a holiday instead of a whole one',
      {
        holidays: '{ region: GB-ENG, dates: [{ date: 2027-08-30, hours: 12:00-24:00 }] }',
        zone: 'Europe/London',
        at: '2027-08-30T10:00',
      },
    ],
  ])('is open %s', async (_, day) => {
    expect(await answers(day)).toEqual({ planned: true, refused: [] });
  });

  it.each<[string, Day]>([
    ['from 13:00 on 24 December in Iceland', { ...ICELAND, at: '2027-12-24T13:00' }],
    ['at 14:00 on 24 December in Iceland', { ...ICELAND, at: '2027-12-24T14:00' }],
    ['across 13:00 on 24 December in Iceland', { ...ICELAND, at: '2027-12-24T12:45' }],
    ['from 18:00 on 24 December in Queensland', { ...QUEENSLAND, at: '2027-12-24T18:00' }],
    [
      'in the evening of a night shift in Queensland',
      { ...QUEENSLAND, at: '2027-12-24T22:00', shift: '22:00-06:00' },
    ],
    [
      'after 14:00 on Good Friday in Kentucky',
      { holidays: 'US-KY', zone: 'America/New_York', at: '2027-03-26T14:00' },
    ],
    [
      'after noon on 24 December in Valais',
      { holidays: 'CH-VS', zone: 'Europe/Zurich', at: '2027-12-24T12:00' },
    ],
    [
      'after noon on 31 December in Guatemala',
      { holidays: 'GT', zone: 'America/Guatemala', at: '2027-12-31T12:00' },
    ],
    ['after noon of an own half day', { ...OWN, at: '2027-06-18T12:00' }],
    ['in the evening of own hours that run past midnight', { ...OWN, at: '2027-12-31T20:00' }],
    [
      'after sunset on the eve of Yom Kippur',
      { holidays: 'IL', zone: 'Asia/Jerusalem', at: '2027-10-10T18:00' },
    ],
    ['in the evening of Yom Kippur', { holidays: 'IL', zone: 'Asia/Jerusalem', at: '2027-10-11T20:00' }],
    [
      'after the clocks went forward on Easter Sunday',
      { holidays: 'DE-BB', zone: 'Europe/Berlin', at: '2027-03-28T04:00', shift: '22:00-08:00' },
    ],
    [
      'in the afternoon of half a holiday',
      {
        holidays: '{ region: GB-ENG, dates: [{ date: 2027-08-30, hours: 12:00-24:00 }] }',
        zone: 'Europe/London',
        at: '2027-08-30T12:00',
      },
    ],
  ])('is closed %s', async (_, day) => {
    const { planned, refused } = await answers(day);
    expect(planned).toBe(false);
    expect(refused.join()).toMatch(/Main is closed on/);
  });
});
