/** The case of a programme that changes when six weeks of it are over: what was held stands, nobody is asked for it again. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import { renderYear } from '../../src/pipeline.ts';
import { readWithIcalJs } from '../render/ics/read.ts';
import { textOf } from './text.ts';
import { type Lived, live } from './year.ts';

const PAST = `
programme: { name: Past, starts: 2027-01-04, ends: 2027-03-31, timezone: Europe/London, mantra: One. }
departments:
  ward: { name: The wards, meetings: { team: { day: tue, at: 13:00, minutes: 15 } } }
roles: { nurse: { department: ward, heads: 10, customerFacing: true } }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { months: [1, 2, 3] } }
modules:
  huddle: { audience: everyone, format: huddle, minutes: 10, when: { every: fortnight }, themes: [m], touchpoints: [t], voices: [testimonial] }
  story: { name: A story, audience: everyone, format: huddle, minutes: 5, when: { every: month }, themes: [m], voices: [testimonial] }
`;
const TODAY = '2027-02-15';

let first: Lived;
beforeAll(async () => {
  first = await live(PAST, '2027-01-03');
});

const held = ({ sessions }: Plan) => sessions.filter(({ start }) => start < TODAY);
const ahead = ({ sessions }: Plan) => sessions.filter(({ start }) => start >= TODAY);
const sequences = (sessions: readonly PlanSession[]) => sessions.map(({ uid, sequence }) => [uid, sequence]);

const gravely = ({ gaps }: Lived) =>
  gaps.findings.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));

/** The year after a change, and that everything before it stands in data and in every word of calendars and sheets. */
async function changed(from: string | RegExp, to: string): Promise<Lived> {
  const now = await live(PAST.replace(from, to), TODAY, first.plan);
  expect(held(now.plan)).toEqual(held(first.plan));
  expect(held(now.plan).length).toBe(5);
  expect(await pastOf(now)).toEqual(await pastOf(first));
  expect(gravely(now)).toEqual(gravely(first));
  expect(now.plan.unscheduled).toEqual([]);
  const again = await live(PAST.replace(from, to), TODAY, now.plan);
  expect(again.plan).toBe(now.plan);
  return now;
}

/** What was before today in the calendar of everything, and in the sheet. */
async function pastOf(year: Lived) {
  const files = await renderYear(year.model, year, { only: new Set(['ics', 'csv']) });
  const file = (path: string) => textOf(files.find((one) => one.path === path)!);
  const events = readWithIcalJs(file('calendars/all.ics')).events.filter(
    ({ start }) => String(start) < TODAY,
  );
  const rows = file('sessions.csv')
    .split(/\r?\n/)
    .filter((row) => /,2027-0(?:1-..|2-0.|2-1[0-4]),/.test(row));
  expect(rows.length).toBe(5);
  return { events: events.filter(({ end }) => String(end).slice(0, 10) < TODAY), rows };
}

it('a programme that starts later than it began asks nobody twice for what was held before', async () => {
  const quarters = PAST.replace('2027-03-31', '2027-12-17').replace(/(story:.*every: )month/, '$1half-year');
  const before = await live(quarters, '2027-01-03');
  const stories = ({ sessions }: Plan) => sessions.filter(({ module }) => module === 'story');
  const [story] = stories(before.plan);
  expect(story!.start < '2027-02-05').toBe(true);
  const after = await live(quarters.replace('2027-01-04', '2027-02-08'), TODAY, before.plan);
  expect(stories(after.plan).filter(({ occurrence }) => occurrence === story!.occurrence)).toEqual([story]);
});

describe('in the middle of a year', () => {
  it('a module is taken out', async () => {
    const { plan } = await changed(/ {2}story:.*\n/, '');
    const stories = ahead(plan).filter(({ module }) => module === 'story');
    expect(stories.map(({ status, sequence }) => [status, sequence])).toEqual(
      stories.map(() => ['cancelled', 1]),
    );
    expect(sequences(ahead(plan).filter(({ module }) => module !== 'story'))).toEqual(
      sequences(ahead(first.plan).filter(({ module }) => module !== 'story')),
    );
  });

  it('what was told of a module that is taken out stays valid, and its seats were due', async () => {
    const told = 'group,module,date,status\nnurse.main.day.1,story,2027-01-05,attended\n';
    const files = (yaml: string) =>
      new Map([
        ['cxplan.yaml', yaml.replace('mantra: One.', 'mantra: One., attendance: attendance.csv')],
        ['attendance.csv', told],
      ]);
    const before = await live(files(PAST), TODAY, first.plan);
    const after = await live(files(PAST.replace(/ {2}story:.*\n/, '')), TODAY, before.plan);
    expect(held(after.plan)).toEqual(held(before.plan));
    expect(after.gaps.organisation.seats.delivered).toMatchObject({ due: 50, delivered: 10, missed: 0 });
    expect(after.gaps.organisation.seats.delivered).toEqual(before.gaps.organisation.seats.delivered);
  });

  it('more people come', async () => {
    const { plan } = await changed('heads: 10', 'heads: 12');
    const places = new Map<string, number>();
    for (const { module, occurrence, heads } of ahead(plan)) {
      const key = `${module} ${occurrence}`;
      places.set(key, (places.get(key) ?? 0) + heads);
    }
    // Of February's story ten have been told: the two who came since are told it alone.
    expect([...places]).toEqual([...places.keys()].map((key) => [key, key === 'story 2027-02' ? 2 : 12]));
  });

  it('fewer people are there', async () => {
    const { plan } = await changed('heads: 10', 'heads: 9');
    for (const { heads } of ahead(plan)) expect(heads).toBe(9);
  });

  it('a department gets another id: nothing is announced', async () => {
    const { plan } = await changed(/ward(?=[:,])/g, 'wards');
    expect(sequences(plan.sessions)).toEqual(sequences(first.plan.sessions));
  });

  it('a module gets another name: what is to come is announced, and only that', async () => {
    const { plan } = await changed('A story', 'Another story');
    for (const { module, sequence } of ahead(plan))
      expect([module, sequence]).toEqual([module, module === 'story' ? 1 : 0]);
  });
});

describe('what has been held stands', () => {
  it('when its leader is gone, its room’s id is that of another room, its site has another name', async () => {
    const firm = (more: { room: string; leader: string; site: string }) => `
programme: { name: Held, starts: 2027-01-04, ends: 2027-03-31, timezone: Europe/London, mantra: One. }
sites: { main: { name: ${more.site} } }
departments: { ward: { name: The wards, maxAway: 100% } }
roles: { nurse: { department: ward, heads: 8, customerFacing: true } }
rooms: { lab: { site: main, seats: 8, name: ${more.room} } }
facilitators: { ${more.leader}: { kind: trainer } }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { months: [1, 2, 3], name: The theme } }
modules:
  w: { audience: everyone, format: workshop, minutes: 60, seats: 8, when: { every: month }, themes: [m], touchpoints: [t], voices: [testimonial] }
rituals: { hi: { type: communication, channel: chat, when: { every: month }, name: Hello } }
`;
    const before = await live(firm({ room: 'The lab', leader: 'ann', site: 'Leeds' }), '2027-01-03');
    const changes = [
      firm({ room: 'The cellar', leader: 'bob', site: 'York' }),
      firm({ room: 'The cellar', leader: 'bob', site: 'York' }).replace('The theme', 'Another theme'),
      firm({ room: 'The cellar', leader: 'bob', site: 'York' }).replace(/rituals:.*\n/, ''),
      firm({ room: 'The cellar', leader: 'bob', site: 'York' }).replace(
        'name: Held',
        'name: Renamed, domain: firm.example',
      ),
    ];
    const words = async (year: Lived) => {
      const files = await renderYear(year.model, year, { only: new Set(['ics']) });
      const all = textOf(files.find(({ path }) => path === 'calendars/all.ics')!).replace(/\r\n /g, '');
      return all
        .split('BEGIN:VEVENT')
        .filter((event) => /DTSTART[^\r]*:202701/.test(event) && !/SUMMARY:Theme/.test(event));
    };
    const said = await words(before);
    expect(said.length).toBe(2);
    expect(said.join()).toContain('The lab');
    let previous = before;
    for (const yaml of changes) {
      previous = await live(yaml, '2027-02-08', previous.plan);
      expect(await words(previous)).toEqual(said);
    }
    // And the words of now are those of what is to come.
    const coming = previous.plan.sessions.filter(({ start }) => start > '2027-02-08');
    expect(coming.length).toBeGreaterThan(0);
    for (const { facilitator } of coming) expect(facilitator).not.toBe('ann');
  });

  it('when planning starts afresh: identities go on, and no cancelled UID comes back', async () => {
    const without = await live(PAST.replace(/ {2}story:.*\n/, ''), TODAY, first.plan);
    const back = await live(PAST, TODAY, without.plan, { fresh: true });
    expect(held(back.plan)).toEqual(held(first.plan));
    const cancelled = without.plan.sessions.filter(({ status }) => status === 'cancelled');
    const again = new Map(back.plan.sessions.map((session) => [session.uid, session]));
    for (const { uid, sequence } of cancelled)
      expect(again.get(uid)).toMatchObject({ status: 'cancelled', sequence });
    for (const { uid, sequence } of first.plan.sessions.filter(({ module }) => module === 'huddle'))
      expect(again.get(uid)!.sequence).toBeGreaterThanOrEqual(sequence);
    const later = await live(PAST, TODAY, back.plan, { fresh: true });
    expect(later.plan).toBe(back.plan);
  });

  it('and a UID that was cancelled long ago is not used again', async () => {
    const without = await live(PAST.replace(/ {2}story:.*\n/, ''), '2027-01-03', first.plan);
    const long = await live(PAST.replace(/ {2}story:.*\n/, ''), '2027-03-20', without.plan);
    expect(long.plan.retired?.length).toBeGreaterThan(0);
    const back = await live(PAST, '2027-03-20', long.plan);
    const used = new Set(
      without.plan.sessions.flatMap(({ uid, status }) => (status === 'cancelled' ? [uid] : [])),
    );
    for (const { uid, status } of back.plan.sessions)
      if (status === 'confirmed') expect(used.has(uid)).toBe(false);
  });
});
