/** The same input gives the same plan; a small change gives a small change. */
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import type { Attendees, Plan } from '../../../src/model/made/plan.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import { firmText } from '../../bench/firm.ts';
import { firm, fullyPlanned, planned, programme } from '../helpers.ts';

const head = `${programme('', '2027-02-01', '2027-04-30')}
policy: { groupSize: 6 }
`;

function sections(trainer = '{ kind: trainer, hoursPerWeek: 6 }', heads = 30): string[] {
  return [
    `departments:
  desk: { maxAway: 30%, meetings: { stand-up: { day: tue, at: 10:00, minutes: 15 } } }
  shop: { maxAway: 20%, shifts: { early: { days: mon-sat, hours: 06:00-14:00, share: 50% }, late: { days: mon-sat, hours: 12:00-20:00, share: 50% } } }
`,
    `roles: { seller: { department: shop, heads: 22 }, agent: { department: desk, heads: ${heads} } }
`,
    `rooms: { lab: { site: main, seats: 8 }, den: { site: main, seats: 6 } }
`,
    `facilitators: { ann: ${trainer}, bob: { kind: trainer, hoursPerWeek: 6 } }
`,
    `modules:
  try: { audience: everyone, minutes: 60, format: workshop, seats: 8, when: { from: 2027-02-01, by: 2027-03-31 } }
  read: { audience: everyone, minutes: 20, format: self-paced, when: { every: month } }
  talk: { audience: { departments: [desk] }, minutes: 20, format: coaching, when: { every: month }, after: [try] }
  huddle: { audience: { departments: [desk] }, minutes: 10, format: huddle, when: { every: fortnight } }
`,
  ];
}

const text = head + sections().join('');

/** Seven days from the first on which Ann leads after a date, and what she leads in them. */
function weekOfAnn({ sessions }: Plan, after: string) {
  const led = sessions.filter(({ facilitator, start }) => facilitator === 'ann' && start >= after);
  const first = led.map(({ start }) => start.slice(0, 10)).sort()[0]!;
  const to = isoDate(toDay(first)! + 6);
  return { from: first, to, hit: led.filter(({ start }) => start.slice(0, 10) <= to) };
}

/** Whether two seats are of one person at least. */
function meets(one: Attendees): (other: Attendees) => boolean {
  return ({ group, first, last }) => group === one.group && first <= one.last && last >= one.first;
}

describe('the same input', () => {
  it('gives the same plan twice, and with files and sections in another order', async () => {
    const first = (await planned(text)).plan;
    expect((await planned(text)).plan).toEqual(first);
    const files = sections().map((section, i) => [`file-${9 - i}.yaml`, section] as const);
    const loaded = await loadSources(new Map([...files.reverse(), ['a.yaml', head]]));
    expect(JSON.stringify((await planned(loaded.model!)).plan)).toBe(JSON.stringify(first));
  });

  it('gives the same plan in any time zone of the machine', async () => {
    const before = process.env.TZ;
    try {
      const plans = [];
      for (const zone of ['UTC', 'Pacific/Auckland', 'America/New_York']) {
        process.env.TZ = zone;
        plans.push(JSON.stringify((await planned(text)).plan));
      }
      expect(new Set(plans).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('gives the same bytes on top of its own plan, with people left over or without', async () => {
    for (const workspace of [
      text,
      head +
        sections('{ kind: trainer, hoursPerWeek: 1 }', 60)
          .join('')
          .replace('bob: { kind: trainer, hoursPerWeek: 6 }', 'bob: { kind: trainer, totalDays: 1 }'),
    ]) {
      const { plan } = await planned(workspace);
      const again = await planned(workspace, { previous: plan });
      expect(JSON.stringify(again.plan)).toBe(JSON.stringify(plan));
    }
  });
});

describe('a change', () => {
  it('moves only what it touches: a trainer away for a week', async () => {
    const { plan } = await planned(text);
    const { from, to, hit } = weekOfAnn(plan, '2027-02-15');
    const away = `{ kind: trainer, hoursPerWeek: 6, away: [{ from: ${from}, to: ${to} }] }`;
    const after = await planned(head + sections(away).join(''), { previous: plan, inputs: 'sha256:1' });
    const old = new Map(plan.sessions.map((session) => [session.id, session]));
    const changed = after.plan.sessions.filter((session) => {
      const was = old.get(session.id);
      return was && (was.start !== session.start || was.facilitator !== session.facilitator);
    });
    expect(hit.length).toBeGreaterThan(0);
    expect(changed.map(({ id }) => id).sort()).toEqual(hit.map(({ id }) => id).sort());
    expect(after.schedule.score.unplaced).toBe(0);
    expect(after.schedule.sessions.filter(({ moved }) => moved.length > 0)).toHaveLength(changed.length);
  });

  it('keeps everybody else when people are hired', async () => {
    const { plan } = await planned(text);
    const after = await planned(head + sections(undefined, 34).join(''), {
      previous: plan,
      inputs: 'sha256:1',
    });
    const now = new Map(after.plan.sessions.map(({ id, start }) => [id, start]));
    const moved = plan.sessions.filter(({ id, start }) => now.get(id) !== start);
    expect(moved.map(({ id }) => id)).toEqual([]);
    expect(after.plan.unscheduled).toEqual([]);
  });

  it('seats newcomers in sessions that stand, as far as they have room', async () => {
    const team = (heads: number) => `${programme('', '2027-01-04', '2027-12-17')}
departments: { shop: { meetings: { team: { day: mon, at: 10:00, minutes: 15 } } } }
roles: { seller: { department: shop, heads: ${heads} } }
modules:
  minute: { audience: everyone, minutes: 10, format: huddle, seats: 8, when: { every: fortnight } }
`;
    const { plan } = await fullyPlanned(team(6), { asOf: '2026-12-01' });
    const joined = await fullyPlanned(team(7), { previous: plan, inputs: 'sha256:1' });
    expect(joined.plan.sessions.map(({ id, start }) => `${id} ${start}`)).toEqual(
      plan.sessions.map(({ id, start }) => `${id} ${start}`),
    );
    expect(joined.plan.sessions.every(({ heads }) => heads === 7)).toBe(true);
    // One more than fits has a session of their own.
    const more = await fullyPlanned(team(9), { previous: joined.plan, inputs: 'sha256:2' });
    expect(changedIn(joined.plan, more.plan)).toEqual([]);
    expect(new Set(more.plan.sessions.map(({ heads }) => heads))).toEqual(new Set([8, 1]));
  });

  it('leaves huddles of the notice period as they are: newcomers have one of their own until it is over', async () => {
    const team = (heads: number) => `${programme('', '2027-01-04', '2027-02-26')}
departments: { shop: { meetings: { team: { day: mon, at: 10:00, minutes: 30 } } } }
roles: { seller: { department: shop, heads: ${heads} } }
policy: { noticeDays: 14 }
modules:
  minute: { audience: everyone, minutes: 10, format: huddle, seats: 8, when: { every: fortnight } }
`;
    const { plan } = await fullyPlanned(team(6), { asOf: '2026-12-01' });
    const asOf = '2027-01-04';
    const { plan: after } = await fullyPlanned(team(7), { previous: plan, inputs: 'sha256:1', asOf });
    const frozen = plan.sessions.filter(({ start }) => start < '2027-01-18');
    expect(frozen.length).toBeGreaterThan(0);
    for (const one of frozen) expect(after.sessions).toContainEqual(one);
    const own = after.sessions.filter(({ heads }) => heads === 1);
    expect(own.map(({ occurrence }) => occurrence)).toEqual(frozen.map(({ occurrence }) => occurrence));
    expect(after.sessions.filter(({ heads }) => heads === 7)).toHaveLength(
      plan.sessions.length - frozen.length,
    );
  });

  it('lets them have what is there by now although something else broke', async () => {
    // Tess has one morning for two; Uwe is away on the day on which he leads, when she has another.
    const clinic = (tess: string, uwe: string) => `${programme('', '2027-01-04', '2027-02-26')}
policy: { groupSize: 6, noticeDays: 0 }
departments: { ward: { maxAway: 100%, shifts: { day: { days: mon-fri, hours: 08:00-12:00 } } } }
roles: { doctor: { department: ward, heads: 2 }, nurse: { department: ward, heads: 1 }, clerk: { department: ward, heads: 2 } }
rooms: { hall: { site: main, seats: 2 } }
facilitators:
  tess: { kind: trainer, teaches: [a, b], days: mon, hours: 08:00-12:00, away: [${tess}] }
  uwe: { kind: trainer, teaches: [c], days: tue-fri, away: [${uwe}] }
modules:
  a: { audience: { roles: [doctor] }, minutes: 240, format: workshop, seats: 2, when: { from: 2027-01-04, by: 2027-01-15 } }
  b: { audience: { roles: [nurse] }, minutes: 240, format: workshop, seats: 1, when: { from: 2027-01-04, by: 2027-01-08 } }
  c: { audience: { roles: [clerk] }, minutes: 60, format: workshop, seats: 2, when: { from: 2027-01-04, by: 2027-02-26 } }
`;
    const { plan, schedule } = await planned(clinic('{ from: 2027-01-11, to: 2027-02-26 }', ''));
    expect(schedule.score.unplaced).toBe(1);
    const day = plan.sessions.find(({ module }) => module === 'c')!.start.slice(0, 10);
    const both = clinic('', `{ from: ${day}, to: ${day} }`);
    await fullyPlanned(both, { previous: plan, inputs: 'sha256:1' });
  });

  it('keeps every moment where only the zone has another name, in the notice period and before it too', async () => {
    const zoned = (zone: string) => text.replace('Europe/London', zone);
    const { plan } = await planned(zoned('Europe/London'));
    const how = { previous: plan, inputs: 'sha256:1', asOf: '2027-02-15' };
    const { plan: after } = await planned(zoned('Europe/Dublin'), how);
    expect(after.sessions.map(({ timezone }) => timezone)).toContain('Europe/Dublin');
    expect(after.sessions.map(({ id, startUtc }) => `${id} ${startUtc}`)).toEqual(
      plan.sessions.map(({ id, startUtc }) => `${id} ${startUtc}`),
    );
  });

  it('keeps everybody else when sessions take longer: those give way that are not what they were', async () => {
    const length = (minutes: number) => `${programme('', '2027-02-01', '2027-03-05')}
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 6 }, clerk: { department: desk, heads: 6 } }
facilitators: { ann: { kind: trainer, days: mon, hours: 09:00-13:00 } }
rooms: { lab: { site: main, seats: 6 } }
modules:
  try: { audience: { roles: [agent] }, minutes: ${minutes}, format: workshop, seats: 6, when: { every: week } }
  use: { audience: { roles: [clerk] }, minutes: 60, format: workshop, seats: 6, when: { every: week } }
`;
    const { plan } = await fullyPlanned(length(60));
    // What is near stays where it is, even if there is no time left for what has grown.
    const after = await planned(length(180), { previous: plan, inputs: 'sha256:1', dated: true });
    const near = plan.sessions.filter(({ id, start }) => id.startsWith('use.') && start < '2027-02-14');
    expect(near).toHaveLength(2);
    const moved = changedIn(plan, after.plan);
    expect(near.filter(({ id }) => moved.includes(id))).toEqual([]);
  });

  it('a past session took the time it took, however short its module is by now', async () => {
    const length = (minutes: number) => `${programme('', '2027-02-01', '2027-02-28')}
policy: { minutesPerWeek: 60 }
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 6 } }
rooms: { lab: { site: main, seats: 6 } }
modules:
  try: { audience: everyone, minutes: ${minutes}, format: coaching, seats: 6, when: { from: 2027-02-01, by: 2027-02-02 } }
  use: { audience: everyone, minutes: 30, format: coaching, seats: 6, when: { from: 2027-02-04, by: 2027-02-12 }, after: [try] }
  new: { audience: everyone, minutes: 30, format: coaching, seats: 6, when: { from: 2027-02-04, by: 2027-02-05 } }
`;
    const { plan } = await planned(length(60));
    expect(plan.score.unplaced).toBe(6);
    // Ten minutes would leave room in the week; the hour that was spent does not.
    const after = await planned(length(10), { previous: plan, asOf: '2027-02-03', inputs: 'sha256:1' });
    expect(
      after.plan.sessions.filter(({ start }) => start < '2027-02-08').map(({ module }) => module),
    ).toEqual(['try']);
  });

  it('nothing new is placed in the past, and the notice period stays', async () => {
    const { plan } = await planned(text);
    const after = await planned(head + sections(undefined, 42).join(''), {
      previous: plan,
      asOf: '2027-02-15',
      inputs: 'sha256:1',
    });
    const old = new Set(plan.sessions.map(({ id, start }) => `${id} ${start}`));
    const fresh = after.plan.sessions.filter(({ id, start }) => !old.has(`${id} ${start}`));
    expect(fresh.filter(({ start }) => start < '2027-02-16')).toEqual([]);
    expect(fresh.length).toBeGreaterThan(0);
  });
});

describe('seeds', () => {
  it('other seeds give other plans of the same worth', async () => {
    const model = await firm(text);
    const [one, two] = [await planned(model, { seed: 1 }), await planned(model, { seed: 2 })];
    expect(two.schedule.score.unplaced).toBe(one.schedule.score.unplaced);
    expect(two.schedule.score.soft).toBeLessThan(1.2 * one.schedule.score.soft);
    expect(one.schedule.score.soft).toBeLessThan(1.2 * two.schedule.score.soft);
  });
});

describe('the past', () => {
  it('stays as it was, even in a room that is gone and weeks that are too full by now', async () => {
    const { plan } = await planned(text);
    const changed = text
      .replace('lab: { site: main, seats: 8 }, ', '')
      .replace('groupSize: 6', 'groupSize: 6, minutesPerWeek: 60');
    const after = await planned(changed, { previous: plan, asOf: '2027-02-22', inputs: 'sha256:1' });
    const now = new Map(after.plan.sessions.map((session) => [session.id, session]));
    const past = plan.sessions.filter(({ start }) => start < '2027-02-22');
    expect(past.some(({ room }) => room === 'lab')).toBe(true);
    expect(past.map(({ id }) => now.get(id))).toEqual(past);
  });
});

/** Ids of sessions that somebody in them has at another time, in another room or with another leader now, sorted. */
function changedIn(before: Plan, after: Plan): string[] {
  const now = new Map(after.sessions.map((session) => [session.id, session]));
  const places = (plan: Plan, id: string) =>
    plan.sessions
      .filter((session) => session.id === id && session.status === 'confirmed')
      .map(({ start, room, facilitator }) => `${start} ${room} ${facilitator}`)
      .join();
  return before.sessions
    .filter(({ id, attendees }) => {
      const seats = now.get(id)?.attendees ?? [];
      const all = attendees.every((old) =>
        seats.some(({ group, first, last }) => group === old.group && first <= old.first && last >= old.last),
      );
      return !all || places(before, id) !== places(after, id);
    })
    .map(({ id }) => id)
    .sort();
}

describe('what has to come first', () => {
  const firmWith = (
    site: string,
    from = '2027-02-01',
    by = '2027-03-12',
    hours = 2,
  ) => `programme: { name: Firm, starts: 2027-02-01, ends: 2027-04-30, timezone: Europe/London }
policy: { groupSize: 6 }
sites: { main: ${site} }
departments: { desk: { maxAway: 20% } }
roles: { agent: { department: desk, heads: 40 } }
rooms: { lab: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer, hoursPerWeek: ${hours} } }
modules:
  read: { audience: everyone, minutes: 20, format: self-paced, when: { from: ${from}, by: ${by} } }
  try: { audience: everyone, minutes: 60, format: workshop, seats: 6, when: { from: 2027-02-01, by: 2027-03-26 }, after: [read] }
`;
  const dayOf = ({ start }: { readonly start: string }) => start.slice(0, 10);

  it('finds another place in time, so that what follows stays', async () => {
    // There would be time for it until long after what follows.
    const late = (site: string, hours: number) => firmWith(site, undefined, '2027-04-30', hours);
    for (const hours of [2, 4, 20]) {
      const { plan } = await planned(late('{}', hours));
      const held = (module: string) => plan.sessions.filter((session) => session.module === module);
      const trained = new Set(held('try').map(dayOf));
      for (const day of new Set(held('read').map(dayOf))) {
        if (trained.has(day) || day < '2027-02-04') continue;
        const after = await fullyPlanned(late(`{ closed: [{ from: ${day}, to: ${day} }] }`, hours), {
          previous: plan,
          inputs: 'sha256:1',
        });
        const displaced = held('read').filter((session) => dayOf(session) === day);
        expect(changedIn(plan, after.plan)).toEqual(displaced.map(({ id }) => id).sort());
      }
    }
  });

  it('takes along only what follows too early for it', async () => {
    const { plan } = await planned(firmWith('{}'));
    const from = '2027-02-15';
    const after = await fullyPlanned(firmWith('{}', from), { previous: plan, inputs: 'sha256:1' });
    const displaced = plan.sessions.filter((session) => dayOf(session) < from);
    expect(displaced.length).toBeGreaterThan(0);
    expect(displaced.length).toBeLessThan(plan.sessions.length);
    // On the first day itself a session may come too early, whatever the hour of what it needs.
    const late = new Set(plan.sessions.filter((session) => dayOf(session) > from).map(({ id }) => id));
    expect(changedIn(plan, after.plan).filter((id) => late.has(id))).toEqual([]);
  });
});

describe('making room', () => {
  it('moves nobody for nothing when somebody can have no place at all', async () => {
    const tight = (heads: number) => `${programme('', '2027-02-01', '2027-03-28')}
policy: { groupSize: 6 }
departments: { desk: { maxAway: 50% } }
roles: { agent: { department: desk, heads: ${heads} } }
rooms: { lab: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer, hoursPerWeek: 2 } }
modules:
  try: { audience: everyone, minutes: 60, format: workshop, seats: 6, when: { every: fortnight } }
`;
    // Four sessions of six a fortnight: all hours are used.
    const { plan } = await fullyPlanned(tight(24));
    const after = await planned(tight(36), { previous: plan, inputs: 'sha256:1' });
    expect(after.schedule.score.unplaced).toBe(4 * 12);
    expect(changedIn(plan, after.plan)).toEqual([]);
  });

  it('moves nobody else for those who had no place before, when something breaks', async () => {
    const short = (ann: string) =>
      head + sections(ann, 90).join('').replaceAll('hoursPerWeek: 6', 'hoursPerWeek: 1');
    const { plan, schedule } = await planned(short('{ kind: trainer, hoursPerWeek: 1 }'));
    expect(schedule.score.unplaced).toBeGreaterThan(0);
    const { from, to, hit } = weekOfAnn(plan, '2027-03-15');
    const away = `{ kind: trainer, hoursPerWeek: 1, away: [{ from: ${from}, to: ${to} }] }`;
    const after = await planned(short(away), { previous: plan, inputs: 'sha256:1' });
    expect(hit.length).toBeGreaterThan(0);
    // Whose workshop is held later has to talk later, too.
    const late = plan.sessions.filter(({ module, attendees }) => {
      return (
        module === 'talk' && attendees.some((seat) => hit.some((lost) => lost.attendees.some(meets(seat))))
      );
    });
    const follow = new Set(late.map(({ id }) => id));
    const moved = new Set(changedIn(plan, after.plan).filter((id) => !follow.has(id)));
    expect(moved.size).toBeLessThanOrEqual(2 * hit.length);
  });

  it('moves nobody for those who had no place before, where there is nothing more to place them with', async () => {
    const short = firmText({ people: 1000, slack: 0.6 });
    const how = { effort: 'quick' as const };
    const { plan, schedule } = await planned(short, how);
    const named = short.replace('basics: {', 'basics: { name: The basics,');
    const after = await planned(named, { ...how, previous: plan, inputs: 'sha256:1' });
    expect(schedule.score.unplaced).toBeGreaterThan(0);
    expect(changedIn(plan, after.plan)).toEqual([]);
    expect(after.schedule.score.unplaced).toBeLessThanOrEqual(schedule.score.unplaced);
    // What has been tried stays tried.
    expect(after.plan.made.tried).toEqual(plan.made.tried);
  });

  it('lets them have what others can do without by now', async () => {
    // Ann has an hour for two sessions; whoever takes over the one that is held leaves it for the other.
    const taught = (bob: string) => `${programme('', '2027-02-01', '2027-02-07')}
policy: { groupSize: 6, noticeDays: 0 }
departments: { desk: { maxAway: 100% } }
roles: { agent: { department: desk, heads: 6 }, clerk: { department: desk, heads: 6 } }
rooms: { lab: { site: main, seats: 6 } }
facilitators: { ann: { kind: trainer, days: mon, hours: 09:00-10:00 }${bob} }
modules:
  try: { audience: { roles: [agent] }, minutes: 60, format: workshop, seats: 6, when: { every: week } }
  use: { audience: { roles: [clerk] }, minutes: 60, format: workshop, seats: 6, when: { every: week } }
`;
    const { plan, schedule } = await planned(taught(''));
    expect(schedule.score.unplaced).toBe(6);
    const held = plan.sessions.map(({ module }) => module).join();
    const bob = `, bob: { kind: trainer, teaches: [${held}], days: tue, hours: 09:00-10:00 }`;
    await fullyPlanned(taught(bob), { previous: plan, inputs: 'sha256:1' });
  });

  it('lets them push once something has opened', async () => {
    const short = (hours: number) =>
      head + sections(undefined, 90).join('').replaceAll('hoursPerWeek: 6', `hoursPerWeek: ${hours}`);
    const { plan, schedule } = await planned(short(1));
    const after = await planned(short(8), { previous: plan, inputs: 'sha256:1' });
    const fresh = await planned(short(8));
    expect(schedule.score.unplaced).toBeGreaterThan(0);
    expect(after.schedule.score.unplaced).toBeLessThanOrEqual(fresh.schedule.score.unplaced);
  });
});
