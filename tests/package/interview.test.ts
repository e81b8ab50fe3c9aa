/** The interview as a person meets it: a bus company with five places, nights and split shifts, on a real terminal. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/host.ts';
import { scratch } from '../output/scratch.ts';
import { terminal } from './terminal.ts';

/** Question → what is typed; in the order in which they are asked. */
const BUS_COMPANY: readonly [RegExp, string][] = [
  [/What is your firm called/, 'Nordbus'],
  [/Whose journey/, 'passenger'],
  [/In which time zone/, 'Europe/Berlin'],
  [/Public holidays/, 'DE-NI'],
  [/count on/, ''],
  [/Where do your people work/, 'Depot North, Depot South, Harbour, Workshop yard, Head office'],
  [/Which departments/, 'Drivers, Workshop, Control room, Customer centre, Office'],
  [
    /Drivers: who works/,
    'Driver 60 at North + 55 at South + 30 at Harbour, Duty manager 3 at North + 3 at South',
  ],
  [
    /Drivers: when/,
    'early daily 04:30-12:30, late 12:30-20:30, night 20:00-04:30 10%, split mon-fri 6-9:30 + 14:30-18:30',
  ],
  [/Workshop: who works/, 'Mechanic 18 at Workshop yard, Foreman 2'],
  [/Workshop: when/, 'early mon-sat 06:00-14:00 / late 14:00-22:00'],
  [/Control room: who works/, '12 controllers at Head office'],
  [/Control room: when/, 'early daily 05:00-13:00, late 13:00-21:00, night 21:00-05:00'],
  [/Customer centre: who works/, 'Agent 10 at Head office, Team leader 1'],
  [/Customer centre: when/, 'mon-fri 07:00-19:00 + sat 09:00-14:00, mornings mon-wed 8-12 20%'],
  [/Office: who works/, 'Clerk 9 at Head office, Director 2'],
  [/Office: when/, ''],
  [/Who meets customers/, ''],
  [/Who leads others/, ''],
  [/How many join/, 'Driver 20, Agent 3'],
  [/Who leads training/, 'Amira 8'],
  [/Which rooms/, 'Classroom 12 at each'],
  [/What is the year to be about/, ''],
  [/Is that right/, ''],
];

describe('the interview', () => {
  it('makes a bus company’s own first workspace in under 25 questions, whose gaps are all about content', async () => {
    const folder = scratch();
    const session = terminal(['init', 'nordbus'], folder);
    for (const [question, keys] of BUS_COMPANY) await session.answer(question, keys);
    expect(await session.ended, session.shown()).toBe(0);
    expect(BUS_COMPANY.length).toBeLessThan(25);
    const firm = join(folder, 'nordbus');
    const people = readFileSync(join(firm, 'people.yaml'), 'utf8');
    expect(people).toContain(
      'split: { times: [ { days: mon-fri, hours: 06:00-09:30 }, { days: mon-fri, hours: 14:30-18:30 } ] }',
    );
    expect(people).toMatch(/night: \{ days: daily, hours: 20:00-04:30, share: 10% \}/);
    expect(people).toMatch(/crew-b: .*every: 2, from: 2\d{3}-01-/);
    const { code, out } = await run(['check', firm, '--format', 'json']);
    expect(code).toBe(0);
    const rules = new Set(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule));
    expect([...rules].sort()).toEqual(CONTENT.filter((rule) => rules.has(rule)));
  });

  it('tries each answer when it is given, and lets one be changed at the end', async () => {
    const folder = scratch();
    const session = terminal(['init', 'x', '--timezone', 'Europe/London'], folder);
    await session.answer(/firm called/, 'X');
    await session.answer(/Whose journey/, '');
    await session.answer(/time zone/, '');
    await session.answer(/Public holidays/, 'UK');
    await session.answer(/Write GB or GB-ENG, please/, '\b\bGB-ENG');
    await session.answer(/count on/, '');
    await session.answer(/Where do/, '');
    await session.answer(/Which departments/, 'Shop');
    await session.answer(/Shop: who works/, 'Seller');
    await session.answer(/does not say how many/, ' 5');
    await session.answer(/Shop: when/, 'mon-fri 09:00-13:00 + fri 12:00-14:00');
    await session.answer(/overlap on fri/, '\x15mon-fri 09:00-17:00');
    for (const question of [
      /meets customers/,
      /leads others/,
      /How many join/,
      /leads training/,
      /Which rooms/,
      /to be about/,
    ])
      await session.answer(question, '');
    await session.answer(/Is that right/, '\x1b[B');
    await session.answer(/firm called/, '\x15Renamed');
    await session.answer(/Is that right/, '');
    expect(await session.ended, session.shown()).toBe(0);
    expect(readFileSync(join(folder, 'x', 'programme.yaml'), 'utf8')).toContain('name: Renamed');
    expect(session.shown()).toContain('What to do next');
  });
});

/** Rules about what only the firm itself can write or decide. */
const CONTENT = [
  'experience-map-hole',
  'mantra-not-agreed',
  'no-discussion',
  'no-interview',
  'no-job-description',
  'no-outside-in',
  'one-customer-day',
  'one-function-team',
  'role-impact-missing',
  // Nights without a duty manager: that is how they work.
  'shift-unled',
  'theme-meaning-missing',
];
