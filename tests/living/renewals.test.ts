/** What is good for a while is learned again before it ends: across the programme's years, by whom it is due and by nobody else. */
import { describe, expect, it } from 'vitest';
import { toDay } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import { certificatesOf, renewalFrom, type ValidFor } from '../../src/model/valid-for.ts';
import { report } from '../../src/report/report.ts';
import { lowerBound } from '../../src/schedule/bounds/bound.ts';
import { allMissing } from '../../src/schedule/construct/construct.ts';
import { makeProblem } from '../../src/schedule/problem/encode.ts';
import { State } from '../../src/schedule/solution/state.ts';
import { diagnosticsOf } from '../fixtures.ts';
import { type Lived, live } from './year.ts';

const IDS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];

const yaml = (validFor: string, more = '') => `
programme: { name: Northwind, mantra: One customer at a time., starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/London, people: people.csv, attendance: attendance.csv }
departments: { office: {} }
roles: { clerk: { department: office } }
themes: { care: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  safe-hands: { audience: everyone, minutes: 60, format: workshop, led: trainer, room: false, seats: 6, when: { from: 2027-02-01, by: 2027-03-26 }, themes: [care], validFor: ${validFor} }
  deep-dive: { audience: everyone, minutes: 30, format: self-paced, when: { from: 2027-02-01, by: 2027-04-30 }, after: [safe-hands], themes: [care] }
facilitators: { ada: { kind: trainer } }
policy: { groupSize: 6 }
${more}`;

function files(validFor: string, lines: readonly string[], people = IDS.map((id) => `${id},clerk,`)) {
  return new Map([
    ['cxplan.yaml', yaml(validFor)],
    ['people.csv', `id,role,joined\n${people.join('\n')}\n`],
    ['attendance.csv', `person,group,session,module,date,status\n${lines.map((one) => `${one}\n`).join('')}`],
  ]);
}

const had = (person: string, date: string) => `${person},,,safe-hands,${date},attended`;

/** Person → occurrence and window of what is asked, by the sessions in which they sit. */
function seats({ groups, sessions }: Plan, module = 'safe-hands'): Record<string, PlanSession[]> {
  const found: Record<string, PlanSession[]> = {};
  for (const session of sessions) {
    if (session.module !== module || session.status !== 'confirmed') continue;
    for (const { group, first, last } of session.attendees)
      for (const person of groups.find(({ id }) => id === group)!.people!.slice(first - 1, last))
        if (person !== null) found[person] = [...(found[person] ?? []), session];
  }
  return found;
}

const told = (year: Lived) =>
  Object.fromEntries(
    Object.entries(seats(year.plan)).map(([person, own]) => [
      person,
      own.map(({ occurrence }) => occurrence),
    ]),
  );

const daysOf = (validFor: ValidFor, ...days: string[]) =>
  certificatesOf(
    days.map((day) => toDay(day)!),
    { validFor, starts: toDay('2027-04-05')!, renewWithinWeeks: 13 },
  ).map(({ until }) => new Date(until * 86_400_000).toISOString().slice(0, 10));

describe('a certificate ends', () => {
  it('so many months later, on the last day of a shorter month', () => {
    expect(daysOf({ kind: 'months', count: 12 }, '2027-03-02')).toEqual(['2028-03-02']);
    expect(daysOf({ kind: 'months', count: 6 }, '2027-08-31')).toEqual(['2028-02-29']);
    expect(daysOf({ kind: 'days', count: 90 }, '2027-01-01')).toEqual(['2027-04-01']);
  });

  it('on its anniversary when it is renewed shortly before, and from the day of learning when long before', () => {
    expect(daysOf({ kind: 'months', count: 12 }, '2026-05-20', '2027-03-01')).toEqual([
      '2027-05-20',
      '2028-05-20',
    ]);
    expect(daysOf({ kind: 'months', count: 12 }, '2026-05-20', '2026-10-01')).toEqual([
      '2027-05-20',
      '2027-10-01',
    ]);
    expect(daysOf({ kind: 'months', count: 12 }, '2026-05-20', '2027-05-21')).toEqual([
      '2027-05-20',
      '2028-05-21',
    ]);
  });

  it('with the calendar or fiscal year after, so that it is learned once in each', () => {
    expect(daysOf({ kind: 'calendar-year' }, '2026-02-01', '2027-11-30')).toEqual([
      '2027-12-31',
      '2028-12-31',
    ]);
    expect(daysOf({ kind: 'fiscal-year' }, '2027-03-31', '2027-04-01')).toEqual(['2028-03-31', '2029-03-31']);
    const starts = toDay('2027-04-05')!;
    const validity = { validFor: { kind: 'fiscal-year' }, starts, renewWithinWeeks: 13 } as const;
    expect(renewalFrom(toDay('2028-03-31')!, validity)).toBe(toDay('2027-04-01'));
  });
});

describe('what was learned in the year before', () => {
  it('is renewed before it ends, or not asked at all while it is good', async () => {
    const lines = [
      had('p1', '2026-06-10'), // ends in June: renewed in the spring
      had('p2', '2026-02-20'), // in February: in the weeks that are left of them
      had('p3', '2025-11-01'), // has ended: asked as of everybody
      had('p4', '2026-10-01'), // in October
    ];
    const year = await live(files('12 months', lines), '2027-01-03');
    expect(told(year)).toEqual({
      p1: ['renewal-2027-06-10'],
      p2: ['renewal-2027-02-20'],
      p3: ['once'],
      p4: ['renewal-2027-10-01'],
      p5: ['once'],
      p6: ['once'],
    });
    expect(year.plan.unscheduled).toEqual([]);
    const [june] = seats(year.plan).p1!;
    // In the module's own window, which lies in the weeks of renewal of June's; not of October's.
    expect(june!.start >= '2027-03-12' && june!.start <= '2027-06-11').toBe(true);
    const [october] = seats(year.plan).p4!;
    expect(october!.start >= '2027-07-02' && october!.start <= '2027-10-02').toBe(true);
    // Whoever holds it need not renew it before they go on.
    expect(seats(year.plan, 'deep-dive').p4![0]!.start < october!.start).toBe(true);
  });

  it('is not asked again while it is good for longer than the year', async () => {
    const year = await live(files('3 years', [had('p1', '2026-06-10')]), '2027-01-03');
    expect(Object.keys(seats(year.plan)).sort()).toEqual(['p2', 'p3', 'p4', 'p5', 'p6']);
  });

  it('comes round in its own window where it is learned once a year', async () => {
    const year = await live(files('calendar-year', [had('p1', '2026-11-10')]), '2027-01-03');
    expect(told(year).p1).toEqual(['renewal-2027-12-31']);
    const [again] = seats(year.plan).p1!;
    expect(again!.start >= '2027-02-01' && again!.start < '2027-03-27').toBe(true);
  });
});

it('a renewal of what is learned at a moment is asked of people who are missed at work: floor and busy times hold', async () => {
  const YAML = (more: string) => `
programme: { name: Northwind, mantra: One., starts: 2027-01-04, ends: 2027-06-25, timezone: Europe/London, people: people.csv, attendance: attendance.csv }
departments: { office: { ${more} } }
roles: { clerk: { department: office } }
modules:
  safe-hands: { audience: everyone, minutes: 60, format: workshop, led: peer, room: false, when: { moment: day-30 }, validFor: 12 months }
`;
  const year = (more: string) =>
    live(
      new Map([
        ['cxplan.yaml', YAML(more)],
        ['people.csv', 'id,role,joined\np1,clerk,\np2,clerk,\n'],
        ['attendance.csv', `person,module,date,status\np1,safe-hands,2026-05-01,attended\n`],
      ]),
      '2027-01-03',
    );
  const { plan } = await year('minOnShift: 1');
  expect(plan.sessions.map(({ occurrence, heads }) => [occurrence, heads])).toEqual([
    ['renewal-2027-05-01', 1],
  ]);
  const kept = await year('minOnShift: 2');
  expect(kept.plan.sessions).toEqual([]);
  expect(kept.plan.unscheduled[0]!.reasons[0]!.constraint).toBe('floor');
  const busy = await year('busy: [{ from: 2027-01-04, to: 2027-04-29 }]');
  expect(busy.plan.sessions.map(({ start }) => start.slice(0, 10))).toEqual(['2027-04-30']);
});

describe('what is learned in the year', () => {
  it('is asked of those again who came, and of whoever did not as what they missed', async () => {
    const first = await live(files('6 months', []), '2027-01-03');
    const [session] = seats(first.plan).p1!;
    const day = session!.start.slice(0, 10);
    const line = (person: string, status: string) => `${person},,${session!.id},,${day},${status}`;
    const all = [...IDS.slice(1).map((id) => line(id, 'attended')), line('p1', 'absent')];
    const next = await live(files('6 months', all), '2027-04-01', first.plan, { dated: true });
    const [until] = daysOf({ kind: 'months', count: 6 }, day);
    for (const id of IDS.slice(1)) expect(told(next)[id]).toEqual(['once', `renewal-${until}`]);
    expect(told(next).p1!.every((one) => one === 'once')).toBe(true);
    for (const own of Object.values(seats(next.plan)))
      for (const { occurrence, start } of own)
        if (occurrence !== 'once') expect(start.slice(0, 10) <= until!).toBe(true);
    // Held sessions stand, and planning the same day again changes nothing.
    expect(next.plan.sessions.find(({ id }) => id === session!.id)).toEqual(session);
    const same = await live(files('6 months', all), '2027-04-01', next.plan, { dated: true });
    expect(same.plan.sessions).toEqual(next.plan.sessions);
  });

  it('goes on from its anniversary when it was renewed before the end, and late when it was missed', async () => {
    const lines = [had('p1', '2026-06-10'), had('p2', '2026-06-10')];
    const first = await live(files('12 months', lines), '2027-01-03');
    const [renewal] = seats(first.plan).p1!;
    const day = renewal!.start.slice(0, 10);
    const came = [...lines, `p1,,${renewal!.id},,${day},attended`, `p2,,${renewal!.id},,${day},absent`];
    const next = await live(files('12 months', came), '2027-06-14', first.plan, { dated: true });
    expect(told(next).p1).toEqual(['renewal-2027-06-10']);
    const late = seats(next.plan).p2!.filter(({ start }) => start > '2027-06-14');
    // What was missed in time is made up within six weeks of it; afterwards the certificate has ended.
    for (const one of late) expect(one.occurrence).toBe('renewal-2027-06-10');
    const after = await live(
      new Map([...files('12 months', came), ['cxplan.yaml', yaml('12 months').replaceAll('2027-', '2028-')]]),
      '2028-01-03',
    );
    expect(told(after).p1).toEqual(['renewal-2028-06-10']);
    expect(told(after).p2).toEqual(['once']);
  });

  it('is told by lines of the year alone: those of before say nothing of its seats', async () => {
    const lines = [had('p1', '2026-06-10')];
    const first = await live(files('12 months', lines), '2027-01-03');
    const [renewal] = seats(first.plan).p1!;
    const day = renewal!.start.slice(0, 10);
    const missed = [...lines, `p1,,${renewal!.id},,${day},absent`];
    const next = await live(files('12 months', missed), '2027-06-11', first.plan, { dated: true });
    const again = seats(next.plan).p1!.filter(({ start }) => start > '2027-06-10');
    expect(again.map(({ occurrence }) => occurrence)).toEqual(['renewal-2027-06-10']);
    const over = await live(files('12 months', missed), '2027-12-01', next.plan, { dated: true });
    expect(over.gaps.findings.filter(({ rule }) => rule === 'expired').map(({ message }) => message)).toEqual(
      [
        expect.stringMatching(
          /^“Safe hands” has ended for 1 person of 6 in Office, of the first on .*10 June 2027/,
        ),
      ],
    );
  });

  it('is asked of seats without names, by the lines of their group', async () => {
    const seated = yaml('6 months')
      .replace(', people: people.csv', '')
      .replace('{ department: office }', '{ department: office, heads: 6 }');
    const lines = (more: string) =>
      new Map([
        ['cxplan.yaml', seated],
        ['attendance.csv', `group,session,module,date,status\n${more}`],
      ]);
    const first = await live(lines(''), '2027-01-03');
    const { id, start } = first.plan.sessions.find(({ module }) => module === 'safe-hands')!;
    const group = first.plan.groups[0]!.id;
    const next = await live(
      lines(`${group},${id},,${start.slice(0, 10)},attended\n`),
      '2027-04-01',
      first.plan,
      { dated: true },
    );
    const again = next.plan.sessions.filter(({ occurrence }) => occurrence.startsWith('renewal-'));
    expect(again.reduce((sum, { heads }) => sum + heads, 0)).toBe(6);
    const history = await live(lines(`${group},,safe-hands,2026-09-20,attended\n`), '2027-01-03');
    const due = history.plan.sessions.filter(({ module }) => module === 'safe-hands');
    expect(due.map(({ occurrence }) => occurrence)).toEqual(['renewal-2027-03-20']);
  });
});

describe('what a module comes after has no place', () => {
  const YEAR = 'when: { from: 2027-02-01, by: 2027-03-26 }, minutes: 60, led: trainer, room: false, seats: 6';
  /** Basics are for Sundays, on which nobody works. */
  const tied = (keys: string) =>
    new Map([
      ...files('12 months', ['p1,,,advanced,2026-03-10,attended', 'p2,,,advanced,2026-03-16,attended']),
      [
        'cxplan.yaml',
        `${yaml('12 months').slice(0, yaml('12 months').indexOf('modules:'))}modules:
  basics: { audience: everyone, format: workshop, days: sun, ${YEAR} }
  advanced: { audience: everyone, ${YEAR}, ${keys} }
facilitators: { ada: { kind: trainer } }
policy: { groupSize: 6 }
`,
      ],
    ]);

  it.each([
    ['format: self-paced, validFor: 12 months, after: [{ module: basics, atMostDays: 3 }]'],
    ['format: self-paced, validFor: 12 months, after: [basics]'],
    ['format: workshop, validFor: 12 months, after: [{ module: basics, atLeastDays: 3, atMostDays: 9 }]'],
    ['format: workshop, validFor: calendar-year, after: [basics]'],
    ['format: workshop, validFor: 50 weeks, after: [basics]'],
  ])('its renewals have one all the same: %s', async (keys) => {
    const { model, plan } = await live(tied(keys), '2027-01-03');
    expect(Object.keys(seats(plan, 'advanced')).sort()).toEqual(['p1', 'p2']);
    for (const { module, occurrence, reasons } of plan.unscheduled) {
      expect(occurrence).toBe('once');
      expect(reasons[0]!.constraint).toBe(module === 'advanced' ? 'prerequisite' : 'in-shift');
    }
    // Nor is it proven that they could have none.
    const problem = makeProblem(model, makeDemand(model, undefined, '2027-01-03'), toDay('2027-01-03')!);
    const bound = lowerBound(problem, [], allMissing(new State(problem), problem));
    expect(bound).toBe(plan.unscheduled.reduce((sum, { first, last }) => sum + last - first + 1, 0));
  });
});

it('is told in page, table and workbook, and adds up', async () => {
  const year = await live(
    files('12 months', [had('p1', '2026-06-10'), had('p2', '2025-06-10')]),
    '2027-01-03',
  );
  const { pages, tables, book } = report(year.model, year.plan, year.gaps);
  const [row] = [...tables.get('certificates')!.rows()];
  expect(row).toEqual(['Office', 'Safe hands', 6, 1, '2027-06-10', 1, 1, 0, 4]);
  expect(JSON.stringify(pages.get('certificates')!())).toContain('Who holds what is good for a while');
  expect((await book!()).sheets.map(({ name }) => name)).toContain('Certificates');
});

it.each([
  ['when: { every: month }, validFor: 12 months', 'certificate-not-renewed'],
  ['when: { from: 2027-02-01, by: 2027-03-26 }, parts: 2, validFor: 12 months', 'certificate-in-parts'],
  ['when: { from: 2027-02-01, by: 2027-03-26 }, validFor: 5 days', 'certificate-too-short'],
  ['when: { from: 2027-02-01, by: 2027-03-26 }, validFor: 12', 'wrong-type'],
])('%s is told', async (keys, code) => {
  const text = `
programme: { name: N, starts: 2027-01-04, ends: 2027-12-17, timezone: Europe/London }
departments: { office: {} }
roles: { clerk: { department: office, heads: 3 } }
modules: { safe: { audience: everyone, minutes: 30, format: self-paced, ${keys} } }
`;
  expect((await diagnosticsOf(text)).map((one) => one.code)).toContain(code);
});
