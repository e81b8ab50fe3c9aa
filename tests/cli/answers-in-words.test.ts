/** Answers as planners say them: `6 branches`, `two per clinic`, `8-20 in two shifts`. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/cli/init/answers.ts';
import { countedOf } from '../../src/cli/init/counted.ts';
import { defaultAnswers } from '../../src/cli/init/defaults.ts';
import { firmOf } from '../../src/cli/init/firm.ts';
import { makeWorkspace } from '../../src/cli/init/make.ts';
import { sitesOf } from '../../src/cli/init/places.ts';
import { shiftsOf } from '../../src/cli/init/shifts.ts';

describe('where they work', () => {
  const names = (text: string) => sitesOf(text).map(({ name }) => name);
  const branches = (n: number) => Array.from({ length: n }, (_, i) => `Branch ${i + 1}`);
  it.each([
    ['6 branches', branches(6)],
    ['six branches', branches(6)],
    ['2 Branches', branches(2)],
    ['Head office and two branches', ['Head office', ...branches(2)]],
    ['Head office, 2 branches', ['Head office', ...branches(2)]],
    ['2 mobile libraries', ['Mobile library 1', 'Mobile library 2']],
    ['two warehouses, 2 campuses', ['Warehouse 1', 'Warehouse 2', 'Campus 1', 'Campus 2']],
    ['3 depots: North, South, East', ['North', 'South', 'East']],
    ['three depots (North, South)', ['North', 'South']],
    ['12 Elm Gardens, 5 High Street', ['12 Elm Gardens', '5 High Street']],
    ['1 shop', ['1 shop']],
    ['', []],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));

  it('not more than anybody has', () =>
    expect(() => sitesOf('5000 shops')).toThrow('“5000 shops”: at most 500 places are possible'));
});

describe('how many at each', () => {
  const CLINICS = sitesOf('Head office, Clinic North, Clinic South');
  const TOWNS = sitesOf('Leeds, Beach Road');
  const about = { kind: 'job', example: 'Driver 12', most: 100_000, unnamed: 'Desk team' };
  const people = (text: string, sites = TOWNS) =>
    countedOf(text, sites, about).map(({ name, at }) => [name, ...at.values()].join(' '));

  it.each([
    ['3 dentists and 5 assistants at each', ['dentists 3 3', 'assistants 5 5']],
    ['three dentists, five assistants per site', ['dentists 3 3', 'assistants 5 5']],
    [
      'Porter 9 at Leeds, 3 dentists and 5 assistants at each',
      ['Porter 9', 'dentists 3 3', 'assistants 5 5'],
    ],
    ['2 per clinic', ['Desk team 2 2']],
    ['two per site', ['Desk team 2 2']],
    ['4 each', ['Desk team 4 4']],
    ['12 at Leeds + 3 at Beach', ['Desk team 12 3']],
    ['Dentist 4 each; a manager in every branch', ['Dentist 4 4', 'manager 1 1']],
    ['Dentist 2 in each of the 2 shops, 1 manager', ['Dentist 2 2', 'manager 1 1']],
    ['Driver 60 at Leeds, 55 at Beach Road', ['Driver 60 55']],
    ['Driver 60 at Leeds and 55 Beach Road and 2 clerks', ['Driver 60 55', 'clerks 2']],
  ])('%s', (text, expected) => expect(people(text)).toEqual(expected));

  it('“per clinic” is each that is called so', () => {
    const [reception] = countedOf('Receptionist 2 per clinic', CLINICS, about);
    expect([...reception!.at]).toEqual([
      ['clinic-north', 2],
      ['clinic-south', 2],
    ]);
  });

  it.each([
    ['3 dentists and 5 assistants', '“3 dentists and 5 assistants” does not say where'],
    ['Dentist 4 each, 2', '“2” does not say which job: write it before the number, such as Driver 12'],
    ['Nurse 2 per shift', 'write how many work there in all, and at each if it is so at every place'],
    ['Nurse 2 at Leeds and 3 at York', '“York” is no place you named: Leeds or Beach Road'],
    ['Nurse 2 + 3', '“3” after a + is no number and place'],
  ])('%s is told', (text, message) => expect(() => people(text)).toThrow(message));
});

describe('hours that shifts share', () => {
  const shifts = (text: string) =>
    shiftsOf(text).map(({ id, times: [time], share }) =>
      [id, time!.days, time!.hours, share].join(' ').trim(),
    );
  const halves = (days: string) => [`early ${days} 08:00-14:00`, `late ${days} 14:00-20:00`];

  it.each([
    ['8-20 in two shifts', halves('mon-fri')],
    ['8am-8pm in 2 shifts', halves('mon-fri')],
    ['two shifts mon-sat 8-20', halves('mon-sat')],
    ['mon-sat 8-20, two shifts', halves('mon-sat')],
    ['two shifts, daily 8-20', halves('daily')],
    ['two shifts: mon-sat 8-14, 14-20', halves('mon-sat')],
    [
      '24/7 in three shifts',
      ['early daily 06:00-14:00', 'late daily 14:00-22:00', 'night daily 22:00-06:00'],
    ],
    [
      'three-shift system round the clock',
      ['early daily 06:00-14:00', 'late daily 14:00-22:00', 'night daily 22:00-06:00'],
    ],
    ['16-8 in 2 shifts 50%', ['late mon-fri 16:00-24:00 25', 'early mon-fri 00:00-08:00 25']],
    ['9-17 in one shift', ['day mon-fri 09:00-17:00']],
    [
      '6-22 in 2 shifts, night 22-6 10%',
      ['early mon-fri 06:00-14:00', 'late mon-fri 14:00-22:00', 'night mon-fri 22:00-06:00 10'],
    ],
  ])('%s', (text, expected) => expect(shifts(text)).toEqual(expected));

  it.each(['8-20 in shifts', '8-20 in 40 shifts', '8-12 + 14-20 in 2 shifts', 'two shifts'])(
    '%s is told',
    (text) =>
      expect(() => shiftsOf(text)).toThrow(
        'such as 8-20 in 2 shifts, or each with its own: early 8-14, late 14-20',
      ),
  );
});

describe('hours of twelve', () => {
  const times = (text: string) =>
    shiftsOf(text).flatMap(({ id, times }) => times.map(({ days, hours }) => `${id} ${days} ${hours}`));
  it.each([
    ['9-5', ['day mon-fri 09:00-17:00']],
    ['mon-fri 9 to 5 and Saturdays 10-1', ['day mon-fri 09:00-17:00', 'day sat 10:00-13:00']],
    ['9-5pm', ['day mon-fri 09:00-17:00']],
    ['1-5pm', ['day mon-fri 13:00-17:00']],
    ['8:30-6', ['day mon-fri 08:30-18:00']],
    [
      'early 6-2, late 2-10, night 10-6',
      ['early mon-fri 06:00-14:00', 'late mon-fri 14:00-22:00', 'night mon-fri 22:00-06:00'],
    ],
    ['late 4-12', ['late mon-fri 16:00-00:00']],
    ['10pm-6am, 9:00-12:00', ['night mon-fri 22:00-06:00', 'day mon-fri 09:00-12:00']],
    // Whoever writes 24 hours means them.
    ['09:00-05:00', ['day mon-fri 09:00-05:00']],
    ['20-6', ['day mon-fri 20:00-06:00']],
  ])('%s', (text, expected) => expect(times(text)).toEqual(expected));

  it('hours that stand twice are told, and are nobody’s name', () =>
    expect(() => shiftsOf('mon-fri 9-17 then 18-20')).toThrow('has hours twice: a comma parts two shifts'));
});

describe('a firm', () => {
  const firm = (given: Partial<Answers>) =>
    firmOf({
      ...defaultAnswers({ name: 'Firm', year: 2027, timezone: 'Europe/London', holidays: '' }),
      sites: 'Central and 2 branches',
      ...given,
    });
  const department = (name: string, people: string, shifts = '9-5') => ({ name, people, shifts });

  it('has one job of a name in a department, and all of a name meet or lead', async () => {
    const { departments } = await firm({
      departments: [
        department('Desk', '4 librarians at Central, 2 librarians per branch, Manager 1 at Central'),
        department('Office', 'Manager 1 at Central'),
      ],
      customers: 'librarians',
      leaders: 'manager',
    });
    const [desk, office] = departments.map(({ jobs }) => jobs);
    expect(desk!.map(({ name, heads }) => [name, ...heads.values()])).toEqual([
      ['librarians', 4, 2, 2],
      ['Manager', 1],
    ]);
    expect(desk![0]!.customerFacing).toBe(true);
    expect([desk![1]!.leads, office![0]!.leads]).toEqual([true, true]);
  });

  it('has rooms as they are told', async () => {
    const { rooms } = await firm({
      rooms: 'one classroom with 12 seats at Central, attic for 8 people at each',
    });
    expect(rooms.map(({ name, seats }) => `${name} ${seats}`)).toEqual([
      'classroom 12',
      'attic, Central 8',
      'attic, Branch 1 8',
      'attic, Branch 2 8',
    ]);
  });

  it('meets for the first time in a whole fortnight where some work every other week', async () => {
    const huddle = async (shifts: string) => {
      const files = makeWorkspace(await firm({ departments: [department('Desk', 'Clerk 4 each', shifts)] }));
      return /every: fortnight, from: (\S+)/.exec(files.map(({ text }) => text).join(''))![1];
    };
    expect(await huddle('9-5')).toBe('2027-01-11');
    expect(await huddle('tue-fri 10-18, every other sat 10-16')).toBe('2027-01-18');
  });
});
