/** `cxplan walk`: what it tells of one person's year is what stands in the plan. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDay } from '../../src/calendar/date.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Walk } from '../../src/report/walk/walk.ts';
import { run } from './host.ts';

const MINIMAL = readFileSync(new URL('../../examples/minimal/cxplan.yaml', import.meta.url), 'utf8');
const EXPECTING = MINIMAL.replace(
  '  bookkeeper: { department',
  '  bookkeeper: { expect: { longestSilenceDays: 20, hearsCustomerEveryDays: 40, minutesAYear: { min: 60 }, moreThanTools: true }, department',
);

let folder: string;
let plan: Plan;
const walk = async (...argv: string[]): Promise<Walk> =>
  JSON.parse((await run(['walk', ...argv, folder, '--json'])).out);

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'cxplan-walk-')));
  writeFileSync(join(folder, 'cxplan.yaml'), EXPECTING);
  await run(['generate', folder, '--quiet']);
  plan = JSON.parse(readFileSync(join(folder, 'plan', 'plan.json'), 'utf8'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Sessions in which the first member of a group has a seat, by date. */
function seats(group: string) {
  return plan.sessions.filter(({ attendees }) =>
    attendees.some((one) => one.group === group && one.first === 1),
  );
}

describe('walk', () => {
  it('meets exactly the sessions in which the person has a seat', async () => {
    const { steps, group, answers } = await walk('bookkeeper');
    expect(group).toBe('bookkeeper.main.day.1');
    expect(steps.map(({ session }) => session)).toEqual(seats(group).map(({ id }) => id));
    expect(answers.minutes).toBe(seats(group).reduce((sum, { minutes }) => sum + minutes, 0));
    expect(answers).toMatchObject({ sessions: steps.length, withVoice: steps.length, tools: 0 });
  });

  it('finds the longest silence, edges of the year included', async () => {
    const { answers, group } = await walk('bookkeeper');
    const days = ['2027-01-04', ...seats(group).map(({ start }) => start.slice(0, 10)), '2027-12-17'].map(
      (date) => toDay(date)!,
    );
    const gaps = days.slice(1).map((day, i) => day - days[i]!);
    expect(answers.longestSilence.days).toBe(Math.max(...gaps));
    expect(toDay(answers.longestSilence.to)! - toDay(answers.longestSilence.from)!).toBe(
      answers.longestSilence.days,
    );
  });

  it('tells it as a story, with what was promised', async () => {
    const { code, out } = await run(['walk', 'bookkeeper', folder]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Call them Pat: one of 4 people in group bookkeeper\.main\.day\.1/);
    expect(out).toContain('asked in the interview: “Read this bill as a student would.”');
    expect(out).toMatch(/Pat first hears a customer on \d+ January 2027, \d+ days into the programme/);
    expect(out).toMatch(
      /Broken: at most 20 days without a session that counts\. The plan: the longest silence is 2\d days/,
    );
    expect(out).toMatch(/Kept: a customer’s voice at least every 40 days/);
    expect(out).toMatch(/seats in sessions, not what anybody has learned\.\n$/);
  });

  it('walks with whoever joins', async () => {
    const { joined, steps, hiring } = await walk('mechanic', '--joiner');
    expect(steps).toHaveLength(1);
    expect(joined).toBe('2027-06-01');
    expect(toDay(steps[0]!.date)! - toDay(joined!)!).toBeLessThan(7);
    expect(hiring).toMatchObject({
      interview: 'Explain a worn chain to a nervous rider.',
      scripts: [{ module: 'hello' }],
    });
  });

  it('chooses the same group every time, or the one that is named', async () => {
    const second = plan.groups.filter(({ role }) => role === 'mechanic').at(-1)!.id;
    expect((await walk('mechanic', '--group', second)).group).toBe(second);
    expect(await walk('mechanic')).toEqual(await walk('mechanic'));
  });

  it.each([
    [['walk', 'bookeeper'], "there is no role 'bookeeper'; did you mean 'bookkeeper'?"],
    [['walk', 'bookkeeper', '--joiner'], "nobody joins as 'bookkeeper' during the programme"],
    [['walk', 'mechanic', '--group', 'mechanic.main.day.2'], "did you mean 'mechanic.main.day.1'?"],
  ])('%j says what is wrong', async (argv, words) => {
    const { code, err } = await run(argv, { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('expectations at the gate', () => {
  it('fail at the line of the expectation', async () => {
    const { code, out } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(out).toContain('error expectation-broken: ');
    expect(out).toMatch(
      /longestSilenceDays expects at most 20 days without a session that counts; for 4 people of them/,
    );
    expect(out).not.toContain('hearsCustomerEveryDays expects');
    const line = EXPECTING.split('\n').findIndex((text) => text.includes('  bookkeeper: {')) + 1;
    const column = EXPECTING.split('\n')[line - 1]!.indexOf('20,') + 1;
    expect(out).toContain(`cxplan.yaml:${line}:${column}`);
  });
});
