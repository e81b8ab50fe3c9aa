/** Whoever missed a session is given it again within weeks; nobody else moves, and what was held stands. */
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import { newsOf } from '../../src/report/changes/news.ts';
import { live } from './year.ts';

const YAML = `
programme:
  name: Northwind
  mantra: One customer at a time.
  starts: 2027-01-04
  ends: 2027-06-25
  timezone: Europe/London
  people: people.csv
  attendance: attendance.csv
departments:
  office: { shifts: { day: { days: mon-fri, hours: 09:00-17:00 } }, maxAway: 50%, meetings: { huddle: { day: tue, at: 09:30, minutes: 15 } } }
roles:
  clerk: { department: office }
themes:
  care: { months: [1, 2, 3, 4, 5, 6] }
modules:
  kind-letters: { audience: everyone, minutes: 60, format: workshop, led: trainer, room: false, seats: 4, when: { from: 2027-01-11, by: 2027-05-28 }, themes: [care] }
  calls: { audience: everyone, minutes: 60, format: workshop, led: trainer, room: false, seats: 4, parts: 2, when: { from: 2027-01-11, by: 2027-02-26 }, themes: [care] }
  stand-up: { audience: everyone, minutes: 10, format: huddle, led: line, when: { every: week }, themes: [care] }
facilitators:
  ada: { name: Ada, kind: trainer }
policy: { groupSize: 4 }
`;
const IDS = Array.from({ length: 8 }, (_, i) => `p${i + 1}`);
const people = `id,role,name\n${IDS.map((id) => `${id},clerk,x\n`).join('')}`;

const files = (lines: readonly string[], yaml = YAML) =>
  new Map([
    ['cxplan.yaml', yaml],
    ['people.csv', people],
    [
      'attendance.csv',
      `person,group,session,module,date,status\n${lines.map((line) => `${line}\n`).join('')}`,
    ],
  ]);

const absent = (person: string, { id, start }: PlanSession) =>
  `${person},,${id},,${start.slice(0, 10)},absent`;

/** The confirmed sessions in which a person has a seat. */
function sessionsOf({ groups, sessions }: Plan, person: string): PlanSession[] {
  return sessions.filter(
    ({ status, attendees }) =>
      status === 'confirmed' &&
      attendees.some(({ group, first, last }) => {
        const number = 1 + (groups.find(({ id }) => id === group)?.people?.indexOf(person) ?? -1);
        return first <= number && number <= last;
      }),
  );
}

const of = (plan: Plan, person: string, module: string) =>
  sessionsOf(plan, person).filter((session) => session.module === module);

const dayAfter = (date: string, days: number) => isoDate(toDay(date.slice(0, 10))! + days);

/** Everything but what the person is in. */
const others = (plan: Plan, person: string) => {
  const own = new Set(sessionsOf(plan, person).map(({ id }) => id));
  return plan.sessions.filter(({ id }) => !own.has(id));
};

describe('a session that somebody missed', () => {
  it('is theirs again within six weeks, with others where they still have it to come', async () => {
    const first = await live(files([]), '2027-01-03');
    const [missed] = of(first.plan, 'p1', 'kind-letters');
    const today = dayAfter(missed!.start, 1);
    const next = await live(files([absent('p1', missed!)]), today, first.plan, { dated: true });
    const [held, again, ...more] = of(next.plan, 'p1', 'kind-letters');
    expect(more).toEqual([]);
    expect(held).toEqual(missed);
    expect(again!.start > today && again!.start.slice(0, 10) <= dayAfter(missed!.start, 42)).toBe(true);
    expect(next.plan.unscheduled).toEqual([]);
    expect(others(next.plan, 'p1')).toEqual(others(first.plan, 'p1').filter(({ id }) => id !== again!.id));
    // It was there: they joined it.
    const joined = first.plan.sessions.find(({ id }) => id === again!.id);
    if (joined) expect(again!.heads).toBe(joined.heads + 1);
    const before = { plan: first.plan, gaps: undefined };
    const news = newsOf(next.model, before, next);
    const change = news.diff.sessions.find(({ id }) => id === again!.id)!;
    expect(news.told(change).cause).toMatchObject({
      text: expect.stringMatching(/^somebody missed it on \w{3} \d/),
    });
    // Once they came, all is as before; if they miss that, too, it is theirs again.
    const later = dayAfter(again!.start, 1);
    const came = `p1,,${again!.id},,${again!.start.slice(0, 10)},attended`;
    const done = await live(files([absent('p1', missed!), came]), later, next.plan, { dated: true });
    expect(of(done.plan, 'p1', 'kind-letters')).toHaveLength(2);
    const twice = await live(files([absent('p1', missed!), absent('p1', again!)]), later, next.plan, {
      dated: true,
    });
    expect(of(twice.plan, 'p1', 'kind-letters')).toHaveLength(3);
    // A list that is corrected takes it back.
    const corrected = await live(
      files([absent('p1', missed!).replace('absent', 'attended')]),
      today,
      next.plan,
      { dated: true },
    );
    expect(of(corrected.plan, 'p1', 'kind-letters')).toEqual([missed]);
    // And without any list what was held twice was held twice.
    const gone = await live(files([]), later, next.plan, { dated: true });
    expect(of(gone.plan, 'p1', 'kind-letters')).toHaveLength(2);
  });

  it('leaves what builds on it where it is, and of two parts keeps the order', async () => {
    const first = await live(files([]), '2027-01-03');
    const [one] = of(first.plan, 'p2', 'calls');
    const next = await live(files([absent('p2', one!)]), dayAfter(one!.start, 1), first.plan, {
      dated: true,
    });
    const [, two] = of(first.plan, 'p2', 'calls');
    expect(of(next.plan, 'p2', 'calls')).toContainEqual(two);
    const lines = [absent('p2', one!), absent('p2', two!)];
    const both = await live(files(lines), dayAfter(two!.start, 1), first.plan, { dated: true });
    const again = of(both.plan, 'p2', 'calls').slice(2);
    expect(again.map(({ occurrence }) => occurrence)).toEqual(['once.p1', 'once.p2']);
  });

  it('keeps nobody from what builds on it, though it comes round again when nobody leads it', async () => {
    const quarterly = YAML.replace('{ from: 2027-01-11, by: 2027-05-28 }', '{ every: quarter }').replace(
      'kind: trainer }',
      'kind: trainer, away: [{ from: 2027-04-01, to: 2027-06-25 }] }',
    );
    const first = await live(files([], quarterly), '2027-01-03');
    const [missed] = of(first.plan, 'p1', 'kind-letters');
    const [today, by] = [dayAfter(missed!.start, 1), dayAfter(missed!.start, 21)];
    const more = quarterly.replace(
      'facilitators:',
      `  letters-lab: { audience: everyone, minutes: 30, format: self-paced, seats: 1, after: [kind-letters], when: { from: ${today}, by: ${by} } }\nfacilitators:`,
    );
    const next = await live(files([absent('p1', missed!)], more), today, first.plan, { dated: true });
    expect(of(next.plan, 'p1', 'letters-lab')).toHaveLength(1);
    expect(new Set(next.plan.unscheduled.map(({ occurrence }) => occurrence))).toEqual(new Set(['q2']));
  });

  it('comes round by itself where it is held each week, and is nobody’s where its weeks are over', async () => {
    const first = await live(files([]), '2027-01-03');
    const [huddle] = of(first.plan, 'p3', 'stand-up');
    const [workshop] = of(first.plan, 'p3', 'kind-letters');
    const lines = [absent('p3', huddle!)];
    const same = await live(files(lines), dayAfter(huddle!.start, 1), first.plan, { dated: true });
    expect(of(same.plan, 'p3', 'stand-up')).toEqual(of(first.plan, 'p3', 'stand-up'));
    const late = await live(files([absent('p3', workshop!)]), dayAfter(workshop!.start, 43), first.plan, {
      dated: true,
    });
    expect(of(late.plan, 'p3', 'kind-letters')).toEqual([workshop]);
  });

  it('is made up as soon as the workspace says', async () => {
    const first = await live(files([]), '2027-01-03');
    const [missed] = of(first.plan, 'p1', 'kind-letters');
    const yaml = YAML.replace('groupSize: 4', 'groupSize: 4, makeUpWithinWeeks: 3');
    const next = await live(files([absent('p1', missed!)], yaml), dayAfter(missed!.start, 1), first.plan, {
      dated: true,
    });
    expect(of(next.plan, 'p1', 'kind-letters')[1]!.start.slice(0, 10) <= dayAfter(missed!.start, 21)).toBe(
      true,
    );
  });

  it('took the hours of whoever led it, though nobody came at all', async () => {
    const yaml = YAML.replace(/ {2}(?:calls|stand-up):.*\n/g, '')
      .replace('kind: trainer', 'kind: trainer, hoursPerMonth: 2')
      .replace('by: 2027-05-28', 'by: 2027-03-12')
      .replace('from: 2027-01-11', 'from: 2027-03-01');
    const first = await live(files([], yaml), '2027-01-03');
    expect(first.plan.sessions).toHaveLength(2);
    const asOf = '2027-03-15';
    const lines = IDS.flatMap((id) =>
      of(first.plan, id, 'kind-letters').map((session) => absent(id, session)),
    );
    // Whom `live` asks, the verifier, counts the same.
    const { plan } = await live(files(lines, yaml), asOf, first.plan);
    const again = plan.sessions.filter(({ start }) => start >= asOf);
    expect(again.map(({ start }) => start.slice(0, 7))).toEqual(['2027-04', '2027-04']);
    const free = await live(files(lines, yaml.replace(', hoursPerMonth: 2', '')), asOf, first.plan);
    expect(free.plan.sessions.filter(({ start }) => start >= asOf && start < '2027-04')).not.toEqual([]);
  });
});
