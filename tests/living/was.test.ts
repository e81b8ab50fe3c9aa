/** Another id in the middle of a year (`was`): whoever and whatever it is goes on, in plan and calendars. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import { renderYear } from '../../src/pipeline.ts';
import { renamed } from '../../src/plan/renamed.ts';
import { loadSources } from '../../src/workspace/load.ts';
import { textOf } from './text.ts';
import { type Lived, live } from './year.ts';

const YEAR = `
programme: { name: Past, starts: 2027-01-04, ends: 2027-03-31, timezone: Europe/London, mantra: One. }
sites: { leeds: { name: Leeds } }
rooms: { lab: { name: The lab, site: leeds, seats: 8 } }
departments:
  ward:
    name: The wards
    shifts: { early: { days: mon-fri, hours: 08:00-16:00, share: 50% }, late: { days: mon-fri, hours: 12:00-20:00, share: 50% } }
    meetings: { team: { day: tue, at: 13:00, minutes: 15 } }
  office: { name: Office }
roles:
  nurse: { name: Nurse, department: ward, heads: 30, customerFacing: true, joiners: 6 }
  clerk: { name: Clerk, department: office, heads: 5 }
stages: { a: { touchpoints: { t: { owner: nurse } } } }
themes: { m: { months: [1, 2, 3] } }
facilitators: { amira: { name: Amira, kind: trainer } }
modules:
  huddle: { name: Huddle, audience: { departments: [ward] }, format: huddle, minutes: 10, when: { every: fortnight }, themes: [m], touchpoints: [t], voices: [testimonial] }
  shop: { name: Workshop, audience: everyone, format: workshop, minutes: 60, when: { every: month }, themes: [m], voices: [testimonial] }
  welcome: { name: Welcome, audience: { departments: [ward] }, format: self-paced, minutes: 20, when: { moment: week-1 }, themes: [m] }
  visit: { name: Visit, audience: { departments: [office] }, format: shadowing, minutes: 60, when: { every: month }, themes: [m], host: { department: ward, guests: 2 } }
rituals: { thanks: { name: Thanks, type: recognition, audience: { departments: [ward] }, channel: mail, when: { every: month } } }
`;
const TODAY = '2027-02-15';

let first: Lived;
beforeAll(async () => {
  first = await live(YEAR, '2027-01-03');
});

type Change = readonly [what: string, changes: readonly (readonly [from: string | RegExp, to: string])[]];

const CHANGES: readonly Change[] = [
  [
    'a department',
    [
      ['  ward:\n', '  wards:\n    was: ward\n'],
      [/department: ward\b/g, 'department: wards'],
      [/departments: \[ward\]/g, 'departments: [wards]'],
    ],
  ],
  [
    'a role',
    [
      ['  nurse: {', '  carer: { was: nurse,'],
      ['owner: nurse', 'owner: carer'],
    ],
  ],
  ['a module with a room and a trainer', [['  shop: {', '  aa-course: { was: [shop, shopping],']]],
  ['a module in meetings', [['  huddle: {', '  talk: { was: huddle,']]],
  ['a module that is shadowing', [['  visit: {', '  look: { was: visit,']]],
  [
    'a site',
    [
      ['leeds: {', 'york: { was: leeds,'],
      ['site: leeds', 'site: york'],
    ],
  ],
  ['a shift', [['early: {', 'early-shift: { was: early,']]],
  ['a room', [['lab: {', 'studio: { was: lab,']]],
  ['a facilitator', [['amira: {', 'a-khan: { was: amira,']]],
];

const all = CHANGES.flatMap(([, changes]) => changes);

const withChanges = (changes: Change[1]) =>
  changes.reduce((text, [from, to]) => text.replace(from, to), YEAR);

/** All that calendars know of a session, and when and with whom it is. */
const told = ({ sessions, rituals, themes }: Plan) => [
  ...sessions.map(({ id, uid, sequence, status, revised, start, end, heads, hash }) => ({
    id,
    uid,
    sequence,
    status,
    revised,
    start,
    end,
    heads,
    hash,
  })),
  ...rituals.map(({ id, uid, sequence, status }) => ({ id, uid, sequence, status })),
  ...themes.map(({ id, uid, sequence, status }) => ({ id, uid, sequence, status })),
];

async function calendar(year: Lived): Promise<string> {
  const files = await renderYear(year.model, year, { only: new Set(['ics']) });
  return textOf(files.find(({ path }) => path === 'calendars/all.ics')!);
}

describe('with `was`, nothing happens to anybody when an id changes:', () => {
  it.each([...CHANGES, ['all at once', all]] as readonly Change[])('%s', async (_, changes) => {
    const yaml = withChanges(changes);
    expect(yaml).not.toBe(YEAR);
    const now = await live(yaml, TODAY, first.plan);
    expect(told(now.plan)).toEqual(told(first.plan));
    expect(await calendar(now)).toBe(await calendar(first));
    expect(now.plan.unscheduled).toEqual(first.plan.unscheduled);
    expect(now.gaps.organisation.score).toBe(first.gaps.organisation.score);
    // Nothing of the plan is in old ids, but for those by which calendars know it.
    const old = changes.map(([from]) => /(\w+):/.exec(String(from))?.[1]).filter((id) => id !== 'owner');
    const said = JSON.stringify({ ...now.plan, sessions: now.plan.sessions.map(withoutIds) });
    for (const id of ['ward', 'nurse', 'shop', 'leeds', 'early', 'lab', 'amira'].filter((one) =>
      old.includes(one),
    ))
      expect(said).not.toMatch(new RegExp(`"(?:[\\w-]+\\.)*${id}[".]`));
    // And once is enough: the next plan is this one.
    expect((await live(yaml, TODAY, now.plan)).plan).toBe(now.plan);
  });

  it('and without it they would be told', async () => {
    const yaml = withChanges(all)
      .replace(/was: (?:\[.*?\]|[\w-]+),/g, '')
      .replace('    was: ward\n', '');
    const { plan } = await live(yaml, TODAY, first.plan);
    expect(plan.sessions.filter(({ status }) => status === 'cancelled').length).toBeGreaterThan(0);
  });

  it('a new thing may take an id that is free: its sessions have ids of their own', async () => {
    const yaml = withChanges([
      ['  huddle: {', '  talk: { was: huddle,'],
      [
        'modules:\n',
        'modules:\n  huddle: { name: New, audience: { departments: [ward] }, format: huddle, minutes: 5, when: { every: month, from: 2027-03-01 }, themes: [m] }\n',
      ],
    ]).replace('was: huddle,', '');
    const renamedFirst = await live(
      withChanges([['  huddle: {', '  talk: { was: huddle,']]),
      TODAY,
      first.plan,
    );
    const { plan } = await live(yaml, TODAY, renamedFirst.plan);
    expect(new Set(plan.sessions.map(({ uid }) => uid)).size).toBe(plan.sessions.length);
    expect(plan.sessions.filter(({ module }) => module === 'huddle').length).toBeGreaterThan(0);
    const before = new Map(first.plan.sessions.map((one) => [one.uid, one]));
    for (const one of plan.sessions.filter(({ module }) => module === 'talk'))
      expect(before.get(one.uid)).toMatchObject({ sequence: one.sequence, start: one.start });
  });

  it('what is held keeps its words where the name follows the id', async () => {
    const yaml = YEAR.replace('ward:\n    name: The wards\n', 'wards:\n    was: ward\n')
      .replace(/department: ward\b/g, 'department: wards')
      .replace(/departments: \[ward\]/g, 'departments: [wards]');
    const { plan } = await live(yaml, TODAY, first.plan);
    const then = new Map(first.plan.sessions.map((one) => [one.uid, one]));
    for (const one of plan.sessions.filter(({ start }) => start < TODAY))
      expect(one).toMatchObject({ sequence: 0, start: then.get(one.uid)!.start });
    expect(plan.sessions.filter(({ status }) => status === 'cancelled')).toEqual([]);
  });

  it('a plan that knows none of the former ids is itself', async () => {
    const { model } = await live(YEAR.replace('lab: {', 'lab: { was: cellar,'), '2027-01-03');
    expect(renamed(first.plan, model)).toBe(first.plan);
  });
});

describe('a roster', () => {
  const yaml = (text: string) =>
    text.replace('mantra: One. }', 'mantra: One., people: people.csv }').replace('heads: 30,', '');
  const people = (id: (n: number) => string, was: (n: number) => string) =>
    `id,role,site,shift,manager,was\n${Array.from(
      { length: 6 },
      (_, i) => `${id(i)},nurse,leeds,${i % 2 ? 'late' : 'early'},${i === 0 ? '' : 'n0'},${was(i)}`,
    ).join('\n')}\n`;
  const year = (text: string, roster: string) =>
    new Map([
      ['cxplan.yaml', yaml(text)],
      ['people.csv', roster],
    ]);

  it('may go on in the ids of before, of roles, sites, shifts and of its people', async () => {
    const before = await live(
      year(
        YEAR,
        people(
          (i) => `n${i}`,
          () => '',
        ),
      ),
      '2027-01-03',
    );
    const other = people(
      (i) => `E${100 - i}`,
      (i) => `n${i} older-${i}`,
    );
    const now = await live(year(withChanges(all), other), TODAY, before.plan);
    expect(told(now.plan)).toEqual(told(before.plan));
    // And the joiner of the role who has no name yet.
    expect(now.plan.groups.flatMap(({ people: ids }) => ids ?? []).sort()).toEqual([
      ...[95, 96, 97, 98, 99, 100].map((n) => `E${n}`).sort(),
      null,
    ]);
    expect(now.gaps.organisation.score).toBe(before.gaps.organisation.score);
  });

  it.each([
    ['its own id', 'E1', 'was-itself'],
    ['somebody who is still there', 'E0', 'was-still-there'],
    ['two claim it', 'n0', 'was-claimed-twice'],
  ])('refuses a former id that cannot be meant: %s', async (_, was, code) => {
    const roster = people(
      (i) => `E${i}`,
      (i) => (i === 1 ? was : i === 0 ? 'n0' : ''),
    );
    const { diagnostics } = await loadSources(year(YEAR, roster));
    expect(diagnostics.filter(({ severity }) => severity === 'error').map((one) => one.code)).toEqual([code]);
  });
});

function withoutIds({ id, uid, ...rest }: PlanSession) {
  return rest;
}
