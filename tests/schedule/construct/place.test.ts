/** Firms for which a full plan exists by construction, most of them with nothing to spare. */
import { describe, expect, it } from 'vitest';
import { weekKey } from '../../../src/calendar/date.ts';
import { smallText } from '../../bench/exact/small.ts';
import { BLOCK, firmText } from '../../bench/firm.ts';
import { firm, fullyPlanned, planned, programme } from '../helpers.ts';

const february = programme('', '2027-02-01', '2027-02-26');

describe('everything that can be placed is placed', () => {
  it('a floor of one: eight hours for eight people, one after the other', async () => {
    const { schedule } = await fullyPlanned(`${february}
departments: { desk: { maxAway: 10% } }
roles: { agent: { department: desk, heads: 8 } }
modules:
  read: { audience: everyone, minutes: 60, format: self-paced, when: { date: 2027-02-03 } }
`);
    expect(schedule.sessions.map(({ attendees }) => attendees[0]!.last - attendees[0]!.first)).toEqual(
      new Array(8).fill(0),
    );
  });

  it('a floor that two lengths share: 4 × 90 and 4 × 30 minutes on one day of eight hours', async () => {
    await fullyPlanned(`${february}
departments: { desk: { maxAway: 10% } }
roles: { agent: { department: desk, heads: 4 }, clerk: { department: desk, heads: 4 } }
modules:
  read: { audience: { roles: [agent] }, minutes: 90, format: self-paced, when: { date: 2027-02-03 } }
  watch: { audience: { roles: [clerk] }, minutes: 30, format: self-paced, when: { date: 2027-02-03 } }
`);
  });

  it('a trainer whose eight hours in two weeks are exactly what eight groups need', async () => {
    const { schedule } = await fullyPlanned(`${february}
policy: { groupSize: 6 }
departments: { desk: {} }
roles: { agent: { department: desk, heads: 48 } }
rooms: { lab: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer, hoursPerWeek: 4 } }
modules:
  try: { audience: everyone, minutes: 60, format: workshop, when: { from: 2027-02-01, by: 2027-02-14 } }
`);
    expect(schedule.sessions).toHaveLength(8);
  });

  it('one trainer for two modules: the short window is not taken by the one that could wait', async () => {
    await fullyPlanned(`${february}
policy: { groupSize: 5 }
departments: { desk: {} }
roles: { agent: { department: desk, heads: 20 } }
rooms: { lab: { site: main, seats: 5 }, den: { site: main, seats: 5 } }
facilitators: { ann: { kind: trainer, hoursPerWeek: 4 } }
modules:
  early: { audience: everyone, minutes: 60, format: workshop, when: { from: 2027-02-01, by: 2027-02-07 } }
  later: { audience: everyone, minutes: 60, format: workshop, when: { from: 2027-02-01, by: 2027-02-14 } }
`);
  });

  it('one room for two departments on one day', async () => {
    await fullyPlanned(`${february}
policy: { groupSize: 6, startEvery: 30 }
departments: { desk: {}, shop: {} }
roles: { agent: { department: desk, heads: 12 }, seller: { department: shop, heads: 12 } }
rooms: { lab: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer }, bob: { kind: champion } }
modules:
  try: { audience: { departments: [desk] }, minutes: 150, format: workshop, seats: 6, when: { date: 2027-02-03 } }
  tell: { audience: { departments: [shop] }, minutes: 90, format: talk, seats: 6, when: { date: 2027-02-03 } }
`);
  });

  it('departments learn together where one session has to seat them all', async () => {
    const { schedule } = await fullyPlanned(`${february}
departments: { desk: {}, shop: {}, yard: {} }
roles:
  agent: { department: desk, heads: 4 }
  seller: { department: shop, heads: 4 }
  loader: { department: yard, heads: 4 }
rooms: { lab: { site: main, seats: 12 } }
facilitators: { ann: { kind: trainer, totalDays: 1, hoursPerDay: 2 } }
modules:
  try: { audience: everyone, minutes: 120, format: workshop, when: { from: 2027-02-01, by: 2027-02-26 } }
`);
    expect(schedule.sessions).toHaveLength(1);
    expect(schedule.sessions[0]!.attendees).toHaveLength(3);
  });

  it('guests at a host: two at once, outside its busy mornings', async () => {
    await fullyPlanned(`${february}
departments:
  office: {}
  shop:
    shifts: { day: { days: mon-fri, hours: 10:00-18:00 } }
    busy: [{ hours: 10:00-13:00, reason: Delivery }]
roles: { clerk: { department: office, heads: 16 }, seller: { department: shop, heads: 5 } }
modules:
  visit:
    audience: { departments: [office] }
    minutes: 120
    format: shadowing
    host: { department: shop, guests: 2 }
    when: { from: 2027-02-01, by: 2027-02-04 }
`);
  });

  it('three modules one after the other in each meeting of half an hour', async () => {
    const { schedule } = await fullyPlanned(`${february}
departments:
  desk:
    shifts:
      early: { days: mon-fri, hours: 06:00-14:00, share: 50% }
      late: { days: mon-fri, hours: 12:00-20:00, share: 50% }
    meetings: { change: { day: tue, at: 13:00, minutes: 30 } }
roles: { agent: { department: desk, heads: 30 } }
modules:
  one: { audience: everyone, minutes: 10, format: huddle, when: { every: week } }
  two: { audience: everyone, minutes: 10, format: huddle, when: { every: week } }
  six: { audience: everyone, minutes: 10, format: huddle, when: { every: week } }
`);
    // Both shifts are at the meeting: one session for all, three a week.
    expect(schedule.sessions).toHaveLength(12);
  });

  it('nights: a workshop inside a shift that runs past midnight, with a trainer who works then', async () => {
    const { schedule } = await fullyPlanned(
      `${february}
departments:
  yard:
    maxAway: 100%
    shifts: { night: { days: mon-thu, hours: 22:00-06:00 } }
roles: { picker: { department: yard, heads: 20 } }
rooms: { cabin: { site: main, seats: 10 } }
facilitators: { owl: { kind: trainer, days: mon-fri, hours: 21:00-30:00 } }
modules:
  pack: { audience: everyone, minutes: 120, format: workshop, when: { date: 2027-02-03 } }
`.replace('21:00-30:00', '21:00-06:00'),
    );
    expect(schedule.sessions).toHaveLength(2);
  });

  it('three zones online: those who share hours meet, the others in a session of their own', async () => {
    const { schedule } = await fullyPlanned(`${february}
sites:
  austin: { timezone: America/Chicago }
  dublin: { timezone: Europe/Dublin }
  bengaluru: { timezone: Asia/Kolkata }
departments: { product: { site: dublin, maxAway: 100%, shifts: { day: { days: mon-fri, hours: 09:00-17:30 } } } }
roles: { maker: { department: product, heads: { austin: 10, dublin: 10, bengaluru: 10 } } }
rooms: { call: { site: online, seats: 40 } }
facilitators: { maeve: { kind: champion, sites: [online] } }
modules:
  talk: { audience: everyone, minutes: 60, format: virtual, led: champion, seats: 40, when: { every: week } }
`);
    expect(new Set(schedule.sessions.map(({ site, zone }) => `${site} ${zone}`))).toEqual(
      new Set(['online Europe/London']),
    );
    expect(schedule.sessions).toHaveLength(8);
  });

  it('a chain of prerequisites with a day between, in exactly as many days as it has links', async () => {
    const link = (id: string, after: string) =>
      `  ${id}: { audience: everyone, minutes: 30, format: self-paced, when: { from: 2027-02-01, by: 2027-02-05 }${after} }`;
    const after = (id: string) => `, after: [{ module: ${id}, atLeastDays: 1 }]`;
    const { schedule } = await fullyPlanned(`${february}
policy: { minutesPerWeek: 150 }
departments: { desk: { maxAway: 50% } }
roles: { agent: { department: desk, heads: 12 } }
modules:
${['a', 'b', 'c', 'd', 'e'].map((id, i, all) => link(id, i === 0 ? '' : after(all[i - 1]!))).join('\n')}
`);
    const days = (id: string) =>
      new Set(
        schedule.sessions.filter(({ module }) => module === id).map(({ start }) => Math.floor(start / 1440)),
      );
    expect(['a', 'b', 'c', 'd', 'e'].map((id) => days(id).size)).toEqual([1, 1, 1, 1, 1]);
  });

  it('a chain whose links fill a week each leaves its last link the last week, whatever the seed', async () => {
    const text = `${february}
policy: { minutesPerWeek: 120 }
departments: { desk: { maxAway: 100%, shifts: { day: { days: [mon, wed], hours: 08:00-12:00 } } } }
roles: { agent: { department: desk, heads: 2 }, clerk: { department: desk, heads: 2 } }
modules:
  a: { audience: everyone, minutes: 60, format: self-paced, when: { from: 2027-02-01, by: 2027-02-26 } }
  b: { audience: everyone, minutes: 60, format: self-paced, when: { from: 2027-02-01, by: 2027-02-26 }, after: [{ module: a, atLeastDays: 7 }] }
  c: { audience: everyone, minutes: 120, format: self-paced, when: { from: 2027-02-08, by: 2027-02-26 }, after: [b] }
  d: { audience: everyone, minutes: 120, format: self-paced, when: { from: 2027-02-01, by: 2027-02-26 }, after: [{ module: c, atLeastDays: 1 }] }
`;
    for (const seed of [1, 2, 3, 4]) await fullyPlanned(text, { seed, effort: 'quick' });
  });

  it.each([
    [203, 40],
    [205, 42],
    [206, 43],
    [225, 41],
  ])('chains with neither hours of trainers nor weeks to spare: year %i', async (year, sessions) => {
    for (const seed of [1, 2, 3, 4, 5]) await fullyPlanned(smallText(year, sessions), { seed });
  });

  it('parts in order, three in one week', async () => {
    await fullyPlanned(`${february}
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 10 } }
modules:
  long: { audience: everyone, minutes: 40, parts: 3, format: self-paced, when: { from: 2027-02-01, by: 2027-02-03 } }
`);
  });

  it('a session longer than the weekly minutes stands alone in a week that others leave free', async () => {
    const { schedule } = await fullyPlanned(`${february}
departments: { office: { maxAway: 100% }, shop: {} }
roles: { clerk: { department: office, heads: 6 }, seller: { department: shop, heads: 3 } }
modules:
  visit:
    audience: { departments: [office] }
    minutes: 240
    format: shadowing
    host: { department: shop, guests: 6 }
    when: { from: 2027-02-01, by: 2027-02-14 }
  read: { audience: { departments: [office] }, minutes: 60, format: self-paced, when: { from: 2027-02-01, by: 2027-02-14 } }
  watch: { audience: { departments: [office] }, minutes: 60, format: self-paced, when: { from: 2027-02-01, by: 2027-02-14 } }
`);
    const week = (start: number) => weekKey(Math.floor(start / 1440));
    const visits = new Set(
      schedule.sessions.filter(({ module }) => module === 'visit').map((s) => week(s.start)),
    );
    const others = new Set(
      schedule.sessions.filter(({ module }) => module !== 'visit').map((s) => week(s.start)),
    );
    expect([...visits].filter((key) => others.has(key))).toEqual([]);
  });

  it('one-to-one talks with one manager: twelve in a day of twelve halves of an hour', async () => {
    const { schedule } = await fullyPlanned(`${february}
departments: { desk: { maxAway: 10%, shifts: { day: { days: mon-fri, hours: 09:00-15:00 } } } }
roles: { agent: { department: desk, heads: 12 } }
modules:
  talk: { audience: everyone, minutes: 30, format: coaching, when: { date: 2027-02-03 } }
`);
    expect(schedule.sessions).toHaveLength(12);
  });

  it('bought days are used up before another is begun: 14 hours in two days of seven', async () => {
    const { schedule } = await fullyPlanned(`${february}
policy: { groupSize: 5 }
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 30 } }
rooms: { lab: { site: main, seats: 5 } }
facilitators: { out: { kind: external, hoursPerDay: 7, totalDays: 2 } }
modules:
  try: { audience: everyone, minutes: 60, format: workshop, led: external, when: { from: 2027-02-01, by: 2027-02-26 } }
  use: { audience: everyone, minutes: 60, format: workshop, led: external, when: { from: 2027-02-08, by: 2027-02-26 } }
`);
    expect(new Set(schedule.sessions.map(({ start }) => Math.floor(start / 1440))).size).toBe(2);
  });

  it('joiners learn in a quiet hour where their window has one', async () => {
    const { schedule } = await fullyPlanned(`${programme()}
departments: { shop: { busy: [{ days: thu-fri, hours: 09:00-17:00 }, { hours: 11:00-15:00 }] } }
roles: { seller: { department: shop, heads: 30, joiners: 60 } }
modules:
  start: { audience: everyone, minutes: 60, format: self-paced, when: { moment: day-30 } }
`);
    const hours = new Set(schedule.sessions.map(({ start }) => Math.floor((start % 1440) / 60)));
    expect([...hours].filter((hour) => hour >= 10 && hour < 15)).toEqual([]);
  });

  it('a firm with just enough hours, however few steps a quick search has', async () => {
    await fullyPlanned(await firm(firmText({ people: BLOCK, slack: 1.2 })), { effort: 'quick' });
  });

  it('groups are split only where seats or floor ask for it', async () => {
    const { schedule } = await fullyPlanned(`${february}
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 24 } }
rooms: { lab: { site: main, seats: 16 } }
facilitators: { ann: { kind: trainer } }
modules:
  try: { audience: everyone, minutes: 60, format: workshop, when: { from: 2027-02-01, by: 2027-02-26 } }
`);
    expect(
      schedule.sessions.map(({ attendees }) => attendees.map(({ first, last }) => [first, last])),
    ).toEqual([[[1, 12]], [[1, 12]]]);
  });

  it('a colleague who leads is not in the room: the second of two takes over', async () => {
    await fullyPlanned(`${february}
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 2 } }
rooms: { lab: { site: main, seats: 16 } }
facilitators: { ann: { kind: champion, role: agent }, bob: { kind: champion, role: agent } }
modules:
  tell: { audience: everyone, minutes: 60, format: talk, when: { from: 2027-02-01, by: 2027-02-05 } }
`);
  });
});

describe('what cannot be placed', () => {
  it('says why, and what would do', async () => {
    const { schedule } = await planned(`${february}
policy: { groupSize: 5 }
departments: { desk: { name: Service desk } }
roles: { agent: { department: desk, heads: 15 } }
rooms: { lab: { site: main, seats: 5 } }
facilitators: { ann: { name: Ann, kind: trainer, hoursPerWeek: 2 } }
modules:
  try: { audience: everyone, minutes: 60, format: workshop, when: { from: 2027-02-01, by: 2027-02-05 } }
`);
    expect(schedule.score.unplaced).toBe(5);
    expect(schedule.unplaced[0]!.reasons[0]).toEqual({
      constraint: 'facilitator-hours',
      // 29 starts a day from 09:00 to 16:00, five days.
      excluded: 145,
      of: 145,
      detail: 'Ann',
      cause: 'used-up',
    });
    expect(schedule.unplaced[0]!.relaxations.map(({ change }) => change)).toContain(
      '1 h more for Ann in that week',
    );
  });

  const nights = (ann: string) => `${february}
policy: { groupSize: 5 }
departments: { ward: { shifts: { night: { days: daily, hours: 19:00-07:00 } } } }
roles: { nurse: { department: ward, heads: 5 } }
facilitators: { ann: { name: Ann, kind: champion${ann} } }
modules:
  talk: { audience: everyone, minutes: 30, format: virtual, room: false, led: champion, when: { from: 2027-02-01, by: 2027-02-07 } }
`;

  it('who is not at work then has no hours used up, and how much longer a day would do is said', async () => {
    const { schedule } = await planned(nights(', days: mon-fri, hours: 09:00-17:30'));
    const [first] = schedule.unplaced;
    expect(first!.reasons[0]).toMatchObject({
      constraint: 'facilitator-hours',
      detail: 'Ann (mon-fri 09:00-17:30)',
      cause: 'off-duty',
    });
    // 19:00 is nearer to her hours than 06:30; of the five days the first.
    expect(first!.relaxations[0]).toEqual({
      change: 'Ann until 19:30 instead of 17:30',
      start: '2027-02-01T19:00',
    });
  });

  it('a day that ends at midnight ends at 24:00', async () => {
    const { schedule } = await planned(
      nights(', days: daily, hours: 18:00-24:00').replace('19:00-07:00', '00:00-07:00'),
    );
    const [first] = schedule.unplaced;
    expect(first!.reasons[0]!.detail).toBe('Ann (daily 18:00-24:00)');
    expect(first!.relaxations[0]!.change).toBe('Ann until 00:30 instead of 24:00');
  });

  it('who works on other days would have to work on one of theirs', async () => {
    const { schedule } = await planned(
      nights(', days: sat, hours: 08:00-20:00').replace('days: daily', 'days: mon-thu'),
    );
    expect(schedule.unplaced[0]!.relaxations[0]!.change).toBe('Ann on mon as well as sat');
  });

  it('who is away is called away', async () => {
    const away = 'away: [{ from: 2027-02-01, to: 2027-02-07 }]';
    const { schedule } = await planned(nights(`, days: daily, hours: 19:00-23:00, ${away}`));
    expect(schedule.unplaced[0]!.reasons[0]).toMatchObject({
      constraint: 'facilitator-hours',
      detail: 'Ann',
      cause: 'away',
    });
    expect(schedule.unplaced[0]!.relaxations[0]!.change).toBe('Ann not away then');
  });

  it('a floor that is too high names the share that would do', async () => {
    const { schedule } = await planned(`${february}
departments: { desk: { name: Service desk, maxAway: 10% } }
roles: { agent: { department: desk, heads: 10 } }
modules:
  read: { audience: everyone, minutes: 60, format: self-paced, when: { date: 2027-02-03 } }
`);
    expect(schedule.score.unplaced).toBe(2);
    expect(schedule.unplaced[0]!.reasons[0]).toMatchObject({ constraint: 'floor', detail: 'Service desk' });
    expect(schedule.unplaced[0]!.relaxations[0]!.change).toBe('`maxAway` 20% instead of 10% (Service desk)');
  });

  it('what follows on something without a place has none either', async () => {
    const { schedule } = await planned(`${february}
departments: { desk: {} }
roles: { agent: { department: desk, heads: 5 } }
facilitators: { ann: { kind: trainer, hours: 20:00-22:00 } }
rooms: { lab: { site: main, seats: 5 } }
modules:
  try: { name: Try it, audience: everyone, minutes: 60, format: workshop, when: { from: 2027-02-01, by: 2027-02-05 } }
  use: { audience: everyone, minutes: 30, format: self-paced, after: [try], when: { from: 2027-02-08, by: 2027-02-12 } }
`);
    const reasons = schedule.unplaced.map(({ requirement, reasons }) => [
      requirement.module.id,
      reasons[0]!.constraint,
      reasons[0]!.detail,
    ]);
    expect(reasons).toEqual([
      ['try', 'facilitator-hours', 'Ann (mon-fri 20:00-22:00)'],
      ['use', 'prerequisite', 'Try it'],
    ]);
  });

  it('nobody is seated where there is no room with what it takes, and no hours are told to be short', async () => {
    const { schedule } = await planned(`${february}
sites: { leeds: {}, york: {} }
departments: { desk: { site: leeds } }
roles: { agent: { department: desk, heads: { leeds: 2, york: 2 } } }
rooms: { lab: { site: leeds, seats: 5, features: [screen] }, nook: { site: york, seats: 5 } }
facilitators: { ann: { kind: trainer, hours: 09:00-12:00, sites: [york] }, bo: { kind: trainer, sites: [leeds] } }
modules:
  show: { audience: everyone, minutes: 60, format: workshop, room: { features: [screen] }, when: { date: 2027-02-03 } }
  talk: { audience: everyone, minutes: 60, format: workshop, when: { date: 2027-02-04 } }
`);
    expect(
      schedule.unplaced.map(({ requirement, reasons }) => [requirement.id, reasons[0]!.constraint]),
    ).toEqual([['show.2027-02-03.agent.york.day.1', 'room-fits']]);
    expect(schedule.unplaced[0]!.relaxations).toEqual([
      { change: 'one more room with 2 seats', start: '2027-02-03T09:00' },
    ]);
    expect(schedule.bottlenecks).toEqual([]);
  });

  it('a module outside paid time', async () => {
    const { schedule } = await planned(`${february}
departments: { desk: {} }
roles: { agent: { department: desk, heads: 5 } }
modules:
  read: { audience: everyone, minutes: 30, format: self-paced, hours: 18:00-19:00, when: { from: 2027-02-01, by: 2027-02-05 } }
`);
    expect(schedule.unplaced[0]!.reasons).toEqual([{ constraint: 'in-shift', excluded: 15, of: 15 }]);
  });
});
